import type { Column } from '@ennoshita/ui'
import { DataTable, instantInTable, Sheet, says, t, useLanguage } from '@ennoshita/ui'
import { useMemo } from 'react'
import { passingWords } from '../../rules/approver-words.ts'
import type { MatterDetails } from '../words-of-matters.tsx'
import { deedWord } from '../words-of-matters.tsx'

type Decision = MatterDetails['decisions'][number]
const idOf = (decision: Decision) => decision.decisionId

function whoWord({ person, onBehalfOf }: Decision): string {
  if (person === null) return t('承認経路')
  return onBehalfOf
    ? t('{name}（{principal}さんの代）', { name: person.name, principal: onBehalfOf.name })
    : person.name
}

function saidWord(decision: Decision): string {
  const to = decision.returnedTo
  return [
    to === 'applicant' ? t('申請した人へ') : to === null ? '' : t('{step}段目へ', { step: to }),
    decision.passedOver === null ? '' : says(passingWords[decision.passedOver]),
    decision.selfApproval === null ? '' : t('自己承認（{reason}）', { reason: decision.selfApproval }),
    decision.comment,
  ]
    .filter((word) => word !== '')
    .join('：')
}

function columnsOf(): Column<Decision>[] {
  return [
    { key: 'at', head: t('日時'), width: '7.5rem', card: '2-end', cell: (each) => instantInTable(each.decidedAt) },
    {
      key: 'who',
      head: t('だれが'),
      width: '10rem',
      card: '1',
      cell: (each) => <span className="cell-lines">{whoWord(each)}</span>,
    },
    {
      key: 'deed',
      head: t('したこと'),
      width: '7rem',
      card: '1-end',
      cell: (each) => deedWord(each.deed),
    },
    { key: 'step', head: t('段'), width: '6.5rem', card: '2', cell: (each) => each.step?.name ?? '' },
    {
      key: 'said',
      head: t('ことば'),
      card: '3',
      cell: (each) => <span className="cell-lines">{saidWord(each)}</span>,
    },
  ]
}

/** Every decision through all rounds, the oldest first. */
export function RecordSheet({ matter }: { readonly matter: MatterDetails }) {
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  return (
    <Sheet title={t('経過')}>
      <DataTable
        label={t('経過')}
        rows={matter.decisions}
        rowId={idOf}
        columns={columns}
        {...(matter.round > 1 ? { groupOf: (each: Decision) => t('{round}回目', { round: each.round }) } : {})}
      />
    </Sheet>
  )
}
