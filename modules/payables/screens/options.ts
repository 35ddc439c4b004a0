import { ledger } from '@ennoshita/ledger'
import type { Option } from '@ennoshita/ui'
import { useAsk } from '@ennoshita/ui'
import { useMemo } from 'react'

/** The accounts that take lines, in the order of the statements; found by code, name, kana or romaji. */
export function useAccountOptions(): readonly Option[] {
  const answer = useAsk(ledger.accountList, {})
  return useMemo(
    () => (answer.data ?? []).map(({ accountId, code, name, kana }) => ({ value: accountId, label: name, code, kana })),
    [answer.data],
  )
}

/** The sub-accounts (補助科目) of an account; none while no account is chosen. */
export function useSubAccountOptions(accountId: string | null | undefined): readonly Option[] {
  const answer = useAsk(ledger.accountList, {})
  return useMemo(
    () =>
      (answer.data?.find((account) => account.accountId === accountId)?.parts ?? []).map(
        ({ subAccountId, code, name, kana }) => ({ value: subAccountId, label: name, code, kana }),
      ),
    [answer.data, accountId],
  )
}

/** The sub-accounts of all accounts, for a grid whose lines have different accounts; each tells its account. */
export function useAllSubAccountOptions(): readonly Option[] {
  const answer = useAsk(ledger.accountList, {})
  return useMemo(
    () =>
      (answer.data ?? []).flatMap((account) =>
        account.parts.map(({ subAccountId, code, name, kana }) => ({
          value: subAccountId,
          label: `${account.name}／${name}`,
          code: `${account.code}-${code}`,
          kana,
        })),
      ),
    [answer.data],
  )
}

/** Whether lines of an account must name a sub-account. */
export function useNeedsSubAccount(accountId: string | null | undefined): boolean {
  const answer = useAsk(ledger.accountList, {})
  return answer.data?.find((account) => account.accountId === accountId)?.subAccounts === 'required'
}
