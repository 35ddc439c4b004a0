import type { WebModule } from '@ennoshita/ui'
import { lazy } from 'react'
import { words } from './words.en.ts'

const section = '帳簿'
const slipScreen = lazy(() => import('./slip/slip-screen.tsx'))
const balanceScreen = lazy(() => import('./balance/trial-balance-screen.tsx'))

const web: WebModule = {
  name: 'ledger',
  words,
  navigation: [
    { section, label: '仕訳帳', to: '/journals', may: 'ledger.see-books', keys: 'g j' },
    { section, label: '総勘定元帳', to: '/ledgers', may: 'ledger.see-books', keys: 'g z' },
    { section, label: '合計残高試算表', to: '/trial-balance', may: 'ledger.see-books', keys: 'g b' },
    { section, label: '勘定科目', to: '/accounts', may: 'ledger.see-books', keys: 'g h' },
    { section, label: '月次締め', to: '/month-locks', may: 'ledger.see-books' },
  ],
  routes: [
    { path: '/journals', screen: lazy(() => import('./journal/journals-screen.tsx')), title: '仕訳帳' },
    { path: '/journals/new', screen: slipScreen, title: '振替伝票' },
    { path: '/journals/$journalId', screen: lazy(() => import('./journal/journal-screen.tsx')), title: '仕訳' },
    { path: '/ledgers', screen: lazy(() => import('./book/ledgers-screen.tsx')), title: '総勘定元帳' },
    {
      path: '/ledgers/$accountId',
      screen: lazy(() => import('./book/account-ledger-screen.tsx')),
      title: '総勘定元帳',
    },
    { path: '/trial-balance', screen: balanceScreen, title: '合計残高試算表' },
    { path: '/accounts', screen: lazy(() => import('./chart/accounts-screen.tsx')), title: '勘定科目' },
    { path: '/month-locks', screen: lazy(() => import('./month/month-locks-screen.tsx')), title: '月次締め' },
  ],
  palette: [
    {
      label: '振替伝票を書く',
      keywords: ['journal', 'slip', 'ふりかえ', 'furikae', 'しわけ', 'shiwake', '仕訳'],
      to: '/journals/new',
    },
    { label: '月次締め', keywords: ['lock', 'しめ', 'shime', 'げつじ', 'getsuji'], to: '/month-locks' },
    { label: '試算表', keywords: ['trial balance', 'しさんひょう', 'shisanhyou', 'B/S', 'P/L'], to: '/trial-balance' },
    { label: '元帳', keywords: ['ledger', 'もとちょう', 'motochou'], to: '/ledgers' },
  ],
}

export default web
