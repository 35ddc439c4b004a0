import {
  dateInTable,
  LinkButton,
  Sheet,
  Status,
  says,
  ThrownNote,
  t,
  todayInTokyo,
  useAsk,
  Waiting,
} from '@ennoshita/ui'
import { work } from '../../contract.ts'
import { weekAfter } from './next-week.ts'

const shownAtMost = 6

/** 来週この人が休むと止まること, for the main person of a kind. */
export function AbsenceSheet({ personId, personName }: { readonly personId: string; readonly personName: string }) {
  const week = weekAfter(todayInTokyo())
  const answer = useAsk(work.absencePreviews, { personId, ...week })
  const stopping = (answer.data?.activities ?? []).filter((activity) => activity.stops)
  return (
    <Sheet
      title={t('来週、{name}さんが休むと', { name: personName })}
      actions={
        <LinkButton kind="quiet" to={`/work/dependence?person=${personId}`}>
          {t('詳しく試す')}
        </LinkButton>
      }
    >
      {answer.error !== null ? <ThrownNote error={answer.error} /> : null}
      {answer.data === undefined ? answer.error === null ? <Waiting /> : null : <p>{says(answer.data.summary)}</p>}
      {stopping.length === 0 ? null : (
        <ul className="plain-list">
          {stopping.slice(0, shownAtMost).map((activity) => (
            <li key={activity.taskId ?? `${activity.kindId}${activity.name}`}>
              <Status colour="red">{t('止まります')}</Status> {activity.name}
              {activity.dueOns.length === 0 ? '' : `　${activity.dueOns.map(dateInTable).join('、')}`}
            </li>
          ))}
          {stopping.length <= shownAtMost ? null : (
            <li>{t('ほか{count}件', { count: stopping.length - shownAtMost })}</li>
          )}
        </ul>
      )}
    </Sheet>
  )
}
