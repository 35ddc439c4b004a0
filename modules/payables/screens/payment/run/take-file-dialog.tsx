import type { RefusalFace } from '@ennoshita/kernel'
import {
  addressOf,
  askBytes,
  Dialog,
  DoFoot,
  DoForm,
  ErrorNote,
  faceOf,
  offerFile,
  showToast,
  TextField,
  t,
  useSend,
} from '@ennoshita/ui'
import { useState } from 'react'
import { payables } from '../../../contract.ts'
import { yenInTable } from '../../amounts.ts'
import type { RunDetails } from '../payment-words.tsx'
import { paymentQueries } from '../payment-words.tsx'

/** The file for the bank, saved by the browser. From the second time on it asks why, so that nothing is sent twice unnoticed. */
export function TakeFileDialog({ run, onClose }: { readonly run: RunDetails; readonly onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState<RefusalFace | null>(null)
  const taking = useSend(payables.takeRunFile, { refreshes: paymentQueries })
  const isAgain = run.file !== null && run.file.takes.length > 0
  async function take() {
    setRefusal(null)
    const taken = await taking.send({ runId: run.runId, version: run.version, reason: reason.trim() })
    if (taken === undefined) return
    try {
      const bytes = await askBytes(addressOf(payables.runFiles, { takeId: taken.takeId }))
      offerFile(taken.fileName, new Uint8Array(bytes), 'application/octet-stream')
      showToast(
        t('{name} を出力しました（{count}件・{amount}円）。', {
          name: taken.fileName,
          count: taken.records,
          amount: yenInTable(taken.total),
        }),
      )
      onClose()
    } catch (error) {
      setRefusal(faceOf(error))
    }
  }
  const face = taking.refusal ?? refusal
  return (
    <Dialog
      title={isAgain ? t('ファイルをもう一度出力する') : t('振込ファイルを出力する')}
      isOpen
      onClose={onClose}
      foot={<DoFoot label={t('出力する')} isReady={!isAgain || reason.trim() !== ''} onDo={take} onClose={onClose} />}
    >
      <DoForm label={t('振込ファイルを出力する')} onDo={take}>
        {face === null ? null : <ErrorNote face={face} />}
        <p>
          {t('支払先 {count}件、合計 {amount}円の総合振込ファイルです。インターネットバンキングに渡してください。', {
            count: run.transferRows.length,
            amount: yenInTable(run.sums.sent),
          })}
        </p>
        {isAgain ? (
          <>
            <p className="note">
              {t('このファイルは前に出力されています。同じファイルを銀行に二度渡すと、二重に振り込まれます。')}
            </p>
            <TextField
              label={t('もう一度出力する理由')}
              isRequired
              autoFocus
              value={reason}
              onChange={setReason}
              help={t('例：銀行の画面で読み込みに失敗したため')}
            />
          </>
        ) : null}
      </DoForm>
    </Dialog>
  )
}
