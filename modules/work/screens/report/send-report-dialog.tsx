import { ComboBox, FormDialog, showToast, t, useForm } from '@ennoshita/ui'
import { work } from '../../contract.ts'
import { useReaderOptions } from './reader-options.ts'
import { ReportPage } from './report-page.tsx'
import type { ReportDetails } from './report-screen.tsx'

/** The last look: the page exactly as it arrives, and to whom. */
export function SendReportDialog({
  details,
  onClose,
}: {
  readonly details: ReportDetails
  readonly onClose: () => void
}) {
  const readers = useReaderOptions(details.author.personId)
  const { reportId, version } = details
  const form = useForm(work.sendReport, {
    draftKey: `${reportId}.${version}`,
    initial: { reportId, version },
    refreshes: [work.myReports, work.reportDetails],
    onDone: () => {
      onClose()
      showToast(t('送りました。'))
    },
  })
  return (
    <FormDialog
      title={t('この内容で送りますか')}
      saveLabel={t('送る')}
      form={form}
      isOpen
      onClose={onClose}
      width="medium"
    >
      <ComboBox
        label={t('送る相手')}
        options={readers}
        autoFocus
        {...form.field('toPersonId')}
        help={t('届くのはこの人だけです。送ったあとは書き直せませんが、書き添えることはできます。')}
      />
      <ReportPage
        title={details.title}
        month={details.month}
        authorName={details.author.name}
        sections={details.sections}
      />
    </FormDialog>
  )
}
