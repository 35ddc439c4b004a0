import type { Option } from '@ennoshita/ui'
import { useAsk } from '@ennoshita/ui'
import { useMemo } from 'react'
import type { AccountShown } from '../contract.ts'
import { ledger } from '../contract.ts'

/** Accounts as choices: found by code, name, kana and romaji. */
export function useAccountOptions(): readonly Option[] {
  const answer = useAsk(ledger.accountList, { includeClosed: true })
  return useMemo(() => (answer.data ?? []).map(accountOption), [answer.data])
}

export function accountOption({ accountId, code, name, kana, divisionName }: AccountShown): Option {
  return { value: accountId, code, label: name, kana, detail: divisionName }
}
