import type { TableSheet } from '@ennoshita/formats'
import type { LocalDate } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  DateField,
  EmptyState,
  ErrorNote,
  Select,
  Status,
  t,
  todayInTokyo,
  useSend,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { people } from '../../contract.ts'
import type { ColumnOfTable, TableMatching } from '../../rules/table-matching.ts'
import {
  assignColumn,
  columnsOfTable,
  guessMatching,
  matchingAtRow,
  namesAreMatched,
} from '../../rules/table-matching.ts'
import { columnChoices } from './import-words.ts'
import type { RegisterFile } from './read-register.ts'

const mostRows = 10_000
const mostColumns = 200
const mostLetters = 2000
const idOf = (column: ColumnOfTable) => String(column.index)
const sizeOf = (sheet: TableSheet | undefined) =>
  sheet === undefined || sheet.isHidden === true ? -1 : sheet.rows.length

function columnsToMatch(take: (index: number, key: string | null) => void): Column<ColumnOfTable>[] {
  const choices = columnChoices()
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
          <Status colour="grey">{t('対象外')}</Status>
        ) : (
          <Status colour="green">{t('取り込む')}</Status>
        ),
    },
    { key: 'examples', head: t('中身の例'), card: '3', cell: (column) => column.examples.join('　／　') },
  ]
}

/** Which sheet, which row of titles, which column is what, and as of which day the register speaks. */
export function ColumnsSheet(props: {
  readonly file: RegisterFile
  readonly onBack: () => void
  readonly onStaged: (importId: string) => void
}) {
  const { sheets } = props.file.table
  const fullest = sheets.reduce((best, sheet, at) => (sizeOf(sheet) > sizeOf(sheets[best]) ? at : best), 0)
  const [sheetAt, setSheetAt] = useState(fullest)
  const sheet = sheets[sheetAt]
  const rows = sheet?.rows ?? []
  const [matching, setMatching] = useState<TableMatching>(() => guessMatching(rows))
  const [fromOn, setFromOn] = useState<LocalDate | null>(todayInTokyo())
  const staging = useSend(people.stagePeopleImport, { onDone: ({ importId }) => props.onStaged(importId) })
  const shown = useMemo(() => columnsOfTable(rows, matching), [rows, matching])
  const columns = useMemo(
    () =>
      columnsToMatch((index, key) => {
        const chosen = columnChoices().find((choice) => choice.value === key)?.value ?? null
        setMatching(assignColumn(matching, index, chosen))
      }),
    [matching],
  )
  const count = Math.max(0, rows.length - matching.firstRecordRow)
  const isReady = namesAreMatched(matching) && count > 0 && rows.length <= mostRows && fromOn !== null

  function stage() {
    if (fromOn === null) return
    void staging.send({
      fileName: props.file.name.slice(0, 200),
      rows: rows.map((row) => row.slice(0, mostColumns).map((cell) => cell.slice(0, mostLetters))),
      lines: rows.map((_, at) => sheet?.lines[at] ?? at + 1),
      headerRow: matching.headerRow,
      firstRecordRow: matching.firstRecordRow,
      mapping: matching.mapping,
      fromOn,
    })
  }
  return (
    <>
      <div className="filter-bar">
        <div className="filters">
          {sheets.length < 2 ? null : (
            <Select
              label={t('シート')}
              isRequired
              value={String(sheetAt)}
              choices={sheets.map((each, at) => ({ value: String(at), label: `${each.name}（${each.rows.length}）` }))}
              onChange={(at) => {
                setSheetAt(Number(at))
                setMatching(guessMatching(sheets[Number(at)]?.rows ?? []))
              }}
            />
          )}
          <TitleRow sheet={sheet} at={matching.headerRow} onChange={(at) => setMatching(matchingAtRow(rows, at))} />
          <DateField label={t('いつ時点の名簿か')} isRequired value={fromOn} onChange={setFromOn} />
        </div>
        <div className="totals">
          <Button onPress={props.onBack}>{t('ファイルを選び直す')}</Button>
          <Button kind="main" isPending={staging.isPending} isDisabled={!isReady} onPress={stage}>
            {t('{count}行を確かめる', { count })}
          </Button>
        </div>
      </div>
      {staging.refusal === null ? null : <ErrorNote face={staging.refusal} />}
      {rows.length <= mostRows ? null : (
        <p className="note">{t('一度に取り込めるのは10,000行までです。ファイルを分けてください。')}</p>
      )}
      {namesAreMatched(matching) ? null : (
        <p className="note">
          {t('どの列が「氏名」（または「姓」）かを選んでください。見出しの行が違うときは、行を選び直してください。')}
        </p>
      )}
      <DataTable
        label={t('列の対応')}
        rows={shown}
        rowId={idOf}
        columns={columns}
        empty={
          <EmptyState title={t('このシートには何も書かれていません')}>{t('ほかのシートを選んでください。')}</EmptyState>
        }
      />
    </>
  )
}

function TitleRow(props: {
  readonly sheet: TableSheet | undefined
  readonly at: number
  readonly onChange: (at: number) => void
}) {
  const choices = (props.sheet?.rows ?? []).slice(0, 12).flatMap((row, at) => {
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
