import type { AnswerOf } from '@ennoshita/kernel'
import { useDepartmentOptions } from '@ennoshita/people/options'
import type { Column } from '@ennoshita/ui'
import {
  AmountField,
  ComboBox,
  DataTable,
  ErrorNote,
  FieldRow,
  Select,
  Sheet,
  says,
  t,
  useAsk,
  useLanguage,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { approvals } from '../../contract.ts'
import { passingWords } from '../../rules/approver-words.ts'
import { kindsOffered, kindWord } from '../words-of-matters.tsx'

type Step = AnswerOf<typeof approvals.routePreviews>['steps'][number]
const idOf = (step: Step) => String(step.number)

function peopleWord(step: Step): string {
  if (step.passedOver !== null) return says(passingWords[step.passedOver])
  return step.people.map(({ name }) => t('{name}さん', { name })).join('、')
}

function columnsOf(): Column<Step>[] {
  return [
    { key: 'number', head: t('段'), width: '3.5rem', card: 'none', cell: (step) => step.number },
    {
      key: 'name',
      head: t('名前'),
      width: '12rem',
      card: '1',
      cell: (step) => <span className="cell-lines">{step.name}</span>,
    },
    {
      key: 'people',
      head: t('今日なら承認する人'),
      card: '2',
      cell: (step) => <span className="cell-lines">{peopleWord(step)}</span>,
    },
    {
      key: 'need',
      head: t('決め方'),
      width: '8rem',
      card: '1-end',
      cell: (step) => (step.need === 'all' ? t('全員') : t('だれか一人')),
    },
  ]
}

/** 下見: who would be asked if the one who looks submitted such a matter today. */
export function PreviewSheet() {
  const departments = useDepartmentOptions()
  const inUse = useLanguage()
  const [kind, setKind] = useState<(typeof kindsOffered)[number]>('payables.invoice')
  const [amount, setAmount] = useState<number | null>(500_000)
  const [departmentId, setDepartmentId] = useState<string | null>(null)
  const answer = useAsk(approvals.routePreviews, {
    kind,
    ...(amount === null ? {} : { amount }),
    ...(departmentId === null ? {} : { departmentId }),
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  const refusal = answer.data?.refusal
  return (
    <Sheet title={t('下見：あなたが今日申請したら')}>
      <div className="form-fields">
        <FieldRow>
          <Select
            label={t('何の承認か')}
            isRequired
            choices={kindsOffered.map((value) => ({ value, label: kindWord(value) }))}
            value={kind}
            onChange={(next) => setKind(next ?? 'payables.invoice')}
          />
          <AmountField label={t('金額')} value={amount} onChange={setAmount} />
          <ComboBox label={t('対象の部署')} options={departments} value={departmentId} onChange={setDepartmentId} />
        </FieldRow>
      </div>
      {refusal ? <ErrorNote face={{ kind: 'conflict', code: 'approvals.preview', ...refusal }} /> : null}
      {answer.data?.route ? <p className="lead">{t('経路：{name}', { name: answer.data.route.name })}</p> : null}
      <DataTable
        label={t('下見：あなたが今日申請したら')}
        rows={answer.data?.steps}
        rowId={idOf}
        columns={columns}
        error={answer.error}
      />
    </Sheet>
  )
}
