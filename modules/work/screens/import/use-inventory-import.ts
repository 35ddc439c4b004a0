import { send, useRunningImport } from '@ennoshita/ui'
import { work } from '../../contract.ts'

const rowsAtOnce = 200

/** Applies or undoes the import of an inventory in portions. */
export const useInventoryImport = (importId: string) =>
  useRunningImport(importId, {
    async apply() {
      const { made, alreadyThere, left } = await send(work.applyInventoryImport, { importId, limit: rowsAtOnce })
      return { done: made + alreadyThere, left }
    },
    async undo() {
      const { removed, left, kept } = await send(work.undoInventoryImport, { importId, limit: rowsAtOnce })
      return { done: removed, left, keptNames: kept.map(({ name }) => name) }
    },
    refreshes: [work.importReports, work.inventoryRows],
  })
