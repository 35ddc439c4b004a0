import { type CommandContext, command, newId } from '@ennoshita/kernel/server'
import { freshVendor } from '../../contract/vendors.ts'
import { payables } from '../../contract.ts'
import { termsOf } from '../../rules/vendor/payment-terms.ts'
import type { VendorDraft } from '../../rules/vendor/vendor-line.ts'
import { twins } from '../../rules/vendor/vendor-table.ts'
import { enterAccount } from './enter-account.ts'
import { knownVendors, lockVendorImport, refuseUndone, vendorImportObject } from './vendor-import.ts'
import { insertVendor, nextCode, vendorObject } from './vendor-rows.ts'

type Line = { line: number; draft: VendorDraft }

export const applyVendorImport = command(payables.applyVendorImport, {
  may: 'payables.keep-vendors',
  emits: ['payables.vendor-import-applied'],
  async run(context, { importId, limit }) {
    const { tx, actor } = context
    const company = actor.companyId
    const { fileName, state, stagedBy } = await lockVendorImport(context, importId)
    refuseUndone(state)
    const [lines, known, first] = await Promise.all([
      tx.rows<Line>`select line, draft from payables.vendor_import_line
        where company_id = ${company} and import_id = ${importId} and state = 'accepted' order by line limit ${limit}`,
      knownVendors(tx, company),
      nextCode(tx, company),
    ])
    const holderOf = twins(known)
    const fresh = lines.filter(({ draft }) => holderOf(draft) === undefined)
    const taken = new Set(known.map(({ code }) => code))
    for (const { draft } of fresh) taken.add(draft.code)
    const free = freeCodes(Number(first), taken)
    const entered = []
    for (const { line, draft } of fresh) entered.push({ line, ...(await enter(context, draft, draft.code || free())) })
    if (stagedBy !== null)
      await tx.run`update payables.vendor_bank_account set entered_by = ${stagedBy}
        where company_id = ${company} and id = any(${entered.flatMap(({ accountId }) => accountId ?? [])}::uuid[])`
    await writeOutcome(context, importId, lines, entered)
    const left = await tx.row<{ remaining: number }>`select count(*) as remaining from payables.vendor_import_line
      where company_id = ${company} and import_id = ${importId} and state = 'accepted'`
    const told = { applied: fresh.length, known: lines.length - fresh.length, remaining: left?.remaining ?? 0 }
    if (told.remaining === 0)
      await tx.run`update payables.vendor_import set state = 'applied' where company_id = ${company} and id = ${importId}`
    return {
      events: [
        {
          activity: 'payables.vendor-import-applied',
          objects: [vendorImportObject(importId, fileName), ...entered.flatMap(({ objects }) => objects)],
          data: told,
        },
      ],
      answer: told,
    }
  },
})

/** The next numbers that are no code of a vendor. */
function freeCodes(first: number, taken: Set<string>): () => string {
  let next = first
  return () => {
    for (;;) {
      const code = String(next).padStart(4, '0')
      next += 1
      if (!taken.has(code)) return code
    }
  }
}

async function enter(context: CommandContext, draft: VendorDraft, code: string) {
  const { tx, actor, now } = context
  const { bank, closingDay, payMonthsLater, payDay, ...facts } = draft
  const terms = termsOf({ closingDay, payMonthsLater, payDay, payShift: closingDay === null ? null : 'previous' })
  const vendorId = newId()
  await insertVendor(tx, actor.companyId, vendorId, { ...freshVendor, ...facts, code, terms }, now)
  const account = bank && (await enterAccount(context, vendorId, draft, bank))
  const vendor = vendorObject(vendorId, draft.name, draft.nameKana)
  return { vendorId, accountId: account?.bankAccountId, objects: account ? [vendor, account.object] : [vendor] }
}

async function writeOutcome(
  { tx, actor }: CommandContext,
  importId: string,
  lines: readonly Line[],
  entered: readonly { line: number; vendorId: string }[],
): Promise<void> {
  const applied = new Set(entered.map(({ line }) => line))
  const known = lines.filter(({ line }) => !applied.has(line)).map(({ line }) => line)
  const outcomes = entered.map(({ line, vendorId }) => ({ line, vendorId }))
  await Promise.all([
    tx.run`update payables.vendor_import_line l set state = 'applied', draft = '{}', vendor_id = o."vendorId"
      from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o (line int, "vendorId" uuid)
      where l.company_id = ${actor.companyId} and l.import_id = ${importId} and l.line = o.line`,
    tx.run`update payables.vendor_import_line set state = 'known', draft = '{}'
      where company_id = ${actor.companyId} and import_id = ${importId} and line = any(${known}::int[])`,
  ])
}
