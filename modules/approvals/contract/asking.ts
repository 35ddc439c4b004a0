import type { CommandToCall } from './matters.ts'

/** What a module hands over for approval. */
export type ApprovalAsked = {
  /** Such as `payables.invoice`; routes are chosen by it. */
  readonly kind: string
  readonly subject: { readonly type: string; readonly id: string }
  readonly title: string
  /** Whole yen; null where there is none. */
  readonly amount: number | null
  /** The department that the subject concerns; null: that of the applicant. */
  readonly departmentId: string | null
  /** Whoever acts, if not given. */
  readonly applicantId?: string | undefined
  /** Where the subject opens, such as `/invoices/…`. */
  readonly opens: string
  readonly documentId?: string | null | undefined
  /** Shown to whoever decides, in this order: 取引先, 支払期日 …; routes may ask for them. */
  readonly facts?: Readonly<Record<string, string>> | undefined
  /** The commands that the approver's screen calls, with `comment` (and `to`) added to their input. */
  readonly commands: {
    readonly approve: CommandToCall
    readonly sendBack: CommandToCall
    readonly withdraw?: CommandToCall | undefined
  }
}

/** What stands in the data of the event with which a command records the decision. */
export type ApprovalTold = {
  readonly approvalRound: number
  /** The step that was decided, by its name. */
  readonly approvalStep?: string
  readonly comment?: string
  /** 差戻し: the name of the step it went back to; 申請者. */
  readonly returnedTo?: string
  /** 自己承認 and its reason. */
  readonly selfApproval?: string
  /** Steps that were passed over, with the reason. */
  readonly passedOver?: readonly string[]
}
