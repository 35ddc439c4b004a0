import type { Density, MenuEntry, Theme } from '@ennoshita/ui'
import {
  forgetAnswers,
  KeyHint,
  Menu,
  showToast,
  switchLanguage,
  t,
  talk,
  useAppearance,
  useLanguage,
  useOpen,
  workInCompany,
} from '@ennoshita/ui'
import { Link } from '@tanstack/react-router'
import { z } from 'zod'
import type { Seat } from '../sign-in/session.ts'
import { sessionKey, useNewSession } from '../sign-in/session.ts'

const themes: readonly (readonly [Theme, string])[] = [
  ['system', '機器の設定に合わせる'],
  ['light', '明るい'],
  ['dark', '暗い'],
  ['contrast', '高コントラスト'],
]
const densities: readonly (readonly [Density, string])[] = [
  ['compact', '行をつめる'],
  ['normal', '行の高さ：ふつう'],
  ['roomy', '行をゆったり'],
]

/** The head of every screen: whose product, which company, how to find things, and oneself. */
export function Head({ seat, onPalette }: { readonly seat: Seat; readonly onPalette: () => void }) {
  return (
    <header className="shell-head">
      <Link to="/" className="wordmark">
        縁の下
      </Link>
      <CompanyName seat={seat} />
      <div className="shell-head-end">
        <button type="button" className="button palette-button" onClick={onPalette}>
          {t('さがす')}
          <KeyHint keys="Ctrl K" />
        </button>
        <PersonMenu seat={seat} />
      </div>
    </header>
  )
}

function CompanyName({ seat }: { readonly seat: Seat }) {
  const open = useOpen()
  if (seat.companies.length < 2) return <span className="shell-company">{seat.companyName}</span>
  return (
    <Menu
      kind="quiet"
      face={`${seat.companyName} ▾`}
      label={t('会社を切り替える（いまは{company}）', { company: seat.companyName })}
      entries={seat.companies.map((company) => ({
        label: company.name,
        isChosen: company.companyId === seat.companyId,
        run: () => {
          workInCompany(company.companyId)
          forgetAnswers(sessionKey)
          open('/')
        },
      }))}
    />
  )
}

function PersonMenu({ seat }: { readonly seat: Seat }) {
  const language = useLanguage()
  const look = useAppearance()
  const open = useOpen()
  const enter = useNewSession()
  const signOut = async () => {
    try {
      await talk('/api/session/sign-out', z.unknown(), {})
      await enter()
    } catch {
      showToast(t('サインアウトできませんでした。通信を確かめて、もう一度お試しください。'))
    }
  }
  const entries: MenuEntry[] = [
    { label: t('私のアカウント'), run: () => open('/me') },
    'line',
    { label: '日本語', isChosen: language === 'ja', run: () => switchLanguage('ja') },
    { label: 'English', isChosen: language === 'en', run: () => switchLanguage('en') },
    'line',
    ...themes.map(([theme, label]) => ({
      label: t(label),
      isChosen: look.theme === theme,
      run: () => look.setTheme(theme),
    })),
    'line',
    ...densities.map(([density, label]) => ({
      label: t(label),
      isChosen: look.density === density,
      run: () => look.setDensity(density),
    })),
    'line',
    { label: seat.isSample ? t('ほかの人になる') : t('サインアウト'), run: () => void signOut() },
  ]
  return (
    <Menu
      kind="quiet"
      face={`${seat.personName} ▾`}
      label={t('{name}：設定とサインアウト', { name: seat.personName })}
      entries={entries}
    />
  )
}
