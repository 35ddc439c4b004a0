import { AmountField, FieldRow, RadioGroup, Select, TextField, t } from '@ennoshita/ui'
import { sourceAccountTypes } from '../../../rules/payment/payment-form.ts'
import { BankKanaPreview } from '../../vendor/bank-kana-preview.tsx'
import { accountTypeWord } from '../payment-words.tsx'
import type { Bank } from './source-dialogs.tsx'
import { cutOffWord } from './source-words.ts'

type Fees = Bank['fees']
type Errors = Readonly<Record<string, string>>

/** The bank account as the contract of 総合振込 names it. */
export function BankFields(props: {
  readonly bank: Bank
  readonly errors: Errors
  readonly onChange: (bank: Bank) => void
}) {
  const { bank, errors, onChange } = props
  const tie = (
    name:
      | 'bankCode'
      | 'bankName'
      | 'bankKana'
      | 'branchCode'
      | 'branchName'
      | 'branchKana'
      | 'accountNumber'
      | 'clientCode'
      | 'clientKana'
      | 'cutOffTime',
  ) => ({
    value: bank[name],
    error: errors[`bank.${name}`],
    onChange: (text: string) => onChange({ ...bank, [name]: text }),
  })
  return (
    <>
      <FieldRow>
        <TextField label={t('銀行コード')} isRequired width="short" {...tie('bankCode')} />
        <TextField label={t('銀行名')} isRequired {...tie('bankName')} />
        <TextField label={t('銀行名（カナ）')} {...tie('bankKana')} />
      </FieldRow>
      <FieldRow>
        <TextField label={t('支店コード')} isRequired width="short" {...tie('branchCode')} />
        <TextField label={t('支店名')} isRequired {...tie('branchName')} />
        <TextField label={t('支店名（カナ）')} {...tie('branchKana')} />
      </FieldRow>
      <FieldRow>
        <RadioGroup
          label={t('預金種目')}
          isRequired
          choices={sourceAccountTypes.map((type) => ({ value: type, label: accountTypeWord(type) }))}
          value={bank.accountType}
          onChange={(accountType) => onChange({ ...bank, accountType })}
        />
        <TextField
          label={t('口座番号')}
          isRequired
          width="medium"
          {...tie('accountNumber')}
          help={t('7桁。先頭の0も入れます。')}
        />
      </FieldRow>
      <FieldRow>
        <TextField
          label={t('委託者コード')}
          isRequired
          width="medium"
          {...tie('clientCode')}
          help={t('銀行の契約書にある10桁です。')}
        />
        <div>
          <TextField label={t('委託者名（カナ）')} isRequired {...tie('clientKana')} />
          <BankKanaPreview text={bank.clientKana} />
        </div>
      </FieldRow>
      <FieldRow>
        <Select
          label={t('締切は何営業日前か')}
          isRequired
          choices={[0, 1, 2, 3, 4, 5].map((days) => ({
            value: String(days),
            label: days === 0 ? t('当日') : t('{days}営業日前', { days }),
          }))}
          value={String(bank.cutOffDays ?? 1)}
          error={errors['bank.cutOffDays']}
          onChange={(days) => onChange({ ...bank, cutOffDays: Number(days) })}
        />
        <TextField
          label={t('締切の時刻')}
          isRequired
          width="short"
          {...tie('cutOffTime')}
          help={cutOffWord(bank.cutOffDays ?? 1, bank.cutOffTime ?? '')}
        />
        <RadioGroup
          label={t('ファイルの改行')}
          isRequired
          choices={[
            { value: 'crlf', label: t('あり') },
            { value: 'none', label: t('なし') },
          ]}
          value={bank.newline ?? 'crlf'}
          onChange={(newline) => onChange({ ...bank, newline })}
        />
      </FieldRow>
      <FeeFields fees={bank.fees} errors={errors} onChange={(fees) => onChange({ ...bank, fees })} />
    </>
  )
}

/** 振込手数料, tax included, by where the money goes and how much is sent. */
function FeeFields(props: { readonly fees: Fees; readonly errors: Errors; readonly onChange: (fees: Fees) => void }) {
  const { fees, errors, onChange } = props
  const reaches = [
    ['sameBranch', t('同じ支店あて')],
    ['sameBank', t('同じ銀行のほかの支店あて')],
    ['otherBank', t('ほかの銀行あて')],
  ] as const
  return (
    <fieldset className="field radio-group">
      <legend className="field-label">{t('振込手数料（税込）')}</legend>
      {reaches.map(([reach, label]) => (
        <FieldRow key={reach}>
          <AmountField
            label={t('{label}・3万円未満', { label })}
            value={fees[reach].under30000}
            error={errors[`bank.fees.${reach}.under30000`]}
            onChange={(amount) => onChange({ ...fees, [reach]: { ...fees[reach], under30000: amount ?? 0 } })}
          />
          <AmountField
            label={t('{label}・3万円以上', { label })}
            value={fees[reach].from30000}
            error={errors[`bank.fees.${reach}.from30000`]}
            onChange={(amount) => onChange({ ...fees, [reach]: { ...fees[reach], from30000: amount ?? 0 } })}
          />
        </FieldRow>
      ))}
    </fieldset>
  )
}
