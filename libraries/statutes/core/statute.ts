import { dateInWords } from './date-in-words.ts'
/** How sure we are: V = official text or artefact seen, S = secondary source, M = memory only (never used silently). */
export type Trust = 'V' | 'S' | 'M'

export type Source = { law: string; article: string; title?: string; url: string; published?: string; trust: Trust }

/** What date decides which version of the law applies. */
export type KeyedBy =
  | 'calendar-date'
  | 'pay-date'
  | 'work-date'
  | 'transaction-date'
  | 'insured-month'
  | 'due-date'
  | 'closing-date'
  | 'calendar-year'
  | 'grant-date'
  | 'in-service-date'
  | 'document-date'
  | 'tax-period'

export type Version<Value> = { from: string; value: Value; source: Source }

/** A dated table of law: versions in ascending order of `from`, known up to and including `checkedThrough`. */
export type Statute<Value> = {
  name: string
  nameEn: string
  keyedBy: KeyedBy
  checkedThrough: string
  versions: readonly Version<Value>[]
}

/** One line of the explanation that every computed value carries; `guess` marks law not yet announced or not yet checked. */
export type Because = { statute: string; from: string; source: Source; guess?: true }

export type Explained<Value> = { value: Value; because: Because[] }

/** Asked about a date for which the law is not known; names the statute and what is known. */
export class UnknownLawError extends Error {
  readonly statute: string
  readonly on: string
  readonly knownFrom: string
  readonly knownThrough: string
  readonly messageEn: string

  constructor(statute: { name: string; nameEn: string }, on: string, knownFrom: string, knownThrough: string) {
    super(
      `「${statute.name}」は${dateInWords(on)}の時点では確認できていません。確認済みの期間は${dateInWords(knownFrom)}から${dateInWords(knownThrough)}までです。新しい版に更新するか、確認後にもう一度お試しください。`,
    )
    this.name = 'UnknownLawError'
    this.statute = statute.name
    this.on = on
    this.knownFrom = knownFrom
    this.knownThrough = knownThrough
    this.messageEn = `${statute.nameEn} is not known on ${on}. It is checked from ${knownFrom} through ${knownThrough}. Update the law tables, or ask again when it has been announced.`
  }
}

/** What every calculator takes beside its input: `preview` lets it go on where the law is not known, marked as a guess. */
export type Preview = { preview?: boolean }

/**
 * The version of a statute in force on a date, with its explanation.
 * Throws UnknownLawError before the first version, after `checkedThrough`, and for a version that nobody has checked (trust M).
 * `preview` continues the last version, or uses the unchecked one, as a marked guess.
 */
export function lawOn<Value>(statute: Statute<Value>, on: string, options: Preview = {}): Explained<Value> {
  const version = statute.versions.findLast((candidate) => candidate.from <= on)
  const isGuess = on > statute.checkedThrough || version?.source.trust === 'M'
  if (version === undefined || (isGuess && !options.preview)) {
    throw new UnknownLawError(statute, on, statute.versions[0]?.from ?? '—', statute.checkedThrough)
  }
  const because: Because = { statute: statute.name, from: version.from, source: version.source }
  return { value: version.value, because: [isGuess ? { ...because, guess: true } : because] }
}

/** The weakest trust among the laws a result rests on: a result computed from an [S] value is an [S] result. */
export function trustOf(because: readonly Because[]): Trust {
  if (because.some(({ source, guess }) => guess || source.trust === 'M')) return 'M'
  return because.some(({ source }) => source.trust === 'S') ? 'S' : 'V'
}

/** The explanations of several steps as one list, each law once. */
export function allBecause(...parts: readonly (readonly Because[])[]): Because[] {
  const known = new Map<string, Because>()
  for (const because of parts.flat()) known.set(`${because.statute} ${because.from} ${because.guess ?? ''}`, because)
  return [...known.values()]
}
