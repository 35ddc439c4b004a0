import type { ColumnDefinition, ColumnMatching, MatchedColumn, TableSheet } from '@ennoshita/formats'
import { assignColumn, guessMatching, matchedColumns, matchingAtRow } from '@ennoshita/formats'
import type { RefusalFace } from '@ennoshita/kernel'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { Button } from '../controls/button.tsx'
import { Status } from '../controls/status.tsx'
import { Select } from '../fields/choice.tsx'
import { EmptyState } from '../screen/empty-state.tsx'
import { ErrorNote } from '../screen/error-note.tsx'
import type { Column } from '../tables/column.ts'
import { DataTable } from '../tables/data-table.tsx'
import { t } from '../words/words.ts'
import type { TableFile } from './read-table-file.ts'

const mostRows = 10_000
const mostColumns = 200
const mostLetters = 2000
const headingsOffered = 12

/** What is handed over for checking: the cells as they are read, and what their columns were taken for. */
export type StagedTable<Key extends string> = ColumnMatching<Key> & {
  readonly fileName: string
  readonly rows: string[][]
  /** The line of each row in the file, from 1. */
  readonly lines: number[]
}

/** Which sheet, which row of titles, and which column is what: recognised beforehand, corrected here. */
export function ColumnsSheet<Key extends string>(props: {
  readonly file: TableFile
  readonly columns: readonly ColumnDefinition<Key>[]
  readonly wordOf: (key: Key) => string
  /** Whether what must be there is matched; otherwise `lacking` is shown. */
  readonly isEnough: (mapping: ColumnMatching<Key>['mapping']) => boolean
  readonly lacking: string
  readonly staging: { readonly isPending: boolean; readonly refusal: RefusalFace | null }
  readonly onStage: (staged: StagedTable<Key>) => void
  readonly onBack: () => void
  /** Further fields beside the row of titles; `isHeld` while one of them is empty. */
  readonly children?: ReactNode
  readonly isHeld?: boolean
}) {
  const { columns: wanted, staging, wordOf, file } = props
  const { sheets } = file.table
  const [sheetAt, setSheetAt] = useState(() => fullestOf(sheets))
  const sheet = sheets[sheetAt]
  const rows = sheet?.rows ?? []
  const [matching, setMatching] = useState<ColumnMatching<Key>>(() => guessMatching(rows, wanted))
  const shown = useMemo(() => matchedColumns(rows, wanted, matching), [rows, wanted, matching])
  const choices = wanted.map(({ key }) => ({ value: key, label: wordOf(key) }))
  const columns = columnsToMatch<Key>(choices, (index, key) => setMatching(assignColumn(matching, wanted, index, key)))
  const count = Math.max(0, rows.length - matching.firstRecordRow)
  const isEnough = props.isEnough(matching.mapping)
  const isReady = isEnough && count > 0 && rows.length <= mostRows && props.isHeld !== true
  return (
    <>
      <div className="filter-bar">
        <div className="filters">
          <SheetSelect
            sheets={sheets}
            at={sheetAt}
            onChange={(at) => {
              setSheetAt(at)
              setMatching(guessMatching(sheets[at]?.rows ?? [], wanted))
            }}
          />
          <TitleRow
            sheet={sheet}
            at={matching.headerRow}
            onChange={(at) => setMatching(matchingAtRow(rows, wanted, at))}
          />
          {props.children}
        </div>
        <div className="totals">
          <Button onPress={props.onBack}>{t('ファイルを選び直す')}</Button>
          <Button
            kind="main"
            isPending={staging.isPending}
            isDisabled={!isReady}
            onPress={() => props.onStage(stagedOf(file.name, sheet, matching))}
          >
            {t('{count}行を確かめる', { count })}
          </Button>
        </div>
      </div>
      {staging.refusal === null ? null : <ErrorNote face={staging.refusal} />}
      {rows.length <= mostRows ? null : (
        <p className="note">{t('一度に取り込めるのは10,000行までです。ファイルを分けてください。')}</p>
      )}
      {isEnough ? null : <p className="note">{props.lacking}</p>}
      <DataTable
        label={t('列の対応')}
        rows={shown}
        rowId={({ index }) => String(index)}
        columns={columns}
        empty={
          <EmptyState title={t('このシートには何も書かれていません')}>{t('ほかのシートを選んでください。')}</EmptyState>
        }
      />
    </>
  )
}

