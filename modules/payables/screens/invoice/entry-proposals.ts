import type { AnswerOf } from '@ennoshita/kernel'
import type { payables } from '../../contract.ts'
import type { EntryDraft } from './entry-draft.ts'
import { fillIn, newLine } from './entry-draft.ts'

export type Proposals = AnswerOf<typeof payables.vendorProposals>

/** Fills what is still open from the vendor's last invoices: accounts of lines without one, the department, the due day. */
export function withProposals(draft: EntryDraft, proposals: Proposals): EntryDraft {
  const [usual] = proposals.lines
  const departmentId = draft.departmentId ?? proposals.departmentId
  const lines = draft.lines.length === 0 && usual !== undefined ? [newLine([], { amount: draft.total })] : draft.lines
  const filled = lines.map((line) => {
    if (line.accountId !== null || usual === undefined) return line
    const { accountId, subAccountId, use, ground } = usual
    const taxKind = draft.taxes.length > 0 ? line.taxKind : usual.taxKind
    return {
      ...line,
      accountId,
      subAccountId,
      use,
      ground,
      taxKind,
      departmentId: line.departmentId ?? usual.departmentId,
    }
  })
  return fillIn(draft, {
    departmentId,
    lines: filled,
    ...(proposals.due === null ? {} : { dueOn: proposals.due.dueOn }),
  })
}
