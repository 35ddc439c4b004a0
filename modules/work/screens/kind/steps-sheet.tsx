import { newId } from '@ennoshita/kernel'
import { Button, EmptyState, ErrorNote, Sheet, Status, showToast, t, useDraft, useSend } from '@ennoshita/ui'
import { work } from '../../contract.ts'
import type { EditedStep } from '../../rules/step-list.ts'
import { emptyStep, writtenSteps } from '../../rules/step-list.ts'
import { minutesWord } from '../inventory/inventory-columns.tsx'
import type { KindDetails } from './facts-sheet.tsx'
import { StepsEditor } from './steps-editor.tsx'

/** 手順: to read and print, and to be rewritten in place. */
export function StepsSheet({ details }: { readonly details: KindDetails }) {
  const { kind, steps } = details
  const edited = useDraft<readonly EditedStep[]>(`work.steps.${kind.kindId}`, [])
  const saving = useSend(work.changeSteps, {
    refreshes: [work.kindDetails, work.inventoryRows],
    onDone: () => {
      edited.clear()
      showToast(t('手順を保存しました。'))
    },
  })
  const begin = () => {
    const written = steps.map(({ text, who, usualMinutes }) => ({ id: newId(), text, who, usualMinutes }))
    edited.change([...written, emptyStep(newId())])
  }
  const save = () => void saving.send({ kindId: kind.kindId, version: kind.version, steps: writtenSteps(edited.draft) })
  if (edited.isKept)
    return (
      <Sheet
        title={t('手順を書き直す')}
        actions={
          <>
            <Button onPress={edited.clear}>{t('やめる')}</Button>
            <Button kind="main" keys="Ctrl Enter" isPending={saving.isPending} onPress={save}>
              {t('保存')}
            </Button>
          </>
        }
      >
        {saving.refusal === null ? null : <ErrorNote face={saving.refusal} />}
        <StepsEditor steps={edited.draft} onChange={edited.change} onSave={save} />
      </Sheet>
    )
  return (
    <Sheet
      title={t('手順')}
      actions={
        <>
          {steps.length === 0 ? null : kind.isConfirmed ? (
            <Status colour="green">{t('承認済み')}</Status>
          ) : (
            <Status colour="grey">{t('未承認')}</Status>
          )}
          <Button kind="quiet" onPress={begin}>
            {t('手順を書き直す')}
          </Button>
        </>
      }
    >
      {steps.length === 0 ? (
        <EmptyState title={t('手順はまだ書かれていません')} action={<Button onPress={begin}>{t('手順を書く')}</Button>}>
          {t('3行でも構いません。ほかの人が代わりにできるようになります。')}
        </EmptyState>
      ) : (
        <ol className="steps">
          {steps.map((step) => (
            <li key={step.place}>
              <span className="step-text">{step.text}</span>
              <span className="step-who">
                {[step.who, minutesWord(step.usualMinutes)].filter((word) => word !== '').join('・')}
              </span>
            </li>
          ))}
        </ol>
      )}
      {kind.goesWrong === '' ? null : (
        <div className="note">
          <p className="note-what">{t('つまずきやすい点')}</p>
          <p>{kind.goesWrong}</p>
        </div>
      )}
    </Sheet>
  )
}
