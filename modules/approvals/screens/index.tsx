import type { WebModule } from '@ennoshita/ui'
import { lazy } from 'react'
import { words } from './words.en.ts'

const web: WebModule = {
  name: 'approvals',
  words,
  navigation: [
    { section: '受付', label: '承認', to: '/approvals', may: 'approvals.decide', keys: 'g g' },
    { section: '会社', label: '承認経路', to: '/settings/approval-routes', may: 'approvals.see-routes' },
  ],
  routes: [
    { path: '/approvals', screen: lazy(() => import('./inbox/approvals-screen.tsx')), title: '承認' },
    { path: '/approvals/$matterId', screen: lazy(() => import('./matter/matter-screen.tsx')), title: '承認' },
    {
      path: '/settings/approval-routes',
      screen: lazy(() => import('./route/routes-screen.tsx')),
      title: '承認経路',
    },
  ],
  palette: [
    { label: '承認待ち', keywords: ['approvals', 'しょうにん', 'shounin', '決裁', 'けっさい'], to: '/approvals' },
    { label: '申請したもの', keywords: ['applications', 'しんせい', 'shinsei', '稟議'], to: '/approvals?tab=mine' },
  ],
  today: [{ place: 90, panel: lazy(() => import('./today/waiting-panel.tsx')) }],
}

export default web
