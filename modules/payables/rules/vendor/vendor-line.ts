import type { VendorColumn } from '../../contract/vendor-import.ts'
import type { BankAccountForm } from '../../contract/vendors.ts'
import { readBankAccount } from './bank-account.ts'
import { katakanaOf } from './kana.ts'
import { termsOf } from './payment-terms.ts'
import { checkVendor } from './vendor-check.ts'

/** One vendor as a line of the file tells it, with its account. */
export type VendorDraft = {
  readonly code: string
  readonly name: string
  readonly nameKana: string
  readonly isIndividual: boolean
  readonly corporateNumber: string | null
  readonly registrationNumber: string | null
  readonly phone: string
  readonly email: string
  readonly postalCode: string | null
  readonly address: string
  readonly contact: string
  readonly closingDay: number | null
  readonly payMonthsLater: number | null
  readonly payDay: number | null
  readonly bank: BankAccountForm | null
  readonly note: string
}

export type CellFault = { readonly column: VendorColumn; readonly ja: string; readonly en: string }
type Cell = (column: VendorColumn) => string

const nobody = { capital: null, employees: null, officers: null }
const longest: Partial<Record<VendorColumn, number>> = {
  name: 100,
  nameKana: 100,
  phone: 40,
  address: 200,
  contact: 60,
  note: 1000,
}

/** Reads a line: `faults` keep it out, `notes` are said beside it. */
export function readVendorLine(
  cell: Cell,
  on: string,
): { draft: VendorDraft; faults: CellFault[]; notes: CellFault[] } {
  const faults: CellFault[] = []
  const notes: CellFault[] = []
  for (const [column, most] of Object.entries(longest) as [VendorColumn, number][]) // as: the keys of the list above
    if (cell(column).length > most)
      faults.push({ column, ja: `${most}文字までにしてください。`, en: `Use at most ${most} characters.` })
  if (cell('name') === '') faults.push({ column: 'name', ja: '取引先名がありません。', en: 'The name is missing.' })
  const code = cell('code').normalize('NFKC')
  if (code !== '' && !/^[0-9A-Za-z-]{1,20}$/.test(code))
    faults.push({
      column: 'code',
      ja: '英数字とハイフンで20文字までにしてください。',
      en: 'Use up to twenty letters, digits and hyphens.',
    })
  if (cell('email') !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(cell('email')))
    faults.push({ column: 'email', ja: 'メールアドレスの形ではありません。', en: 'This is no e-mail address.' })
  const sort = readSort(cell('sort'))
  if (sort === undefined)
    faults.push({ column: 'sort', ja: '「法人」か「個人」と書いてください。', en: 'Write 法人 or 個人.' })
  const isIndividual = sort ?? false
  const terms = readTerms(cell)
  if (!terms)
    faults.push({
      column: 'closing',
      ja: '支払条件を読めません。締日「20」か「末」、支払月「翌月」、支払日「末」のように書いてください。',
      en: 'The terms cannot be read. Write 20 or 末, 翌月, and 末 in the three columns.',
    })
  const row = { ...(terms ?? noTerms), payShift: terms && terms.closingDay !== null ? ('previous' as const) : null }
  const checked = checkVendor(
    {
      ...freshFacts,
      isIndividual,
      corporateNumber: cell('corporateNumber'),
      registrationNumber: cell('registrationNumber'),
      postalCode: cell('postalCode'),
      terms: termsOf(row),
    },
    nobody,
    on,
  )
  if (!checked.ok) faults.push({ column: columnOf(checked.fault.field), ja: checked.fault.ja, en: checked.fault.en })
  else notes.push(...checked.warnings.map(({ field, ja, en }) => ({ column: columnOf(field), ja, en })))
  const nameKana = katakanaOf(cell('nameKana'))
  const bank = readBank(cell, nameKana, faults, notes)
  const numbers = checked.ok ? checked.numbers : { corporateNumber: null, registrationNumber: null, postalCode: null }
  const { payShift: _, ...days } = row
  return {
    draft: {
      ...{ code, name: cell('name'), nameKana, isIndividual, ...numbers, phone: cell('phone'), email: cell('email') },
      ...{ address: cell('address'), contact: cell('contact'), ...days, bank, note: cell('note') },
    },
    faults,
    notes,
  }
}

const freshFacts = {
  lawClass: 'none' as const,
  commissionKind: null,
  capital: null,
  employees: null,
  officers: null,
  registeredFrom: null,
  registeredUntil: null,
  feeBearer: 'us' as const,
  withholdingKind: null,
  withholdingGroup: null,
}

