import type { AnswerOf } from '@ennoshita/kernel'
import { usePeopleOptions } from '@ennoshita/people/options'
import type { Column } from '@ennoshita/ui'
import {
  ComboBox,
  DataTable,
  DateField,
  dateInTable,
  EmptyState,
  FieldRow,
  Status,
  says,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useLanguage,
  useOpen,
} from '@ennoshita/ui'
import { useMemo } from 'react'
import { work } from '../../contract.ts'
import { minutesWord } from '../inventory/inventory-columns.tsx'
import { weekAfter } from '../kind/next-week.ts'

type Activity = AnswerOf<typeof work.absencePreviews>['activities'][number]

const idOf = (activity: Activity) =>
  `${activity.taskId ?? ''}${activity.kindId ?? ''}${activity.name}${activity.dueOns[0] ?? ''}`
const groupOf = (activity: Activity) => (activity.stops ? t('止まります') : t('ほかの人が代われます'))

function columnsOf(): Column<Activity>[] {
  return [
    { key: 'name', head: t('業務名'), width: '30%', card: '1', cell: (activity) => activity.name },
    {
      key: 'stops',
      head: t('見込み'),
      width: '8rem',
      card: '1-end',
      cell: (activity) =>
        activity.stops ? (
          <Status colour="red">{t('止まります')}</Status>
        ) : (
          <Status colour="green">{t('代われます')}</Status>
        ),
    },
    {
      key: 'due',
      head: t('期日'),
      width: '14rem',
      card: '2',
      cell: (activity) => activity.dueOns.map(dateInTable).join('、'),
    },
    { key: 'law', head: t('法定の期限'), card: 'none', cell: (activity) => activity.legalDeadline },
    {
      key: 'minutes',
      head: t('時間'),
      width: '6rem',
      align: 'end',
      card: '2-end',
      cell: (activity) => minutesWord(activity.minutes),
    },
    {
      key: 'substitutes',
      head: t('代われる人'),
      width: '16rem',
      card: '3',
      cell: (activity) => activity.substituteNames.join('、') || t('いません'),
    },
  ]
}

/** 休んだときの試し: who, from when, until when → what stops, which deadlines, how many hours, who could stand in. */
export function AbsenceTest() {
  const week = weekAfter(todayInTokyo())
  const [personId, setPersonId] = useAddressState('person', '')
  const [from, setFrom] = useAddressState('from', week.from)
  const [until, setUntil] = useAddressState('until', week.until)
  const everyone = usePeopleOptions()
  const open = useOpen()
  const answer = useAsk(work.absencePreviews, { personId, from, until }, { when: personId !== '' })
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(columnsOf, [inUse])
  const rows = useMemo(
    () => answer.data?.activities.toSorted((a, b) => Number(b.stops) - Number(a.stops)),
    [answer.data],
  )
  return (
    <>
      <FieldRow>
        <ComboBox
          label={t('休む人')}
          options={everyone}
          value={personId === '' ? null : personId}
          onChange={(id) => setPersonId(id ?? '')}
        />
        <DateField label={t('いつから')} value={from} onChange={(day) => setFrom(day ?? week.from)} />
        <DateField label={t('いつまで')} value={until} near={from} onChange={(day) => setUntil(day ?? week.until)} />
      </FieldRow>
      {personId === '' ? (
        <EmptyState title={t('どなたが休むときを確かめますか')}>
          {t('人と日を選ぶと、止まる業務、かかる期限、代われる人を並べます。結果は記録に残りません。')}
        </EmptyState>
      ) : (
        <>
          {answer.data === undefined ? null : (
            <div className="note" role="status">
              <p className="note-what">{says(answer.data.summary)}</p>
              <p>
                {t(
                  '止まる業務 {stopping}件、うち法定の期限 {legal}件。代われる人のいない時間は {all} のうち {uncovered}。',
                  {
                    stopping: answer.data.stoppingCount,
                    legal: answer.data.legalDeadlineCount,
                    all: minutesWord(answer.data.allMinutes),
                    uncovered: minutesWord(answer.data.uncoveredMinutes),
                  },
                )}
              </p>
            </div>
          )}
          <DataTable
            label={t('休んだときに止まること')}
            rows={rows}
            rowId={idOf}
            columns={columns}
            error={answer.error}
            groupOf={groupOf}
            onOpen={(activity) => {
              if (activity.kindId !== null) open(`/work/kinds/${activity.kindId}`)
            }}
            empty={<EmptyState title={t('この間に期日のある業務はありません')} />}
          />
        </>
      )}
    </>
  )
}
