import type { RefusalFace } from '@ennoshita/kernel'
import type { Option } from '@ennoshita/ui'
import { cellName, says, send, showToast, t, useDraft, useRefresh } from '@ennoshita/ui'
import { useMemo, useRef, useState } from 'react'
import { work } from '../../contract.ts'
import type { CellConflict, InventoryCells } from '../../rules/inventory-cells.ts'
import { cellsOf, changedKeys, mergeCells } from '../../rules/inventory-cells.ts'
import type { CellFault, LineChange } from '../../rules/inventory-changes.ts'
import { changeOfLine } from '../../rules/inventory-changes.ts'
import type { InventoryRow } from './inventory-columns.tsx'
import { saveLines } from './save-lines.ts'

type Written = Readonly<Record<string, { readonly base: InventoryCells; readonly mine: InventoryCells }>>
type Line = { readonly cells: InventoryCells; readonly conflicts: readonly CellConflict[] }

/**
 * What is written into the inventory and not saved yet. It survives a reload and a walk to another screen; when someone else saves
 * a line meanwhile, the two are merged and a cell that both wrote into says so.
 */
export function useInventoryEdit(rows: readonly InventoryRow[], everyone: readonly Option[]) {
  const kept = useDraft<Written>('work.inventory-edit', {})
  const latest = useRef(kept.draft)
  latest.current = kept.draft
  const refresh = useRefresh()
  const [faults, setFaults] = useState<readonly CellFault[]>([])
  const [refusal, setRefusal] = useState<RefusalFace | null>(null)
  const [unreadCells, setUnreadCells] = useState(0)
  const [isPending, setPending] = useState(false)
  const lines = useMemo(() => rows.map((row) => lineOf(row, kept.draft)), [rows, kept.draft])
  const cells = useMemo(() => lines.map((line) => line.cells), [lines])
  const changedIds = rows.filter((row) => kept.draft[row.kindId] !== undefined).map((row) => row.kindId)

  function change(next: readonly InventoryCells[], unread: number) {
    setUnreadCells(unread)
    const written: Record<string, Written[string]> = { ...kept.draft }
    for (const [at, mine] of next.entries()) {
      const row = rows[at]
      if (row === undefined || mine === cells[at]) continue
      const base = cellsOf(row)
      if (changedKeys(base, mine).length === 0) delete written[row.kindId]
      else written[row.kindId] = { base, mine }
      setFaults((before) => before.filter((fault) => fault.kindId !== row.kindId))
    }
    kept.change(written)
  }

  async function save() {
    const people = everyone.map((option) => ({ id: option.value, name: option.label }))
    const read = rows.flatMap((row, at) => {
      const after = cells[at]
      return after === undefined ? [] : [changeOfLine(row, cellsOf(row), after, people)]
    })
    const found = read.flatMap((line) => line.faults)
    setFaults(found)
    setRefusal(null)
    const changes = read.flatMap((line) => line.change ?? [])
    if (changes.length === 0) return
    setPending(true)
    const saved = await saveLines(changes, {
      changeKinds: (input) => send(work.changeKinds, input),
      setKindPeople: (input) => send(work.setKindPeople, input),
    })
    await refresh([work.inventoryRows])
    const left = Object.entries(latest.current).filter(([kindId]) => !saved.savedIds.includes(kindId))
    kept.change(Object.fromEntries(left))
    setFaults([...found, ...saved.faults])
    setRefusal(saved.refusal)
    setPending(false)
    if (saved.savedIds.length > 0) showToast(savedSentence(saved.savedIds, changes))
  }
  return {
    cells,
    change,
    save,
    discard: () => {
      kept.clear()
      setFaults([])
      setRefusal(null)
    },
    errors: errorsOf(lines, faults),
    changedCount: changedIds.length,
    unreadCells,
    refusal,
    isPending,
  }
}

function lineOf(row: InventoryRow, written: Written): Line {
  const theirs = cellsOf(row)
  const line = written[row.kindId]
  if (line === undefined) return { cells: theirs, conflicts: [] }
  if (line.base.version === theirs.version) return { cells: line.mine, conflicts: [] }
  return mergeCells(line.base, line.mine, theirs)
}

function errorsOf(lines: readonly Line[], faults: readonly CellFault[]): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { kindId, key, says: words } of faults) errors[cellName(kindId, key)] = says(words)
  for (const { cells, conflicts } of lines)
    for (const { key, theirs } of conflicts)
      errors[cellName(cells.kindId, key)] = t(
        'ほかの人が「{theirs}」に書き換えています。もう一度保存すると、あなたの内容で上書きします。',
        { theirs: String(theirs ?? t('空欄')) },
      )
  return errors
}

function savedSentence(savedIds: readonly string[], changes: readonly LineChange[]): string {
  const unread = changes.filter((change) => change.isDueUnread && savedIds.includes(change.kindId)).length
  const saved = t('{count}行を保存しました。', { count: savedIds.length })
  if (unread === 0) return saved
  return `${saved} ${t('{count}行の期日は決まりとして読み取れず、書かれた言葉のまま残しました。', { count: unread })}`
}
