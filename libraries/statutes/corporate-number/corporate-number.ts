import { InvalidInputError } from '../core/input.ts'

type Sentence = { message: string; messageEn: string }

/** `value` is the number in plain ASCII; `warning` does not refuse it. */
export type NumberCheck = { ok: true; value: string; warning?: Sentence } | ({ ok: false } & Sentence)

const checkDigitLaw = '法人番号の指定等に関する省令（平成26年財務省令第70号）2条'

/** 9 − (Σ Pn·Qn mod 9), Pn the nth digit from the right of the 12-digit base, Qn 1 for odd n and 2 for even n. */
const checkDigit = (base: string): number => {
  let sum = 0
  for (let n = 1; n <= 12; n += 1) sum += (base.charCodeAt(12 - n) - 48) * (n % 2 === 1 ? 1 : 2)
  return 9 - (sum % 9)
}

/** A text longer than any number with its spaces and hyphens is no number; nor is what is no text. */
const longestText = 100

const plain = (text: unknown): string =>
  typeof text !== 'string' || text.length > longestText
    ? ''
    : text
        .normalize('NFKC')
        .replace(/[\s\-‐‑−–—ー]/g, '')
        .toUpperCase()

const hasCheckDigit = (digits: string): boolean => Number(digits[0]) === checkDigit(digits.slice(1))

const readCorporateNumber = (text: string): NumberCheck => {
  const digits = plain(text)
  if (!/^\d{13}$/.test(digits)) {
    return {
      ok: false,
      message: '法人番号は13桁の数字です。国税庁法人番号公表サイトの13桁を入力してください。',
      messageEn: 'A corporate number has 13 digits. Enter the 13 digits shown on the NTA corporate number site.',
    }
  }
  if (!hasCheckDigit(digits)) {
    return {
      ok: false,
      message: `法人番号の検査数字（先頭の1桁）が合いません。打ち間違いがないか確かめてください（${checkDigitLaw}）。`,
      messageEn: `The check digit (the first digit) of the corporate number does not match. Check for typing errors (${checkDigitLaw}).`,
    }
  }
  return { ok: true, value: digits }
}

/** 法人番号: 13 digits, the first of them the check digit (平成26年財務省令70号2条). A 0 typed for a 9 is not detected. */
export const corporateNumber = {
  isValid: (text: string): boolean => readCorporateNumber(text).ok,
  /** Reads full-width digits, spaces and hyphens too; `value` is the 13 digits. */
  read: readCorporateNumber,
  /** The check digit (1–9) of a 12-digit base number (会社法人等番号); throws InvalidInputError for anything else. */
  checkDigit: (base: string): number => {
    if (typeof base !== 'string' || !/^\d{12}$/.test(base)) {
      throw new InvalidInputError('base', base, {
        ja: '12桁の基礎番号を指定してください。',
        en: 'Give a base number of 12 digits.',
      })
    }
    return checkDigit(base)
  },
}

const readRegistrationNumber = (text: string): NumberCheck => {
  const value = plain(text)
  if (!/^T\d{13}$/.test(value)) {
    return {
      ok: false,
      message: '登録番号は「T」と13桁の数字です（例：T7000012050002）。',
      messageEn: 'A registration number is "T" and 13 digits (for example T7000012050002).',
    }
  }
  if (hasCheckDigit(value.slice(1))) return { ok: true, value }
  return {
    ok: true,
    value,
    warning: {
      message:
        '法人番号の検査数字と合いません。相手が法人なら打ち間違いの可能性があります。個人事業者の番号ならこのままで構いません。',
      messageEn:
        'This is not a corporate number by its check digit. If the supplier is a company, check for typing errors; numbers of sole proprietors may look like this.',
    },
  }
}

/**
 * 登録番号 of a qualified invoice issuer: T + 13 digits. Companies have T + 法人番号, persons another number of 13 digits,
 * so a check digit that does not match is a warning and never a refusal.
 */
export const registrationNumber = {
  isValid: (text: string): boolean => readRegistrationNumber(text).ok,
  read: readRegistrationNumber,
}
