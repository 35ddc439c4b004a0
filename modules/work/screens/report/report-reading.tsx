import {
  Button,
  FormDialog,
  instantInTable,
  PrintButton,
  Screen,
  Status,
  showToast,
  TextArea,
  t,
  useForm,
} from '@ennoshita/ui'
import { useState } from 'react'
import { work } from '../../contract.ts'
import { ReportPage } from './report-page.tsx'
import type { ReportDetails } from './report-screen.tsx'
import { SendReportDialog } from './send-report-dialog.tsx'

/** A page that was sent: as it was, with what its writer added later. */
export function ReportReading({ details, period }: { readonly details: ReportDetails; readonly period: string }) {
  const [asking, setAsking] = useState<'correct' | 'send' | null>(null)
  return (
    <Screen
      layout="page"
      title={t('今月の縁の下')}
      period={period}
      actions={
        <>
          <PrintButton />
          {details.isMine ? (
            <>
              <Button onPress={() => setAsking('correct')}>{t('書き添える')}</Button>
              <Button onPress={() => setAsking('send')}>{t('ほかの人にも送る')}</Button>
            </>
          ) : null}
        </>
      }
    >
      {details.isMine ? (
        <p className="lead only-screen">
          <Status colour="green">{t('送りました')}</Status>{' '}
          {details.sentTo.map((person) => `${person.name} ${instantInTable(person.sentAt)}`).join('、')}
        </p>
      ) : null}
      <ReportPage
        title={details.title}
        month={details.month}
        authorName={details.author.name}
        sections={details.sections}
      />
      {details.corrections.map((correction) => (
        <aside key={correction.correctionId} className="paper-added">
          <p className="talk-who">{t('書き添え {at}', { at: instantInTable(correction.writtenAt) })}</p>
          <p className="written">{correction.text}</p>
        </aside>
      ))}
      {asking === 'correct' ? <CorrectionDialog details={details} onClose={() => setAsking(null)} /> : null}
      {asking === 'send' ? <SendReportDialog details={details} onClose={() => setAsking(null)} /> : null}
    </Screen>
  )
}

function CorrectionDialog({ details, onClose }: { readonly details: ReportDetails; readonly onClose: () => void }) {
  const form = useForm(work.addCorrection, {
    draftKey: details.reportId,
    initial: { reportId: details.reportId },
    refreshes: [work.reportDetails],
    onDone: () => {
      onClose()
      showToast(t('書き添えました。'))
    },
  })
  return (
    <FormDialog title={t('書き添える')} form={form} isOpen onClose={onClose}>
      <TextArea
        label={t('ことば')}
        autoFocus
        help={t('送った相手の画面にも表示されます。元の文はそのまま残ります。')}
        {...form.field('text')}
      />
    </FormDialog>
  )
}
