import { formatMinutes } from '@ennoshita/formats'
import type { AnswerOf } from '@ennoshita/kernel'
import { describeDueRule } from '@ennoshita/statutes'
import type { Column } from '@ennoshita/ui'
import { dateInTable, language, Status, t } from '@ennoshita/ui'
import type { work } from '../../contract.ts'
import { difficultyChoices, improvementChoices, reliefChoices, timingWord, wordOf } from '../kind-words.ts'

export type InventoryRow = AnswerOf<typeof work.inventoryRows>['rows'][number]

export const minutesWord = (minutes: number | null): string =>
  minutes === null ? '' : formatMinutes(Math.round(minutes), language())

/** The due rule in the language in use, else as it was written. */
export function dueWord(kind: Pick<InventoryRow, 'dueRule' | 'timing' | 'timingText' | 'dueText'>): string {
  if (kind.dueRule !== null && kind.dueRule.kind !== 'as-needed') return describeDueRule(kind.dueRule, language())
  return kind.timingText || kind.dueText || timingWord(kind.timing)
}

function people(names: readonly string[], unmatched: string) {
  if (names.length > 0) return names.join('、')
  if (unmatched === '') return ''
  return (
    <span>
      {unmatched} <Status colour="amber">{t('名簿になし')}</Status>
    </span>
  )
}

function whatAndWhen(): Column<InventoryRow>[] {
  return [
    {
      key: 'major',
      head: t('大分類'),
      width: '6.5rem',
      card: 'none',
      cell: (row) => row.major,
      sortBy: (row) => row.major,
    },
    {
      key: 'middle',
      head: t('中分類'),
      width: '6.5rem',
      card: '3',
      cell: (row) => row.middle,
      sortBy: (row) => row.middle,
    },
    { key: 'name', head: t('業務名'), width: '15rem', card: '1', cell: (row) => row.name, sortBy: (row) => row.name },
    {
      key: 'department',
      head: t('部門'),
      width: '6.5rem',
      card: 'none',
      cell: (row) => row.departmentName,
      sortBy: (row) => row.departmentName,
    },
    {
      key: 'main',
      head: t('主担当'),
      width: '6.5rem',
      card: '2',
      cell: (row) => people(row.mainName === '' ? [] : [row.mainName], row.mainText),
      sortBy: (row) => row.mainName || row.mainText,
    },
    {
      key: 'deputies',
      head: t('副担当'),
      width: '6.5rem',
      card: 'none',
      cell: (row) => people(row.deputyNames, row.deputiesText) || <Status colour="amber">{t('なし')}</Status>,
      sortBy: (row) => row.deputyNames.join('、'),
    },
    {
      key: 'timing',
      head: t('時期'),
      width: '4rem',
      card: '1-end',
      cell: (row) => timingWord(row.timing),
      sortBy: (row) => row.timing,
    },
    { key: 'due', head: t('期日の決まり'), width: '12rem', card: '2-end', cell: dueWord, sortBy: dueWord },
  ]
}

function figures(): Column<InventoryRow>[] {
  return [
    {
      key: 'count',
      head: t('月間件数'),
      width: '5.5rem',
      align: 'end',
      card: 'none',
      cell: (row) => row.observedMonthlyCount ?? row.monthlyCount ?? '',
      sortBy: (row) => row.observedMonthlyCount ?? row.monthlyCount,
    },
    {
      key: 'usual',
      head: t('1件の時間'),
      width: '5rem',
      align: 'end',
      card: 'none',
      cell: (row) => minutesWord(row.usualMinutes),
      sortBy: (row) => row.usualMinutes,
    },
    {
      key: 'hours',
      head: t('月間工数'),
      width: '5.5rem',
      align: 'end',
      card: '3-end',
      cell: (row) => minutesWord(row.monthlyMinutes),
      sortBy: (row) => row.monthlyMinutes,
    },
    {
      key: 'difficulty',
      head: t('難易度'),
      width: '6rem',
      card: 'none',
      cell: (row) => wordOf(difficultyChoices(), row.difficulty === null ? null : String(row.difficulty)),
      sortBy: (row) => row.difficulty,
    },
    {
      key: 'substitutes',
      head: t('代わりの人'),
      width: '5.5rem',
      align: 'end',
      card: 'none',
      cell: (row) => t('{count}人', { count: row.substituteCount }),
      sortBy: (row) => row.substituteCount,
    },
    {
      key: 'lastDone',
      head: t('最終実施'),
      width: '7rem',
      card: 'none',
      cell: (row) => (row.lastDoneOn === null ? '' : dateInTable(row.lastDoneOn)),
      sortBy: (row) => row.lastDoneOn,
    },
  ]
}

const plain = (
  key: string,
  head: string,
  width: string,
  cell: (row: InventoryRow) => string,
): Column<InventoryRow> => ({
  key,
  head,
  width,
  card: 'none',
  cell,
  sortBy: cell,
})

function details(): Column<InventoryRow>[] {
  return [
    plain('papers', t('使用帳票'), '12rem', (row) => row.papers.join('、')),
    plain('systems', t('使用システム'), '10rem', (row) => row.systems.join('、')),
    plain('manual', t('マニュアル'), '6rem', (row) => (row.hasManual === true ? t('あり') : t('なし'))),
    plain('manualOn', t('マニュアル更新日'), '8.5rem', (row) =>
      row.manualOn === null ? '' : dateInTable(row.manualOn),
    ),
    plain('law', t('根拠法令'), '13rem', (row) => `${row.law?.name ?? ''} ${row.law?.article ?? ''}`.trim()),
    plain('lawDeadline', t('法定の期限'), '13rem', (row) => row.law?.deadline ?? ''),
    plain('issues', t('課題'), '14rem', (row) => row.issues),
    plain('improvement', t('改善区分'), '6rem', (row) => wordOf(improvementChoices(), row.improvement)),
    plain('relief', t('自動化・外注'), '8rem', (row) => wordOf(reliefChoices(), row.relief)),
    plain('goesWrong', t('つまずきやすい点'), '16rem', (row) => row.goesWrong),
    plain('notes', t('備考'), '12rem', (row) => row.notes),
  ]
}

/** All columns of the inventory, in the order of the form. */
export function inventoryColumns(): Column<InventoryRow>[] {
  return [...whatAndWhen(), ...figures(), ...details()]
}

/** The columns of a first look; the rest is a matter of choice. */
export const usualColumns: readonly string[] = ['middle', 'name', 'department', 'main', 'deputies', 'due', 'hours']
