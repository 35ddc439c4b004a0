import { refuse, type Tx, type Words } from '@ennoshita/kernel/server'

/** Refuses an edit of something that another person changed meanwhile, and says who and when. */
export async function refuseOlderVersion(tx: Tx, companyId: string, objectId: string, thing: Words): Promise<never> {
  const last = await tx.row<{ who: string | null; at: string }>`
    select p.display_name as who, to_char(e.occurred_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI') as at
    from kernel.event_object o join kernel.event e on e.company_id = o.company_id and e.id = o.event_id
      left join people.person p on p.company_id = e.company_id and p.id = e.actor
    where o.company_id = ${companyId} and o.object_id = ${objectId} order by e.recorded_at desc limit 1`
  const who = { ja: last?.who ? `${last.who}さん` : '別の方', en: last?.who ?? 'someone else' }
  const at = last?.at ?? ''
  refuse({
    kind: 'conflict',
    code: 'people.changed-meanwhile',
    what: {
      ja: `画面を開いている間に、${who.ja}が${thing.ja}を変更しました（${at}）。何も変更していません。`,
      en: `While your screen was open, ${who.en} changed the ${thing.en} (${at}). Nothing was changed.`,
    },
    field: 'version',
    rule: {
      says: {
        ja: '後から保存した内容で、先の変更を消してしまわないための確認です。',
        en: 'A later save must not wipe out an earlier one unseen.',
      },
    },
    todo: {
      ja: '画面を開き直して今の内容を確かめてから、もう一度入力してください。',
      en: 'Reload, look at what stands there now, and enter your change again.',
    },
  })
}
