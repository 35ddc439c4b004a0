import { Button, Facts, FormDialog, showToast, TextField, t, useForm } from '@ennoshita/ui'
import { payables } from '../../contract.ts'
import { phoneDigits } from '../../rules/vendor/call-back.ts'
import { accountWord } from './accounts-page.tsx'
import type { VendorAccount } from './vendor-words.tsx'
import { vendorQueries } from './vendor-words.tsx'

/** Confirms an account after calling a number that was known before: who answered, and at which number. */
export function ConfirmAccountDialog(props: {
  readonly account: VendorAccount
  readonly knownPhone: string
  readonly onClose: () => void
}) {
  const { account, knownPhone } = props
  const form = useForm(payables.confirmBankAccount, {
    draftKey: account.bankAccountId,
    initial: { bankAccountId: account.bankAccountId },
    refreshes: vendorQueries,
    onDone: () => {
      showToast(t('口座を確かめました。これから振り込めます。'))
      props.onClose()
    },
  })
  const called = form.draft.calledNumber ?? ''
  const isKnown = knownPhone !== '' && phoneDigits(called) === phoneDigits(knownPhone)
  return (
    <FormDialog title={t('電話で口座を確かめる')} form={form} isOpen onClose={props.onClose} saveLabel={t('確かめた')}>
      <p>
        {t(
          '以前から知っている番号に電話し、口座を読み上げて合っているか聞きます。変更の連絡に書かれた番号では、確認になりません。',
        )}
      </p>
      <Facts
        facts={[
          [t('口座'), accountWord(account)],
          [t('口座名義'), account.holder],
          [t('登録済みの電話'), knownPhone === '' ? t('登録なし') : knownPhone],
        ]}
      />
      <TextField label={t('電話に出た人')} autoFocus {...form.field('calledName')} />
      <TextField label={t('かけた番号')} type="tel" {...form.field('calledNumber')} />
      {knownPhone === '' || isKnown ? null : (
        <div>
          <Button kind="quiet" onPress={() => form.change({ calledNumber: knownPhone })}>
            {t('登録済みの {number} にかけた', { number: knownPhone })}
          </Button>
        </div>
      )}
      <TextField
        label={t('番号を何で知っているか')}
        {...form.field('numberSource')}
        help={
          isKnown
            ? t('登録済みの番号です。登録したのが口座の連絡と同じころなら、契約書・名刺などを書いてください。')
            : t('例：昨年の契約書、以前の請求書')
        }
      />
    </FormDialog>
  )
}

/** The account is not used: the one confirmed before holds again. */
export function RefuseAccountDialog(props: { readonly account: VendorAccount; readonly onClose: () => void }) {
  const { bankAccountId } = props.account
  const form = useForm(payables.refuseBankAccount, {
    draftKey: bankAccountId,
    initial: { bankAccountId },
    refreshes: vendorQueries,
    onDone: () => {
      showToast(t('口座の登録を断りました。'))
      props.onClose()
    },
  })
  return (
    <FormDialog title={t('この口座を断る')} form={form} isOpen onClose={props.onClose} saveLabel={t('断る')}>
      <p>{t('前に確かめた口座があれば、それに戻ります。')}</p>
      <TextField
        label={t('理由')}
        autoFocus
        {...form.field('reason')}
        help={t('例：電話で、変更していないと言われた')}
      />
    </FormDialog>
  )
}
