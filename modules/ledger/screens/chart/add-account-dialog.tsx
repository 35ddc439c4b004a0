import { ComboBox, FieldRow, FormDialog, Select, showToast, TextField, t, todayInTokyo, useForm } from '@ennoshita/ui'
import { ledger } from '../../contract.ts'
import { taxClassOf, taxKeyOf } from '../../rules/tax-class.ts'
import { divisionChoices } from '../division-words.ts'
import { subAccountUseChoices, taxChoices } from '../tax-choices.ts'

/** 勘定科目を設ける. */
export function AddAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const form = useForm(ledger.addAccount, {
    initial: { kana: '', subAccounts: 'optional' },
    refreshes: [ledger.accountList],
    onDone: () => {
      showToast(t('勘定科目を設けました。'))
      onClose()
    },
  })
  const { taxClass } = form.draft
  return (
    <FormDialog title={t('勘定科目を設ける')} form={form} isOpen onClose={onClose} width="medium">
      <FieldRow>
        <TextField {...form.field('code')} label={t('番号')} width="short" autoFocus />
        <TextField {...form.field('name')} label={t('名前')} />
      </FieldRow>
      <TextField {...form.field('kana')} label={t('カナ')} help={t('かな・ローマ字で探すときに使います。')} />
      <Select
        {...form.field('division')}
        label={t('区分')}
        choices={divisionChoices()}
        help={t('あとから変えられません。')}
      />
      <FieldRow>
        <ComboBox
          label={t('ふだんの税区分')}
          options={taxChoices(todayInTokyo())}
          value={taxClass ? taxKeyOf(taxClassOfDraft(taxClass)) : null}
          onChange={(key) => form.change({ taxClass: key === null ? null : taxClassOf(key) })}
          error={form.errors.taxClass}
        />
        <Select {...form.field('subAccounts')} label={t('補助科目')} choices={subAccountUseChoices()} />
      </FieldRow>
    </FormDialog>
  )
}

const taxClassOfDraft = ({
  side,
  nature,
  rateClass,
  use,
  invoice,
  isReturn,
}: Partial<ReturnType<typeof taxClassOf>>) => ({
  ...{ side: side ?? 'none', nature: nature ?? null, rateClass: rateClass ?? null },
  ...{ use: use ?? null, invoice: invoice ?? null, isReturn: isReturn ?? false },
})