function columnOf(field: string): VendorColumn {
  if (field === 'registrationNumber' || field === 'corporateNumber' || field === 'postalCode') return field
  return field === 'terms' ? 'payDay' : 'name'
}

function readSort(text: string): boolean | undefined {
  if (text === '' || /^法人/.test(text)) return false
  return /^個人/.test(text) ? true : undefined
}

const noTerms = { closingDay: null, payMonthsLater: null, payDay: null }
type Days = { closingDay: number | null; payMonthsLater: number | null; payDay: number | null }

/** 締日, 支払月 and 支払日 in three columns, or all in one as 20日締め翌月末払い; undefined when they cannot be read. */
function readTerms(cell: Cell): Days | undefined {
  const texts = (['closing', 'payMonth', 'payDay'] as const).map((column) => cell(column).normalize('NFKC'))
  const whole = texts
    .map((text) => /^(月?末|\d{1,2}日?)締め?[・、\s]*(当月|翌々月|翌月)(末|\d{1,2})日?払い?$/.exec(text))
    .find(Boolean)
  const [closing = '', month = '', day = ''] = whole ? whole.slice(1) : texts
  if (closing === '' && month === '' && day === '') return noTerms
  const [closingDay, payMonthsLater, payDay] = [readDay(closing), readMonths(month), readDay(day)]
  if (closingDay === undefined || payMonthsLater === undefined || payDay === undefined) return undefined
  return { closingDay, payMonthsLater, payDay }
}

function readDay(text: string): number | undefined {
  if (/^(月?末日?|99)$/.test(text)) return 31
  const day = Number(/^(\d{1,2})日?$/.exec(text)?.[1])
  return day >= 1 && day <= 31 ? day : undefined
}

function readMonths(text: string): number | undefined {
  const named = { 当月: 0, 翌月: 1, 翌々月: 2 }[text]
  if (named !== undefined) return named
  const months = Number(/^(\d{1,2})(か月後|ヶ月後)?$/.exec(text)?.[1])
  return months <= 24 ? months : undefined
}

const types: Readonly<Record<string, BankAccountForm['accountType']>> = {
  ...{ '': 'ordinary', 普通: 'ordinary', 普通預金: 'ordinary', '1': 'ordinary', 当座: 'current', 当座預金: 'current' },
  ...{ '2': 'current', 貯蓄: 'savings', 貯蓄預金: 'savings', '4': 'savings', その他: 'other', '9': 'other' },
}

/** Codes and number of an account; zeros that a spreadsheet dropped from their heads are put back, and said. */
function readBank(cell: Cell, nameKana: string, faults: CellFault[], notes: CellFault[]): BankAccountForm | null {
  const needed = ['bankCode', 'branchCode', 'accountNumber', 'holder'] as const
  const missing = needed.filter((column) => cell(column) === '')
  if (missing.length === needed.length) return null
  for (const column of missing)
    faults.push({ column, ja: '口座を登録するには、この欄も必要です。', en: 'An account needs this too.' })
  const accountType = types[cell('accountType').normalize('NFKC')]
  if (!accountType)
    faults.push({
      column: 'accountType',
      ja: '「普通」「当座」「貯蓄」のどれかにしてください。',
      en: 'Write 普通, 当座 or 貯蓄.',
    })
  if (missing.length > 0 || !accountType) return null
  const padded = (column: 'bankCode' | 'branchCode' | 'accountNumber', length: number): string => {
    const text = cell(column).normalize('NFKC').replace(/[\s-]/g, '')
    if (!/^\d+$/.test(text) || text.length >= length) return text
    const full = text.padStart(length, '0')
    notes.push({ column, ja: `頭に0を補い「${full}」にしました。`, en: `Zeros were put before it: "${full}".` })
    return full
  }
  const form: BankAccountForm = {
    ...{ bankCode: padded('bankCode', 4), bankName: cell('bankName').slice(0, 60), bankKana: '' },
    ...{ branchCode: padded('branchCode', 3), branchName: cell('branchName').slice(0, 60), branchKana: '' },
    ...{ accountType, accountNumber: padded('accountNumber', 7), holder: cell('holder') },
  }
  const read = readBankAccount(form, nameKana)
  if (!read.ok) faults.push(bankFault(read.fault))
  else notes.push(...read.warnings.map(bankFault))
  return read.ok ? form : null
}

function bankFault({ field, ja, en }: { field: string; ja: string; en: string }): CellFault {
  const column = (['bankCode', 'branchCode', 'accountNumber'] as const).find((each) => each === field) ?? 'holder'
  return { column, ja, en }
}
