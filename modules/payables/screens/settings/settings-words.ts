import { t } from '@ennoshita/ui'
import type { PayablesSettings } from '../../contract.ts'

type AccountKey = Extract<keyof PayablesSettings, `${string}AccountId`>

/** The accounts of the settings, in the order in which invoices meet them. */
export function accountLabels(): readonly {
  readonly key: AccountKey
  readonly label: string
  readonly help: string
}[] {
  return [
    { key: 'payableAccountId', label: t('未払金'), help: t('経費の請求書の相手科目です。') },
    { key: 'tradeAccountId', label: t('買掛金'), help: t('仕入の請求書の相手科目です。') },
    { key: 'withheldAccountId', label: t('預り金'), help: t('報酬から預かった源泉所得税です。') },
    { key: 'withheldSubAccountId', label: t('預り金の補助科目（源泉所得税）'), help: '' },
    { key: 'feeAccountId', label: t('支払手数料'), help: t('当社が負担する振込手数料です。') },
    { key: 'prepaidAccountId', label: t('前払費用'), help: t('何か月かに分けて費用にする分です。') },
    { key: 'accruedAccountId', label: t('未払費用'), help: t('届いていない請求書の概算計上です。') },
    { key: 'exchangeGainAccountId', label: t('為替差益'), help: '' },
    { key: 'exchangeLossAccountId', label: t('為替差損'), help: '' },
  ]
}

export function postingDayWord(day: PayablesSettings['postingDay']): string {
  return day === 'month-end' ? t('計上月の末日') : t('請求日（計上月の中なら）')
}
