import { newId } from '@ennoshita/kernel'
import {
  type CommandContext,
  type EventObject,
  type Reach,
  refuse,
  refuseNotFound,
  sql,
} from '@ennoshita/kernel/server'
import { nameOf } from '../queries/people-of-company.ts'
import { type RequestAct, type RequestState, requestStateAfter } from '../rules/request-life-cycle.ts'

export type RequestRow = {
  requestId: string
  number: number
  title: string
  state: RequestState
  templateId: string
  submitterId: string
  assigneeId: string | null
  assigneeName: string | null
  departmentId: string | null
  kindId: string | null
  promisedOn: string | null
}

/** Whose own a request is to the desk: of who answers it; and to its department. */
export const answering: Reach = { own: sql`r.assignee_id`, department: sql`r.department_id` }
/** Whose own a request is to those who ask. */
export const asking: Reach = { own: sql`r.submitter_id` }

/** Locks a request within the command's reach; what is out of reach reads as not found. */
export async function lockRequest(context: CommandContext, requestId: string, reach: Reach): Promise<RequestRow> {
  const { tx, actor, within } = context
  const found = await tx.row<Omit<RequestRow, 'assigneeName'>>`
    select r.id as "requestId", r.number, r.title, r.state, r.template_id as "templateId", r.submitter_id as "submitterId",
      r.assignee_id as "assigneeId", r.department_id as "departmentId", r.kind_id as "kindId", r.promised_on as "promisedOn"
    from desk.request r where r.company_id = ${actor.companyId} and r.id = ${requestId} and ${within(reach)} for update`
  if (!found) refuseNotFound({ ja: '依頼', en: 'request' }, 'requestId')
  return { ...found, assigneeName: await nameOf(tx, actor.companyId, found.assigneeId) }
}

const stateWords: Readonly<Record<RequestState, { ja: string; en: string }>> = {
  received: { ja: '受付中', en: 'received' },
  'in-progress': { ja: '対応中', en: 'in progress' },
  'asked-back': { ja: '確認待ち', en: 'waiting for the asker' },
  answered: { ja: '回答済み', en: 'answered' },
  done: { ja: '完了', en: 'done' },
  withdrawn: { ja: '取下げ', en: 'withdrawn' },
}

/** The state after the act; refuses in words where the act has no place. */
export function stateAfter(row: RequestRow, act: RequestAct, assigneeId: string | null): RequestState {
  const next = requestStateAfter(row.state, act, assigneeId !== null)
  if (next) return next
  const whose = row.assigneeName
    ? { ja: `（担当：${row.assigneeName}さん）`, en: ` (with ${row.assigneeName})` }
    : { ja: '', en: '' }
  return refuse({
    kind: 'conflict',
    code: 'desk.request-moved-on',
    what: {
      ja: `R-${row.number}は、いま「${stateWords[row.state].ja}」${whose.ja}のため、この操作はできません。`,
      en: `R-${row.number} is ${stateWords[row.state].en}${whose.en} now, so this has no place.`,
    },
    field: 'requestId',
    rule: {
      says: {
        ja: '受付 → 対応中 ⇄ 確認待ち → 回答済み → 完了。取下げは回答の前に、再度の質問は回答のあとにできます。',
        en: 'Received → in progress ⇄ asked back → answered → done; withdrawing comes before the answer, asking again after it.',
      },
    },
    todo: { ja: '依頼を開き直して、いまの状態をご確認ください。', en: 'Open the request again and look at its state.' },
  })
}

/** What an event about a request concerns. */
export function requestObjects(
  row: Pick<RequestRow, 'requestId' | 'title' | 'submitterId' | 'departmentId' | 'kindId'> & { number: number | null },
  assigneeId: string | null,
): [EventObject, ...EventObject[]] {
  return [
    {
      type: 'request',
      id: row.requestId,
      label: {
        text: row.number === null ? row.title : `R-${row.number} ${row.title}`,
        opens: `/desk/requests/${row.requestId}`,
        may: 'desk.see-requests',
        own: assigneeId === null ? [row.submitterId] : [row.submitterId, assigneeId],
        departmentId: row.departmentId,
      },
    },
    { type: 'person', id: row.submitterId, qualifier: 'submitter' },
    ...(row.departmentId ? [{ type: 'department', id: row.departmentId }] : []),
    ...(row.kindId ? [{ type: 'kind', id: row.kindId }] : []),
  ]
}

export type PostKind = 'answer' | 'ask-back' | 'reply' | 'promise' | 'pass' | 'reopen' | 'withdraw' | 'take-over'

/** Adds to the thread. */
export async function writePost(
  { tx, actor, now }: CommandContext,
  requestId: string,
  post: { kind: PostKind; text: string; promisedOn?: string },
): Promise<void> {
  await tx.run`insert into desk.request_post (company_id, id, request_id, kind, text, promised_on, author_id, written_at)
    values (${actor.companyId}, ${newId()}, ${requestId}, ${post.kind}, ${post.text}, ${post.promisedOn ?? null}, ${actor.personId ?? null}, ${now})`
}
