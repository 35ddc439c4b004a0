import {
  DateField,
  dateInTable,
  Facts,
  FormDialog,
  Select,
  showToast,
  t,
  todayInTokyo,
  useAsk,
  useForm,
} from '@ennoshita/ui'
import { payables } from '../../../contract.ts'
import { yenInTable } from '../../amounts.ts'
import { paymentQueries } from '../payment-words.tsx'
import { groupWord, periodWord, type WithholdingDue } from './withholding-words.ts'

/** Records that the tax of one period was paid; the journal is posted with it. */
export function PayWithholdingDialog({ due, onClose }: { readonly due: WithholdingDue; readonly onClose: () => void }) {
  const accounts = useAsk(payables.sourceAccounts, {})
  const today = todayInTokyo()
  const form = useForm(payables.payWithholding, {
    draftKey: `${due.group}.${due.from}`,
    initial: {
      period: due.period,
      group: due.group,
      from: due.from,
      amount: due.open,
      paidOn: due.dueOn < today ? due.dueOn : today,
    },
    refreshes: paymentQueries,
    onDone: () => {
      showToast(t('源泉所得税の納付を記帳しました。'))
      onClose()
    },
  })
  return (
    <FormDialog title={t('源泉所得税を納付する')} form={form} isOpen onClose={onClose} saveLabel={t('納付を記帳する')}>
      <Facts
        facts={[
          [t('支払った月'), periodWord(due)],
          [t('報酬の区分'), groupWord(due.group)],
          [t('納める額'), t('{amount}円', { amount: yenInTable(due.open) })],
          [t('納付期限'), dateInTable(due.dueOn)],
          [
            t('きまり'),
            <a key="law" className="link" href={due.law.url} target="_blank" rel="noreferrer">
              {due.law.title} {due.law.article}
            </a>,
          ],
        ]}
      />
      <DateField label={t('納付した日')} autoFocus {...form.field('paidOn')} />
      <Select
        label={t('納付した口座')}
        choices={(accounts.data ?? [])
          .filter(({ kind }) => kind !== 'card')
          .map(({ sourceAccountId, name }) => ({ value: sourceAccountId, label: name }))}
        {...form.field('sourceAccountId')}
      />
    </FormDialog>
  )
}
