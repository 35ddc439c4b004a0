import type { WebModule } from '@ennoshita/ui'
import { lazy } from 'react'
import { words } from './words.en.ts'

const web: WebModule = {
  name: 'documents',
  words,
  navigation: [{ section: '帳簿', label: '書類', to: '/documents', may: 'documents.see', keys: 'g f' }],
  routes: [
    { path: '/documents', screen: lazy(() => import('./list/documents-screen.tsx')), title: '書類' },
    { path: '/documents/$documentId', screen: lazy(() => import('./one/document-screen.tsx')), title: '書類' },
  ],
  palette: [
    {
      label: '書類を探す',
      keywords: ['documents', 'しょるい', 'shorui', 'でんちょうほう', 'denchouhou', '電子帳簿保存法', '領収書'],
      to: '/documents',
    },
  ],
}

export default web
