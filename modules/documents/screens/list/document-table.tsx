import type { Column } from '@ennoshita/ui'
import { Button, DataTable, instantInTable, Pager, Status, t, useLanguage } from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { useMemo } from 'react'
import type { DocumentRow } from '../document-words.ts'
import { dayWord, kindWord, yenWord } from '../document-words.ts'

const idOf = (row: DocumentRow) => row.documentId
const mostInOneAddress = 200

/** The documents that were found; Space selects, Enter opens. */
export function DocumentTable(props: {
  readonly rows: readonly DocumentRow[] | undefined
  readonly error: unknown
  readonly onOpen: (row: DocumentRow) => void
  readonly onArchive: ((documentIds: readonly string[]) => void) | undefined
  readonly onCorrect: ((rows: readonly DocumentRow[], clear: () => void) => void) | undefined
  readonly cursors: {
    readonly page: number
    readonly back: (() => void) | undefined
    readonly on: (() => void) | undefined
  }
  readonly empty: ReactNode
}) {
  const { onArchive, onCorrect, cursors } = props
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  const bulk = (rows: readonly DocumentRow[], clear: () => void) => (
    <>
      {onArchive === undefined ? null : (
        <Button onPress={() => onArchive(rows.slice(0, mostInOneAddress).map(idOf))}>
          {t('ZIPと一覧表で取り出す')}
        </Button>
      )}
      {onCorrect === undefined ? null : <Button onPress={() => onCorrect(rows, clear)}>{t('まとめて直す')}</Button>}
    </>
  )
  return (
    <>
      <DataTable
        label={t('書類')}
        rows={props.rows}
        rowId={idOf}
        columns={columns}
        error={props.error}
        onOpen={props.onOpen}
        empty={props.empty}
        {...(onArchive === undefined && onCorrect === undefined ? {} : { bulk })}
      />
      <Pager page={cursors.page} onBack={cursors.back} onNext={cursors.on} />
    </>
  )
}

function columnsOf(): Column<DocumentRow>[] {
  return [
    {
      key: 'on',
      head: t('取引年月日'),
      width: '7.5rem',
      card: '2',
      cell: (row) => dayWord(row.transactionOn) || <Status colour="amber">{t('未入力')}</Status>,
      sortBy: (row) => row.transactionOn,
    },
    {
      key: 'kind',
      head: t('種別'),
      width: '6rem',
      card: '3',
      cell: (row) => kindWord(row.kind),
      sortBy: (row) => kindWord(row.kind),
    },
    {
      key: 'partner',
      head: t('取引先'),
      width: '24%',
      card: '1',
      cell: (row) => row.partner || row.fileName,
      sortBy: (row) => row.partner,
    },
    {
      key: 'amount',
      head: t('金額'),
      width: '8.5rem',
      align: 'end',
      card: '1-end',
      cell: (row) => yenWord(row.amount),
      sortBy: (row) => row.amount,
    },
    {
      key: 'file',
      head: t('ファイル名'),
      card: 'none',
      cell: (row) => <span title={row.fileName}>{row.fileName}</span>,
      sortBy: (row) => row.fileName,
    },
    {
      key: 'kept',
      head: t('保存した時刻'),
      width: '9.5rem',
      card: '3-end',
      cell: (row) => instantInTable(row.keptAt, { withYear: true }),
      sortBy: (row) => row.keptAt,
    },
    {
      key: 'by',
      head: t('保存した人'),
      width: '7rem',
      card: 'none',
      cell: (row) => row.keptByName ?? t('自動'),
      sortBy: (row) => row.keptByName,
    },
    { key: 'state', head: t('状態'), width: '7rem', card: '2-end', cell: (row) => <DocumentState row={row} /> },
  ]
}

function DocumentState({ row }: { readonly row: DocumentRow }) {
  if (row.discardedAt !== null) return <Status colour="grey">{t('削除扱い')}</Status>
  return row.fileVersion > 1 ? <Status colour="blue">{t('第{version}版', { version: row.fileVersion })}</Status> : null
}
