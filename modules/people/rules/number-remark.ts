import { corporateNumber, registrationNumber } from '@ennoshita/statutes'

const readers = { corporateNumber, registrationNumber } as const

/** What to say beside a number while it is being written: the remark of its check, in both languages; undefined when it is right or empty. */
export function remarkOnNumber(
  field: keyof typeof readers,
  text: string,
): { readonly ja: string; readonly en: string } | undefined {
  if (text.normalize('NFKC').replace(/[\s-]/g, '').length < 13) return undefined
  const check = readers[field].read(text)
  const remark = check.ok ? check.warning : check
  return remark === undefined ? undefined : { ja: remark.message, en: remark.messageEn }
}
