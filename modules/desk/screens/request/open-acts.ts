import { type RequestAct, type RequestState, requestStateAfter } from '../../rules/request-life-cycle.ts'

export type Viewer = {
  readonly personId: string | undefined
  /** The permission to answer reaches the whole company. */
  readonly answersAll: boolean
}
type Shown = {
  readonly state: RequestState
  readonly submitter: { readonly personId: string } | null
  readonly assignee: { readonly personId: string } | null
}
export type OpenAct = RequestAct | 'take-over' | 'share' | 'link'

const deskActs = ['take', 'promise', 'ask-back', 'answer', 'pass'] as const
const askerActs = ['reply', 'close', 'reopen', 'withdraw'] as const

/** Whether the viewer sits on the answering side: by reach, by having taken it, or by seeing it through their department. */
export function answers({ submitter, assignee }: Shown, viewer: Viewer): boolean {
  if (viewer.answersAll) return true
  return assignee?.personId === viewer.personId || submitter?.personId !== viewer.personId
}

/** What the viewer may be offered on this request now; the server decides each time anew. */
export function openActs(request: Shown, viewer: Viewer): readonly OpenAct[] {
  if (viewer.personId === undefined) return []
  const { state, assignee } = request
  const isAnswered = state === 'answered' || state === 'done'
  const has = (act: RequestAct) => requestStateAfter(state, act, true) !== undefined
  const acts: OpenAct[] = []
  if (answers(request, viewer)) {
    acts.push(...deskActs.filter((act) => has(act) && !(act === 'take' && assignee !== null)), 'link')
    if (assignee !== null && assignee.personId !== viewer.personId && has('take')) acts.push('take-over')
    if (isAnswered) acts.push('share')
  }
  if (request.submitter?.personId === viewer.personId) acts.push(...askerActs.filter(has))
  else if (has('close') && answers(request, viewer)) acts.push('close')
  return acts
}
