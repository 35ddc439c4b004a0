import { dateInWords } from '@ennoshita/kernel'
import { addMonths } from '@ennoshita/statutes'
import { type InvoiceFinding, mistake } from './finding.ts'
import type { InvoiceFacts } from './invoice-facts.ts'
import type { InvoiceForm, InvoiceLine } from './invoice-form.ts'
import { postingDay } from './invoice-journal.ts'

/** Accounts, sub-accounts, periods and spreads of the lines. */
export function lineFindings(form: InvoiceForm, facts: InvoiceFacts): InvoiceFinding[] {
  return form.lines.flatMap((line, place) => [
    ...accountFindings(line, place, form, facts),
    ...departmentFindings(line, place, form, facts),
    ...spreadFindings(line, place, facts),
    ...outsideFindings(line, place, form),
    ...(line.serviceFrom !== null && line.serviceUntil !== null && line.serviceFrom > line.serviceUntil
      ? [
          mistake(
            `lines.${place}.serviceUntil`,
            'period',
            {
              ja: `${place + 1}行目の期間の末日が初日より前です。`,
              en: `The service of line ${place + 1} ends before it begins.`,
            },
            { ja: '期間を直してください。', en: 'Correct the period.' },
          ),
        ]
      : []),
  ])
}

/** A department that the books of the day of posting do not have: founded later, or closed before. */
function departmentFindings(
  { departmentId }: InvoiceLine,
  place: number,
  form: InvoiceForm,
  { company, departmentsThen }: InvoiceFacts,
): InvoiceFinding[] {
  const id = departmentId ?? form.departmentId
  const { bookingMonth } = form
  if (id === null || bookingMonth === null || departmentsThen.has(id)) return []
  const on = postingDay(form, bookingMonth, company.postsOn)
  return [
    mistake(
      departmentId === null ? 'departmentId' : `lines.${place}.departmentId`,
      'department-then',
      {
        ja: `${place + 1}行目の部署は、計上日の${dateInWords(on)}にはありません。`,
        en: `The department of line ${place + 1} is not there on ${on}, the day of posting.`,
      },
      { ja: 'その日にある部署を選んでください。', en: 'Choose a department of that day.' },
    ),
  ]
}

/** The day of a line decides which law taxes it, so it lies within the service that the invoice names. */
function outsideFindings(line: InvoiceLine, place: number, form: InvoiceForm): InvoiceFinding[] {
  const { serviceFrom, serviceUntil } = form
  const days = [line.serviceFrom, line.serviceUntil].filter((on) => on !== null)
  const outside = days.find(
    (on) => (serviceFrom !== null && on < serviceFrom) || (serviceUntil !== null && on > serviceUntil),
  )
  if (outside === undefined) return []
  return [
    mistake(
      `lines.${place}.serviceUntil`,
      'outside-period',
      {
        ja: `${place + 1}行目の${dateInWords(outside)}は、請求書の役務提供期間の外です。`,
        en: `Line ${place + 1}: ${outside} is outside the service period of the invoice.`,
      },
      {
        ja: '行の期間か、請求書の役務提供期間を直してください。',
        en: 'Correct the line or the period of the invoice.',
      },
    ),
  ]
}

function accountFindings(line: InvoiceLine, place: number, form: InvoiceForm, facts: InvoiceFacts): InvoiceFinding[] {
  const account = line.accountId === null ? undefined : facts.accounts.get(line.accountId)
  if (!account) return []
  const again = { ja: '勘定科目を選び直してください。', en: 'Choose the account again.' }
  const { bookingMonth } = form
  const day = bookingMonth === null ? facts.today : postingDay(form, bookingMonth, facts.company.postsOn)
  if (account.closedOn !== null && account.closedOn < day)
    return [
      mistake(
        `lines.${place}.accountId`,
        'account-closed',
        {
          ja: `「${account.name}」は${dateInWords(account.closedOn)}で閉じられています。`,
          en: `${account.name} was closed on ${account.closedOn}.`,
        },
        again,
      ),
    ]
  if (account.subAccounts === (line.subAccountId === null ? 'required' : 'none') && line.spreadFrom === null)
    return [
      mistake(
        `lines.${place}.subAccountId`,
        'sub-account',
        line.subAccountId === null
          ? { ja: `「${account.name}」には補助科目が必要です。`, en: `${account.name} needs a sub-account.` }
          : { ja: `「${account.name}」は補助科目を使いません。`, en: `${account.name} has no sub-accounts.` },
        { ja: '補助科目を確かめてください。', en: 'Check the sub-account.' },
      ),
    ]
  return []
}

const longestSpread = 120

function spreadFindings(
  { spreadFrom, spreadUntil }: InvoiceLine,
  place: number,
  facts: InvoiceFacts,
): InvoiceFinding[] {
  if (spreadFrom === null && spreadUntil === null) return []
  const field = `lines.${place}.spreadUntil`
  const todo = { ja: '費用にする月の範囲を直してください。', en: 'Correct the months over which it becomes cost.' }
  if (
    spreadFrom === null ||
    spreadUntil === null ||
    spreadUntil < spreadFrom ||
    spreadUntil >= addMonths(spreadFrom, longestSpread)
  )
    return [
      mistake(
        field,
        'spread',
        {
          ja: `前払の期間は、初月から末月まで${longestSpread}か月以内です。`,
          en: `A prepaid cost is spread over at most ${longestSpread} months, the first before the last.`,
        },
        todo,
      ),
    ]
  if (facts.company.prepaidAccountId === null)
    return [
      mistake(
        field,
        'no-prepaid-account',
        { ja: '前払費用の勘定科目が設定されていません。', en: 'No account for prepaid costs is set.' },
        {
          ja: '支払の設定で、前払費用の勘定科目を選んでください。',
          en: 'Choose it in the settings of payables.',
        },
      ),
    ]
  return []
}
