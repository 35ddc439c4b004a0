import type { RefusalFace } from '@ennoshita/kernel'
import { corporateNumber, registrationNumber } from '@ennoshita/statutes'

type NumbersGiven = { corporateNumber?: string | null; registrationNumber?: string | null; postalCode?: string | null }
type Warning = { field: string; ja: string; en: string }
export type NumbersRead = { ok: true; numbers: NumbersGiven; warnings: Warning[] } | { ok: false; fault: RefusalFace }

/** 法人番号 with its check digit, 登録番号 and postal code as people type them; empty text means none. */
export function readCompanyNumbers(given: NumbersGiven): NumbersRead {
  const numbers: NumbersGiven = {}
  const warnings: Warning[] = []
  for (const [field, reader] of [
    ['corporateNumber', corporateNumber],
    ['registrationNumber', registrationNumber],
  ] as const) {
    const text = given[field]
    if (text === undefined) continue
    if (text === null || text.trim() === '') {
      numbers[field] = null
      continue
    }
    const check = reader.read(text)
    if (!check.ok) return { ok: false, fault: wrongNumber(field, check.message, check.messageEn) }
    numbers[field] = check.value
    if (check.warning) warnings.push({ field, ja: check.warning.message, en: check.warning.messageEn })
  }
  if (given.postalCode !== undefined) {
    const digits = (given.postalCode ?? '').normalize('NFKC').replace(/[〒\s\-‐−ー]/g, '')
    if (digits !== '' && !/^\d{7}$/.test(digits))
      return {
        ok: false,
        fault: wrongNumber(
          'postalCode',
          '郵便番号は7桁の数字です（例：100-0001）。',
          'A postal code has 7 digits (for example 100-0001).',
        ),
      }
    numbers.postalCode = digits === '' ? null : digits
  }
  return { ok: true, numbers, warnings }
}

function wrongNumber(field: string, ja: string, en: string): RefusalFace {
  return {
    kind: 'bad-input',
    code: 'people.wrong-number',
    what: { ja, en },
    field,
    todo: { ja: '番号を確かめて、入力し直してください。', en: 'Check the number and enter it again.' },
  }
}
