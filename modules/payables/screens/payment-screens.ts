import type { WebModule } from '@ennoshita/ui'
import { lazy } from 'react'

const section = '支払'

/** The screens of payments: vendors, what is to be paid, payment runs, expected invoices and the settings. */
export const paymentScreens: Required<Pick<WebModule, 'navigation' | 'routes' | 'palette' | 'today'>> = {
  navigation: [
    { section, label: '毎月の請求書', to: '/invoices/expected', may: 'payables.see-recurring' },
    { section, label: '支払', to: '/payments', may: 'payables.see-payments', keys: 'g 1' },
    { section, label: '取引先', to: '/vendors', may: 'payables.see-vendors', keys: 'g 2' },
    { section, label: '支払の設定', to: '/settings/payables', may: 'payables.see-settings' },
  ],
  routes: [
    { path: '/vendors', screen: lazy(() => import('./vendor/vendors-screen.tsx')), title: '取引先' },
    {
      path: '/vendors/imports/new',
      screen: lazy(() => import('./vendor/imports/import-start-screen.tsx')),
      title: '取引先の取り込み',
    },
    {
      path: '/vendors/imports/$importId',
      screen: lazy(() => import('./vendor/imports/import-report-screen.tsx')),
      title: '取引先の取り込み',
    },
    { path: '/vendors/$vendorId', screen: lazy(() => import('./vendor/vendor-screen.tsx')), title: '取引先' },
    { path: '/payments', screen: lazy(() => import('./payment/payments-screen.tsx')), title: '支払' },
    {
      path: '/payments/accounts',
      screen: lazy(() => import('./payment/source/source-accounts-screen.tsx')),
      title: '振込元口座',
    },
    {
      path: '/payments/withholding',
      screen: lazy(() => import('./payment/withholding/withholding-screen.tsx')),
      title: '源泉所得税',
    },
    { path: '/payments/$runId', screen: lazy(() => import('./payment/run/run-screen.tsx')), title: '支払' },
    {
      path: '/invoices/expected',
      screen: lazy(() => import('./recurring/expected-screen.tsx')),
      title: '毎月の請求書',
    },
    { path: '/settings/payables', screen: lazy(() => import('./settings/settings-screen.tsx')), title: '支払の設定' },
  ],
  palette: [
    {
      label: '振込元口座',
      keywords: ['source account', 'ふりこみもと', 'furikomi', 'こうざ'],
      to: '/payments/accounts',
    },
    {
      label: '源泉所得税',
      keywords: ['withholding', 'げんせん', 'gensen', 'のうふ', 'noufu'],
      to: '/payments/withholding',
    },
    {
      label: '支払の一覧',
      keywords: ['payment runs', 'しはらい', 'shiharai', 'そうごうふりこみ'],
      to: '/payments?tab=runs',
    },
    {
      label: '口座の確認待ち',
      keywords: ['bank account', 'かくにん', 'kakunin', 'コールバック'],
      to: '/vendors?waiting=yes',
    },
    { label: '概算計上', keywords: ['accrual', 'がいさん', 'gaisan'], to: '/invoices/expected?tab=accruals' },
    { label: '前払費用', keywords: ['prepaid', 'まえばらい', 'maebarai'], to: '/invoices/expected?tab=prepaid' },
  ],
  today: [{ place: 160, panel: lazy(() => import('./payment/payments-panel.tsx')) }],
}
