import type { DueRule } from '@ennoshita/statutes'

/**
 * 法定期限 of one time of a kind: its due date, when the kind names a law and its rule follows the days off of public offices
 * (as deadlines of filing do, 国税通則法10条2項); other kinds bound by law have a due date of the house's own choice.
 */
export function legalDeadlineOn(kind: { rule: DueRule; hasLaw: boolean }, dueOn: string): string | null {
  const followsPublicOffices = 'calendar' in kind.rule && kind.rule.calendar === 'public-office'
  return kind.hasLaw && followsPublicOffices ? dueOn : null
}
