import type { WebModule } from '@ennoshita/ui'
import { lazy } from 'react'
import { words } from './words.en.ts'

/** The screens of the kernel: oneself, rights, the log, the history of any object. */
export const settings: WebModule = {
  name: 'settings',
  words,
  navigation: [
    { section: '会社', label: '人と権限', to: '/settings/access', may: 'kernel.see-members', keys: 'g a' },
    { section: '会社', label: '記録', to: '/settings/log', may: 'kernel.see-security', keys: 'g l' },
  ],
  routes: [
    { path: '/me', screen: lazy(() => import('./me/me-screen.tsx')), title: '自分の情報' },
    { path: '/settings/access', screen: lazy(() => import('./access/access-screen.tsx')), title: '人と権限' },
    { path: '/settings/log', screen: lazy(() => import('./log/log-screen.tsx')), title: '記録' },
    { path: '/history/$objectId', screen: lazy(() => import('./history-screen.tsx')), title: '経緯' },
  ],
  palette: [
    { label: '自分の情報', keywords: ['me', 'profile', 'じぶん', 'jibun', 'パスワード', '2段階認証'], to: '/me' },
    { label: '代理を決める', keywords: ['deputy', 'だいり', 'dairi'], to: '/settings/access?tab=delegations' },
    { label: '届かなかった連携', keywords: ['dead letters', 'れんけい', 'renkei'], to: '/settings/log?tab=letters' },
  ],
}
