import type { InputOf } from '@ennoshita/kernel'
import { FieldRow, RadioGroup, says, TextField, t } from '@ennoshita/ui'
import type { payables } from '../../contract.ts'
import { readBankAccount } from '../../rules/vendor/bank-account.ts'
import { accountTypes } from '../../rules/vendor/vendor-form.ts'
import { accountTypeWord } from '../payment/payment-words.tsx'
import { BankKanaPreview } from './bank-kana-preview.tsx'

export type AccountDraft = NonNullable<InputOf<typeof payables.addVendor>['bankAccount']>
type TextName = Exclude<keyof AccountDraft, 'accountType'>

export const emptyAccount: AccountDraft = {
  bankCode: '',
  bankName: '',
  bankKana: '',
  branchCode: '',
  branchName: '',
  branchKana: '',
  accountType: 'ordinary',
  accountNumber: '',
  holder: '',
}

/** A bank account as the vendor tells it, and how the bank will read its holder. */
export function AccountFields(props: {
  readonly account: AccountDraft
  readonly vendorKana: string
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (account: AccountDraft) => void
  /** Where the fields stand in the command: `bankAccount.` or nothing. */
  readonly path?: string
}) {
  const { account, errors, onChange, path = '' } = props
  const tie = (name: TextName) => ({
    value: account[name],
    error: errors[`${path}${name}`],
    onChange: (text: string) => onChange({ ...account, [name]: text }),
  })
  return (
    <>
      <FieldRow>
        <TextField label={t('銀行コード')} isRequired width="short" {...tie('bankCode')} />
        <TextField label={t('銀行名')} {...tie('bankName')} />
        <TextField label={t('銀行名（カナ）')} {...tie('bankKana')} />
      </FieldRow>
      <FieldRow>
        <TextField label={t('支店コード')} isRequired width="short" {...tie('branchCode')} />
        <TextField label={t('支店名')} {...tie('branchName')} />
        <TextField label={t('支店名（カナ）')} {...tie('branchKana')} />
      </FieldRow>
      <FieldRow>
        <RadioGroup
          label={t('預金種目')}
          isRequired
          choices={accountTypes.map((type) => ({ value: type, label: accountTypeWord(type) }))}
          value={account.accountType ?? 'ordinary'}
          onChange={(accountType) => onChange({ ...account, accountType })}
        />
        <TextField
          label={t('口座番号')}
          isRequired
          width="medium"
          {...tie('accountNumber')}
          help={t('7桁。先頭の0も入れます。')}
        />
      </FieldRow>
      <TextField
        label={t('口座名義（カナ）')}
        isRequired
        {...tie('holder')}
        help={t('通帳や請求書にあるとおりのカナで。法人の種類は略さなくて構いません。')}
      />
      <BankKanaPreview text={account.holder} />
      <HolderRemarks account={account} vendorKana={props.vendorKana} />
    </>
  )
}

/** What is strange about a complete account, such as a holder of another name. */
function HolderRemarks({ account, vendorKana }: { readonly account: AccountDraft; readonly vendorKana: string }) {
  const read = readBankAccount({ ...emptyTexts, ...account }, vendorKana)
  if (!read.ok) return null
  const said = read.warnings.filter((warning) => warning.field === 'holder')
  if (said.length === 0) return null
  return (
    <div className="note">
      {said.map((warning) => (
        <p key={warning.ja}>{says(warning)}</p>
      ))}
    </div>
  )
}

const emptyTexts = { bankName: '', bankKana: '', branchName: '', branchKana: '' }
