import type { Table, TableLimits } from './table.ts'

export function readTable(_bytes: Uint8Array, _options: { name?: string } & TableLimits = {}): Table {
  throw new Error('not written yet')
}
