import type { WebModule } from '@ennoshita/ui'
import { Dialog, EmptyState, LinkButton, PrintButton, Screen, Status, TextField, Total } from '@ennoshita/ui'
import { lazy, useState } from 'react'

function Today() {
  return (
    <Screen
      title="今日"
      period="2026年11月20日（金）"
      actions={<PrintButton />}
      totals={<Total label="今日まで" value={4} unit="件" />}
    >
      <EmptyState title="今日の仕事はまだありません" action={<LinkButton to="/broken">業務を選ぶ</LinkButton>}>
        業務棚卸表から、あなたの担当する業務を選んでください。<Status colour="blue">進行中</Status>
      </EmptyState>
    </Screen>
  )
}
function Broken(): never {
  throw new Error('見本のための失敗')
}
function AlsoDid(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const [text, setText] = useState('')
  return (
    <Dialog title="これもやった" isOpen={props.isOpen} onClose={props.onClose}>
      <TextField label="したこと" value={text} onChange={setText} autoFocus />
    </Dialog>
  )
}
const screen = lazy(async () => ({ default: Today }))

const look: WebModule = {
  name: 'look',
  words: { 今日: 'Today' },
  navigation: [
    { label: '今日', to: '/today', keys: 'g t', isOnPhoneBar: true },
    { label: 'カレンダー', to: '/calendar' },
    { label: '受付', to: '/desk', section: '仕事', isOnPhoneBar: true },
    { label: '業務棚卸表', to: '/inventory', section: '仕事' },
    { label: '期限台帳', to: '/registers', section: '仕事' },
    { label: '業務フロー', to: '/map', section: '見える化' },
    { label: '備えの一覧', to: '/readiness', section: '見える化' },
    { label: '人と組織', to: '/people', section: '会社' },
    { label: '設定', to: '/settings', section: '会社' },
  ],
  routes: [
    { path: '/today', screen, title: '今日' },
    { path: '/inventory', screen, title: '業務棚卸表' },
    { path: '/broken', screen: lazy(async () => ({ default: Broken })), title: '失敗' },
  ],
  palette: [{ label: '仕事を足す', keywords: ['shigoto', 'task'], to: '/today' }],
  quick: [{ label: 'これもやった', key: 'k', dialog: lazy(async () => ({ default: AlsoDid })), isOnPhoneBar: true }],
}

/** What the shell shows while it is looked at without a server. */
export const modules: readonly WebModule[] = [look]
