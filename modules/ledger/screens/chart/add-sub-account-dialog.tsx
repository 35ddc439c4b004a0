import { FormDialog, showToast, TextField, t, useForm } from '@ennoshita/ui'
import type { AccountShown } from '../../contract.ts'
import { ledger } from '../../contract.ts'

/** 補助科目を足す: a bank account, a customer, a place under one account. */
export function AddSubAccountDialog(props: { readonly account: AccountShown; readonly onClose: () => void }) {
  const { accountId, name, parts } = props.account
  const form = useForm(ledger.addSubAccount, {
    draftKey: accountId,
    initial: { accountId, kana: '', code: String(parts.length + 1) },
    refreshes: [ledger.accountList],
    onDone: () => {
      showToast(t('補助科目を足しました。'))
      props.onClose()
    },
  })
  return (
    <FormDialog title={t('{name}の補助科目を足す', { name })} form={form} isOpen onClose={props.onClose}>
      <TextField {...form.field('code')} label={t('番号')} width="short" />
      <TextField {...form.field('name')} label={t('名前')} autoFocus />
      <TextField {...form.field('kana')} label={t('カナ')} />
    </FormDialog>
  )
}
