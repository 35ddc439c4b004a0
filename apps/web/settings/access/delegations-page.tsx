import type { AnswerOf, LocalDate } from '@ennoshita/kernel'
import { kernel } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  Button,
  Checkbox,
  ComboBox,
  DataTable,
  DateField,
  dateInTable,
  EmptyState,
  ErrorNote,
  FormDialog,
  Status,
  showToast,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useForm,
  useLanguage,
  useRights,
  useSend,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { usePeopleChoices } from './people-choices.ts'

type Delegation = AnswerOf<typeof kernel.delegations>[number]
const idOf = (delegation: Delegation) => delegation.delegationId

function stateFace({ fromOn, untilOn }: Delegation, today: LocalDate) {
  if (fromOn > today) return <Status colour="blue">{t('予定')}</Status>
  return untilOn < today ? <Status colour="grey">{t('終わり')}</Status> : <Status colour="green">{t('いま')}</Status>
}

function columnsOf(today: LocalDate, end: (delegation: Delegation) => void): Column<Delegation>[] {
  const nobody = t('名前を消した人')
  return [
    {
      key: 'person',
      head: t('頼む人'),
      card: '1',
      cell: (each) => each.personName ?? nobody,
      sortBy: (each) => each.personName,
    },
    {
      key: 'deputy',
      head: t('代理の人'),
      card: '2',
      cell: (each) => each.deputyName ?? nobody,
      sortBy: (each) => each.deputyName,
    },
    {
      key: 'period',
      head: t('期間'),
      width: '18rem',
      card: '3',
      cell: (each) => t('{from} 〜 {until}', { from: dateInTable(each.fromOn), until: dateInTable(each.untilOn) }),
      sortBy: (each) => each.fromOn,
    },
    { key: 'state', head: t('状態'), width: '7rem', card: '1-end', cell: (each) => stateFace(each, today) },
    {
      key: 'act',
      head: t('操作'),
      width: '9rem',
      card: '3-end',
      cell: (each) =>
        each.untilOn < today ? null : (
          <Button kind="quiet" onPress={() => end(each)}>
            {t('代理を終える')}
          </Button>
        ),
    },
  ]
}

/** 代理: who may act in whose place between which days. */
export function DelegationsPage() {
  const today = todayInTokyo()
  const [past, setPast] = useAddressState('past', '')
  const [isAdding, setAdding] = useState(false)
  const answer = useAsk(kernel.delegations, { past: past === '1' })
  const end = useSend(kernel.endDelegation, {
    refreshes: [kernel.delegations],
    onDone: () => showToast(t('代理を終えました。')),
  })
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language, the act does not change
  const columns = useMemo(() => columnsOf(today, ({ delegationId }) => void end.send({ delegationId })), [inUse, today])
  const add = (
    <Button kind="main" onPress={() => setAdding(true)}>
      {t('代理を決める')}
    </Button>
  )
  return (
    <>
      <div className="filter-bar">
        <search className="filters">
          <Checkbox label={t('終わった代理も')} value={past === '1'} onChange={(next) => setPast(next ? '1' : '')} />
          {add}
        </search>
        <div className="totals">
          <Total label={t('代理')} value={answer.data?.length ?? 0} />
        </div>
      </div>
      {end.refusal === null ? null : <ErrorNote face={end.refusal} />}
      <DataTable
        label={t('代理')}
        rows={answer.data}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        empty={
          <EmptyState title={t('いま有効な代理はありません')} action={add}>
            {t(
              '休暇や出張の間に承認などを頼む人を、日付を決めて選べます。代理でしたことは「代理」として記録に残ります。',
            )}
          </EmptyState>
        }
      />
      {isAdding ? <DelegateDialog onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function DelegateDialog({ onClose }: { readonly onClose: () => void }) {
  const rights = useRights()
  const choices = usePeopleChoices()
  const form = useForm(kernel.delegate, {
    initial: { fromOn: todayInTokyo(), ...(rights.personId === undefined ? {} : { personId: rights.personId }) },
    refreshes: [kernel.delegations],
    onDone: () => {
      onClose()
      showToast(t('代理を決めました。'))
    },
  })
  return (
    <FormDialog title={t('代理を決める')} form={form} isOpen onClose={onClose}>
      {rights.may('kernel.delegate', 'company') ? (
        <ComboBox label={t('頼む人')} options={choices} {...form.field('personId')} />
      ) : null}
      <ComboBox label={t('代理の人')} options={choices} autoFocus {...form.field('deputyId')} />
      <DateField label={t('最初の日')} {...form.field('fromOn')} />
      <DateField label={t('最後の日')} {...form.field('untilOn')} help={t('この日まで代わりに操作できます。')} />
    </FormDialog>
  )
}
