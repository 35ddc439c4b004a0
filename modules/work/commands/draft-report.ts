import { command, newId, refuse } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { readMonthFacts } from '../queries/reading/month-facts.ts'
import { reportSections } from '../rules/report-sections.ts'
import { personOf } from './writing/deed-record.ts'
import { reportObject } from './writing/report-record.ts'

export const draftReport = command(work.draftReport, {
  may: 'work.report',
  emits: ['work.report-drafted'],
  async run(context, { month }) {
    const { tx, actor, now, today } = context
    const authorId = personOf(context)
    const monthOn = `${month.slice(0, 8)}01`
    if (monthOn > today)
      refuse({
        kind: 'bad-input',
        code: 'work.month-to-come',
        what: { ja: 'まだ始まっていない月です。', en: 'That month has not begun.' },
        field: 'month',
        todo: { ja: '今月か、それより前の月を選んでください。', en: 'Choose this month or an earlier one.' },
      })
    const reportId = newId()
    const sections = reportSections(await readMonthFacts(tx, actor.companyId, authorId, monthOn))
    const made = await tx.run`insert into work.report (company_id, id, author_id, month_on, title, sections, drafted_at)
      values (${actor.companyId}, ${reportId}, ${authorId}, ${monthOn}, '今月の縁の下', ${JSON.stringify(sections)}, ${now})
      on conflict (company_id, author_id, month_on) do nothing`
    if (made === 0)
      refuse({
        kind: 'conflict',
        code: 'work.report-there',
        what: { ja: 'この月の分は、すでにあります。', en: 'There is a page of that month already.' },
        field: 'month',
        todo: {
          ja: '続きを書くか、下書きを捨ててから作り直してください。',
          en: 'Go on with it, or discard the draft and begin again.',
        },
      })
    return {
      events: [{ activity: 'work.report-drafted', objects: [reportObject({ reportId, monthOn }, [authorId])] }],
      answer: { reportId, sections, version: 1 },
    }
  },
})
