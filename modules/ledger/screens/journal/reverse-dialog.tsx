import { DateField, FormDialog, showToast, TextField, t, todayInTokyo, useForm, useOpen } from '@ennoshita/ui'
import { ledger } from '../../contract.ts'
import type { JournalDetails } from '../words.ts'
import { bookQueries, yen } from '../words.ts'

/** Takes a journal back by another one: day and reason. */
export function ReverseDialog(props: { readonly journal: JournalDetails; readonly onClose: () => void }) {
  const { journal } = props
  const open = useOpen()
  const today = todayInTokyo()
  const form = useForm(ledger.reverseJournal, {
    draftKey: journal.journalId,
    initial: { journalId: journal.journalId, postedOn: today > journal.postedOn ? today : journal.postedOn },
    refreshes: bookQueries,
    onDone: ({ journalId }) => {
      showToast(t('赤伝票を書きました。'))
      props.onClose()
      open(`/journals/${journalId}`)
    },
  })
  return (
    <FormDialog
      title={t('この仕訳を取り消しますか')}
      form={form}
      isOpen
      onClose={props.onClose}
      saveLabel={t('赤伝票を書く')}
    >
      <p>
        {t(
          'No.{number}（{amount}円）の借方と貸方を入れ替えた仕訳を書きます。もとの仕訳は残ります。取り消しは一度だけで、元に戻せません。',
          {
            number: journal.number ?? '',
            amount: yen(journal.amount),
          },
        )}
      </p>
      <DateField
        {...form.field('postedOn')}
        label={t('赤伝票の日付')}
        help={t('締めていない月の、もとの仕訳の日以後の日付です。')}
      />
      <TextField {...form.field('reason')} label={t('取り消す理由')} autoFocus />
    </FormDialog>
  )
}
