import { newId } from '@ennoshita/kernel'
import { useState } from 'react'
import type { GridColumn } from '../index.ts'
import { Button, EditableGrid, Screen, Total } from '../index.ts'

type Kind = {
  readonly id: string
  readonly area: string | null
  readonly name: string | null
  readonly timing: string | null
  readonly minutes: number | null
  readonly amount: number | null
  readonly reviewedOn: string | null
  readonly hasManual: boolean
}

const columns: readonly GridColumn<Kind>[] = [
  { key: 'area', head: '大分類', kind: 'text', width: '9em' },
  { key: 'name', head: '業務', kind: 'text', isRequired: true },
  {
    key: 'timing',
    head: '頻度',
    kind: 'choice',
    width: '8em',
    options: ['毎日', '毎週', '毎月', '四半期', '毎年', '随時'].map((label) => ({ value: label, label })),
  },
  { key: 'minutes', head: '所要時間', kind: 'minutes', width: '9em' },
  { key: 'amount', head: '費用', kind: 'amount', width: '8em' },
  { key: 'reviewedOn', head: '手順書の見直し', kind: 'date', width: '10em', near: '2026-11-20' },
  { key: 'hasManual', head: '手順書', kind: 'flag', width: '5em' },
]
const names = ['請求書の発行', '入金の消込', '給与振込', '郵便の仕分け', '契約更新の確認', '備品の発注', '勤怠の確認']
const newRow = (): Kind => ({
  id: newId(),
  area: null,
  name: null,
  timing: null,
  minutes: null,
  amount: null,
  reviewedOn: null,
  hasManual: false,
})
const initial: readonly Kind[] = Array.from({ length: 300 }, (_, at) => ({
  ...newRow(),
  area: at % 3 === 0 ? '経理' : '総務',
  name: names[at % names.length] ?? '',
  timing: '毎月',
  minutes: 30 + (at % 5) * 15,
  reviewedOn: '2026-04-01',
  hasManual: at % 2 === 0,
}))

export function GridPage() {
  const [rows, setRows] = useState(initial)
  const [unread, setUnread] = useState(0)
  return (
    <Screen
      title="業務棚卸表"
      period="2026年度"
      actions={<Button kind="main">保存</Button>}
      totals={
        <>
          <Total label="業務" value={rows.length} unit="件" />
          {unread === 0 ? null : <Total label="読み取れない欄" value={unread} unit="か所" />}
        </>
      }
    >
      <EditableGrid
        label="業務棚卸表"
        rows={rows}
        rowId={(row) => row.id}
        columns={columns}
        newRow={newRow}
        canRemove
        onChange={(next, unreadCells) => {
          setRows(next)
          setUnread(unreadCells)
        }}
      />
    </Screen>
  )
}
