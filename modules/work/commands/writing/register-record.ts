import { type CommandContext, type EventObject, refuse, refuseNotFound, sql } from '@ennoshita/kernel/server'
import { noticeDate, readNoticePeriod } from '../../rules/register-notice.ts'
import { refuseStale } from './refusals.ts'

export const entryWords = { ja: '期限台帳の項目', en: 'entry of the register' }

export type EntryRow = {
  entryId: string
  name: string
  startsOn: string | null
  endsOn: string | null
  noticePeriod: string
  noticeOn: string | null
  responsibleId: string | null
  deputyId: string | null
  departmentId: string | null
  kindId: string | null
  version: number
}

/** Locks an entry that stands, as it was read. */
export async function lockEntry(context: CommandContext, entryId: string, version: number): Promise<EntryRow> {
  const { tx, actor, within } = context
  const found = await tx.row<EntryRow & { state: 'active' | 'ended' }>`
    select e.id as "entryId", e.name, e.starts_on as "startsOn", e.ends_on as "endsOn", e.notice_period as "noticePeriod",
      e.notice_on as "noticeOn", e.responsible_id as "responsibleId", e.deputy_id as "deputyId", e.department_id as "departmentId",
      e.kind_id as "kindId", e.version, e.state
    from work.register_entry e
    where e.company_id = ${actor.companyId} and e.id = ${entryId}
      and ${within({ own: [sql`e.responsible_id`, sql`e.deputy_id`], department: sql`e.department_id` })} for update`
  if (!found) return refuseNotFound(entryWords, 'entryId')
  if (found.version !== version) await refuseStale(context, entryWords, entryId)
  if (found.state === 'ended')
    refuse({
      kind: 'conflict',
      code: 'work.entry-ended',
      what: { ja: `「${found.name}」はすでに終えています。`, en: `"${found.name}" is ended already.` },
      field: 'entryId',
      todo: { ja: '続くときは、新しい項目として載せてください。', en: 'Enter it anew if it goes on.' },
    })
  return found
}

/** An entry in an event; search finds it under its name. */
export function entryObjects(
  entry: Pick<EntryRow, 'entryId' | 'name' | 'responsibleId' | 'deputyId' | 'departmentId' | 'kindId'>,
): [EventObject, ...EventObject[]] {
  return [
    {
      type: 'register-entry',
      id: entry.entryId,
      label: {
        text: entry.name,
        opens: `/work/register/${entry.entryId}`,
        may: 'work.see-register',
        own: [entry.responsibleId, entry.deputyId].filter((person) => person !== null),
        departmentId: entry.departmentId,
      },
    },
    ...(entry.kindId ? [{ type: 'kind', id: entry.kindId }] : []),
  ]
}

/** The notice date as typed, or by the period before the end; null where the paper asks for no notice. */
export function noticeOf(entry: {
  endsOn: string | null
  noticePeriod: string
  noticeTypedOn: string | null
}): string | null {
  if (entry.noticeTypedOn !== null) return entry.noticeTypedOn
  const period = readNoticePeriod(entry.noticePeriod)
  return entry.endsOn !== null && period ? noticeDate(entry.endsOn, period) : null
}

/** Refuses dates that cannot stand together, and one person as responsible and deputy. */
export function refuseImpossible(entry: {
  startsOn: string | null
  endsOn: string | null
  noticeOn: string | null
  responsibleId: string | null
  deputyId: string | null
}): void {
  const bad = (field: string, ja: string, en: string) =>
    refuse({
      kind: 'bad-input',
      code: 'work.entry-impossible',
      what: { ja, en },
      field,
      todo: { ja: '台帳の元の書類をご確認ください。', en: 'Please look at the paper.' },
    })
  if (entry.startsOn && entry.endsOn && entry.startsOn > entry.endsOn)
    bad('endsOn', '終わりの日が始まりの日より前になっています。', 'It would end before it begins.')
  if (entry.noticeOn && entry.endsOn && entry.noticeOn > entry.endsOn)
    bad('noticeTypedOn', '通知期限が終わりの日より後になっています。', 'The notice date lies after the end.')
  if (entry.deputyId !== null && entry.deputyId === entry.responsibleId)
    bad('deputyId', '責任者と副担当が同じ人になっています。', 'The deputy is the responsible person.')
}
