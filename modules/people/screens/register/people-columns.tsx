import type { AnswerOf, LocalDate } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import { dateInTable, Status, t } from '@ennoshita/ui'
import type { people } from '../../contract.ts'

export type Listed = AnswerOf<typeof people.peopleList>['people'][number]

export const personIdOf = (person: Listed) => person.personId

const mainOf = (person: Listed) => person.placements.find((placement) => placement.main) ?? person.placements[0]

function stateFace(person: Listed, on: LocalDate) {
  const leftOn = person.register?.leftOn
  if (typeof leftOn === 'string')
    return leftOn < on ? (
      <Status colour="grey">{t('退職')}</Status>
    ) : (
      <Status colour="amber">{t('{date} 退職予定', { date: dateInTable(leftOn) })}</Status>
    )
  if (person.placements.length === 0) return <Status colour="red">{t('所属なし')}</Status>
  const sideCount = person.placements.length - 1
  return sideCount === 0 ? null : <Status colour="blue">{t('兼務{count}', { count: sideCount })}</Status>
}

/** The columns of the register; the number stands only before those who may see the register. */
export function peopleColumns(on: LocalDate, seesRegister: boolean): Column<Listed>[] {
  const number: Column<Listed> = {
    key: 'number',
    head: t('社員番号'),
    width: '5.5rem',
    card: '3-end',
    cell: (person) => person.register?.employeeNumber ?? '',
    sortBy: (person) => person.register?.employeeNumber,
  }
  return [
    ...(seesRegister ? [number] : []),
    {
      key: 'name',
      head: t('氏名'),
      width: '8.5rem',
      card: '1',
      cell: (person) => person.displayName,
      sortBy: (person) => person.kana,
    },
    {
      key: 'kana',
      head: t('フリガナ'),
      width: '10rem',
      card: 'none',
      cell: (person) => person.kana,
      sortBy: (person) => person.kana,
    },
    {
      key: 'department',
      head: t('部署'),
      card: '2',
      cell: (person) => mainOf(person)?.departmentPath ?? '',
      sortBy: (person) => mainOf(person)?.departmentPath,
    },
    {
      key: 'post',
      head: t('役職'),
      width: '8rem',
      card: '2-end',
      cell: (person) => mainOf(person)?.postName ?? '',
      sortBy: (person) => mainOf(person)?.postName,
    },
    { key: 'email', head: t('メール'), width: '14rem', card: '3', cell: (person) => person.email },
    { key: 'phone', head: t('電話'), width: '7rem', card: 'none', cell: (person) => person.phone },
    { key: 'state', head: t('状態'), width: '8.5rem', card: '1-end', cell: (person) => stateFace(person, on) },
  ]
}
