import type { InputOf } from '@ennoshita/kernel'
import { ComboBox, FormDialog, showToast, t, todayInTokyo, useForm } from '@ennoshita/ui'
import { payables } from '../../contract.ts'
import { useVendorOptions } from '../invoice/vendor-options.ts'
import { RecurringFields } from './recurring-fields.tsx'
import type { Recurring } from './recurring-words.ts'
import { recurringQueries } from './recurring-words.ts'

export type RecurringLine = InputOf<typeof payables.addRecurring>['lines'][number]

/** A further invoice that is expected again and again. */
export function AddRecurringDialog({ onClose }: { readonly onClose: () => void }) {
  const { options, onText } = useVendorOptions()
  const form = useForm(payables.addRecurring, {
    initial: {
      everyMonths: 1,
      startsMonth: `${todayInTokyo().slice(0, 7)}-01`,
      arrivesMonthsLater: 1,
      arrivesDay: 10,
      lines: [],
    },
    refreshes: recurringQueries,
    onDone: () => {
      showToast(t('届くはずの請求書を登録しました。'))
      onClose()
    },
  })
  return (
    <FormDialog title={t('届くはずの請求書を登録する')} form={form} isOpen onClose={onClose} width="medium">
      <ComboBox label={t('取引先')} autoFocus options={options} onText={onText} {...form.field('vendorId')} />
      <RecurringFields draft={form.draft} errors={form.errors} onChange={form.change} />
    </FormDialog>
  )
}

/** Changes what is expected; its last month ends it. */
export function ChangeRecurringDialog({
  recurring,
  onClose,
}: {
  readonly recurring: Recurring
  readonly onClose: () => void
}) {
  const { recurringId, version, title, everyMonths, startsMonth, endsMonth, arrivesMonthsLater, arrivesDay, note } =
    recurring
  const form = useForm(payables.changeRecurring, {
    draftKey: `${recurringId}.${version}`,
    initial: {
      ...{ recurringId, version, title, everyMonths, startsMonth, endsMonth, arrivesMonthsLater, arrivesDay, note },
      lines: recurring.lines.map(
        ({ accountName: _account, subAccountName: _subAccount, departmentName: _department, ...line }) => line,
      ),
    },
    refreshes: recurringQueries,
    onDone: () => {
      showToast(t('届くはずの請求書を変えました。'))
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('{vendor} の届くはずの請求書', { vendor: recurring.vendorName })}
      form={form}
      isOpen
      onClose={onClose}
      width="medium"
    >
      <RecurringFields draft={form.draft} errors={form.errors} onChange={form.change} />
    </FormDialog>
  )
}
