import type { AnswerOf } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  Button,
  Checkbox,
  DataTable,
  EmptyState,
  ErrorNote,
  FilterField,
  LinkButton,
  Screen,
  Select,
  Status,
  showToast,
  Total,
  t,
  useAddressState,
  useAsk,
  useFiltered,
  useLanguage,
  useSend,
  useSettledText,
} from '@ennoshita/ui'
import { useMemo } from 'react'
import { work } from '../../contract.ts'
import { minutesWord } from '../inventory/inventory-columns.tsx'
import { timingWord } from '../kind-words.ts'

type ReadyKind = AnswerOf<typeof work.readyKinds>[number]

const idOf = (kind: ReadyKind) => kind.key
const groupOf = (kind: ReadyKind) => `${kind.department}　${kind.middle}`
const textOf = (kind: ReadyKind) =>
  `${kind.name} ${kind.department} ${kind.major} ${kind.middle} ${kind.law} ${kind.dueText}`

function columnsOf(): Column<ReadyKind>[] {
  return [
    { key: 'name', head: t('業務名'), width: '30%', card: '1', cell: (kind) => kind.name, sortBy: (kind) => kind.name },
    {
      key: 'timing',
      head: t('時期'),
      width: '5rem',
      card: '1-end',
      cell: (kind) => timingWord(kind.timing),
      sortBy: (kind) => kind.timing,
    },
    { key: 'due', head: t('期日の決まり'), width: '26%', card: '2', cell: (kind) => kind.dueText },
    {
      key: 'usual',
      head: t('1件の時間'),
      width: '6rem',
      align: 'end',
      card: '3-end',
      cell: (kind) => minutesWord(kind.usualMinutes),
      sortBy: (kind) => kind.usualMinutes,
    },
    {
      key: 'law',
      head: t('根拠法令・法定の期限'),
      card: '3',
      cell: (kind) => <span title={kind.law}>{kind.law}</span>,
      sortBy: (kind) => (kind.law === '' ? null : kind.law),
    },
    {
      key: 'state',
      head: t('状態'),
      width: '7rem',
      card: '2-end',
      cell: (kind) => (kind.isAdopted ? <Status colour="green">{t('取り入れ済み')}</Status> : null),
      sortBy: (kind) => (kind.isAdopted ? 1 : 0),
    },
  ]
}

/** 用意された業務: ready kinds of a normal back office, to be ticked and adopted. */
export default function ReadyKindsScreen() {
  const [department, setDepartment] = useAddressState('department', '')
  const [only, setOnly] = useAddressState('only', '')
  const text = useSettledText()
  const answer = useAsk(work.readyKinds, {})
  const found = useFiltered(answer.data, text.typed, textOf)
  const rows = useMemo(
    () =>
      found?.filter(
        (kind) => (department === '' || kind.department === department) && (only === '' || !kind.isAdopted),
      ),
    [found, department, only],
  )
  const adopting = useSend(work.adoptReadyKinds, { refreshes: [work.readyKinds, work.inventoryRows] })
  const departments = [...new Set((answer.data ?? []).map((kind) => kind.department))]
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(columnsOf, [inUse])

  async function adopt(kinds: readonly ReadyKind[], clear: () => void) {
    const done = await adopting.send({ keys: kinds.map((kind) => kind.key) })
    if (done === undefined) return
    clear()
    const known = done.alreadyThere.length
    const adopted = t('{count}件の業務を取り入れました。', { count: done.adopted.length })
    showToast(known === 0 ? adopted : `${adopted} ${t('{count}件は取り入れ済みです。', { count: known })}`)
  }
  return (
    <Screen
      title={t('用意された業務')}
      actions={<LinkButton to="/work/inventory">{t('業務棚卸表')}</LinkButton>}
      filters={
        <>
          <FilterField label={t('業務名・法令で絞り込む')} value={text.typed} onChange={text.setTyped} />
          <Select
            label={t('部門')}
            hidesLabel
            emptyLabel={t('全部門')}
            choices={departments.map((name) => ({ value: name, label: name }))}
            value={department}
            onChange={(name) => setDepartment(name ?? '')}
          />
          <Checkbox
            label={t('まだ取り入れていないものだけ')}
            value={only !== ''}
            onChange={(isOnly) => setOnly(isOnly ? 'open' : '')}
          />
        </>
      }
      totals={
        <>
          <Total label={t('表示')} value={rows?.length ?? 0} unit={t('件')} />
          <Total
            label={t('取り入れ済み')}
            value={(answer.data ?? []).filter((kind) => kind.isAdopted).length}
            unit={t('／{total}件', { total: answer.data?.length ?? 0 })}
          />
        </>
      }
    >
      <p className="lead">
        {t(
          '行を選んで「取り入れる」と、期日の決まり・手順・根拠法令・使う書類・つまずきやすい点が付いた業務が棚卸表に入り、期日の前にやることが自動で用意されます。あとから自由に書き直せます。',
        )}
      </p>
      {adopting.refusal === null ? null : <ErrorNote face={adopting.refusal} />}
      <DataTable
        label={t('用意された業務')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        groupOf={groupOf}
        bulk={(kinds, clear) => {
          const open = kinds.filter((kind) => !kind.isAdopted)
          return (
            <Button
              kind="main"
              isPending={adopting.isPending}
              isDisabled={open.length === 0}
              onPress={() => void adopt(open, clear)}
            >
              {t('{count}件を取り入れる', { count: open.length })}
            </Button>
          )
        }}
        empty={<EmptyState title={t('この条件に当たる業務はありません')}>{t('条件をゆるめてください。')}</EmptyState>}
      />
    </Screen>
  )
}
