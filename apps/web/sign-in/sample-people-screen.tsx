import { ErrorNote, FilterField, t, talk, useFiltered } from '@ennoshita/ui'
import { useState } from 'react'
import { z } from 'zod'
import { Door } from './door.tsx'
import type { Session } from './session.ts'
import { useNewSession } from './session.ts'
import { useAct } from './use-act.ts'

type Person = NonNullable<Session['people']>[number]

const textOf = (person: Person) => `${person.name} ${person.department ?? ''} ${person.post ?? ''}`

/** In the sample company one becomes a person by choosing them; this works on the machine itself only. */
export function SamplePeopleScreen({ session }: { readonly session: Session }) {
  const [filter, setFilter] = useState('')
  const act = useAct()
  const enter = useNewSession()
  const people = useFiltered(session.people ?? [], filter, textOf) ?? []
  const company = session.companies[0]
  async function choose(personId: string) {
    await talk('/api/session/choose-person', z.unknown(), { companyId: company?.companyId, personId })
    await enter()
  }
  return (
    <Door title={t('見本の会社：だれとして見ますか')} isWide>
      <p className="door-words">
        {t(
          '{company}の社員を選ぶと、その人の画面が開きます。パスワードはいりません。このコンピューターの中だけで使えます。',
          {
            company: company?.name ?? t('見本の会社'),
          },
        )}
      </p>
      {act.refusal === null ? null : <ErrorNote face={act.refusal} />}
      <FilterField label={t('名前・部署で絞り込む')} value={filter} onChange={setFilter} />
      <ul className="door-people">
        {people.map((person) => (
          <li key={person.personId}>
            <button
              type="button"
              className="door-person"
              disabled={act.isPending}
              onClick={() => void act.run(() => choose(person.personId))}
            >
              <span>{person.name}</span>
              <span>{[person.department, person.post].filter((part) => part !== null && part !== '').join('　')}</span>
            </button>
          </li>
        ))}
      </ul>
      {people.length === 0 ? (
        <p className="door-words">{t('当てはまる人がいません。言葉を短くしてみてください。')}</p>
      ) : null}
    </Door>
  )
}
