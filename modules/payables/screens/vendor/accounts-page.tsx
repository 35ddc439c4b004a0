import { Button, EmptyState, Facts, instantInTable, Sheet, t } from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { accountTypeWord } from '../payment/payment-words.tsx'
import { ConfirmAccountDialog, RefuseAccountDialog } from './call-back-dialogs.tsx'
import type { VendorAccount, VendorDetails } from './vendor-words.tsx'
import { AccountStateFace } from './vendor-words.tsx'

type Fact = readonly [name: string, value: ReactNode]
type Above = { readonly what: 'confirm' | 'refuse'; readonly account: VendorAccount }

/** 振込先口座: each account with its state; one that waits is confirmed by calling back. */
export function AccountsPage({ vendor, onEnter }: { readonly vendor: VendorDetails; readonly onEnter: () => void }) {
  const [above, setAbove] = useState<Above | null>(null)
  const enter = vendor.may.keep ? (
    <Button onPress={onEnter}>{vendor.accounts.length === 0 ? t('振込先口座を登録する') : t('口座を変える')}</Button>
  ) : undefined
  if (vendor.accounts.length === 0)
    return (
      <Sheet>
        <EmptyState title={t('振込先口座はまだありません')} {...(enter === undefined ? {} : { action: enter })}>
          {t('登録した人とは別の人が電話で確かめると、振り込めるようになります。')}
        </EmptyState>
      </Sheet>
    )
  return (
    <div className="form">
      {enter === undefined ? null : <div>{enter}</div>}
      {vendor.accounts.map((account) => (
        <AccountSheet
          key={account.bankAccountId}
          account={account}
          canConfirm={vendor.may.confirm}
          onAct={(what) => setAbove({ what, account })}
        />
      ))}
      {above?.what === 'confirm' ? (
        <ConfirmAccountDialog account={above.account} knownPhone={vendor.phone} onClose={() => setAbove(null)} />
      ) : null}
      {above?.what === 'refuse' ? <RefuseAccountDialog account={above.account} onClose={() => setAbove(null)} /> : null}
    </div>
  )
}

/** みずほ銀行 丸の内支店 普通 1234567. */
export function accountWord(account: VendorAccount): string {
  const bank = account.bankName || account.bankCode
  const branch = account.branchName || account.branchCode
  const number = account.isWhole ? account.accountNumber : t('下3桁 {digits}', { digits: account.accountNumber })
  return [bank, branch, accountTypeWord(account.accountType), number].join(' ')
}

function AccountSheet(props: {
  readonly account: VendorAccount
  readonly canConfirm: boolean
  readonly onAct: (what: Above['what']) => void
}) {
  const { account } = props
  const isWaiting = account.state === 'waiting'
  return (
    <Sheet
      title={accountWord(account)}
      actions={
        <>
          <AccountStateFace state={account.state} />
          {isWaiting && props.canConfirm ? (
            <>
              <Button kind="quiet" onPress={() => props.onAct('refuse')}>
                {t('この口座を断る')}
              </Button>
              <Button kind={account.isMine ? 'quiet' : 'main'} onPress={() => props.onAct('confirm')}>
                {t('電話で確かめた')}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      {isWaiting ? (
        <p className="note">
          {account.isMine
            ? t('あなたが登録した口座です。ほかの人が電話で確かめるまで、この取引先への振込は止まります。')
            : t(
                '確認が終わるまで、この取引先への振込は止まります。登録した人とは別の人が、以前から知っている番号に電話して確かめます。',
              )}
        </p>
      ) : null}
      <Facts facts={factsOf(account)} />
    </Sheet>
  )
}

function factsOf(account: VendorAccount): Fact[] {
  const who = (name: string | null) => name ?? t('名前を消した人')
  const at = (instant: string) => instantInTable(instant, { withYear: true })
  return [
    [t('銀行・支店コード'), `${account.bankCode} - ${account.branchCode}`],
    [t('口座名義（銀行に渡すカナ）'), account.holderKana],
    [t('登録した人'), `${who(account.enteredByName)}　${at(account.enteredAt)}`],
    ...(account.confirmedAt === null
      ? []
      : ([
          [t('確かめた人'), `${who(account.confirmedByName)}　${at(account.confirmedAt)}`],
          [t('電話の相手'), account.calledName],
          [
            t('かけた番号'),
            account.numberSource === ''
              ? account.calledNumber
              : t('{number}（{source}）', { number: account.calledNumber, source: account.numberSource }),
          ],
        ] satisfies Fact[])),
    ...(account.exception === '' ? [] : [[t('職務分掌の例外'), account.exception] satisfies Fact]),
    ...(account.refusedReason === '' ? [] : [[t('断った理由'), account.refusedReason] satisfies Fact]),
  ]
}
