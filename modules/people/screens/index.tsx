import type { WebModule } from '@ennoshita/ui'
import { lazy } from 'react'
import { words } from './words.en.ts'

const web: WebModule = {
  name: 'people',
  words,
  navigation: [
    { section: '会社', label: '社員', to: '/people', may: 'people.see-directory', keys: 'g p' },
    { section: '会社', label: '組織', to: '/organisation', may: 'people.see-directory', keys: 'g o' },
    { section: '会社', label: '会社の設定', to: '/settings/company', may: 'people.see-directory', keys: 'g y' },
  ],
  routes: [
    { path: '/people', screen: lazy(() => import('./register/people-screen.tsx')), title: '社員' },
    {
      path: '/people/imports/new',
      screen: lazy(() => import('./imports/import-start-screen.tsx')),
      title: '名簿の取り込み',
    },
    {
      path: '/people/imports/$importId',
      screen: lazy(() => import('./imports/import-report-screen.tsx')),
      title: '名簿の取り込み',
    },
    { path: '/people/$personId', screen: lazy(() => import('./person/person-screen.tsx')), title: '人' },
    { path: '/organisation', screen: lazy(() => import('./organisation/organisation-screen.tsx')), title: '組織' },
    {
      path: '/organisation/$departmentId',
      screen: lazy(() => import('./organisation/department-screen.tsx')),
      title: '部署',
    },
    { path: '/settings/company', screen: lazy(() => import('./company/company-screen.tsx')), title: '会社の設定' },
  ],
  palette: [
    {
      label: '社員名簿を取り込む',
      keywords: ['import', 'excel', 'csv', 'とりこみ', 'torikomi'],
      to: '/people/imports/new',
    },
    {
      label: '営業日カレンダー',
      keywords: ['calendar', 'holiday', 'きゅうじつ', 'kyuujitsu', 'かれんだー'],
      to: '/settings/company?tab=calendar',
    },
    { label: '役職', keywords: ['post', 'やくしょく', 'yakushoku'], to: '/organisation?tab=posts' },
  ],
}

export default web
