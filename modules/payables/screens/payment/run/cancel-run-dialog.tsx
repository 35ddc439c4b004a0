import { Checkbox, FormDialog, showToast, TextField, t, useForm } from '@ennoshita/ui'
import { payables } from '../../../contract.ts'
import type { RunDetails } from '../payment-words.tsx'
import { paymentQueries } from '../payment-words.tsx'

/** Cancels a run that is not paid; once its file was taken, the bank must not carry it out. */
export function CancelRunDialog({ run, onClose }: { readonly run: RunDetails; readonly onClose: () => void }) {
  const form = useForm(payables.cancelRun, {
    draftKey: `${run.runId}.${run.version}`,
    initial: { runId: run.runId, version: run.version, fileWithdrawn: false },
    refreshes: paymentQueries,
    onDone: () => {
      showToast(t('支払を取りやめました。請求書は支払を待つ一覧に戻りました。'))
      onClose()
    },
  })
  return (
    <FormDialog title={t('この支払を取りやめる')} form={form} isOpen onClose={onClose} saveLabel={t('取りやめる')}>
      <TextField label={t('取りやめる理由')} autoFocus {...form.field('reason')} />
      {run.state === 'file-taken' ? (
        <Checkbox
          label={t('ファイルは銀行に渡していないか、銀行で取り消しました')}
          value={form.draft.fileWithdrawn}
          error={form.errors.fileWithdrawn}
          onChange={(isWithdrawn) => form.change({ fileWithdrawn: isWithdrawn })}
          help={t('銀行に残っていると、取りやめたあとでも振り込まれます。')}
        />
      ) : null}
    </FormDialog>
  )
}
