import type { Column, StatusColour } from '@ennoshita/ui'
import { DataTable, Sheet, Status, says, t, useLanguage } from '@ennoshita/ui'
import { useMemo } from 'react'
import { passingWords } from '../../rules/approver-words.ts'
import type { StepState } from '../../rules/matter.ts'
import type { MatterDetails } from '../words-of-matters.tsx'

type Step = MatterDetails['steps'][number]
const idOf = (step: Step) => String(step.number)

const colours: Readonly<Record<StepState, StatusColour>> = {
  coming: 'grey',
  open: 'blue',
  approved: 'green',
  'passed-over': 'grey',
}

function stateWord(state: StepState): string {
  return { coming: t('これから'), open: t('いま'), approved: t('承認済み'), 'passed-over': t('通過') }[state]
}

function peopleWord(step: Step): string {
  if (step.passedOver !== null) return says(passingWords[step.passedOver])
  if (step.people.length === 0) return step.approverNames.map((words) => says(words)).join('、')
  return step.people
    .filter(({ state }) => step.state !== 'approved' || state === 'approved')
    .map((person) =>
      [
        t('{name}さん', { name: person.name }),
        person.deputy ? t('（代：{name}さん）', { name: person.deputy.name }) : '',
        step.state === 'open' && person.state === 'approved' ? t('（承認済み）') : '',
        person.hasLeft && person.state === 'waiting' ? t('（退職）') : '',
        person.isSelfApproval ? t('（自己承認）') : '',
      ].join(''),
    )
    .join('、')
}

function columnsOf(): Column<Step>[] {
  return [
    { key: 'number', head: t('段'), width: '3.5rem', card: 'none', cell: (step) => step.number },
    {
      key: 'name',
      head: t('名前'),
      width: '9rem',
      card: '1',
      cell: (step) => <span className="cell-lines">{step.name}</span>,
    },
    {
      key: 'people',
      head: t('承認する人'),
      card: '2',
      cell: (step) => <span className="cell-lines">{peopleWord(step)}</span>,
    },
    {
      key: 'need',
      head: t('決め方'),
      width: '7rem',
      card: '3',
      cell: (step) => (step.need === 'all' ? t('全員') : t('だれか一人')),
    },
    {
      key: 'state',
      head: t('状態'),
      width: '7rem',
      card: '1-end',
      cell: (step) => <Status colour={colours[step.state]}>{stateWord(step.state)}</Status>,
    },
  ]
}

/** The steps of this round, with their people. */
export function StepsSheet({ matter }: { readonly matter: MatterDetails }) {
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  return (
    <Sheet title={t('承認経路：{name}', { name: matter.route.name })}>
      <DataTable
        label={t('承認経路')}
        rows={matter.steps}
        rowId={idOf}
        columns={columns}
        markOf={(step) => (step.state === 'open' ? 'current' : undefined)}
      />
    </Sheet>
  )
}
