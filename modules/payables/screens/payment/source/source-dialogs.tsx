import type { InputOf } from '@ennoshita/kernel'
import { Button, ComboBox, FormDialog, RadioGroup, showToast, TextField, t, useForm } from '@ennoshita/ui'
import type { SourceAccountShown } from '../../../contract.ts'
import { payables } from '../../../contract.ts'
import type { SourceKind } from '../../../rules/payment/payment-form.ts'
import { useAccountOptions, useNeedsSubAccount, useSubAccountOptions } from '../../options.ts'
import { paymentQueries } from '../payment-words.tsx'
import { BankFields } from './bank-fields.tsx'
import { kindChoices } from './source-words.ts'

type Adding = InputOf<typeof payables.addSourceAccount>
export type Bank = NonNullable<Adding['bank']>
type SourceDraft = {
  readonly [Name in 'name' | 'accountId' | 'subAccountId' | 'bank']?: Adding[Name] | null | undefined
}

const noFee = { under30000: 0, from30000: 0 }
const emptyBank: Bank = {
  bankCode: '',
  bankName: '',
  bankKana: '',
  branchCode: '',
  branchName: '',
  branchKana: '',
  accountType: 'ordinary',
  accountNumber: '',
  clientCode: '',
  clientKana: '',
  cutOffDays: 1,
  cutOffTime: '15:00',
  newline: 'crlf',
  fees: { sameBranch: noFee, sameBank: noFee, otherBank: noFee },
}

/** A further account, cash or card that money is paid from. */
export function AddSourceDialog({ onClose }: { readonly onClose: () => void }) {
  const form = useForm(payables.addSourceAccount, {
    initial: { kind: 'bank', bank: emptyBank },
    refreshes: paymentQueries,
    onDone: () => {
      showToast(t('振込元口座を登録しました。'))
      onClose()
    },
  })
  const kind: SourceKind = form.draft.kind ?? 'bank'
  return (
    <FormDialog title={t('振込元口座を登録する')} form={form} isOpen onClose={onClose} width="medium">
      <RadioGroup
        label={t('種類')}
        isRequired
        choices={kindChoices()}
        value={kind}
        onChange={(next) => form.change({ kind: next, bank: next === 'bank' ? emptyBank : null })}
      />
      <SourceFields draft={form.draft} errors={form.errors} onChange={form.change} />
    </FormDialog>
  )
}

/** Changes an account; runs that were prepared keep what they were prepared with. */
export function ChangeSourceDialog(props: {
  readonly account: SourceAccountShown
  readonly onClose: () => void
  readonly onStop: () => void
}) {
  const { sourceAccountId, version, name, accountId, subAccountId, bank } = props.account
  const form = useForm(payables.changeSourceAccount, {
    draftKey: `${sourceAccountId}.${version}`,
    initial: {
      sourceAccountId,
      version,
      name,
      accountId,
      subAccountId,
      bank: bank === null ? null : withoutShown(bank),
    },
    refreshes: paymentQueries,
    onDone: () => {
      showToast(t('振込元口座を変えました。'))
      props.onClose()
    },
  })
  return (
    <FormDialog title={t('振込元口座を変える')} form={form} isOpen onClose={props.onClose} width="medium">
      <SourceFields draft={form.draft} errors={form.errors} onChange={form.change} />
      {props.account.closedOn === null ? (
        <div>
          <Button kind="quiet" onPress={props.onStop}>
            {t('この口座の使用をやめる')}
          </Button>
        </div>
      ) : null}
    </FormDialog>
  )
}

function withoutShown(bank: NonNullable<SourceAccountShown['bank']>): Bank {
  const { earliestPayOn: _, ...kept } = bank
  return kept
}

function SourceFields(props: {
  readonly draft: SourceDraft
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (some: SourceDraft) => void
}) {
  const { draft, errors, onChange } = props
  const accounts = useAccountOptions()
  const subAccounts = useSubAccountOptions(draft.accountId)
  const needsSubAccount = useNeedsSubAccount(draft.accountId)
  const { bank } = draft
  return (
    <>
      <TextField
        label={t('名前')}
        isRequired
        autoFocus
        value={draft.name}
        error={errors.name}
        onChange={(name) => onChange({ name })}
        help={t('例：みずほ 普通（支払用）')}
      />
      {bank === null || bank === undefined ? null : (
        <BankFields bank={bank} errors={errors} onChange={(next) => onChange({ bank: next })} />
      )}
      <div className="fields-row">
        <ComboBox
          label={t('勘定科目')}
          isRequired
          options={accounts}
          value={draft.accountId}
          error={errors.accountId}
          onChange={(accountId) => onChange({ accountId, subAccountId: null })}
        />
        {subAccounts.length === 0 && !needsSubAccount ? null : (
          <ComboBox
            label={t('補助科目')}
            isRequired={needsSubAccount}
            options={subAccounts}
            value={draft.subAccountId}
            error={errors.subAccountId}
            onChange={(subAccountId) => onChange({ subAccountId })}
            {...(subAccounts.length === 0
              ? { help: t('まだありません。「勘定科目」の画面で口座ごとに作ってください。') }
              : {})}
          />
        )}
      </div>
    </>
  )
}
