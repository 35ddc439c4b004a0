import { dateInWords, type Words } from '@ennoshita/kernel'
import { addMonths, daysBetween } from '@ennoshita/statutes'
import { periodStart } from './deduction-of-lines.ts'
import { type InvoiceFinding, mistake, monthWords, warning } from './finding.ts'
import type { InvoiceFacts } from './invoice-facts.ts'
import type { InvoiceForm } from './invoice-form.ts'

const monthOf = (day: string): string => `${day.slice(0, 7)}-01`

const needed: readonly [keyof InvoiceForm, Words][] = [
  ['vendorId', { ja: '取引先', en: 'vendor' }],
  ['serviceFrom', { ja: '役務提供日（期間の初日）', en: 'day or first day of the service' }],
  ['serviceUntil', { ja: '役務提供日（期間の末日）', en: 'day or last day of the service' }],
  ['invoicedOn', { ja: '請求日', en: 'day of the invoice' }],
  ['bookingMonth', { ja: '計上月', en: 'month of booking' }],
  ['dueOn', { ja: '支払期日', en: 'due day' }],
  ['total', { ja: '請求金額（税込）', en: 'total with tax' }],
]

/** What an invoice still lacks, each field by its name. */
export function missingFindings(form: InvoiceForm): InvoiceFinding[] {
  const absent = (field: string, { ja, en }: Words) =>
    mistake(
      field,
      'missing',
      { ja: `${ja}が入力されていません。`, en: `The ${en} is missing.` },
      { ja: `${ja}を入力してください。`, en: `Enter the ${en}.` },
    )
  return [
    ...needed.flatMap(([field, words]) => (form[field] === null ? [absent(field, words)] : [])),
    ...(form.total === 0 ? [absent('total', { ja: '0円より大きい請求金額', en: 'total above 0 yen' })] : []),
    ...(form.lines.length === 0 ? [absent('lines', { ja: '明細', en: 'list of lines' })] : []),
    ...form.lines.flatMap((line, place) => [
      ...(line.accountId === null
        ? [absent(`lines.${place}.accountId`, { ja: `${place + 1}行目の勘定科目`, en: `account of line ${place + 1}` })]
        : []),
      ...(line.amount === 0
        ? [absent(`lines.${place}.amount`, { ja: `${place + 1}行目の金額`, en: `amount of line ${place + 1}` })]
        : []),
      ...(line.ground === 'book-only' && line.bookOnly === null
        ? [
            absent(`lines.${place}.bookOnly`, {
              ja: `${place + 1}行目の「帳簿のみ保存」の理由`,
              en: `exception of line ${place + 1}`,
            }),
          ]
        : []),
    ]),
    ...(form.documentId === null
      ? [
          warning(
            'documentId',
            'no-paper',
            { ja: '請求書のファイルが付いていません。', en: 'No file of the invoice is attached.' },
            {
              ja: '受け取ったファイルを付けてください。紙で保管するときは、備考に保管場所を書いてください。',
              en: 'Attach the file as received; for a paper kept elsewhere, note where it is.',
            },
            {
              title: '電子計算機を使用して作成する国税関係帳簿書類の保存方法等の特例に関する法律',
              article: '7条',
              url: 'https://laws.e-gov.go.jp/law/410AC0000000025',
            },
          ),
        ]
      : []),
  ]
}

/** The five dates among each other, and the month of booking. */
export function dateFindings(form: InvoiceForm, facts: InvoiceFacts): InvoiceFinding[] {
  const { serviceFrom, serviceUntil, invoicedOn, receivedOn, dueOn } = form
  const order = (field: string, says: Words) =>
    warning(field, 'dates', says, { ja: '日付を確かめてください。', en: 'Check the dates.' })
  return [
    ...(serviceFrom !== null && serviceUntil !== null && serviceFrom > serviceUntil
      ? [
          mistake(
            'serviceUntil',
            'period',
            { ja: '役務提供期間の末日が初日より前です。', en: 'The service ends before it begins.' },
            { ja: '期間を直してください。', en: 'Correct the period.' },
          ),
        ]
      : []),
    ...(invoicedOn !== null && receivedOn !== null && receivedOn < invoicedOn
      ? [order('receivedOn', { ja: '受領日が請求日より前です。', en: 'It was received before its date.' })]
      : []),
    ...(receivedOn !== null && receivedOn > facts.today
      ? [order('receivedOn', { ja: '受領日が今日より後です。', en: 'The day of receipt is still to come.' })]
      : []),
    ...(invoicedOn !== null && dueOn !== null && dueOn < invoicedOn
      ? [order('dueOn', { ja: '支払期日が請求日より前です。', en: 'It is due before its date.' })]
      : []),
    ...farFindings(form, facts.today),
    ...bookingFindings(form, facts),
  ]
}

