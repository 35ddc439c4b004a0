import { foldForSearch } from '@ennoshita/formats'
import type { Remark } from '../contract/inventory.ts'
import { partsOf } from './import-cells.ts'

/** Someone whom an inventory may name. */
export type KnownPerson = { personId: string; displayName: string }

export type PeopleFound = {
  personIds: string[]
  /** Names that matched nobody, or more than one. */
  unresolved: string[]
  remarks: Omit<Remark, 'column'>[]
}

const withoutTitle = (name: string): string =>
  name
    .replace(/[(（[［][^)）\]］]*[)）\]］]/g, '')
    .replace(/(さん|様|氏|くん|君|部長|課長|係長|主任|次長|室長|社長|専務|常務|リーダー|マネージャー)$/, '')
    .trim()

/** Finds people by the names of an inventory: the whole name, or the surname alone when only one person has it. */
export function peopleFinder(everyone: readonly KnownPerson[]): (text: string) => PeopleFound {
  const byWhole = new Map<string, string[]>()
  const bySurname = new Map<string, string[]>()
  const enter = (map: Map<string, string[]>, name: string, personId: string) =>
    map.set(name, [...new Set([...(map.get(name) ?? []), personId])])
  for (const { personId, displayName } of everyone) {
    enter(byWhole, foldForSearch(displayName), personId)
    const [surname = '', ...rest] = displayName.trim().split(/[\s　]+/)
    if (rest.length > 0) enter(bySurname, foldForSearch(surname), personId)
  }
  const idsOf = (name: string): string[] => {
    const folded = foldForSearch(name)
    return byWhole.get(folded) ?? bySurname.get(folded) ?? []
  }
  return (text) => {
    const found: PeopleFound = { personIds: [], unresolved: [], remarks: [] }
    const names = partsOf(text).flatMap((part) => {
      const name = withoutTitle(part)
      const words = name.split(/[\s　]+/).filter((word) => word !== '')
      return idsOf(name).length === 0 && words.length > 1 && words.every((word) => idsOf(word).length === 1)
        ? words
        : [name]
    })
    for (const name of names) {
      if (name === '' || /^(なし|無し|無|未定|-|ー|－|×|全員|各自)$/.test(name)) continue
      const ids = idsOf(name)
      const [only] = ids
      if (only !== undefined && ids.length === 1) {
        if (!found.personIds.includes(only)) found.personIds.push(only)
        continue
      }
      found.unresolved.push(name)
      found.remarks.push(
        ids.length > 1
          ? {
              message: `「${name}」に当たる人が${ids.length}人いるため、名前のまま残しました。担当を選んでください。`,
              messageEn: `${ids.length} people are called "${name}"; the name is kept. Choose who does it.`,
            }
          : {
              message: `「${name}」に当たる人が登録されていないため、名前のまま残しました。`,
              messageEn: `Nobody called "${name}" is registered; the name is kept.`,
            },
      )
    }
    return found
  }
}
