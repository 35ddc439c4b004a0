/** 受付 → 対応中 ⇄ 確認待ち → 回答済み → 完了 / 取下げ. */
export const requestStates = ['received', 'in-progress', 'asked-back', 'answered', 'done', 'withdrawn'] as const
export type RequestState = (typeof requestStates)[number]

export type RequestAct = 'take' | 'promise' | 'ask-back' | 'reply' | 'answer' | 'close' | 'reopen' | 'withdraw' | 'pass'

const follows: Readonly<Record<RequestAct, Partial<Record<RequestState, RequestState>>>> = {
  take: { received: 'in-progress', 'in-progress': 'in-progress', 'asked-back': 'asked-back' },
  promise: { received: 'in-progress', 'in-progress': 'in-progress', 'asked-back': 'asked-back' },
  'ask-back': { received: 'asked-back', 'in-progress': 'asked-back', 'asked-back': 'asked-back' },
  reply: { 'asked-back': 'in-progress' },
  answer: { received: 'answered', 'in-progress': 'answered', 'asked-back': 'answered', answered: 'answered' },
  close: { answered: 'done' },
  reopen: { answered: 'in-progress', done: 'in-progress' },
  withdraw: { received: 'withdrawn', 'in-progress': 'withdrawn', 'asked-back': 'withdrawn' },
  pass: { received: 'in-progress', 'in-progress': 'in-progress', 'asked-back': 'in-progress' },
}

/**
 * The state after an act; undefined when the act has no place in that state.
 * A request without an assignee waits as received where it would otherwise be in progress.
 */
export function requestStateAfter(
  state: RequestState,
  act: RequestAct,
  hasAssignee: boolean,
): RequestState | undefined {
  const next = follows[act][state]
  return next === 'in-progress' && !hasAssignee ? 'received' : next
}
