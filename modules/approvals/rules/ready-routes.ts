import type { RouteStep } from '../contract.ts'

export type ReadyRoute = {
  /** Stable name for programs. */
  readonly ready: string
  readonly name: string
  readonly amountFrom: number | null
  readonly amountUntil: number | null
  readonly steps: readonly RouteStep[]
}

const head: RouteStep = { name: '部門長', approvers: [{ by: 'head', of: 'subject-department' }], need: 'any' }
const president: RouteStep = { name: '社長', approvers: [{ by: 'role', role: 'president' }], need: 'any' }

/** What stands for every kind until a company says otherwise: the head of the department, and from 500,000 yen the president too. */
export const readyRoutes: readonly ReadyRoute[] = [
  { ready: 'under-500000', name: '標準（50万円未満）', amountFrom: null, amountUntil: 499_999, steps: [head] },
  {
    ready: 'from-500000',
    name: '標準（50万円以上）',
    amountFrom: 500_000,
    amountUntil: null,
    steps: [head, president],
  },
]
