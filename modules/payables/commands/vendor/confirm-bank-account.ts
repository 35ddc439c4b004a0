import { type CommandContext, command, instantOf, refuse } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { callBackFault } from '../../rules/vendor/call-back.ts'
import { lockWaitingAccount } from './lock-account.ts'
import { vendorObject } from './vendor-rows.ts'

export const confirmBankAccount = command(payables.confirmBankAccount, {
  may: 'payables.confirm-bank-accounts',
  emits: ['payables.bank-account-confirmed'],
  apartFrom: {
    activities: ['payables.bank-account-entered', 'payables.vendor-import-applied'],
    object: 'bankAccountId',
  },
  async run(context, { bankAccountId, calledName, calledNumber, numberSource, ...given }) {
    const { tx, actor, now } = context
    const company = actor.companyId
    const account = await lockWaitingAccount(context, bankAccountId)
    const { vendorId, vendorName, version, enteredAt, knownPhone } = account
    const exception = await exceptionOf(context, account.enteredBy)
    const calledAt = given.calledAt === undefined ? now : instantOf(given.calledAt)
    const fault = callBackFault({ calledNumber, numberSource, knownPhone, calledAt, enteredAt, now })
    if (fault)
      refuse({
        kind: 'bad-input',
        code: 'payables.call-back',
        what: fault.says,
        field: fault.field,
        rule: {
          says: {
            ja: '口座の変更は、連絡してきた相手ではなく、以前から知っている番号に電話をかけて確かめます。',
            en: 'A change of account is confirmed by calling a number that was known before.',
          },
        },
        todo: fault.todo,
      })
    await tx.run`update payables.vendor_bank_account set state = 'replaced'
      where company_id = ${company} and vendor_id = ${vendorId} and state = 'confirmed'`
    await tx.run`update payables.vendor_bank_account set state = 'confirmed', confirmed_at = ${now}, confirmed_by = ${actor.personId ?? null},
        exception = ${exception}, called_name = ${calledName}, called_number = ${calledNumber}, number_source = ${numberSource},
        called_at = ${calledAt}
      where company_id = ${company} and id = ${bankAccountId}`
    return {
      events: [
        {
          activity: 'payables.bank-account-confirmed',
          objects: [vendorObject(vendorId, vendorName), { type: 'bank-account', id: bankAccountId }],
          data: { calledName, calledAt, isKnownNumber: numberSource === '' },
        },
      ],
      answer: { vendorId, version },
    }
  },
})

/** Why who entered the account may confirm it, where that is the same person: refused without a named exception. */
async function exceptionOf({ tx, actor, today }: CommandContext, enteredBy: string | null): Promise<string> {
  const people = [actor.personId, actor.onBehalfOf].filter((person) => person !== undefined)
  if (enteredBy === null || !people.includes(enteredBy)) return ''
  const exception = await tx.row<{ reason: string }>`select reason from kernel.duty_exception
    where company_id = ${actor.companyId} and command = ${payables.confirmBankAccount.name} and person_id = ${actor.personId ?? null}
      and withdrawn_at is null and (until_on is null or until_on >= ${today}) limit 1`
  if (exception) return exception.reason
  refuse({
    kind: 'not-allowed',
    code: 'payables.same-person',
    what: {
      ja: 'ご自分で登録した口座は、ご自分では確かめられません。',
      en: 'You cannot confirm an account that you entered yourself.',
    },
    field: 'bankAccountId',
    rule: {
      says: {
        ja: '職務分掌：口座の登録と確認は別の人が行います。',
        en: 'Segregation of duties: who enters an account does not confirm it.',
      },
    },
    todo: {
      ja: 'ほかの担当か部門長に、電話での確認を頼んでください。',
      en: 'Ask another clerk or a head to call the vendor back.',
    },
  })
}
