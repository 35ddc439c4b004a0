import type { AnswerOf } from '@ennoshita/kernel'
import { kernel } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  EmptyState,
  FilterField,
  instantInTable,
  Select,
  Status,
  Total,
  t,
  useAddressState,
  useAsk,
  useFiltered,
  useLanguage,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { detailWord, isRefusal, kindWord } from './security-words.ts'

type Entry = AnswerOf<typeof kernel.securityEntries>[number]
const atOnce = 500
const idOf = (entry: Entry) => String(entry.id)
const textOf = (entry: Entry) =>
  [kindWord(entry.kind), entry.personName ?? '', detailWord(entry.detail), entry.address, entry.at.slice(0, 10)].join(
    ' ',
  )

function columnsOf(): Column<Entry>[] {
  return [
    {
      key: 'at',
      head: t('日時'),
      width: '10rem',
      card: '2',
      cell: (entry) => instantInTable(entry.at, { withYear: true }),
      sortBy: (entry) => entry.at,
    },
    {
      key: 'kind',
      head: t('できごと'),
      width: '16rem',
      card: '1',
      cell: (entry) =>
        isRefusal(entry.kind) ? <Status colour="red">{kindWord(entry.kind)}</Status> : kindWord(entry.kind),
      sortBy: (entry) => kindWord(entry.kind),
    },
    { key: 'who', head: t('人'), width: '12rem', card: '1-end', cell: (entry) => entry.personName ?? '' },
    { key: 'detail', head: t('内容'), card: '3', cell: (entry) => detailWord(entry.detail) },
    { key: 'address', head: t('接続元'), width: '11rem', card: '2-end', cell: (entry) => entry.address },
  ]
}

/** Sign-ins, failures and refusals, newest first; kept to find misuse, never to measure anyone. */
export function SecurityPage() {
  const [filter, setFilter] = useState('')
  const [only, setOnly] = useAddressState('only', '')
  const [from, setFrom] = useState(0)
  const answer = useAsk(kernel.securityEntries, { limit: atOnce, offset: from })
  const chosen = useMemo(
    () => (only === '' ? answer.data : answer.data?.filter((entry) => isRefusal(entry.kind))),
    [answer.data, only],
  )
  const rows = useFiltered(chosen, filter, textOf)
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  const isFull = answer.data?.length === atOnce
  return (
    <>
      <div className="filter-bar">
        <search className="filters">
          <FilterField label={t('人・できごと・接続元で絞り込む')} value={filter} onChange={setFilter} />
          <Select
            label={t('記録の種類')}
            hidesLabel
            emptyLabel={t('すべて')}
            choices={[{ value: 'refused', label: t('失敗と拒否だけ') }]}
            value={only === '' ? null : 'refused'}
            onChange={(next) => setOnly(next ?? '')}
          />
        </search>
        <div className="totals">
          <Total label={t('件数')} value={rows?.length ?? 0} />
        </div>
      </div>
      <DataTable
        label={t('サインインと拒否')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        empty={<EmptyState title={t('当てはまる記録はありません')} />}
      />
      {from === 0 && !isFull ? null : (
        <div className="pager">
          <Button isDisabled={from === 0} onPress={() => setFrom(Math.max(0, from - atOnce))}>
            {t('新しい記録へ')}
          </Button>
          <Button isDisabled={!isFull} onPress={() => setFrom(from + atOnce)}>
            {t('古い記録へ')}
          </Button>
        </div>
      )}
    </>
  )
}
