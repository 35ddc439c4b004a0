import type { MenuEntry } from '@ennoshita/ui'
import { Button, ConfirmDialog, ErrorNote, Link, Menu, showToast, t, useOpen, useRights, useSend } from '@ennoshita/ui'
import { useState } from 'react'
import { payables } from '../../../contract.ts'
import { yenInTable } from '../../amounts.ts'
import type { RunDetails } from '../payment-words.tsx'
import { paymentQueries } from '../payment-words.tsx'
import { CancelRunDialog } from './cancel-run-dialog.tsx'
import { AddInvoicesDialog, MoveDayDialog } from './change-dialogs.tsx'
import { PaidDialog } from './paid-dialog.tsx'
import { TakeFileDialog } from './take-file-dialog.tsx'

type Above = 'release' | 'file' | 'paid' | 'cancel' | 'add' | 'day' | null

/** What can be done with the run now; the next step is the main button. */
export function RunActs({ run }: { readonly run: RunDetails }) {
  const [above, setAbove] = useState<Above>(null)
  const open = useOpen()
  const close = () => setAbove(null)
  const { may } = run
  const isFirstFile = run.file === null || run.file.takes.length === 0
  const entries: MenuEntry[] = [
    ...(may.change
      ? [
          { label: t('請求書を加える'), run: () => setAbove('add') },
          { label: t('支払う日を変える'), run: () => setAbove('day') },
        ]
      : []),
    ...(may.takeFile && !isFirstFile ? [{ label: t('ファイルをもう一度出力する'), run: () => setAbove('file') }] : []),
    { label: t('支払の一覧へ'), run: () => open('/payments?tab=runs') },
    { label: t('印刷'), run: () => window.print() },
    ...(may.cancel
      ? (['line', { label: t('取りやめる'), run: () => setAbove('cancel'), isDangerous: true }] as const)
      : []),
  ]
  return (
    <>
      <Menu face={t('その他')} label={t('その他の操作')} entries={entries} />
      <NextStep run={run} isFirstFile={isFirstFile} onAct={setAbove} />
      {above === 'release' ? <ReleaseDialog run={run} onClose={close} /> : null}
      {above === 'file' ? <TakeFileDialog run={run} onClose={close} /> : null}
      {above === 'paid' ? <PaidDialog run={run} onClose={close} /> : null}
      {above === 'cancel' ? <CancelRunDialog run={run} onClose={close} /> : null}
      {above === 'add' ? <AddInvoicesDialog run={run} onClose={close} /> : null}
      {above === 'day' ? <MoveDayDialog run={run} onClose={close} /> : null}
    </>
  )
}

function NextStep(props: {
  readonly run: RunDetails
  readonly isFirstFile: boolean
  readonly onAct: (above: Above) => void
}) {
  const { run, onAct } = props
  const rights = useRights()
  const { may } = run
  if (may.release)
    return (
      <Button kind="main" onPress={() => onAct('release')}>
        {t('承認する')}
      </Button>
    )
  if (run.state === 'prepared')
    return rights.personId === run.preparedById ? (
      <span className="screen-period">
        {t('準備した人とは別の人が承認します。')}
        {rights.may('kernel.except-duties') ? (
          <Link to="/settings/access?tab=duties">{t('一人で行う例外を登録する')}</Link>
        ) : null}
      </span>
    ) : null
  return (
    <>
      {may.takeFile && props.isFirstFile ? (
        <Button kind="main" onPress={() => onAct('file')}>
          {t('振込ファイルを出力する')}
        </Button>
      ) : null}
      {may.markPaid ? (
        <Button kind={may.takeFile && props.isFirstFile ? 'plain' : 'main'} onPress={() => onAct('paid')}>
          {t('支払済みにする')}
        </Button>
      ) : null}
    </>
  )
}

function ReleaseDialog({ run, onClose }: { readonly run: RunDetails; readonly onClose: () => void }) {
  const releasing = useSend(payables.releaseRun, {
    refreshes: paymentQueries,
    onDone: () => {
      showToast(t('支払を承認しました。'))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      title={t('この支払を承認しますか')}
      isOpen
      onClose={onClose}
      confirmLabel={t('承認する')}
      isPending={releasing.isPending}
      onConfirm={() => void releasing.send({ runId: run.runId, version: run.version })}
    >
      {releasing.refusal === null ? null : <ErrorNote face={releasing.refusal} />}
      <p>
        {t('支払先 {count}件、合計 {amount}円です。準備したのは {name} さんです。', {
          count: run.transferRows.length,
          amount: yenInTable(run.sums.sent),
          name: run.preparedByName ?? t('名前を消した人'),
        })}
      </p>
    </ConfirmDialog>
  )
}
