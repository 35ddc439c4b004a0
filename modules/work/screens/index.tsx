import type { WebModule } from '@ennoshita/ui'
import { lazy } from 'react'
import { dayScreens } from './day-screens.ts'
import { dayWords } from './day-words.en.ts'
import { words } from './words.en.ts'

const web: WebModule = {
  name: 'work',
  words: { ...words, ...dayWords },
  navigation: [
    ...dayScreens.navigation,
    { section: '業務', label: '業務棚卸表', to: '/work/inventory', may: 'work.see-kinds', keys: 'g i' },
    { section: '業務', label: '属人・備え', to: '/work/dependence', may: 'work.see-dependence', keys: 'g d' },
    { section: '業務', label: '業務の流れ', to: '/work/map', may: 'work.see-kinds', keys: 'g m' },
  ],
  routes: [
    ...dayScreens.routes,
    {
      path: '/work/inventory',
      screen: lazy(() => import('./inventory/inventory-screen.tsx')),
      title: '業務棚卸表',
    },
    { path: '/work/import', screen: lazy(() => import('./import/import-screen.tsx')), title: '棚卸表の取り込み' },
    {
      path: '/work/ready-kinds',
      screen: lazy(() => import('./ready-kinds/ready-kinds-screen.tsx')),
      title: '用意された業務',
    },
    { path: '/work/kinds/$kindId', screen: lazy(() => import('./kind/kind-screen.tsx')), title: '業務の中身' },
    {
      path: '/work/dependence',
      screen: lazy(() => import('./dependence/dependence-screen.tsx')),
      title: '属人・備え',
    },
    { path: '/work/map', screen: lazy(() => import('./map/map-screen.tsx')), title: '業務の流れ' },
  ],
  palette: [
    ...dayScreens.palette,
    {
      label: '棚卸表をExcelから取り込む',
      keywords: ['import', 'excel', 'csv', 'とりこみ', 'torikomi'],
      to: '/work/import',
    },
    {
      label: '用意された業務から選ぶ',
      keywords: ['ready', 'template', 'ひながた', 'hinagata'],
      to: '/work/ready-kinds',
    },
    {
      label: '休んだときに止まることを試す',
      keywords: ['absence', 'ふざい', 'fuzai', 'やすみ', 'yasumi'],
      to: '/work/dependence?tab=absence',
    },
  ],
  quick: dayScreens.quick,
  today: dayScreens.today,
}

export default web
