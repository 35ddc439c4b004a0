import type { WebModule } from '@ennoshita/ui'
import { lazy } from 'react'

/** The screens of the day: tasks, calendar, これもやった, 期限台帳, 今月の縁の下. */
export const dayScreens: Required<Pick<WebModule, 'navigation' | 'routes' | 'palette' | 'quick' | 'today'>> = {
  navigation: [
    { label: '予定表', to: '/work/calendar', may: 'work.see-tasks', keys: 'g c' },
    { label: 'やること', to: '/work/tasks', may: 'work.see-tasks', keys: 'g w' },
    { label: 'これもやった', to: '/work/deeds', may: 'work.record-deeds', keys: 'g k' },
    { label: '期限台帳', to: '/work/register', may: 'work.see-register', keys: 'g r' },
    { label: '今月の縁の下', to: '/work/report', may: 'work.report', keys: 'g e' },
  ],
  routes: [
    { path: '/work/calendar', screen: lazy(() => import('./calendar/calendar-screen.tsx')), title: '予定表' },
    { path: '/work/tasks', screen: lazy(() => import('./task/tasks-screen.tsx')), title: 'やること' },
    { path: '/work/tasks/$taskId', screen: lazy(() => import('./task/task-screen.tsx')), title: 'やること' },
    { path: '/work/deeds', screen: lazy(() => import('./deeds/deeds-screen.tsx')), title: 'これもやった' },
    { path: '/work/register', screen: lazy(() => import('./register/register-screen.tsx')), title: '期限台帳' },
    { path: '/work/report', screen: lazy(() => import('./report/reports-screen.tsx')), title: '今月の縁の下' },
    { path: '/work/report/$reportId', screen: lazy(() => import('./report/report-screen.tsx')), title: '今月の縁の下' },
  ],
  palette: [
    { label: '期限台帳に載せる', keywords: ['register', 'keiyaku', 'けいやく', 'きげん'], to: '/work/register?new=1' },
    { label: '今週の予定を見る', keywords: ['week', 'calendar', 'こんしゅう'], to: '/work/calendar?view=week' },
  ],
  quick: [
    {
      label: 'これもやった',
      key: '.',
      dialog: lazy(() => import('./deeds/record-deed-dialog.tsx')),
      isOnPhoneBar: true,
    },
  ],
  today: [
    { place: 100, panel: lazy(() => import('./today/my-tasks-panel.tsx')) },
    { place: 110, panel: lazy(() => import('./today/waiting-panels.tsx')), isBeside: true },
    { place: 190, panel: lazy(() => import('./today/done-panel.tsx')), isBeside: true },
  ],
}
