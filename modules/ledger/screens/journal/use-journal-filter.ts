import type { InputOf } from '@ennoshita/kernel'
import { isLocalDate } from '@ennoshita/kernel'
import { todayInTokyo, useAddressState, useSettledText } from '@ennoshita/ui'
import type { ledger } from '../../contract.ts'
import { monthEnd, monthOf } from '../months.ts'

/** What is looked for in the journals; it stands in the address. Without a word it is the month of today. */
export function useJournalFilter() {
  const today = todayInTokyo()
  const { typed, setTyped, settled } = useSettledText('text')
  const [from, setFrom] = useAddressState('from', monthOf(today))
  const [until, setUntil] = useAddressState('until', monthEnd(today))
  const [min, setMin] = useAddressState('min', '')
  const [max, setMax] = useAddressState('max', '')
  const [account, setAccount] = useAddressState('account', '')
  const [number, setNumber] = useAddressState('number', '')
  const wholeNumber = /^\d{1,9}$/.test(number.normalize('NFKC').trim()) ? Number(number.normalize('NFKC').trim()) : 0
  const input: InputOf<typeof ledger.journalList> = {
    text: settled,
    ...(isLocalDate(from) ? { fromOn: from } : {}),
    ...(isLocalDate(until) ? { untilOn: until } : {}),
    ...(min === '' ? {} : { amountFrom: Math.abs(Number(min)) }),
    ...(max === '' ? {} : { amountUntil: Math.abs(Number(max)) }),
    ...(account === '' ? {} : { accountId: account }),
    ...(wholeNumber === 0 ? {} : { number: wholeNumber }),
  }
  const hasMore = [min, max, account, number].some((part) => part !== '')
  return {
    ...{ typed, setTyped, from, setFrom, until, setUntil, min, setMin, max, setMax, account, setAccount },
    ...{ number, setNumber, input, hasMore, isNarrow: hasMore || settled !== '' },
  }
}

export type JournalFilter = ReturnType<typeof useJournalFilter>
