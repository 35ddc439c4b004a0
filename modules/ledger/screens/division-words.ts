import { language } from '@ennoshita/ui'
import type { Division } from '../rules/divisions.ts'
import { divisionNames, divisions } from '../rules/divisions.ts'

/** 区分 in the language in use; call it while rendering. */
export function divisionWord(division: Division): string {
  return divisions[division].says[language()]
}

export const divisionChoices = () => divisionNames.map((value) => ({ value, label: divisionWord(value) }))
