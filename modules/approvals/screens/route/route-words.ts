import { formatYen } from '@ennoshita/formats'
import type { AnswerOf, InputOf } from '@ennoshita/kernel'
import { says, t } from '@ennoshita/ui'
import type { Approver, approvals } from '../../contract.ts'

export type Route = AnswerOf<typeof approvals.routeList>[number]
export type RouteInput = InputOf<typeof approvals.setRoute>
export type StepDraft = { name: string; need: 'any' | 'all'; approvers: readonly Approver[] }

/** When a route is taken, in words: 50万円以上・営業部. */
export function conditionsWord({ amountFrom, amountUntil, departmentName, facts }: Route['conditions']): string {
  const all = [
    amountFrom === null ? '' : t('{amount}円以上', { amount: formatYen(amountFrom, { unit: '' }) }),
    amountUntil === null ? '' : t('{amount}円以下', { amount: formatYen(amountUntil, { unit: '' }) }),
    departmentName ?? '',
    ...Object.entries(facts).map(([name, value]) => `${name}：${value}`),
  ].filter((word) => word !== '')
  return all.length === 0 ? t('条件なし') : all.join('・')
}

/** The steps of a route in one line: 部門長（対象の部署の長） → 社長. */
export function stepsWord(steps: Route['steps']): string {
  return steps
    .map(({ name, approverNames, need }) => {
      const who = approverNames.map((words) => says(words)).join('、')
      const all = need === 'all' && approverNames.length > 1 ? t('全員：') : ''
      return who === name ? name : `${name}（${all}${who}）`
    })
    .join(' → ')
}

/** `源泉：あり、種別：個人` as the facts that a matter must have. */
export function readFacts(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split(/[、,\n]/)
      .map((pair) => pair.split(/[：:]/))
      .flatMap(([name = '', ...value]) => (name.trim() === '' ? [] : [[name.trim(), value.join('：').trim()]])),
  )
}

export const factsText = (facts: Readonly<Record<string, string>>): string =>
  Object.entries(facts)
    .map(([name, value]) => `${name}：${value}`)
    .join('、')

/** An approver of a draft with the place that stands where none was chosen. */
export function withPlace(approver: RouteInput['steps'][number]['approvers'][number]): Approver {
  if (approver.by === 'post') return { ...approver, of: approver.of ?? 'applicant-department' }
  return approver.by === 'head' ? { ...approver, of: approver.of ?? 'applicant-department' } : approver
}

/** The same list with the one at that place moved. */
export function moved<Each>(all: readonly Each[], at: number, by: -1 | 1): Each[] {
  const next = [...all]
  const [each] = next.splice(at, 1)
  if (each !== undefined) next.splice(at + by, 0, each)
  return next
}
