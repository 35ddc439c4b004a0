import { refuse, type Tx } from '@ennoshita/kernel/server'

/** Refuses to take the role of administrator from the last person who has it; under the lock of the organisation. */
export async function refuseLastAdministrator(tx: Tx, companyId: string, personId: string): Promise<void> {
  const others = await tx.row<{ own: boolean; others: number }>`select bool_or(r.person_id = ${personId}) as own,
      count(*) filter (where r.person_id <> ${personId} and m.until_on is null) as others
    from kernel.member_role r join kernel.member m on m.company_id = r.company_id and m.person_id = r.person_id
    where r.company_id = ${companyId} and r.role = 'administrator'`
  if (!others?.own || others.others > 0) return
  refuse({
    kind: 'conflict',
    code: 'people.last-administrator',
    what: {
      ja: 'この方は、この会社でただ一人の管理者です。',
      en: 'This person is the only administrator of the company.',
    },
    rule: {
      says: { ja: '管理者は、いつも一人以上必要です。', en: 'There is always at least one administrator.' },
    },
    todo: {
      ja: '先に、別の方に管理者の役割を渡してください。',
      en: 'Give the role of administrator to someone else first.',
    },
  })
}
