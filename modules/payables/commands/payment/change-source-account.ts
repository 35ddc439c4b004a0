import { command, refuseNotFound, type Tx } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import type { SourceKind } from '../../rules/payment/payment-form.ts'
import { refuseConflict, refuseOlder } from './refuse-payment.ts'
import { checkedSource, refuseTakenName, sourceObject } from './source-account-form.ts'

export const changeSourceAccount = command(payables.changeSourceAccount, {
  may: 'payables.keep-source-accounts',
  emits: ['payables.source-account-changed'],
  async run({ tx, actor }, { sourceAccountId, version, ...form }) {
    const company = actor.companyId
    await tx.run`select pg_advisory_xact_lock(hashtextextended(${company} || ' source accounts', 5)) `
    const known = await tx.row<{ kind: SourceKind; version: number }>`select kind, version from payables.source_account
      where company_id = ${company} and id = ${sourceAccountId} for no key update`
    if (!known) refuseNotFound({ ja: '振込元', en: 'source account' }, 'sourceAccountId')
    if (known.version !== version) refuseOlder()
    const { name, accountId, subAccountId, bank } = await checkedSource(tx, company, known.kind, form)
    await refuseTakenName(tx, company, name, sourceAccountId)
    await refuseMoved(tx, company, sourceAccountId, { accountId, subAccountId, bank })
    await tx.run`update payables.source_account set name = ${name}, account_id = ${accountId}, sub_account_id = ${subAccountId},
        bank_code = ${bank?.bankCode}, bank_name = ${bank?.bankName}, bank_kana = ${bank?.bankKana}, branch_code = ${bank?.branchCode},
        branch_name = ${bank?.branchName}, branch_kana = ${bank?.branchKana}, account_type = ${bank?.accountType},
        account_number = ${bank?.accountNumber}, client_code = ${bank?.clientCode}, client_kana = ${bank?.clientKana},
        cut_off_days = ${bank?.cutOffDays}, cut_off_time = ${bank?.cutOffTime}, newline = ${bank?.newline}, fees = ${bank?.fees}, version = version + 1
      where company_id = ${company} and id = ${sourceAccountId}`
    return {
      events: [{ activity: 'payables.source-account-changed', objects: [sourceObject(sourceAccountId, name)] }],
      answer: { version: version + 1 },
    }
  },
})

type Place = Pick<Awaited<ReturnType<typeof checkedSource>>, 'accountId' | 'subAccountId' | 'bank'>

/** A run was released for the account that its releaser saw: while one is open, money does not come to leave another. */
async function refuseMoved(tx: Tx, company: string, sourceAccountId: string, to: Place): Promise<void> {
  const { accountId, subAccountId, bank } = to
  const open = await tx.row<{ number: number | null }>`
    select r.number from payables.payment_run r join payables.source_account s on s.company_id = r.company_id and s.id = r.source_account_id
    where r.company_id = ${company} and r.source_account_id = ${sourceAccountId} and r.state in ('prepared', 'released', 'file-taken')
      and (s.account_id, s.sub_account_id, s.bank_code, s.branch_code, s.account_type, s.account_number, s.client_code)
        is distinct from (${accountId}::uuid, ${subAccountId}::uuid, ${bank?.bankCode ?? null}::text, ${bank?.branchCode ?? null}::text,
          ${bank?.accountType ?? null}::text, ${bank?.accountNumber ?? null}::text, ${bank?.clientCode ?? null}::text)
    limit 1`
  if (!open) return
  refuseConflict(
    'sourceAccountId',
    'has-open-runs',
    {
      ja: `支払 No.${open.number} がこの振込元から出る予定のため、口座と勘定科目は変えられません。`,
      en: `Payment run ${open.number} is to be paid from it: its account stays until then.`,
    },
    {
      ja: 'その支払を済ませるか、取りやめてから変えてください。名前・締切・手数料は変えられます。',
      en: 'Finish or cancel that run first. Name, cut-off and fees may change.',
    },
  )
}
