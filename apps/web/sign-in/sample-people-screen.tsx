import { Button, ErrorNote, FilterField, t, talk, useFiltered } from '@ennoshita/ui'
import { useState } from 'react'
import { z } from 'zod'
import { Door } from './door.tsx'
import type { Session } from './session.ts'
import { useNewSession } from './session.ts'
import { useAct } from './use-act.ts'

type Person = NonNullable<Session['people']>[number]

const textOf = (person: Person) => `${person.name} ${person.department ?? ''} ${person.post ?? ''}`

/** In the sample company one becomes a person by choosing them; this works on the machine itself only. */
export function SamplePeopleScreen(props: {
  readonly people: readonly Person[]
  /** No account is there yet: the other way is to begin with one's own company, else to sign in. */
  readonly isEmpty: boolean
  readonly onOther: () => void
}) {
  const [filter, setFilter] = useState('')
  const act = useAct()
  const enter = useNewSession()
  const people = useFiltered(props.people, filter, textOf) ?? []
  async function choose({ companyId, personId }: Person) {
    await talk('/api/session/choose-person', z.unknown(), { companyId, personId })
    await enter()
  }
  return (
    <Door title={t('見本の会社：だれとして見ますか')} isWide>
      <p className="door-words">
        {t('社員を選ぶと、その人の画面が開きます。パスワードはいりません。このコンピューターの中だけで使えます。')}
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
              onClick={() => void act.run(() => choose(person))}
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
      <div className="form-foot">
        <Button onPress={props.onOther}>
          {props.isEmpty ? t('自分の会社ではじめる') : t('メールアドレスでサインイン')}
        </Button>
      </div>
    </Door>
  )
}