const farDays = 366
const farthestDays = 3653

/** Whether a due day is so far that no calendar of banks, and so no list of payments, can hold it: ten years. */
export const isFar = (dueOn: string, today: string): boolean => Math.abs(daysBetween(today, dueOn)) > farthestDays

/** Days more than a year from today are mostly a wrong year. */
function farFindings({ invoicedOn, receivedOn, dueOn }: InvoiceForm, today: string): InvoiceFinding[] {
  return Object.entries({ invoicedOn, receivedOn, dueOn }).flatMap(([field, on]) =>
    on === null || Math.abs(daysBetween(today, on)) <= farDays
      ? []
      : [
          (field === 'dueOn' && isFar(on, today) ? mistake : warning)(
            field,
            'far-date',
            {
              ja: `${dateInWords(on)}は今日から1年以上離れています。`,
              en: `${on} is more than a year from today.`,
            },
            { ja: '年を確かめてください。', en: 'Check the year.' },
          ),
        ],
  )
}

function bookingFindings(form: InvoiceForm, facts: InvoiceFacts): InvoiceFinding[] {
  const { bookingMonth, serviceUntil } = form
  if (bookingMonth === null) return []
  if (bookingMonth > addMonths(monthOf(facts.today), 11)) return [bookedTooFar(bookingMonth)]
  if (facts.lockedMonths.has(bookingMonth)) {
    const open = monthWords(nextOpenMonth(bookingMonth, facts))
    const { ja, en } = monthWords(bookingMonth)
    return [
      mistake(
        'bookingMonth',
        'month-locked',
        { ja: `計上月の${ja}は締められています。`, en: `${en}, the month of booking, is locked.` },
        {
          ja: `計上月を${open.ja}（次の締めていない月）にし、遅れた理由を入力してください。${ja}に計上する必要があるときは、管理者に理由を伝えて締めを解いてもらってください。`,
          en: `Book it in ${open.en}, the next open month, with the reason. If it must be ${en}, ask an administrator to unlock it.`,
        },
      ),
    ]
  }
  if (serviceUntil === null) return []
  const serviceMonth = monthOf(serviceUntil)
  if (bookingMonth > serviceMonth && facts.lockedMonths.has(serviceMonth))
    return lateFindings(form, serviceMonth, facts)
  if (bookingMonth === serviceMonth) return []
  const { ja, en } = monthWords(serviceUntil)
  return [
    warning(
      'bookingMonth',
      'other-month',
      { ja: `計上月が、役務の提供が終わる${ja}と違います。`, en: `It is not booked in ${en}, when the service ends.` },
      { ja: `${ja}に計上するのが原則です。確かめてください。`, en: `It usually is booked in ${en}.` },
    ),
  ]
}

function bookedTooFar(bookingMonth: string): InvoiceFinding {
  const { ja, en } = monthWords(bookingMonth)
  return mistake(
    'bookingMonth',
    'booked-too-far',
    { ja: `計上月の${ja}は1年以上先です。`, en: `${en}, the month of booking, is a year ahead.` },
    { ja: '年を確かめてください。', en: 'Check the year.' },
  )
}

function lateFindings(form: InvoiceForm, serviceMonth: string, facts: InvoiceFacts): InvoiceFinding[] {
  const { fiscalStart } = facts.company
  const isFormerYear =
    periodStart(serviceMonth, fiscalStart) < periodStart(form.bookingMonth ?? serviceMonth, fiscalStart)
  const { ja, en } = monthWords(serviceMonth)
  const says = isFormerYear
    ? {
        ja: `締めた前期（${ja}）の役務を、当期に計上します。前期の損金に入れるべき費用ではないか、税理士に確かめてください。`,
        en: `A service of ${en}, in the former fiscal year, is booked in this one. Ask the tax accountant whether it belongs to the former.`,
      }
    : {
        ja: `締めた${ja}の役務を、当期の後の月に計上します。`,
        en: `A service of ${en}, which is locked, is booked later in the same fiscal year.`,
      }
  return form.lateReason === ''
    ? [
        mistake('lateReason', 'late-reason', says, {
          ja: '請求書が遅れた理由を入力してください（記録に残ります）。',
          en: 'Enter why the invoice was late; the reason is kept.',
        }),
      ]
    : [warning('bookingMonth', 'late', says, { ja: '理由は記録に残ります。', en: 'The reason is kept.' })]
}

/** The first month from the given one on that is not locked, as far as the facts know. */
export function nextOpenMonth(from: string, facts: Pick<InvoiceFacts, 'lockedMonths'>): string {
  let month = monthOf(from)
  while (facts.lockedMonths.has(month)) month = addMonths(month, 1)
  return month
}
