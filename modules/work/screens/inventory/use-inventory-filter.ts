import type { InputOf } from '@ennoshita/kernel'
import { useAddressState, useSettledText } from '@ennoshita/ui'
import { timings, type work } from '../../contract.ts'

export const pageSize = 500
/** Parts 大分類 from 中分類 in the address and in the tree. */
export const between = '›'

export type InventoryFilter = ReturnType<typeof useInventoryFilter>

/** What the inventory is narrowed to, kept in the address. */
export function useInventoryFilter() {
  const [departmentId, setDepartmentId] = useAddressState('department', '')
  const [personId, setPersonId] = useAddressState('person', '')
  const [timingText, setTiming] = useAddressState('timing', '')
  const [group, setGroup] = useAddressState('group', '')
  const [state, setState] = useAddressState('state', 'active')
  const [from, setFrom] = useAddressState('from', '0')
  const text = useSettledText()
  const [major = '', middle] = group.split(between)
  const timing = timings.find((each) => each === timingText)
  const input: InputOf<typeof work.inventoryRows> = {
    limit: pageSize,
    offset: Number(from) || 0,
    state: state === 'retired' ? 'retired' : 'active',
    ...(departmentId === '' ? {} : { departmentId }),
    ...(personId === '' ? {} : { personId }),
    ...(timing === undefined ? {} : { timing }),
    ...(text.settled === '' ? {} : { text: text.settled }),
  }
  const inGroup = group === '' ? {} : middle === undefined || middle === '' ? { major } : { major, middle }
  return {
    departmentId,
    setDepartmentId,
    personId,
    setPersonId,
    timing,
    setTiming,
    group,
    setGroup,
    major,
    middle,
    state,
    setState,
    text,
    from: Number(from) || 0,
    setFrom: (next: number) => setFrom(String(next)),
    input: { ...input, ...inGroup },
    /** The tree counts what passes the filter, whichever branch is chosen. */
    treeInput: { ...input, limit: 1, offset: 0 },
    isNarrowed: departmentId !== '' || personId !== '' || timing !== undefined || group !== '' || text.settled !== '',
  }
}
