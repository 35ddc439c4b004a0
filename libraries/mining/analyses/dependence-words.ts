export type DependenceLevel = 'high' | 'middle' | 'low' | 'few'

export const levelLabels: Record<'ja' | 'en', Record<DependenceLevel, string>> = {
  ja: { high: '高', middle: '中', low: '低', few: '少件数' },
  en: { high: 'high', middle: 'middle', low: 'low', few: 'too few cases' },
}

/** The facts behind a level. */
export interface DependenceFacts {
  judgedOn: 'twelve-months' | 'last-three-occurrences' | 'declared-assignees'
  n: number
  /** Everyone who did it at least once in the time judged. */
  people: number
  doers: readonly string[]
  backup?: string
  topShare: number
  manual: 'none' | 'old' | 'current'
  legalDeadline?: string
  isFew: boolean
  /** Only one passes the line of a doer, but too many share the work for it to hang on anyone. */
  isThinlySpread: boolean
  /** Events that were not judged: by programs, and by names (or blanks) that hide who it was. */
  hidden: { masked: number; system: number }
}

/** Why a level was given, one short sentence each, the weightiest first. */
export function reasonsFor(level: DependenceLevel, facts: DependenceFacts, language: 'ja' | 'en'): string[] {
  const { doers, backup, legalDeadline, topShare } = facts
  const say = sentences[language]
  const reasons = [say[facts.judgedOn](facts.n)]
  if (level === 'few') return [...reasons, whyFew(facts, say)]
  if (facts.isThinlySpread) return [...reasons, say.thin(facts.people)]
  const only = doers[0]
  if (only === undefined) reasons.push(say.nobody)
  else if (doers.length === 1) reasons.push(say.oneDoer(only, facts.people), say.manual[facts.manual])
  else reasons.push(say.doers(doers.length))
  if (doers.length === 1 && legalDeadline !== undefined) reasons.push(say.deadline(legalDeadline))
  if (doers.length !== 1 && topShare >= 0.8) reasons.push(say.topShare(Math.round(topShare * 100)))
  if (doers.length <= 1) reasons.push(backup === undefined ? say.noBackup : say.backup(backup))
  return reasons
}

function whyFew({ n, hidden }: DependenceFacts, say: (typeof sentences)['ja' | 'en']): string {
  if (hidden.masked > n && hidden.masked >= hidden.system) return say.masked
  return hidden.system > n ? say.system : say.few
}

const sentences = {
  ja: {
    'twelve-months': (n: number) => `直近12か月の${n}件で判定しました。`,
    'last-three-occurrences': (n: number) => `直近3回分の${n}件で判定しました。`,
    'declared-assignees': () => '実績が3回に満たないため、登録された担当で判定しました。',
    few: '10件未満のため判定しません。担当を登録すると判定できます。',
    nobody: '直近6か月に続けて担当している人がいません。',
    masked: '担当者の名前が記録されていないか伏せられているため、判定できません。',
    system: '主にシステムが行っているため、人については判定しません。',
    oneDoer: (person: string, people: number) =>
      people === 1
        ? `行っているのは${person}さん1人です。`
        : `継続して担当しているのは${person}さん1人です（ほか${people - 1}人が少しずつ行っています）。`,
    thin: (people: number) => `${people}人が少しずつ行っており、1人に頼ってはいません。`,
    doers: (count: number) => `${count}人が担当しています。`,
    manual: {
      none: '手順書が登録されていません。',
      old: '手順書が12か月以上更新されていません。',
      current: '手順書は12か月以内に更新されています。',
    },
    deadline: (text: string) => `法定期限があります（${text}）。`,
    topShare: (percent: number) => `1人に${percent}％が集まっています。`,
    backup: (person: string) => `${person}さんに経験があります。`,
    noBackup: '代わりに行った人がいません。',
  },
  en: {
    'twelve-months': (n: number) => `Judged on ${n} events of the last 12 months.`,
    'last-three-occurrences': (n: number) => `Judged on ${n} events of the last three occurrences.`,
    'declared-assignees': () => 'Judged on the declared assignees: it has come round fewer than three times.',
    few: 'Not judged: fewer than 10 events. Declare who is assigned and it can be.',
    nobody: 'Nobody has done it regularly in the last six months.',
    masked: 'Not judged: the names of those who did it are missing or masked.',
    system: 'Not judged: it is mostly done by programs.',
    oneDoer: (person: string, people: number) =>
      people === 1 ? `Only ${person} does it.` : `Only ${person} does it steadily (${people - 1} others do a little).`,
    thin: (people: number) => `${people} people each do a little of it: it does not hang on one person.`,
    doers: (count: number) => `${count} people do it.`,
    manual: {
      none: 'No manual is registered.',
      old: 'The manual has not been revised for 12 months.',
      current: 'The manual was revised within 12 months.',
    },
    deadline: (text: string) => `It has a legal deadline (${text}).`,
    topShare: (percent: number) => `${percent} % rests with one person.`,
    backup: (person: string) => `${person} has done it before.`,
    noBackup: 'Nobody else has done it.',
  },
}
