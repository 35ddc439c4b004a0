import { command, defineCommand, field, type Module, newId } from '@ennoshita/kernel/server'
import { z } from 'zod'

export const postVoucherContract = defineCommand('voucher.post-voucher', {
  says: { ja: '伝票を記帳する', en: 'post a voucher' },
  input: z.strictObject({
    postedOn: field.localDate,
    note: field.line(200),
    lines: z
      .array(z.strictObject({ account: z.int(), amount: field.yen }))
      .min(2)
      .max(200),
  }),
  answer: z.object({ journalId: field.id }),
})

const postVoucher = command(postVoucherContract, {
  may: 'voucher.post',
  emits: ['voucher.voucher-posted'],
  async run({ tx, actor }, { postedOn, note, lines }) {
    const journalId = newId()
    const company = actor.companyId
    const accounts = lines.map((line) => line.account)
    const amounts = lines.map((line) => line.amount)
    const slot = Math.floor(process.hrtime()[1] / 1000) % 16
    await Promise.all([
      tx.run`insert into voucher.journal (company_id, id, posted_on, note) values (${company}, ${journalId}, ${postedOn}, ${note})`,
      tx.run`insert into voucher.line (company_id, journal_id, line, account, amount)
        select ${company}, ${journalId}, place, account, amount from unnest(${accounts}::int[], ${amounts}::bigint[]) with ordinality as l (account, amount, place)`,
      tx.run`insert into voucher.total as t (company_id, account, month, slot, amount)
        select ${company}, account, date_trunc('month', ${postedOn}::date)::date, ${slot}, sum(amount) from unnest(${accounts}::int[], ${amounts}::bigint[]) as l (account, amount) group by account order by account
        on conflict (company_id, account, month, slot) do update set amount = t.amount + excluded.amount`,
    ])
    return {
      events: [
        {
          activity: 'voucher.voucher-posted',
          objects: [{ type: 'journal', id: journalId }],
          data: { lines: lines.length },
        },
      ],
      answer: { journalId },
      numbers: [
        { series: `journal ${postedOn.slice(0, 4)}`, table: 'voucher.journal', column: 'number', id: journalId },
      ],
    }
  },
})

/** The smallest ledger there can be; only measurements use it. */
export const voucher: Module = {
  name: 'voucher',
  tier: 'business',
  says: { ja: '伝票', en: 'Vouchers' },
  tables: new URL('./', import.meta.url),
  permissions: { 'voucher.post': { says: { ja: '担当は記帳できる', en: 'Clerks post' }, roles: { clerk: 'company' } } },
  commands: [postVoucher],
  queries: [],
  events: { 'voucher.voucher-posted': { ja: '記帳した', en: 'posted' } },
}
