import type { Words } from '@ennoshita/kernel'

export type DependenceLevel = 'high' | 'middle' | 'low' | 'few'

/** What is known of who can do a kind of work, by names as shown. */
export type DependenceFacts = {
  name: string
  mainName: string
  deputyNames: readonly string[]
  manual: 'none' | 'old' | 'current'
  legalDeadline: string
  /** What the log says, where it says enough; else the people declared are judged. */
  observed: { level: DependenceLevel; doerNames: readonly string[] } | undefined
}

export type Dependence = { level: DependenceLevel; label: Words; says: Words }

const labels: Record<DependenceLevel, Words> = {
  high: { ja: '高', en: 'high' },
  middle: { ja: '中', en: 'middle' },
  low: { ja: '低', en: 'low' },
  few: { ja: '担当未定', en: 'nobody named' },
}

const manualWords = {
  none: { ja: '手順書なし', en: 'no manual' },
  old: { ja: '手順書は1年以上前のもの', en: 'the manual is over a year old' },
  current: { ja: '手順書あり', en: 'a manual' },
} as const

/** 手順書: its own date, or that of the confirmed steps; older than twelve months counts as old, one without a date too. */
export function manualState(
  manual: { hasManual: boolean | null; manualOn: string | null; confirmedOn: string | null },
  yearAgo: string,
): 'none' | 'old' | 'current' {
  if (manual.confirmedOn !== null && manual.confirmedOn >= yearAgo) return 'current'
  if (manual.hasManual !== true) return manual.confirmedOn === null ? 'none' : 'old'
  return manual.manualOn !== null && manual.manualOn >= yearAgo ? 'current' : 'old'
}

/**
 * 属人: how much a kind of work hangs on one person, in words addressed to the manager as a want of provision (備え不足).
 * 高 if one doer and (no manual, an old one, or a legal deadline); 中 if one doer with a manual; else 低; as the log judges
 * where it holds enough, else by the people declared.
 */
export function dependenceOf(facts: DependenceFacts): Dependence {
  const declared = [facts.mainName, ...facts.deputyNames].filter((name) => name !== '')
  const doers = facts.observed ? facts.observed.doerNames : declared
  const level = facts.observed?.level ?? levelOfDeclared(declared.length, facts)
  return { level, label: labels[level], says: sentence(level, doers, facts) }
}

function levelOfDeclared(count: number, { manual, legalDeadline }: DependenceFacts): DependenceLevel {
  if (count === 0) return 'few'
  if (count > 1) return 'low'
  return manual !== 'current' || legalDeadline !== '' ? 'high' : 'middle'
}

function sentence(level: DependenceLevel, doers: readonly string[], facts: DependenceFacts): Words {
  const { name, manual, legalDeadline } = facts
  const [only] = doers
  if (only === undefined)
    return {
      ja: `${name}は担当が決まっていません。${manualWords[manual].ja}。`,
      en: `Nobody is named for ${name}; ${manualWords[manual].en}.`,
    }
  if (level !== 'low' && doers.length > 1)
    return {
      ja: `${name}は${doers.length}人で担当していますが、ほとんどを${only}さんがしています。`,
      en: `${doers.length} people do ${name}, but ${only} does most of it.`,
    }
  if (level === 'low')
    return {
      ja: `${name}は${doers.length}人で担当しています。`,
      en: `${doers.length} people do ${name}.`,
    }
  const deputies = facts.deputyNames.filter((deputy) => deputy !== only)
  const backup =
    deputies.length === 0
      ? { ja: '副担当なし', en: 'no deputy' }
      : facts.observed
        ? {
            ja: `副担当は${deputies.join('・')}さん（実績なし）`,
            en: `deputy ${deputies.join(', ')} (has not done it yet)`,
          }
        : { ja: `副担当は${deputies.join('・')}さん`, en: `deputy ${deputies.join(', ')}` }
  const law =
    legalDeadline === ''
      ? { ja: '', en: '' }
      : { ja: `法定期限があります（${legalDeadline}）。`, en: ` It has a legal deadline (${legalDeadline}).` }
  return {
    ja: `${name}は${only}さんだけ。${backup.ja}、${manualWords[manual].ja}。${law.ja}`,
    en: `Only ${only} does ${name}: ${backup.en}, ${manualWords[manual].en}.${law.en}`,
  }
}
