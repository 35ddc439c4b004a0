import type { WebModule } from '@ennoshita/ui'
import { lazy } from 'react'
import { words } from './words.en.ts'

const section = '受付'
const waitingScreen = lazy(() => import('./request/waiting-screen.tsx'))
const askScreen = lazy(() => import('./ask/ask-screen.tsx'))
const templatesScreen = lazy(() => import('./template/templates-screen.tsx'))

const web: WebModule = {
  name: 'desk',
  words,
  navigation: [
    { section, label: 'たのむ・きく', to: '/desk/ask', may: 'desk.ask', keys: 'g q', isOnPhoneBar: true },
    { section, label: '受付', to: '/desk/requests', may: 'desk.answer', keys: 'g u' },
    { section, label: '伝言メモ', to: '/desk/messages', may: 'desk.see-messages', keys: 'g x' },
    { section, label: '回収と催促', to: '/desk/collections', may: 'desk.collect', keys: 'g s' },
    { section, label: '裏方からのお知らせ', to: '/desk/notices', may: 'desk.read-notices', keys: 'g n' },
  ],
  routes: [
    { path: '/desk', screen: waitingScreen, title: '受付' },
    { path: '/desk/requests', screen: waitingScreen, title: '受付' },
    { path: '/desk/requests/$requestId', screen: lazy(() => import('./request/request-screen.tsx')), title: '依頼' },
    { path: '/desk/ask', screen: askScreen, title: 'たのむ・きく' },
    { path: '/desk/messages', screen: lazy(() => import('./message/messages-screen.tsx')), title: '伝言メモ' },
    {
      path: '/desk/messages/$messageId',
      screen: lazy(() => import('./message/message-screen.tsx')),
      title: '伝言メモ',
    },
    {
      path: '/desk/collections',
      screen: lazy(() => import('./collection/collections-screen.tsx')),
      title: '回収と催促',
    },
    {
      path: '/desk/collections/mine',
      screen: lazy(() => import('./collection/my-collections-screen.tsx')),
      title: '自分に求められているもの',
    },
    {
      path: '/desk/collections/$collectionId',
      screen: lazy(() => import('./collection/collection-screen.tsx')),
      title: '回収と催促',
    },
    { path: '/desk/notices', screen: lazy(() => import('./notice/notices-screen.tsx')), title: '裏方からのお知らせ' },
    {
      path: '/desk/notices/$noticeId',
      screen: lazy(() => import('./notice/notice-screen.tsx')),
      title: '裏方からのお知らせ',
    },
    { path: '/desk/templates', screen: templatesScreen, title: '依頼の種類' },
    { path: '/desk/templates/$templateId', screen: templatesScreen, title: '依頼の種類' },
  ],
  palette: [
    { label: '自分の依頼', keywords: ['requests', 'いらい', 'irai', 'じぶん'], to: '/desk/ask?tab=mine' },
    {
      label: '自分に求められているもの',
      keywords: ['collections', 'かいとう', 'kaitou', 'ていしゅつ', 'teishutsu'],
      to: '/desk/collections/mine',
    },
    { label: '依頼の種類', keywords: ['templates', 'しゅるい', 'shurui', 'ひながた'], to: '/desk/templates' },
    { label: 'よくある質問', keywords: ['faq', 'しつもん', 'shitsumon'], to: '/desk/ask' },
  ],
  quick: [{ label: '伝言メモ', key: 'm', dialog: lazy(() => import('./message/take-message-dialog.tsx')) }],
  today: [
    { place: 150, panel: lazy(() => import('./today/asked-of-me-panel.tsx')) },
    { place: 250, isBeside: true, panel: lazy(() => import('./today/waiting-for-others-panel.tsx')) },
    { place: 350, isBeside: true, panel: lazy(() => import('./today/notices-panel.tsx')) },
  ],
}

export default web
