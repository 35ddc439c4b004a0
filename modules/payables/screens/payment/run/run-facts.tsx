import { dateInTable, Facts, instantInTable, Sheet, t } from '@ennoshita/ui'
import { yenInTable } from '../../amounts.ts'
import type { RunDetails } from '../payment-words.tsx'
import { methodWord } from '../payment-words.tsx'

type Fact = readonly [name: string, value: string]

/** The sums of a run, and who prepared and who released it. */
export function RunFacts({ run }: { readonly run: RunDetails }) {
  const { sums } = run
  const yen = (amount: number) => t('{amount}円', { amount: yenInTable(amount) })
  const facts: Fact[] = [
    [t('請求額の合計'), yen(sums.total)],
    ...(sums.withheld === 0 ? [] : [[t('源泉所得税'), yen(-sums.withheld)] satisfies Fact]),
    ...(sums.feesByPayee === 0 ? [] : [[t('先方負担の手数料'), yen(-sums.feesByPayee)] satisfies Fact]),
    [t('出ていくお金'), yen(sums.sent)],
    ...(sums.feesByUs === 0 ? [] : [[t('当社負担の手数料'), yen(sums.feesByUs)] satisfies Fact]),
    [t('方法'), methodWord(run.method)],
    [t('振込元口座'), run.sourceName],
    [t('支払う日'), dateInTable(run.payOn)],
    ...(run.cutOffAt === null ? [] : [[t('銀行の締切'), instantInTable(run.cutOffAt)] satisfies Fact]),
    ...(run.lateReason === '' ? [] : [[t('締切を過ぎた理由'), run.lateReason] satisfies Fact]),
    [t('準備した人'), run.preparedByName ?? t('名前を消した人')],
    [t('承認した人'), releasedWord(run)],
    ...(run.paidOn === null ? [] : [[t('支払った日'), dateInTable(run.paidOn)] satisfies Fact]),
    ...(run.cancelReason === '' ? [] : [[t('取りやめた理由'), run.cancelReason] satisfies Fact]),
  ]
  return (
    <Sheet title={t('この支払')}>
      <Facts facts={facts} />
    </Sheet>
  )
}

function releasedWord(run: RunDetails): string {
  if (run.releasedAt === null) return t('まだ')
  return `${run.releasedByName ?? t('名前を消した人')}　${instantInTable(run.releasedAt)}`
}
