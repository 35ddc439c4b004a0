import { people } from '@ennoshita/people'
import { useDepartmentOptions, usePeopleOptions } from '@ennoshita/people/options'
import {
  ComboBox,
  EmptyState,
  FilterField,
  LinkButton,
  PrintButton,
  Screen,
  Select,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useSettledText,
} from '@ennoshita/ui'
import { work } from '../../contract.ts'
import { AddLine } from './add-line.tsx'
import { TaskKeys, TaskTable } from './task-table.tsx'
import { useTaskActs } from './use-task-acts.tsx'

const states = ['open', 'done', 'dropped'] as const
const pageSize = 500
/** In the address, in place of a person. */
const everybody = 'everybody'
const nobody = 'nobody'

/** やること: one's own, a colleague's or a department's, with what can be done to many at once. */
export default function TasksScreen() {
  const today = todayInTokyo()
  const me = useAsk(people.myProfile, {})
  const text = useSettledText()
  const [stateText, setState] = useAddressState('state', 'open')
  const [personId, setPerson] = useAddressState('person', '')
  const [departmentId, setDepartment] = useAddressState('department', '')
  const state = states.find((candidate) => candidate === stateText) ?? 'open'
  const own = me.data?.personId
  const isOfOne = personId !== '' && personId !== everybody && personId !== nobody
  const wanted = isOfOne ? personId : personId === '' && departmentId === '' ? own : undefined
  const answer = useAsk(
    work.taskList,
    {
      state,
      limit: pageSize,
      ...(wanted === undefined ? {} : { personId: wanted }),
      ...(personId === nobody ? { unassigned: true } : {}),
      ...(departmentId === '' ? {} : { departmentId }),
      ...(text.settled === '' ? {} : { text: text.settled }),
    },
    { when: own !== undefined || me.error !== null },
  )
  const acts = useTaskActs()
  const colleagues = usePeopleOptions()
  const departments = useDepartmentOptions()
  return (
    <Screen
      title={t('やること')}
      actions={<PrintButton />}
      totals={<Total label={t('件数')} value={answer.data?.total ?? 0} />}
      filters={
        <>
          <FilterField label={t('件名で絞り込む')} value={text.typed} onChange={text.setTyped} />
          <ComboBox
            label={t('担当')}
            hidesLabel
            placeholder={t('自分の担当')}
            options={[
              { value: everybody, label: t('全員') },
              { value: nobody, label: t('担当が決まっていない') },
              ...colleagues,
            ]}
            value={personId === '' ? null : personId}
            onChange={(next) => setPerson(next ?? '')}
          />
          <ComboBox
            label={t('部門')}
            hidesLabel
            placeholder={t('部門')}
            options={departments}
            value={departmentId === '' ? null : departmentId}
            onChange={(next) => setDepartment(next ?? '')}
          />
          <Select
            label={t('状態')}
            hidesLabel
            isRequired
            value={state}
            onChange={(next) => setState(next ?? 'open')}
            choices={[
              { value: 'open', label: t('これから・進行中') },
              { value: 'done', label: t('終わり') },
              { value: 'dropped', label: t('取りやめ') },
            ]}
          />
        </>
      }
    >
      <AddLine />
      {acts.face}
      <TaskTable
        label={t('やること')}
        tasks={answer.data?.rows}
        columns={['due', 'title', 'marks', 'who', 'minutes', 'acts']}
        today={today}
        acts={acts}
        error={answer.error}
        empty={
          <EmptyState
            title={t('ここに並ぶものはありません')}
            action={
              personId === everybody ? undefined : (
                <LinkButton to={`/work/tasks?person=${everybody}`}>{t('全員のやることを見る')}</LinkButton>
              )
            }
          >
            {t('上の欄に一行書くか、業務に期日の決まりを付けると増えていきます。')}
          </EmptyState>
        }
      />
      <TaskKeys />
    </Screen>
  )
}
