import type { ReportSection } from '../contract/report.ts'

/** What a person's own month holds, read from what they themselves did. Nothing in it compares people. */
export type MonthFacts = {
  /** Finished tasks by kind of work, most first; those of no kind under an empty name. */
  readonly done: readonly { readonly kindName: string; readonly count: number }[]
  readonly dated: { readonly count: number; readonly keptCount: number }
  /** Tasks with a deadline of law (法定期限). */
  readonly legal: { readonly count: number; readonly keptCount: number; readonly names: readonly string[] }
  /** Days from asking to answer, one for each request answered, by the company's calendar. */
  readonly answeredDays: readonly number[]
  readonly deeds: readonly { readonly on: string; readonly text: string; readonly kindName: string }[]
  readonly thanks: readonly { readonly fromName: string; readonly text: string }[]
  readonly takenOver: readonly string[]
}

/** The draft of 今月の縁の下; a part without anything to tell is left out. The last part is the person's own, empty. */
export function reportSections(facts: MonthFacts): ReportSection[] {
  const section = (key: string, heading: string, lines: readonly string[]): ReportSection[] =>
    lines.length === 0 ? [] : [{ key, heading, text: cut(lines), isLeftOut: false }]
  return [
    ...section('done', '今月終えた仕事', doneLines(facts)),
    ...section('kept', '守った期日', keptLines(facts)),
    ...section('nothing-happened', '何も起きなかったこと', nothingHappenedLines(facts)),
    ...section('answers', '社内の質問・依頼への回答', answerLines(facts.answeredDays)),
    ...section('deeds', 'これもやりました', deedLines(facts)),
    ...section(
      'taken-over',
      'ほかの方から引き受けたこと',
      facts.takenOver.map((title) => `・${title}`),
    ),
    ...section(
      'thanks',
      'いただいたありがとう',
      facts.thanks.map((thanks) => `・${thanks.text}${thanks.fromName === '' ? '' : `（${thanks.fromName}さん）`}`),
    ),
    { key: 'words', heading: 'ひとこと', text: '', isLeftOut: false },
  ]
}

function doneLines({ done }: MonthFacts): string[] {
  return done.map(({ kindName, count }) => `・${kindName === '' ? 'そのほかの仕事' : kindName}　${count}件`)
}

function keptLines({ dated }: MonthFacts): string[] {
  if (dated.keptCount === 0) return []
  return [
    dated.keptCount === dated.count
      ? `期日のある仕事${dated.count}件を、すべて期日までに終えました。`
      : `期日のある仕事のうち${dated.keptCount}件を、期日までに終えました。`,
  ]
}

/** 何も起きなかった is a result: deadlines of law that were met, so that nobody had to notice them. */
function nothingHappenedLines({ legal }: MonthFacts): string[] {
  if (legal.keptCount === 0) return []
  const opening =
    legal.keptCount === legal.count
      ? `法律で期限が決まっている手続き${legal.count}件は、すべて期限内です。`
      : `法律で期限が決まっている手続き${legal.keptCount}件は、期限内です。`
  return [opening, ...legal.names.map((name) => `・${name}`)]
}

function answerLines(days: readonly number[]): string[] {
  if (days.length === 0) return []
  return [
    `${days.length}件に回答しました。受付から回答までは、中央値で${medianOf(days)}営業日です（n=${days.length}）。`,
  ]
}

function deedLines({ deeds }: MonthFacts): string[] {
  return deeds.map(({ on, text, kindName }) => {
    const [, month, day] = on.split('-').map(Number)
    return `・${month}/${day} ${text}${kindName === '' ? '' : `（${kindName}）`}`
  })
}

/** The middle of the values, or halfway between the two middle ones; 0 for none. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? 0
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2
}

const longestText = 4000

/** As many lines as fit into a part, and how many more there were. */
function cut(lines: readonly string[]): string {
  let text = ''
  for (const [index, line] of lines.entries()) {
    const next = text === '' ? line : `${text}\n${line}`
    if (next.length > longestText - 20) return `${text}\n…ほか${lines.length - index}件`
    text = next
  }
  return text
}
