import { query } from '@ennoshita/kernel/server'
import { payables } from '../../contract.ts'
import { withheldSums } from './withheld-sums.ts'

export const withholdingDues = query(payables.withholdingDues, {
  may: 'payables.see-payments',
  async run({ tx, actor, today }, { year }) {
    const thisYear = Number(today.slice(0, 4))
    const [from, until] = [`${year ?? thisYear - 2}-01-01`, `${year ?? thisYear + 1}-12-31`]
    const sums = await withheldSums(tx, actor.companyId, from, until)
    return sums.map(({ payments, law, ...sum }) => {
      const last = payments.at(-1)
      return {
        ...sum,
        isOver: sum.until < today,
        isOverdue: sum.open > 0 && sum.dueOn < today,
        paid: last ? { ...last, amount: payments.reduce((total, { amount }) => total + amount, 0) } : null,
        law: { title: law.law, article: law.article, url: law.url },
      }
    })
  },
})
