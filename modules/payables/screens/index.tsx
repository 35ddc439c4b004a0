import type { WebModule } from '@ennoshita/ui'
import { lazy } from 'react'
import { paymentScreens } from './payment-screens.ts'
import { paymentWords } from './payment-words.en.ts'
import { vendorWords } from './vendor-words.en.ts'
import { words } from './words.en.ts'

const section = '支払'

const web: WebModule = {
  name: 'payables',
  words: { ...vendorWords, ...paymentWords, ...words },
  navigation: [
    { section, label: '請求書', to: '/invoices', may: 'payables.see-invoices', keys: 'g v' },
    ...paymentScreens.navigation,
  ],
  routes: [
    { path: '/invoices', screen: lazy(() => import('./invoice/invoice-list-screen.tsx')), title: '請求書' },
    { path: '/invoices/new', screen: lazy(() => import('./invoice/new-invoice-screen.tsx')), title: '請求書の入力' },
    { path: '/invoices/map', screen: lazy(() => import('./map/map-screen.tsx')), title: '請求書の流れ' },
    { path: '/invoices/$invoiceId', screen: lazy(() => import('./invoice/invoice-screen.tsx')), title: '請求書' },
    {
      path: '/invoices/$invoiceId/history',
      screen: lazy(() => import('./invoice/history-screen.tsx')),
      title: '請求書の経過',
    },
    ...paymentScreens.routes,
  ],
  palette: [
    {
      label: '請求書を入力する',
      keywords: ['invoice', 'new', 'せいきゅうしょ', 'seikyuusho', 'にゅうりょく'],
      to: '/invoices/new',
    },
    { label: '請求書の流れ', keywords: ['map', 'ながれ', 'nagare', 'プロセス'], to: '/invoices/map' },
    { label: '差し戻された請求書', keywords: ['returned', 'さしもどし', 'sashimodoshi'], to: '/invoices?tab=returned' },
    { label: '承認待ちの請求書', keywords: ['waiting', 'しょうにん', 'shounin'], to: '/invoices?tab=submitted' },
    { label: '期日を過ぎた請求書', keywords: ['overdue', 'きじつ', 'kijitsu'], to: '/invoices?due=overdue' },
    ...paymentScreens.palette,
  ],
  today: [{ place: 180, panel: lazy(() => import('./invoice/due-panel.tsx')) }, ...paymentScreens.today],
}

export default web
