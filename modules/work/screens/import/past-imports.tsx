import type { AnswerOf } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import { DataTable, instantInTable, Status, t, useAsk, useLanguage } from '@ennoshita/ui'
import { useMemo } from 'react'
import { work } from '../../contract.ts'

type PastImport = AnswerOf<typeof work.importReports>['imports'][number]

const idOf = (one: PastImport) => one.importId

function stateFace(state: PastImport['state']) {
  if (state === 'applied') return <Status colour="green">{t('取り込み済み')}</Status>
  return state === 'staged' ? (
    <Status colour="blue">{t('確認待ち')}</Status>
  ) : (
    <Status colour="grey">{t('取り消し済み')}</Status>
  )
}

function columnsOf(): Column<PastImport>[] {
  return [
    { key: 'file', head: t('ファイル'), card: '1', cell: (one) => one.fileName, sortBy: (one) => one.fileName },
    {
      key: 'at',
      head: t('読み込んだ日時'),
      width: '10rem',
      card: '2',
      cell: (one) => instantInTable(one.stagedAt, { withYear: true }),
      sortBy: (one) => one.stagedAt,
    },
    { key: 'lines', head: t('行'), width: '5rem', align: 'end', card: 'none', cell: (one) => one.lineCount },
    { key: 'made', head: t('取り込んだ業務'), width: '8rem', align: 'end', card: '2-end', cell: (one) => one.made },
    { key: 'remarked', head: t('指摘'), width: '5rem', align: 'end', card: 'none', cell: (one) => one.remarked },
    { key: 'state', head: t('状態'), width: '8rem', card: '1-end', cell: (one) => stateFace(one.state) },
  ]
}

/** Earlier imports, to go on with, to look up, to undo. */
export function PastImports({ onOpen }: { readonly onOpen: (importId: string) => void }) {
  const answer = useAsk(work.importReports, { limit: 100 })
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(columnsOf, [inUse])
  if (answer.data !== undefined && answer.data.imports.length === 0) return null
  return (
    <DataTable
      label={t('これまでの取り込み')}
      rows={answer.data?.imports}
      rowId={idOf}
      columns={columns}
      error={answer.error}
      groupOf={() => t('これまでの取り込み')}
      onOpen={(one) => onOpen(one.importId)}
    />
  )
}
