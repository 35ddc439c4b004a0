import type { GridColumn, Option } from '@ennoshita/ui'
import { t } from '@ennoshita/ui'
import type { AccountShown } from '../../contract.ts'
import { taxChoices } from '../tax-choices.ts'
import type { SlipRow } from './slip.ts'
import { placeOf } from './slip.ts'

/** Accounts and, beside each, its sub-accounts, as one list: an account that needs a sub-account is not offered without. */
export function placeOptions(accounts: readonly AccountShown[]): readonly Option[] {
  return accounts.flatMap((account) => {
    const { accountId, code, name, kana, divisionName: detail } = account
    const alone = { value: placeOf(accountId, null), code, label: name, kana, detail }
    const parts = account.parts.map((part) => ({
      value: placeOf(accountId, part.subAccountId),
      code: `${code}-${part.code}`,
      label: `${name}／${part.name}`,
      kana: `${kana} ${part.kana}`,
      words: [part.name],
      detail,
    }))
    return account.subAccounts === 'required' ? parts : [alone, ...parts]
  })
}

export function slipColumns(about: {
  readonly accounts: readonly AccountShown[]
  readonly departments: readonly Option[]
  readonly postedOn: string
}): readonly GridColumn<SlipRow>[] {
  return [
    {
      key: 'place',
      head: t('勘定科目／補助'),
      kind: 'choice',
      options: placeOptions(about.accounts),
      isRequired: true,
      width: '24%',
    },
    { key: 'debit', head: t('借方'), kind: 'amount', width: '9.5rem' },
    { key: 'credit', head: t('貸方'), kind: 'amount', width: '9.5rem' },
    { key: 'taxKey', head: t('税区分'), kind: 'choice', options: taxChoices(about.postedOn), width: '10rem' },
    { key: 'tax', head: t('内税・外税'), kind: 'choice', options: taxWays(), width: '7rem' },
    { key: 'departmentId', head: t('部門'), kind: 'choice', options: about.departments, width: '9rem' },
    { key: 'note', head: t('行の備考'), kind: 'text' },
  ]
}

const taxWays = (): readonly Option[] => [
  { value: 'included', label: t('内税'), code: '1', kana: 'ウチゼイ' },
  { value: 'added', label: t('外税'), code: '2', kana: 'ソトゼイ' },
  { value: 'apart', label: t('分けない'), code: '0', kana: 'ワケナイ' },
]
