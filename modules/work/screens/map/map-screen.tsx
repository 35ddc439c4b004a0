import type { AnswerOf, InputOf } from '@ennoshita/kernel'
import { addDays, isLocalDate } from '@ennoshita/kernel'
import type { Option } from '@ennoshita/ui'
import {
  ComboBox,
  DateField,
  EmptyState,
  PrintButton,
  Screen,
  Select,
  Slider,
  Split,
  ThrownNote,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  Waiting,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { work } from '../../contract.ts'
import type { FlowView, MapRow } from './flow-of-work.ts'
import { mostArrows, mostSteps, useFlow } from './flow-of-work.ts'
import { CoverageNote, CutNote, FlowPicture, SaveSvgButton } from './flow-picture.tsx'
import { FlowTable } from './flow-table.tsx'

const none: readonly MapRow[] = []
const daysAtFirst = '90'
const arrowsAtFirst = 20

type MapChoice = ReturnType<typeof useMapChoice>

/** What the map is of, kept in the address. */
function useMapChoice() {
  const today = todayInTokyo()
  const [kindId, setKindId] = useAddressState('kind', '')
  const [objectType, setObjectType] = useAddressState('type', '')
  const [department, setDepartment] = useAddressState('department', '')
  const [days, setDays] = useAddressState('days', daysAtFirst)
  const [until, setUntil] = useAddressState('until', '')
  const to = isLocalDate(until) ? until : today
  const from = addDays(to, -(Number(days) || Number(daysAtFirst)))
  const [view, setView] = useAddressState('view', 'map')
  const [steps, setSteps] = useState(mostSteps)
  const [arrows, setArrows] = useState(arrowsAtFirst)
  const input: InputOf<typeof work.workMaps> =
    kindId !== '' ? { kindId, from, to } : { objectType: objectType === '' ? 'task' : objectType, from, to }
  const viewShown: FlowView = view === 'lanes' ? 'lanes' : 'map'
  return {
    ...{ kindId, setKindId, objectType, setObjectType, department, setDepartment, from, to, days, setDays, setUntil },
    ...{ view: viewShown, setView, steps, setSteps, arrows, setArrows },
    input,
    isChosen: kindId !== '' || objectType !== '',
  }
}

/** 業務の流れ: the map of one kind of work, or of one type of object, drawn from the log. */
export default function MapScreen() {
  const choice = useMapChoice()
  const kinds = useAsk(work.inventoryRows, { limit: 500 })
  const kindOptions = useMemo(
    () =>
      (kinds.data?.rows ?? []).map((kind) => ({
        value: kind.kindId,
        label: kind.name,
        detail: kind.departmentName === '' ? kind.major : kind.departmentName,
      })),
    [kinds.data],
  )
  const answer = useAsk(work.workMaps, choice.input, { when: choice.isChosen })
  const rows = choice.isChosen ? (answer.data?.rows ?? none) : none
  const departments = useMemo(
    () => [...new Set(rows.map((row) => row.department))].filter((name) => name !== ''),
    [rows],
  )
  const flow = useFlow(rows, choice)
  const name = kindOptions.find((kind) => kind.value === choice.kindId)?.label ?? t('業務の流れ')
  return (
    <Screen
      title={t('業務の流れ')}
      period={`${choice.from.replaceAll('-', '/')}〜${choice.to.replaceAll('-', '/')}`}
      actions={
        <>
          <SaveSvgButton flow={flow} name={name} />
          <PrintButton />
        </>
      }
      filters={<MapFilters choice={choice} kinds={kindOptions} departments={departments} />}
      totals={
        <>
          <Total label={t('案件')} value={flow.flow.caseCount} unit={t('件')} />
          <Total label={t('作業')} value={flow.flow.activities.length} unit={t('種類')} />
        </>
      }
    >
      {!choice.isChosen ? (
        <EmptyState title={t('どの業務の流れを見ますか')}>
          {t('上で業務を一つ選ぶと、記録から「何のあとに何をしたか」を図と表にします。')}
        </EmptyState>
      ) : answer.error !== null ? (
        <ThrownNote error={answer.error} />
      ) : answer.data === undefined ? (
        <Waiting />
      ) : (
        <>
          <PictureBar choice={choice} answer={answer.data} />
          {flow.svg === null ? (
            <FlowPicture flow={flow} />
          ) : (
            <Split width="wide" aside={<FlowTable edges={flow.flow.edges} />}>
              <FlowPicture flow={flow} />
            </Split>
          )}
        </>
      )}
    </Screen>
  )
}

function periodChoices() {
  return [
    { value: '30', label: t('30日間') },
    { value: '90', label: t('90日間') },
    { value: '180', label: t('半年間') },
    { value: '365', label: t('1年間') },
  ]
}

/** Above the picture: what the log covers, and how much of the flow is drawn. */
function PictureBar({
  choice,
  answer,
}: {
  readonly choice: MapChoice
  readonly answer: AnswerOf<typeof work.workMaps>
}) {
  return (
    <div className="picture-bar">
      {choice.kindId === '' ? <CutNote answer={answer} /> : <CoverageNote answer={answer} />}
      <Slider
        label={t('作業の数')}
        from={2}
        to={mostSteps}
        value={choice.steps}
        onChange={(steps) => choice.setSteps(steps)}
      />
      <Slider
        label={t('矢印の数')}
        from={1}
        to={mostArrows}
        value={choice.arrows}
        onChange={(arrows) => choice.setArrows(arrows)}
      />
    </div>
  )
}

function MapFilters(props: {
  readonly choice: MapChoice
  readonly kinds: readonly Option[]
  readonly departments: readonly string[]
}) {
  const { choice } = props
  return (
    <>
      <ComboBox
        label={t('業務')}
        hidesLabel
        placeholder={t('業務を選ぶ')}
        options={props.kinds}
        value={choice.kindId === '' ? null : choice.kindId}
        onChange={(kindId) => choice.setKindId(kindId ?? '')}
      />
      {choice.kindId !== '' ? null : (
        <Select
          label={t('対象の種類')}
          hidesLabel
          emptyLabel={t('または、全体の流れから選ぶ')}
          choices={[
            { value: 'task', label: t('やること全体') },
            { value: 'kind', label: t('業務の登録と見直し') },
            { value: 'register-entry', label: t('期限台帳') },
          ]}
          value={choice.objectType}
          onChange={(type) => choice.setObjectType(type ?? '')}
        />
      )}
      <Select
        label={t('期間')}
        hidesLabel
        isRequired
        choices={periodChoices()}
        value={choice.days}
        onChange={(days) => choice.setDays(days ?? daysAtFirst)}
      />
      <DateField
        label={t('いつまで')}
        hidesLabel
        value={choice.to}
        onChange={(until) => choice.setUntil(until ?? '')}
      />
      <Select
        label={t('図の種類')}
        hidesLabel
        isRequired
        choices={[
          { value: 'map', label: t('流れ図') },
          { value: 'lanes', label: t('部門別スイムレーン') },
        ]}
        value={choice.view}
        onChange={(view) => choice.setView(view ?? 'map')}
      />
      <Select
        label={t('関わった部門')}
        hidesLabel
        emptyLabel={t('全部門')}
        choices={props.departments.map((name) => ({ value: name, label: name }))}
        value={choice.department}
        onChange={(department) => choice.setDepartment(department ?? '')}
      />
    </>
  )
}
