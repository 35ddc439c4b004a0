import { people } from '@ennoshita/people'
import type { FormState } from '@ennoshita/ui'
import { ask, showToast, t, todayInTokyo, useAsk, useDraft, useSend } from '@ennoshita/ui'
import { useMemo, useRef, useState } from 'react'
import type { AccountShown } from '../../contract.ts'
import { ledger } from '../../contract.ts'
import { bookQueries } from '../words.ts'
import type { Slip, SlipRow } from './slip.ts'
import { balanceOf, emptySlip, linesOfSlip, rowsOfLines, withDifference, withUsualTax } from './slip.ts'
import type { CellFaults } from './slip-faults.ts'
import { faultsOfRefusal, faultsOfSlip } from './slip-faults.ts'

/** The slip that is being written: kept in this tab, balanced as it grows, posted in one act; the next one starts on the same day. */
export function useSlip(accounts: readonly AccountShown[]) {
  const rounding = useAsk(people.companyProfiles, {}).data?.[0]?.rounding ?? 'floor'
  const kept = useDraft<Slip>('ledger.slip', emptySlip(todayInTokyo()))
  const latest = useRef(kept.draft)
  const sentRows = useRef<readonly string[]>([])
  const unread = useRef(0)
  const [last, setLast] = useState<Slip | null>(null)
  const [count, setCount] = useState(0)
  const [cellFaults, setCellFaults] = useState<CellFaults>({})
  const [fieldFaults, setFieldFaults] = useState<Readonly<Record<string, string>>>({})
  const byId = useMemo(() => new Map(accounts.map((account) => [account.accountId, account])), [accounts])
  const sender = useSend(ledger.postJournal, { refreshes: bookQueries })

  function change(some: Partial<Slip>) {
    latest.current = { ...latest.current, ...some }
    setCellFaults({})
    setFieldFaults({})
    sender.clear()
    kept.change(latest.current)
  }
  function changeRows(rows: readonly SlipRow[], unreadCells: number) {
    unread.current = unreadCells
    change({ rows: withUsualTax(latest.current.rows, rows, byId) })
  }
  function startAgain(slip: Slip) {
    unread.current = 0
    change(slip)
    setCount((before) => before + 1)
  }
  async function submit() {
    if (sender.isPending) return
    change(withDifference(latest.current, rounding))
    const slip = latest.current
    const { postedOn, description, partner, isClosing } = slip
    const cells = faultsOfSlip(slip)
    const { lines, rowIds } = linesOfSlip(slip)
    const fields = faultsAround(slip, lines.length, unread.current)
    setCellFaults(cells)
    setFieldFaults(fields)
    if (postedOn === null || Object.keys({ ...fields, ...cells }).length > 0) return
    sentRows.current = rowIds
    const kind = isClosing ? 'closing' : 'ordinary'
    const done = await sender.send({ postedOn, kind, description, partner, lines: [...lines] })
    if (done === undefined) return
    setLast(slip)
    startAgain(emptySlip(postedOn))
    showToast(t('記帳しました。続けて次の伝票を書けます。'))
  }
  const form: FormState = {
    submit,
    reset: () => startAgain(emptySlip(todayInTokyo())),
    errors: { ...fieldFaults, ...cellFaults },
    refusal: sender.refusal,
    isPending: sender.isPending,
    hasDraft: false,
  }
  const refusedCells = faultsOfRefusal(sender.refusal, sentRows.current, kept.draft.rows)
  return {
    ...{ slip: kept.draft, change, changeRows, form, count, fieldFaults },
    ...copiesOf({ last, startAgain, postedOn: () => latest.current.postedOn }),
    balance: balanceOf(kept.draft, rounding),
    cellFaults: { ...refusedCells, ...cellFaults },
  }
}

/** What is wrong around the lines. */
function faultsAround({ postedOn }: Slip, lines: number, unreadCells: number): Readonly<Record<string, string>> {
  return {
    ...(postedOn === null ? { postedOn: t('日付を入れてください。') } : {}),
    ...(lines === 0 ? { lines: t('行を一つ以上書いてください。') } : {}),
    ...(unreadCells > 0 ? { unread: t('読み取れない欄があります。') } : {}),
  }
}

/** Begins again with the lines of a journal, or of the slip before; the day stays. */
function copiesOf(about: {
  readonly last: Slip | null
  readonly startAgain: (slip: Slip) => void
  readonly postedOn: () => string | null
}) {
  async function copyJournal(journalId: string) {
    const { description, partner, kind, lines } = await ask(ledger.journalDetails, { journalId })
    const head = { description, partner, isClosing: kind === 'closing' }
    about.startAgain({ ...head, postedOn: about.postedOn(), rows: rowsOfLines(lines) })
  }
  async function copyPrevious() {
    if (about.last !== null) {
      about.startAgain({ ...about.last, postedOn: about.postedOn() })
      return
    }
    const [newest] = (await ask(ledger.journalList, { limit: 1 })).journals
    if (newest === undefined) showToast(t('写す伝票がまだありません。'))
    else await copyJournal(newest.journalId)
  }
  return { copyJournal, copyPrevious }
}
