import type { TableSheet } from '@ennoshita/formats'
import type { Column, TableFile } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  EmptyState,
  ErrorNote,
  fullestOf,
  Select,
  SheetSelect,
  Status,
  t,
  useSend,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { work } from '../../contract.ts'
import type { MatchedColumn, Matching } from '../../rules/import-matching.ts'
import {
  canBeStaged,
  letterOfColumn,
  matchedColumns,
  matchingOf,
  mostRows,
  stagingOf,
  titlesOf,
  withColumn,
  withHeading,
} from '../../rules/import-matching.ts'
import { columnChoices } from './column-words.ts'

const idOf = (column: MatchedColumn) => String(column.index)
const headingsOffered = 12

function columnsOf(take: (index: number, key: string | null) => void): Column<MatchedColumn>[] {
  const choices = columnChoices()
  return [
    { key: 'letter', head: t('列'), width: '3.5rem', card: 'none', cell: (column) => letterOfColumn(column.index) },
    { key: 'title', head: t('ファイルの見出し'), width: '30%', card: '1', cell: (column) => column.title },
    {
      key: 'key',
      head: t('取り込み先'),
      width: '15rem',
      card: '2',
      cell: (column) => (
        <Select
          label={t('{title}の取り込み先', { title: column.title || letterOfColumn(column.index) })}
          hidesLabel
          emptyLabel={t('備考に残す')}
          choices={choices}
          value={column.key}
          onChange={(key) => take(column.index, key)}
        />
      ),
    },
    {
      key: 'state',
      head: t('見分け'),
      width: '6rem',
      card: '1-end',
      cell: (column) =>
        column.key === null ? (
          <Status colour="grey">{t('残り')}</Status>
        ) : (
          <Status colour="green">{t('対応あり')}</Status>
        ),
    },
    { key: 'samples', head: t('中身の例'), card: '3', cell: (column) => column.samples.join('　／　') },
  ]
}

/** Which sheet, which heading, which column is what: recognised beforehand, corrected here. */
export function MatchingSheet(props: {
  readonly file: TableFile
  readonly onBack: () => void
  readonly onStaged: (importId: string, titles: readonly string[]) => void
}) {
  const { sheets } = props.file.table
  const [sheetAt, setSheetAt] = useState(() => fullestOf(sheets))
  const sheet = sheets[sheetAt]
  const rows = sheet?.rows ?? []
  const [matching, setMatching] = useState<Matching>(() => matchingOf(rows))
  const staging = useSend(work.stageInventoryImport, { refreshes: [work.importReports] })
  const matched = useMemo(() => matchedColumns(rows, matching), [rows, matching])
  const columns = useMemo(
    () => columnsOf((index, key) => setMatching(withColumn(matching, index, keyNamed(key)))),
    [matching],
  )
  const recordCount = Math.max(0, rows.length - matching.headerRow - matching.headerRowCount)
  const isTooLong = recordCount >= mostRows

  async function stage() {
    const fileName = sheets.length > 1 ? `${props.file.name}［${sheet?.name ?? ''}］` : props.file.name
    const answer = await staging.send({
      fileName: fileName.slice(0, 200),
      ...stagingOf(rows, sheet?.lines ?? [], matching),
    })
    if (answer !== undefined) props.onStaged(answer.importId, titlesOf(rows, matching))
  }
  return (
    <>
      <div className="filter-bar">
        <div className="filters">
          <SheetSelect
            sheets={sheets}
            at={sheetAt}
            onChange={(at) => {
              setSheetAt(at)
              setMatching(matchingOf(sheets[at]?.rows ?? []))
            }}
          />
          <HeadingSelect sheet={sheet} matching={matching} onChange={setMatching} />
        </div>
        <div className="totals">
          <Button onPress={props.onBack}>{t('ファイルを選び直す')}</Button>
          <Button
            kind="main"
            isPending={staging.isPending}
            isDisabled={!canBeStaged(matching) || recordCount === 0 || isTooLong}
            onPress={() => void stage()}
          >
            {t('{count}行を確認する', { count: recordCount })}
          </Button>
        </div>
      </div>
      {staging.refusal === null ? null : <ErrorNote face={staging.refusal} />}
      {isTooLong ? (
        <p className="note">{t('一度に取り込めるのは5,000行までです。ファイルを分けてください。')}</p>
      ) : null}
      {canBeStaged(matching) ? null : (
        <p className="note">
          {t('どの列が「業務名」かを選んでください。見出しの行が違うときは、行を選び直してください。')}
        </p>
      )}
      <DataTable
        label={t('列の対応')}
        rows={matched}
        rowId={idOf}
        columns={columns}
        empty={
          <EmptyState title={t('この表には何も書かれていません')}>{t('ほかのシートを選んでください。')}</EmptyState>
        }
      />
    </>
  )
}

const keyNamed = (key: string | null) => columnChoices().find((choice) => choice.value === key)?.value ?? null

function HeadingSelect(props: {
  readonly sheet: TableSheet | undefined
  readonly matching: Matching
  readonly onChange: (matching: Matching) => void
}) {
  const { matching, sheet } = props
  const rows = sheet?.rows ?? []
  const headings = rows.slice(0, headingsOffered).flatMap((row, at) => {
    const text = row.filter((cell) => cell.trim() !== '').slice(0, 4)
    const label = t('見出しは{line}行目：{text}', {
      line: sheet?.lines[at] ?? at + 1,
      text: text.join('・').slice(0, 40),
    })
    return text.length === 0 ? [] : [{ value: String(at), label }]
  })
  return (
    <>
      <Select
        label={t('見出しの行')}
        hidesLabel
        isRequired
        value={String(matching.headerRow)}
        choices={headings}
        onChange={(at) => props.onChange(withHeading(rows, Number(at), matching.headerRowCount))}
      />
      <Select
        label={t('見出しの行数')}
        hidesLabel
        isRequired
        value={matching.headerRowCount === 2 ? '2' : '1'}
        choices={[
          { value: '1', label: t('見出しは1行') },
          { value: '2', label: t('見出しは2行（上下で1つ）') },
        ]}
        onChange={(count) => props.onChange(withHeading(rows, matching.headerRow, count === '2' ? 2 : 1))}
      />
    </>
  )
}