/** Which sheet of a file is taken; nothing to choose where there is one. */
export function SheetSelect(props: {
  readonly sheets: readonly TableSheet[]
  readonly at: number
  readonly onChange: (at: number) => void
}) {
  if (props.sheets.length < 2) return null
  return (
    <Select
      label={t('シート')}
      isRequired
      value={String(props.at)}
      choices={props.sheets.map(({ name, rows }, at) => ({ value: String(at), label: `${name}（${rows.length}）` }))}
      onChange={(at) => props.onChange(Number(at))}
    />
  )
}

/** The sheet with the most rows among those that are shown. */
export function fullestOf(sheets: readonly TableSheet[]): number {
  const sizeOf = (sheet: TableSheet | undefined) =>
    sheet === undefined || sheet.isHidden === true ? -1 : sheet.rows.length
  return sheets.reduce((best, sheet, at) => (sizeOf(sheet) > sizeOf(sheets[best]) ? at : best), 0)
}

function stagedOf<Key extends string>(
  fileName: string,
  sheet: TableSheet | undefined,
  matching: ColumnMatching<Key>,
): StagedTable<Key> {
  const rows = sheet?.rows ?? []
  return {
    ...matching,
    fileName: fileName.slice(0, 200),
    rows: rows.map((row) => row.slice(0, mostColumns).map((cell) => cell.slice(0, mostLetters))),
    lines: rows.map((_, at) => sheet?.lines[at] ?? at + 1),
  }
}

function columnsToMatch<Key extends string>(
  choices: readonly { readonly value: Key; readonly label: string }[],
  take: (index: number, key: Key | null) => void,
): Column<MatchedColumn<Key>>[] {
  return [
    {
      key: 'title',
      head: t('ファイルの列'),
      width: '28%',
      card: '1',
      cell: (column) => column.title || t('（見出しなし）{at}列目', { at: column.index + 1 }),
    },
    {
      key: 'key',
      head: t('取り込み先'),
      width: '17rem',
      card: '2',
      cell: (column) => (
        <Select
          label={t('「{title}」の取り込み先', { title: column.title || String(column.index + 1) })}
          hidesLabel
          emptyLabel={t('取り込まない')}
          choices={choices}
          value={column.key}
          onChange={(key) => take(column.index, key)}
        />
      ),
    },
    {
      key: 'state',
      head: t('見分け'),
      width: '6.5rem',
      card: '1-end',
      cell: (column) =>
        column.key === null ? (
          <Status colour="grey">{t('取り込まない')}</Status>
        ) : (
          <Status colour="green">{t('取り込む')}</Status>
        ),
    },
    { key: 'examples', head: t('中身の例'), card: '3', cell: (column) => column.examples.join('　／　') },
  ]
}

function TitleRow(props: {
  readonly sheet: TableSheet | undefined
  readonly at: number
  readonly onChange: (at: number) => void
}) {
  const choices = (props.sheet?.rows ?? []).slice(0, headingsOffered).flatMap((row, at) => {
    const words = row.filter((cell) => cell.trim() !== '').slice(0, 4)
    const label = t('{line}行目：{text}', {
      line: props.sheet?.lines[at] ?? at + 1,
      text: words.join('・').slice(0, 36),
    })
    return words.length === 0 ? [] : [{ value: String(at), label }]
  })
  return (
    <Select
      label={t('見出しの行')}
      isRequired
      choices={choices}
      value={String(props.at)}
      onChange={(at) => props.onChange(Number(at))}
    />
  )
}
