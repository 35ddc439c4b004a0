import { type BankKana, foldForSearch, toBankKana, UnwritableTextError } from '@ennoshita/formats'
import type { Words } from '@ennoshita/kernel'

export type BankAccountGiven = {
  readonly bankCode: string
  readonly bankName: string
  readonly bankKana: string
  readonly branchCode: string
  readonly branchName: string
  readonly branchKana: string
  readonly accountNumber: string
  readonly holder: string
}

/** The account as banks hold it: digits alone, names in bank kana. */
export type BankAccountRead = BankAccountGiven & { readonly holderKana: string }
export type Remark = Words & { readonly field: string }
export type BankAccountReading =
  | { readonly ok: true; readonly account: BankAccountRead; readonly warnings: readonly Remark[] }
  | { readonly ok: false; readonly fault: Remark }

const holderBytes = 30
const nameBytes = 15
const postBank = '9900'

const plain = (text: string): string => text.normalize('NFKC').replace(/[\s-]/g, '')
const digits = (count: number): RegExp => new RegExp(`^[0-9]{${count}}$`)

/** Reads 銀行コード, 支店コード, 口座番号 and 名義 as people type them (full width, hyphens); names what is wrong by its field. */
export function readBankAccount(given: BankAccountGiven, vendorKana: string): BankAccountReading {
  const bankCode = plain(given.bankCode)
  const branchCode = plain(given.branchCode)
  const accountNumber = plain(given.accountNumber)
  if (!digits(4).test(bankCode)) return wrong('bankCode', '銀行コードは4桁の数字です。', 'A bank code has 4 digits.')
  if (!digits(3).test(branchCode))
    return wrong('branchCode', '支店コードは3桁の数字です。', 'A branch code has 3 digits.')
  if (!digits(7).test(accountNumber)) return wrongNumber(bankCode)
  const kana = { holder: '', bankKana: '', branchKana: '' }
  const warnings: Remark[] = []
  for (const field of ['holder', 'bankKana', 'branchKana'] as const) {
    const max = field === 'holder' ? holderBytes : nameBytes
    const written = bankKanaOf(given[field], max)
    if (!('changes' in written)) return { ok: false, fault: { field, ...written } }
    if (written.changes.some(({ rule }) => rule === 'cut'))
      warnings.push({
        field,
        ja: `${max}文字を超えるため「${written.text}」までにしました。`,
        en: `It is longer than ${max} and was cut to "${written.text}".`,
      })
    kana[field] = written.text
  }
  if (kana.holder === '') return wrong('holder', '口座名義を入力してください。', 'Give the name of the account holder.')
  if (!isLike(kana.holder, vendorKana)) warnings.push(otherHolder(kana.holder, vendorKana))
  const { holder: holderKana, ...names } = kana
  return { ok: true, account: { ...given, ...names, bankCode, branchCode, accountNumber, holderKana }, warnings }
}

function bankKanaOf(text: string, max: number): BankKana | Words {
  try {
    return toBankKana(text, { max })
  } catch (cause) {
    if (cause instanceof UnwritableTextError) return { ja: cause.message, en: cause.messageEn }
    throw cause
  }
}

const wrong = (field: string, ja: string, en: string): BankAccountReading => ({ ok: false, fault: { field, ja, en } })

function wrongNumber(bankCode: string): BankAccountReading {
  return bankCode === postBank
    ? wrong(
        'accountNumber',
        'ゆうちょ銀行は、記号・番号ではなく「振込用の店名・預金種目・口座番号（7桁）」を入力してください。',
        'For Japan Post Bank give the branch, type and 7-digit number for transfers, not the symbol and number of the passbook.',
      )
    : wrong(
        'accountNumber',
        '口座番号は7桁の数字です。7桁に満たないときは、頭に0を付けてください。',
        'An account number has 7 digits. Put zeros before a shorter one.',
      )
}

/** Without 法人略語 such as ｶ) or (ﾕ, compared by letters alone. */
const bare = (kana: string): string =>
  foldForSearch(kana.replace(/\([ｦ-ﾟ]{1,4}\)?|^[ｦ-ﾟ]{1,4}\)/g, '')).replace(/[^\p{L}\p{N}]/gu, '')

function isLike(holderKana: string, vendorKana: string): boolean {
  const written = bankKanaOf(vendorKana, 100)
  const [one, other] = [bare(holderKana), 'changes' in written ? bare(written.text) : '']
  return one === '' || other === '' || one.includes(other) || other.includes(one)
}

const otherHolder = (holderKana: string, vendorKana: string): Remark => ({
  field: 'holder',
  ja: `口座名義「${holderKana}」が、取引先のフリガナ「${vendorKana}」と違います。確かめてください。`,
  en: `The holder "${holderKana}" is not like the kana of the vendor "${vendorKana}". Please check.`,
})
