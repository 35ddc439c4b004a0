import { describeDueRule } from '@ennoshita/statutes'
import type { KindRow } from '../contract/kind-fields.ts'
import { timingWords } from './timing.ts'

export type SheetCell = string | number | { date: string } | null

/** What the log fills into a line of the inventory. */
export type Observed = {
  monthlyCount: number | null
  monthlyMinutes: number | null
  substituteCount: number
  lastDoneOn: string | null
}

/** The columns of a 業務棚卸表 as it is written out; an import reads the same titles back. */
export const sheetHeader = [
  '大分類',
  '中分類',
  '業務名',
  '部門',
  '主担当',
  '副担当',
  '頻度',
  '期日',
  '月間件数',
  '1件あたり時間（分）',
  '月間工数（時間）',
  '難易度',
  '使用帳票',
  'システム',
  'マニュアル有無',
  'マニュアル保管場所',
  'マニュアル更新日',
  '代替者数',
  '根拠法令',
  '法定期限',
  '最終実施日',
  '注意点',
  '課題',
  '改善区分',
  '自動化・外注可否',
  '備考',
] as const

const improvementWords = { stop: 'やめる', combine: 'まとめる', rearrange: '並べ替え', simplify: '簡素化' } as const
const reliefWords = {
  automation: '自動化可',
  outsourcing: '外注可',
  both: '自動化・外注とも両方可',
  neither: '不可',
} as const

/** One line of the inventory; 月間工数 in hours to one decimal, dates as dates, an unknown cell empty. */
export function sheetRow(kind: KindRow, observed: Observed): SheetCell[] {
  const hours = observed.monthlyMinutes === null ? null : Math.round(observed.monthlyMinutes / 6) / 10
  return [
    kind.major,
    kind.middle,
    kind.name,
    kind.departmentName,
    [kind.mainName, kind.mainText].filter((name) => name !== '').join('、'),
    [...kind.deputyNames, kind.deputiesText].filter((name) => name !== '').join('、'),
    timingWords[kind.timing],
    kind.dueRule ? describeDueRule(kind.dueRule) : kind.timingText,
    observed.monthlyCount ?? kind.monthlyCount,
    kind.usualMinutes,
    hours,
    kind.difficulty,
    kind.papers.join('、'),
    kind.systems.join('、'),
    kind.hasManual === null ? '' : kind.hasManual ? '有' : '無',
    kind.manualPlace,
    kind.manualOn === null ? null : { date: kind.manualOn },
    observed.substituteCount,
    kind.law === null ? '' : `${kind.law.name}${kind.law.article}`,
    kind.law?.deadline ?? '',
    observed.lastDoneOn === null ? null : { date: observed.lastDoneOn },
    kind.goesWrong,
    kind.issues,
    kind.improvement === null ? '' : improvementWords[kind.improvement],
    kind.relief === null ? '' : reliefWords[kind.relief],
    kind.notes,
  ]
}
