import type { Option } from '@ennoshita/ui'
import { useAsk } from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { payables } from '../../contract.ts'

const atOnce = 500

/**
 * The vendors for a ComboBox: found by code, name, kana and romaji among the first 500; what is written also asks the
 * server, for companies that have more. `chosen` stays in the list whatever is sought.
 */
export function useVendorOptions(chosen?: { readonly vendorId: string | null; readonly vendorName: string }) {
  const [text, setText] = useState('')
  const all = useAsk(payables.vendorList, { limit: atOnce })
  const isWhole = all.data !== undefined && all.data.next === null
  const sought = useAsk(payables.vendorList, { text, limit: 50 }, { when: !isWhole && text !== '' })
  const vendorId = chosen?.vendorId ?? null
  const vendorName = chosen?.vendorName ?? ''
  const options = useMemo(() => {
    const found = [...(all.data?.vendors ?? []), ...(sought.data?.vendors ?? [])]
    const byId = new Map<string, Option>(
      found.map(({ vendorId: value, name, code, nameKana }) => [value, { value, label: name, code, kana: nameKana }]),
    )
    if (vendorId !== null && !byId.has(vendorId)) byId.set(vendorId, { value: vendorId, label: vendorName })
    return [...byId.values()]
  }, [all.data, sought.data, vendorId, vendorName])
  return { options, onText: setText }
}
