import { Button, dateInTable, Facts, Sheet, Status, t } from '@ennoshita/ui'
import type { PersonDetails } from './person-parts.ts'

const none = () => t('登録なし')

/** What is registered of a person; number, former name and dates only for those who may see them. */
export function PersonFacts(props: {
  readonly person: PersonDetails
  readonly onEdit?: () => void
  readonly title?: string
}) {
  const { person, onEdit } = props
  const { register } = person
  const mailed =
    person.email === '' ? (
      none()
    ) : (
      <a className="link" href={`mailto:${person.email}`}>
        {person.email}
      </a>
    )
  const called =
    person.phone === '' ? (
      none()
    ) : (
      <a className="link" href={`tel:${person.phone}`}>
        {person.phone}
      </a>
    )
  return (
    <Sheet
      title={props.title ?? t('登録内容')}
      actions={
        onEdit === undefined ? null : (
          <Button kind="quiet" onPress={onEdit}>
            {t('変える')}
          </Button>
        )
      }
    >
      <Facts
        facts={[
          [t('氏名'), [person.familyName, person.givenName].filter((part) => part !== '').join(' ')],
          [t('フリガナ'), person.kana || none()],
          ...(person.displayName === [person.familyName, person.givenName].join(' ').trim()
            ? []
            : [[t('表示名'), person.displayName] as const]),
          [t('メール'), mailed],
          [t('電話'), called],
          ...(register === null
            ? []
            : ([
                [t('社員番号'), register.employeeNumber ?? none()],
                [t('旧姓'), register.formerFamilyName || t('なし')],
                [t('入社日'), register.joinedOn === null ? none() : dateInTable(register.joinedOn)],
                ...(register.leftOn === null ? [] : [[t('退職日'), dateInTable(register.leftOn)] as const]),
              ] as const)),
          [
            t('いまの所属'),
            person.placements.length === 0 ? (
              <Status key="none" colour="red">
                {t('所属なし')}
              </Status>
            ) : (
              <ul key="places" className="plain-list">
                {person.placements.map((placement) => (
                  <li key={placement.assignmentId}>
                    {placement.departmentPath} {placement.postName ?? ''} {placement.main ? '' : t('（兼務）')}
                  </li>
                ))}
              </ul>
            ),
          ],
        ]}
      />
    </Sheet>
  )
}
