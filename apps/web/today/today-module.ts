import type { WebModule } from '@ennoshita/ui'
import { lazy } from 'react'

/** 今日, where the app opens: a place for the panels of all modules. */
export const today: WebModule = {
  name: 'today',
  words: {
    今日: 'Today',
    '今日のことを、ほかの画面でひとつ始めてみましょう。': 'Begin with one thing on another screen.',
  },
  navigation: [{ label: '今日', to: '/', keys: 'g t', isOnPhoneBar: true }],
  routes: [
    {
      path: '/',
      screen: lazy(() => import('./today-screen.tsx').then((file) => ({ default: file.TodayScreen }))),
      title: '今日',
    },
  ],
}
