import type { AnswerOf } from '@ennoshita/kernel'
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
  Select,
  Status,
  says,
  showToast,
  TextField,
  Total,
  t,
  useAddressState,
  useAsk,
  useForm,
  useLanguage,
  useRights,
  useSend,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { usePeopleChoices } from './people-choices.ts'
import { separatedDuties } from './separated-duties.ts'

type Exception = AnswerOf<typeof kernel.dutyExceptions>[number]
const idOf = (exception: Exception) => exception.exceptionId

function columnsOf(withdraw: ((exception: Exception) => void) | undefined): Column<Exception>[] {
  return [
    { key: 'person', head: t('人'), width: '11rem', card: '1', cell: (each) => each.personName ?? t('名前を消した人') },
    { key: 'what', head: t('一人でしてよいこと'), width: '24rem', card: '2', cell: (each) => says(each.says) },
    { key: 'reason', head: t('理由'), card: '3', cell: (each) => each.reason },
    {
      key: 'until',
      head: t('期限'),
      width: '10rem',
      card: '2-end',
      cell: (each) =>
        each.untilOn === null ? <Status colour="amber">{t('期限なし')}</Status> : dateInTable(each.untilOn),
      sortBy: (each) => each.untilOn,
    },
    {
      key: 'state',
      head: t('状態'),
      width: '8rem',
      card: '1-end',
      cell: (each) =>
        each.withdrawnAt === null ? (
          <Status colour="amber">{t('例外')}</Status>
        ) : (
          <Status colour="grey">{t('取り消し済み')}</Status>
        ),
    },
    ...(withdraw === undefined
      ? []
      : [
          {
            key: 'act',
            head: t('操作'),
            width: '8rem',
            card: '3-end' as const,
            cell: (each: Exception) =>
              each.withdrawnAt === null ? (
                <Button kind="quiet" onPress={() => withdraw(each)}>
                  {t('取り消す')}
                </Button>
              ) : null,
          },
        ]),
  ]
}

/** 職務分掌の例外: who may confirm what they made themselves, why, and until when; every use stands in the log. */
export function DutiesPage() {
  const [all, setAll] = useAddressState('all', '')
  const [isAdding, setAdding] = useState(false)
  const rights = useRights()
  const keeps = rights.may('kernel.except-duties')
  const answer = useAsk(kernel.dutyExceptions, { withdrawn: all === '1' })
  const withdraw = useSend(kernel.withdrawException, {
    refreshes: [kernel.dutyExceptions],
    onDone: () => showToast(t('例外を取り消しました。')),
  })
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language, the act does not change
  const columns = useMemo(
    () => columnsOf(keeps ? ({ exceptionId }) => void withdraw.send({ exceptionId }) : undefined),
    [inUse, keeps],
  )
  const add = keeps ? <Button onPress={() => setAdding(true)}>{t('例外を登録')}</Button> : null
  return (
    <>
      <div className="filter-bar">
        <search className="filters">
          <Checkbox
            label={t('取り消した例外・過ぎた例外も')}
            value={all === '1'}
            onChange={(next) => setAll(next ? '1' : '')}
          />
          {add}
        </search>
        <div className="totals">
          <Total label={t('例外')} value={answer.data?.length ?? 0} />
        </div>
      </div>
      {withdraw.refusal === null ? null : <ErrorNote face={withdraw.refusal} />}
      <DataTable
        label={t('職務分掌の例外')}
        rows={answer.data}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        empty={
          <EmptyState title={t('例外はありません')} action={add}>
            {t(
              '作った人と承認する人は別、が決まりです。人が足りず守れないときだけ、だれが・何を・なぜ・いつまでかを登録します。使うたびに、記録に例外として残ります。',
            )}
          </EmptyState>
        }
      />
      {isAdding ? <ExceptionDialog onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function ExceptionDialog({ onClose }: { readonly onClose: () => void }) {
  const choices = usePeopleChoices()
  const form = useForm(kernel.exceptDuty, {
    initial:
      separatedDuties.length === 1 && separatedDuties[0] !== undefined ? { command: separatedDuties[0].name } : {},
    refreshes: [kernel.dutyExceptions],
    onDone: () => {
      onClose()
      showToast(t('例外を登録しました。'))
    },
  })
  return (
    <FormDialog title={t('職務分掌の例外を登録')} form={form} isOpen onClose={onClose}>
      <Select
        label={t('一人でしてよいこと')}
        choices={separatedDuties.map((each) => ({ value: each.name, label: says(each.says) }))}
        {...form.field('command')}
      />
      <ComboBox label={t('人')} options={choices} autoFocus {...form.field('personId')} />
      <TextField
        label={t('理由')}
        {...form.field('reason')}
        help={t('記録とともに、あとから監査で読まれる言葉です。')}
      />
      <DateField
        label={t('期限')}
        {...form.field('untilOn')}
        help={t('この日で自動的に終わります。決めておくことを勧めます。')}
      />
    </FormDialog>
  )
}
