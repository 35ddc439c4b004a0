import type { Office } from '../../rules/ready-templates.ts'

const namesOf: readonly (readonly [Office, RegExp])[] = [
  ['accounting', /経理|会計|財務|accounting|finance/i],
  ['labour', /労務|人事|human|labou?r|^hr$/i],
  ['general-affairs', /総務|庶務|general affairs/i],
  ['it', /情報|情シス|システム|^it$|information/i],
  ['legal', /法務|legal/i],
]

/** The department that probably answers for each part of the back office, by its own name; the first that fits. */
export function guessOffices(
  departments: readonly { readonly value: string; readonly label: string }[],
): Partial<Record<Office, string>> {
  const guessed: Partial<Record<Office, string>> = {}
  for (const [office, name] of namesOf) {
    const found = departments.find(({ label }) => name.test(label.split('/').at(-1)?.trim() ?? ''))
    if (found !== undefined) guessed[office] = found.value
  }
  return guessed
}
