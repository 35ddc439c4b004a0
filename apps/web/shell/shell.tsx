import type { QuickAct, WebModule } from '@ennoshita/ui'
import { CompanyOnPaper, t, todayInTokyo, useKeys, useOpen, Waiting } from '@ennoshita/ui'
import { Outlet } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import type { Seat } from '../sign-in/session.ts'
import { Head } from './head.tsx'
import { KeyHelp } from './key-help.tsx'
import { PhoneBar, Side } from './navigation.tsx'
import { Palette } from './palette.tsx'
import { useKeySequences } from './use-key-sequences.ts'

/** What stands around every screen: head, navigation, palette, keys and quick acts. */
export function Shell({ seat, modules }: { readonly seat: Seat; readonly modules: readonly WebModule[] }) {
  const [above, setAbove] = useState<'palette' | 'keys' | QuickAct | null>(null)
  const open = useOpen()
  const acts = modules.flatMap((module) => module.quick ?? [])
  const close = () => setAbove(null)
  useKeySequences(
    modules.flatMap((module) => module.navigation),
    open,
  )
  useKeys([
    { key: 'Ctrl+k', says: t('さがす'), run: () => setAbove('palette') },
    { key: '?', says: t('キーボードの使い方'), run: () => setAbove('keys') },
    ...acts.map((act) => ({ key: act.key, says: t(act.label), run: () => setAbove(act) })),
  ])
  return (
    <div className="shell" key={seat.companyId}>
      <a className="skip-link link" href="#screen">
        {t('本文へ')}
      </a>
      <Head seat={seat} onPalette={() => setAbove('palette')} />
      <nav className="shell-side" aria-label={t('画面の一覧')}>
        <Side modules={modules} />
      </nav>
      <div className="shell-main">
        <p className="only-paper paper-head">
          <span>{seat.companyName}</span>
          <span>{t('{date} 印刷', { date: todayInTokyo().replaceAll('-', '/') })}</span>
        </p>
        {seat.isSample ? (
          <aside className="sample-note">{t('見本の会社です。何を変えても、本物の記録には触れません。')}</aside>
        ) : null}
        <CompanyOnPaper value={seat.companyName}>
          <Suspense fallback={<Waiting />}>
            <Outlet />
          </Suspense>
        </CompanyOnPaper>
      </div>
      <PhoneBar modules={modules} onAct={setAbove} />
      <Palette modules={modules} onAct={setAbove} isOpen={above === 'palette'} onClose={close} />
      <KeyHelp modules={modules} isOpen={above === 'keys'} onClose={close} />
      <Suspense fallback={null}>
        {acts.map((act) => (above === act ? <act.dialog key={act.label} isOpen onClose={close} /> : null))}
      </Suspense>
    </div>
  )
}
