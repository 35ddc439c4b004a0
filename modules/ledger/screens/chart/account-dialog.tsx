import {
  Button,
  ComboBox,
  DateField,
  FieldRow,
  FormDialog,
  LinkButton,
  Select,
  showToast,
  TextField,
  t,
  todayInTokyo,
  useForm,
} from '@ennoshita/ui'
import { useState } from 'react'
import type { AccountShown } from '../../contract.ts'
import { ledger } from '../../contract.ts'
import { taxClassOf, taxKeyOf } from '../../rules/tax-class.ts'
import { divisionWord } from '../division-words.ts'
import { subAccountUseChoices, taxChoicesWith } from '../tax-choices.ts'
import { AddSubAccountDialog } from './add-sub-account-dialog.tsx'

/** One account: its names, its usual tax class, its sub-accounts, and until when it takes lines. */
export function AccountDialog(props: { readonly account: AccountShown; readonly onClose: () => void }) {
  const { account, onClose } = props
  const { accountId, version, code, name, kana, taxClass, subAccounts, closedOn } = account
  const [key, setKey] = useState(taxKeyOf(taxClass))
  const [isAddingPart, setAddingPart] = useState(false)
  const form = useForm(ledger.changeAccount, {
    draftKey: `${accountId} ${version}`,
    initial: { accountId, version, code, name, kana, taxClass, subAccounts, closedOn },
    refreshes: [ledger.accountList],
    onDone: () => {
      showToast(t('勘定科目を変えました。'))
      onClose()
    },
  })
  if (isAddingPart) return <AddSubAccountDialog account={account} onClose={() => setAddingPart(false)} />
  return (
    <FormDialog title={t('{code} {name}', { code, name })} form={form} isOpen onClose={onClose} width="medium">
      <p>
        {t('区分：{division}', { division: divisionWord(account.division) })}　
        <LinkButton kind="quiet" to={`/ledgers/${accountId}`}>
          {t('元帳を見る')}
        </LinkButton>
      </p>
      <FieldRow>
        <TextField {...form.field('code')} label={t('番号')} width="short" />
        <TextField {...form.field('name')} label={t('名前')} autoFocus />
      </FieldRow>
      <TextField {...form.field('kana')} label={t('カナ')} />
      <FieldRow>
        <ComboBox
          label={t('ふだんの税区分')}
          options={taxChoicesWith(todayInTokyo(), key)}
          value={key}
          onChange={(next) => {
            if (next === null) return
            setKey(next)
            form.change({ taxClass: taxClassOf(next) })
          }}
          error={form.errors.taxClass}
        />
        <Select {...form.field('subAccounts')} label={t('補助科目')} isRequired choices={subAccountUseChoices()} />
      </FieldRow>
      <DateField
        {...form.field('closedOn')}
        label={t('この日で閉じる')}
        help={t('この日より後の仕訳には使えなくなります。空にすると、また使えます。')}
      />
      <section aria-label={t('補助科目')}>
        <ul className="plain-list">
          {account.parts.map((part) => (
            <li key={part.subAccountId}>{`${part.code}　${part.name}`}</li>
          ))}
        </ul>
        {subAccounts === 'none' ? null : (
          <Button kind="quiet" onPress={() => setAddingPart(true)}>
            {t('補助科目を足す')}
          </Button>
        )}
      </section>
    </FormDialog>
  )
}
