/** How sure we are: V = official text or artefact seen, S = secondary source, M = memory only (never used silently). */
export type Trust = 'V' | 'S' | 'M'

export type Source = { law: string; article: string; title?: string; url: string; published?: string; trust: Trust }

/** What date decides which version of the law applies. */
export type KeyedBy = 'calendar-date' | 'pay-date' | 'work-date' | 'transaction-date' | 'insured-month' | 'due-date'

export type Version<Value> = { from: string; value: Value; source: Source }

/** A dated table of law: versions in ascending order of `from`, known up to and including `checkedThrough`. */
export type Statute<Value> = {
  name: string
  nameEn: string
  keyedBy: KeyedBy
  checkedThrough: string
  versions: readonly Version<Value>[]
}

/** One line of the explanation that every computed value carries; `guess` marks law not yet announced. */
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
      `「${statute.name}」は${on}の時点では確認できていません。確認済みの期間は${knownFrom}から${knownThrough}までです。新しい版に更新するか、確認後にもう一度お試しください。`,
    )
    this.name = 'UnknownLawError'
    this.statute = statute.name
    this.on = on
    this.knownFrom = knownFrom
    this.knownThrough = knownThrough
    this.messageEn = `${statute.nameEn} is not known on ${on}. It is checked from ${knownFrom} through ${knownThrough}. Update the law tables, or ask again when it has been announced.`
  }
}

/**
 * The version of a statute in force on a date, with its explanation.
 * Throws UnknownLawError before the first version or after `checkedThrough`; `preview` continues the last version as a marked guess.
 */
export function lawOn<Value>(
  statute: Statute<Value>,
  on: string,
  options: { preview?: boolean } = {},
): Explained<Value> {
  const version = statute.versions.findLast((candidate) => candidate.from <= on)
  const isGuess = on > statute.checkedThrough
  if (version === undefined || (isGuess && !options.preview)) {
    throw new UnknownLawError(statute, on, statute.versions[0]?.from ?? '—', statute.checkedThrough)
  }
  const because: Because = { statute: statute.name, from: version.from, source: version.source }
  return { value: version.value, because: [isGuess ? { ...because, guess: true } : because] }
}

/** Statutes whose checked period ends between two dates, both included: what must be updated soon. */
export function endingSoon<Value>(statutes: readonly Statute<Value>[], on: string, through: string): Statute<Value>[] {
  return statutes.filter((statute) => statute.checkedThrough >= on && statute.checkedThrough <= through)
}
