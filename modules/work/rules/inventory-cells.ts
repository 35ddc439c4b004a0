import { describeDueRule } from '@ennoshita/statutes'
import type { KindRow, Timing } from '../contract/kind-fields.ts'

/** A line of the inventory as the spreadsheet of the screen holds it: one plain value per cell, null where it is empty. */
export type InventoryCells = {
  readonly kindId: string
  readonly version: number
  readonly major: string | null
  readonly middle: string | null
  readonly name: string | null
  readonly departmentId: string | null
  readonly mainId: string | null
  /** Names joined by 、; they are matched to people when the line is saved. */
  readonly deputies: string | null
  readonly timing: Timing | null
  /** 期日の決まり in words, such as 毎月25日（休日なら前営業日）. */
  readonly due: string | null
  readonly monthlyCount: number | null
  readonly usualMinutes: number | null
  readonly difficulty: string | null
  readonly papers: string | null
  readonly systems: string | null
  readonly hasManual: boolean | null
  readonly manualOn: string | null
  readonly manualPlace: string | null
  readonly lawName: string | null
  readonly lawArticle: string | null
  readonly lawDeadline: string | null
  readonly issues: string | null
  readonly improvement: string | null
  readonly relief: string | null
  readonly goesWrong: string | null
  readonly notes: string | null
}

export type CellKey = Exclude<keyof InventoryCells, 'kindId' | 'version'>

const orNull = (text: string): string | null => (text === '' ? null : text)
const joined = (texts: readonly string[]): string | null => orNull(texts.join('、'))

/** The line as cells. Names from an import that matched nobody stand in the cell of the deputies as they were written. */
export function cellsOf(kind: KindRow): InventoryCells {
  return {
    kindId: kind.kindId,
    version: kind.version,
    major: orNull(kind.major),
    middle: orNull(kind.middle),
    name: kind.name,
    departmentId: kind.departmentId,
    mainId: kind.mainId,
    deputies: joined(kind.deputyNames.length > 0 ? kind.deputyNames : [kind.deputiesText]),
    timing: kind.timing,
    due: kind.dueRule === null ? orNull(kind.timingText) : describeDueRule(kind.dueRule),
    monthlyCount: kind.monthlyCount,
    usualMinutes: kind.usualMinutes,
    difficulty: kind.difficulty === null ? null : String(kind.difficulty),
    papers: joined(kind.papers),
    systems: joined(kind.systems),
    hasManual: kind.hasManual,
    manualOn: kind.manualOn,
    manualPlace: orNull(kind.manualPlace),
    lawName: orNull(kind.law?.name ?? ''),
    lawArticle: orNull(kind.law?.article ?? ''),
    lawDeadline: orNull(kind.law?.deadline ?? ''),
    issues: orNull(kind.issues),
    improvement: kind.improvement,
    relief: kind.relief,
    goesWrong: orNull(kind.goesWrong),
    notes: orNull(kind.notes),
  }
}

const cellKeys: Readonly<Record<CellKey, true>> = {
  major: true,
  middle: true,
  name: true,
  departmentId: true,
  mainId: true,
  deputies: true,
  timing: true,
  due: true,
  monthlyCount: true,
  usualMinutes: true,
  difficulty: true,
  papers: true,
  systems: true,
  hasManual: true,
  manualOn: true,
  manualPlace: true,
  lawName: true,
  lawArticle: true,
  lawDeadline: true,
  issues: true,
  improvement: true,
  relief: true,
  goesWrong: true,
  notes: true,
}

export function isCellKey(key: string): key is CellKey {
  return key in cellKeys
}

/** The cells that were written into. An unticked box and an unanswered one look alike, so they count as the same. */
export function changedKeys(before: InventoryCells, after: InventoryCells): CellKey[] {
  return Object.keys(cellKeys)
    .filter(isCellKey)
    .filter((key) =>
      key === 'hasManual' ? (before[key] ?? false) !== (after[key] ?? false) : before[key] !== after[key],
    )
}

/** Two people wrote into the same cell: theirs stands in the database, mine is still on the screen. */
export type CellConflict = { readonly key: CellKey; readonly theirs: string | number | boolean | null }

/**
 * Puts my changes onto the line as someone else has left it meanwhile: cells that only one of us changed are taken over,
 * cells that both changed to something different keep mine and are named.
 */
export function mergeCells(
  base: InventoryCells,
  mine: InventoryCells,
  theirs: InventoryCells,
): { readonly cells: InventoryCells; readonly conflicts: readonly CellConflict[] } {
  const byMe = changedKeys(base, mine)
  const byThem = new Set(changedKeys(base, theirs))
  const cells = { ...theirs, ...Object.fromEntries(byMe.map((key) => [key, mine[key]])) }
  const conflicts = byMe
    .filter((key) => byThem.has(key) && mine[key] !== theirs[key])
    .map((key) => ({ key, theirs: theirs[key] }))
  return { cells, conflicts }
}
