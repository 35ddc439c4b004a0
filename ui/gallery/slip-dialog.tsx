import { defineCommand, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { AmountField, ComboBox, DateField, FieldRow, FormDialog, TextField, useForm } from '../index.ts'
import { accounts } from './slips.ts'

const addSlip = defineCommand('gallery.add-slip', {
  says: { ja: '仕訳を追加', en: 'Add a journal' },
  input: z.object({
    on: field.localDate,
    debit: field.line(),
    credit: field.line(),
    amount: field.yen,
    note: field.text().optional(),
  }),
  answer: z.object({}),
})

export function SlipDialog(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const form = useForm(addSlip, { initial: { on: '2026-11-20' } })
  return (
    <FormDialog title="仕訳を追加" form={form} isOpen={props.isOpen} onClose={props.onClose}>
      <DateField label="日付" autoFocus near="2026-11-20" {...form.field('on')} />
      <FieldRow>
        <ComboBox label="借方科目" options={accounts} {...form.field('debit')} />
        <ComboBox label="貸方科目" options={accounts} {...form.field('credit')} />
      </FieldRow>
      <AmountField label="金額" help="税込で入力してください。全角数字も計算式も使えます。" {...form.field('amount')} />
      <TextField label="摘要" {...form.field('note')} />
    </FormDialog>
  )
}
