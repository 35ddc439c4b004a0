import type { InputOf } from '@ennoshita/kernel'
import { isLocalDate } from '@ennoshita/kernel'
import { useAddressState, useSettledText } from '@ennoshita/ui'
import type { documents } from '../../contract.ts'
import { documentKinds } from '../../contract.ts'

/** What is looked for; it stands in the address, so that a search can be sent to a colleague or an inspector. */
export function useDocumentFilter() {
  const text = useSettledText('text')
  const partner = useSettledText('partner')
  const [from, setFrom] = useAddressState('from', '')
  const [until, setUntil] = useAddressState('until', '')
  const [min, setMin] = useAddressState('min', '')
  const [max, setMax] = useAddressState('max', '')
  const [kindText, setKind] = useAddressState('kind', '')
  const [discarded, setDiscarded] = useAddressState('discarded', '')
  const kind = documentKinds.find((each) => each === kindText)
  const input: InputOf<typeof documents.documentList> = {
    text: text.settled,
    partner: partner.settled,
    includeDiscarded: discarded !== '',
    ...(kind === undefined ? {} : { kind }),
    ...(isLocalDate(from) ? { fromOn: from } : {}),
    ...(isLocalDate(until) ? { untilOn: until } : {}),
    ...(min === '' ? {} : { amountFrom: Number(min) }),
    ...(max === '' ? {} : { amountUntil: Number(max) }),
  }
  const hasMore = [partner.settled, from, until, min, max, kindText, discarded].some((part) => part !== '')
  const isNarrow = text.settled !== '' || [partner.settled, from, until, min, max, kindText].some((part) => part !== '')
  return {
    ...{ text, partner, from, setFrom, until, setUntil, min, setMin, max, setMax, kind, setKind },
    ...{ discarded, setDiscarded, input, hasMore, isNarrow },
  }
}

export type DocumentFilter = ReturnType<typeof useDocumentFilter>
