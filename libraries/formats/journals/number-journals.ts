import type { Journal, unmappedList } from './journal.ts'
import type { JournalMapping } from './layouts.ts'

/** The number under which a journal is written. */
export type JournalNumbers = (journal: Journal, place: number) => string

/**
 * Where rows are gathered by number and date, every journal needs a number of its own: those without one, and those whose number stands
 * twice on a day, get the next free whole number, and that is reported.
 */
export function journalNumbers(
  { grouping = 'number', columns }: JournalMapping,
  journals: readonly Journal[],
  unmapped: ReturnType<typeof unmappedList>,
): JournalNumbers {
  if (grouping !== 'number' || columns.number === undefined) return ({ number }) => number
  const given = new Set(journals.map(({ number }) => number))
  const used = new Set<string>()
  let next = 1
  return ({ number, date }, place) => {
    const key = `${date}\n${number}`
    if (number !== '' && !used.has(key)) {
      used.add(key)
      return number
    }
    while (given.has(String(next))) next += 1
    const own = String(next)
    next += 1
    if (number === '')
      unmapped.add(
        '伝票番号',
        '',
        place,
        '番号のない仕訳に通し番号を付けました。',
        'Journals without a number were numbered.',
      )
    else {
      const ja = `番号「${number.slice(0, 20)}」が同じ日の別の仕訳にもあるため、新しい番号を付けました。`
      unmapped.add('伝票番号', number, place, ja, 'The number stands twice on one day; a new one was given.')
    }
    return own
  }
}
