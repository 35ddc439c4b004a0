import { command, type LocalDate, refuseNotFound } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { refuseConflict, refuseOlder } from './refuse-payment.ts'
import { sourceObject } from './source-account-form.ts'

export const closeSourceAccount = command(payables.closeSourceAccount, {
  may: 'payables.keep-source-accounts',
  emits: ['payables.source-account-closed'],
  async run({ tx, actor, today }, { sourceAccountId, version }) {
    const company = actor.companyId
    const known = await tx.row<{
      name: string
      closedOn: LocalDate | null
      version: number
    }>`select name, closed_on as "closedOn", version from payables.source_account
      where company_id = ${company} and id = ${sourceAccountId} for no key update`
    if (!known) refuseNotFound({ ja: '振込元', en: 'source account' }, 'sourceAccountId')
    if (version !== undefined && known.version !== version) refuseOlder()
    if (known.closedOn !== null)
      refuseConflict(
        'sourceAccountId',
        'closed-already',
        { ja: `「${known.name}」はもう使っていません。`, en: `${known.name} was closed already.` },
        { ja: '一覧を開き直してください。', en: 'Reload the list.' },
      )
    const open = await tx.row<{
      number: number | null
    }>`select number from payables.payment_run where company_id = ${company}
      and source_account_id = ${sourceAccountId} and state in ('prepared', 'released', 'file-taken') limit 1`
    if (open)
      refuseConflict(
        'sourceAccountId',
        'has-open-runs',
        {
          ja: `支払 No.${open.number} がこの振込元から出る予定です。`,
          en: `Payment run ${open.number} is to be paid from it.`,
        },
        { ja: 'その支払を済ませるか、取りやめてからにしてください。', en: 'Finish or cancel that run first.' },
      )
    await tx.run`update payables.source_account set closed_on = ${today}, version = version + 1
      where company_id = ${company} and id = ${sourceAccountId}`
    return {
      events: [{ activity: 'payables.source-account-closed', objects: [sourceObject(sourceAccountId, known.name)] }],
      answer: { version: known.version + 1 },
    }
  },
})
