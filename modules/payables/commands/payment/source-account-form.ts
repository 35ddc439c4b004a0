import { toBankKana, UnwritableTextError } from '@ennoshita/formats'
import { type EventObject, refuse, refuseNotFound, type Tx } from '@ennoshita/kernel/server'
import type { z } from 'zod'
import type { sourceBank } from '../../contract/payments.ts'
import type { SourceKind } from '../../rules/payment/payment-form.ts'
import { refusePayment } from './refuse-payment.ts'

type SourceBank = z.output<typeof sourceBank>
type SourceForm = {
  readonly name: string
  readonly accountId: string
  readonly subAccountId: string | null
  readonly bank: SourceBank | null
}

/** How long a name may be in a header of 総合振込, in bytes. */
const longest = { bankKana: 15, branchKana: 15, clientKana: 40 } as const

/** The form as it is kept: names as banks write them; refuses what the file could not hold or the books do not have. */
export async function checkedSource(tx: Tx, company: string, kind: SourceKind, form: SourceForm): Promise<SourceForm> {
  const { accountId, subAccountId, bank } = form
  if ((kind === 'bank') !== (bank !== null))
    refusePayment(
      'bank',
      'source-kind',
      kind === 'bank'
        ? {
            ja: '銀行口座には、銀行・支店・口座番号・委託者コードが必要です。',
            en: 'A bank account needs its bank, branch, number and client code.',
          }
        : { ja: '現金とカードには、銀行の項目を入力しません。', en: 'Cash and cards have no bank.' },
      { ja: '種類か銀行の項目を直してください。', en: 'Correct the kind or the bank.' },
    )
  const [account, sub] = await Promise.all([
    tx.row<{ name: string; subAccounts: string }>`select name, sub_accounts as "subAccounts" from ledger.account_name
      where company_id = ${company} and account_id = ${accountId}`,
    tx.row<{ id: string }>`select sub_account_id as id from ledger.sub_account_name
      where company_id = ${company} and account_id = ${accountId} and sub_account_id = ${subAccountId}`,
  ])
  if (!account) refuseNotFound({ ja: '勘定科目', en: 'account' }, 'accountId')
  if (subAccountId !== null && !sub)
    refuseNotFound({ ja: `「${account.name}」の補助科目`, en: 'sub-account' }, 'subAccountId')
  if (account.subAccounts === (subAccountId === null ? 'required' : 'none'))
    refusePayment(
      'subAccountId',
      'sub-account',
      subAccountId === null
        ? { ja: `「${account.name}」には補助科目が必要です。`, en: `${account.name} needs a sub-account.` }
        : { ja: `「${account.name}」は補助科目を使いません。`, en: `${account.name} has no sub-accounts.` },
      { ja: '補助科目を直してください。', en: 'Correct the sub-account.' },
    )
  return { ...form, bank: bank === null ? null : inBankKana(bank) }
}

function inBankKana(bank: SourceBank): SourceBank {
  const written = { ...bank }
  for (const name of ['bankKana', 'branchKana', 'clientKana'] as const) written[name] = bankKana(name, bank[name])
  return written
}

function bankKana(field: keyof typeof longest, given: string): string {
  try {
    const { text } = toBankKana(given)
    if (text.length <= longest[field]) return text
    return refusePayment(
      `bank.${field}`,
      'name-too-long',
      {
        ja: `「${text}」は${text.length}文字です。${longest[field]}文字までです（濁点も1文字）。`,
        en: `"${text}" has ${text.length} signs; the file holds ${longest[field]}, voiced marks counted.`,
      },
      { ja: '銀行に届けた略し方で入力してください。', en: 'Enter it as abbreviated with the bank.' },
    )
  } catch (cause) {
    if (!(cause instanceof UnwritableTextError)) throw cause
    return refusePayment(
      `bank.${field}`,
      'bank-kana',
      { ja: cause.message, en: cause.messageEn },
      { ja: '銀行に届けたカナで入力してください。', en: 'Enter the kana that the bank holds.' },
    )
  }
}

/** Refuses a name that another source account has. */
export async function refuseTakenName(tx: Tx, company: string, name: string, but: string | null): Promise<void> {
  const taken = await tx.row<{ id: string }>`select id from payables.source_account
    where company_id = ${company} and name = ${name} and id is distinct from ${but}`
  if (!taken) return
  refuse({
    kind: 'conflict',
    code: 'payables.name-taken',
    what: {
      ja: `「${name}」という名前の振込元がもうあります。`,
      en: `There is a source account named "${name}" already.`,
    },
    field: 'name',
    todo: { ja: '別の名前にしてください。', en: 'Choose another name.' },
  })
}

/** A source account as events and search know it; its number stands in no event. */
export function sourceObject(sourceAccountId: string, name: string): EventObject {
  return {
    type: 'source-account',
    id: sourceAccountId,
    label: { text: name, opens: '/payments/accounts', may: 'payables.see-payments' },
  }
}
