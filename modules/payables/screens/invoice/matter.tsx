import { approvals } from '@ennoshita/approvals'
import type { AnswerOf } from '@ennoshita/kernel'
import { Facts, instantInTable, Link, Sheet, Status, says, t, useAsk } from '@ennoshita/ui'
import type { InvoiceDetails } from './entry-draft.ts'

export type Matter = AnswerOf<typeof approvals.matterDetails>

/** The approval of an invoice; undefined while there is none, or while it is not known. */
export function useMatter({ matterId }: Pick<InvoiceDetails, 'matterId'>): Matter | undefined {
  const answer = useAsk(approvals.matterDetails, { matterId: matterId ?? '' }, { when: matterId !== null })
  return matterId === null || answer.data?.matterId !== matterId ? undefined : answer.data
}

/** The number of the step that waits, as it is on the screen. */
export const openStepOf = (matter: Matter | undefined): number | undefined =>
  matter?.steps.find(({ state }) => state === 'open')?.number

/** Who returned it last and what is to be changed. */
export function ReturnedNote({ matter }: { readonly matter: Matter | undefined }) {
  const last = matter?.decisions.findLast(({ deed }) => deed === 'returned')
  if (last === undefined) return null
  return (
    <div className="note note-error">
      <p className="note-what">
        {t('{name}さんから差し戻されました。', { name: last.person?.name ?? t('名前を消した人') })}
      </p>
      <p className="prose">{last.comment}</p>
    </div>
  )
}

function stateFace(state: Matter['steps'][number]['state']) {
  if (state === 'approved') return <Status colour="green">{t('承認')}</Status>
  if (state === 'open') return <Status colour="blue">{t('承認待ち')}</Status>
  if (state === 'passed-over') return <Status colour="grey">{t('省略')}</Status>
  return <Status colour="grey">{t('これから')}</Status>
}

/** 承認: the steps of the route, who has decided and who is waited for. */
export function MatterSheet({ matter }: { readonly matter: Matter | undefined }) {
  if (matter === undefined) return null
  return (
    <Sheet title={t('承認')} actions={<Link to={`/approvals/${matter.matterId}`}>{t('承認の画面へ')}</Link>}>
      <Facts
        facts={[
          [t('申請'), `${matter.applicant.name} ${instantInTable(matter.askedAt)}`],
          ...matter.steps.map(
            (step) =>
              [
                `${step.number}. ${step.name}`,
                <span key={step.number}>
                  {stateFace(step.state)} {step.approverNames.map(says).join(t('、'))}
                </span>,
              ] as const,
          ),
        ]}
      />
    </Sheet>
  )
}
