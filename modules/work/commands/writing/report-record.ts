import { type CommandContext, type EventObject, refuse, refuseNotFound } from '@ennoshita/kernel/server'
import type { ReportSection } from '../../contract/report.ts'

export type ReportRow = {
  reportId: string
  monthOn: string
  title: string
  sections: ReportSection[]
  state: 'draft' | 'sent'
  version: number
}

/** Locks a page of the acting person; anybody else's reads as not found, whatever their role. */
export async function lockOwnReport({ tx, actor }: CommandContext, reportId: string): Promise<ReportRow> {
  const found = await tx.row<ReportRow>`
    select id as "reportId", month_on as "monthOn", title, sections, state, version from work.report
    where company_id = ${actor.companyId} and id = ${reportId} and author_id = ${actor.personId ?? null} for update`
  return found ?? refuseNotFound({ ja: '今月の縁の下', en: 'page' }, 'reportId')
}

/** Refuses what can be done to a draft only. */
export function refuseSent(report: ReportRow): void {
  if (report.state === 'draft') return
  refuse({
    kind: 'conflict',
    code: 'work.report-sent',
    what: { ja: 'この今月の縁の下は、送付済みです。', en: 'This page was sent already.' },
    field: 'reportId',
    rule: {
      says: {
        ja: '送ったものは、読まれたままの形で残ります。',
        en: 'What was sent stays as it was read.',
      },
    },
    todo: { ja: '直したいところは「書き添える」をお使いください。', en: 'Add a correction beside it.' },
  })
}

/** Refuses when the page is not the one that was read. */
export function refuseOtherVersion(report: ReportRow, version: number): void {
  if (report.version === version) return
  refuse({
    kind: 'conflict',
    code: 'work.report-changed-meanwhile',
    what: { ja: '別の画面で、先に書き直されています。', en: 'It was changed in another window meanwhile.' },
    field: 'version',
    todo: { ja: '開き直して、内容をご確認ください。', en: 'Open it again and read it once more.' },
  })
}

/** A page in an event: named by its month alone, found by its author and by those who received it. */
export function reportObject(report: { reportId: string; monthOn: string }, readers: readonly string[]): EventObject {
  const [year, month] = report.monthOn.split('-').map(Number)
  return {
    type: 'report',
    id: report.reportId,
    label: {
      text: `今月の縁の下 ${year}年${month}月`,
      opens: `/work/reports/${report.reportId}`,
      may: 'work.report',
      own: readers,
    },
  }
}

/** The author and those who received the page. */
export async function readersOf({ tx, actor }: CommandContext, reportId: string): Promise<string[]> {
  const found = await tx.rows<{ personId: string }>`select person_id as "personId" from work.report_recipient
    where company_id = ${actor.companyId} and report_id = ${reportId} order by sent_at, person_id`
  return [...(actor.personId ? [actor.personId] : []), ...found.map((row) => row.personId)]
}
