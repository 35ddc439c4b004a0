type Sentence = { message: string; messageEn: string }
export type NumberCheck = { ok: true; value: string; warning?: Sentence } | ({ ok: false } & Sentence)

/** 法人番号: 13 digits, the first of them the check digit (平成26年財務省令70号2条). */
export const corporateNumber = {
  isValid: (_text: string): boolean => {
    throw new Error('not written yet')
  },
  /** Reads full-width digits, spaces and hyphens too; `value` is the 13 digits. */
  read: (_text: string): NumberCheck => {
    throw new Error('not written yet')
  },
}

/** 登録番号 of a qualified invoice issuer: T + 13 digits. A wrong check digit is only a warning: persons have numbers of another kind. */
export const registrationNumber = {
  isValid: (_text: string): boolean => {
    throw new Error('not written yet')
  },
  read: (_text: string): NumberCheck => {
    throw new Error('not written yet')
  },
}
