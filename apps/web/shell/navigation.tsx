import type { NavigationEntry, QuickAct, WebModule } from '@ennoshita/ui'
import { Dialog, t, useRights } from '@ennoshita/ui'
import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'

type Section = { readonly heading: string | undefined; readonly entries: NavigationEntry[] }

/** The entries that may be shown, under their headings, in the order of first appearance; those without a heading lead. */
export function sectionsOf(
  modules: readonly WebModule[],
  isShown: (entry: NavigationEntry) => boolean,
): readonly Section[] {
  const sections: Section[] = [{ heading: undefined, entries: [] }]
  for (const entry of modules.flatMap((module) => module.navigation).filter(isShown)) {
    const known = sections.find((section) => section.heading === entry.section)
    if (known === undefined) sections.push({ heading: entry.section, entries: [entry] })
    else known.entries.push(entry)
  }
  return sections.filter((section) => section.entries.length > 0)
}

/** The place to which a screen belongs: the longest that its address begins with. */
export function placeOf(pathname: string, places: readonly string[]): string | undefined {
  const holding = places.filter((place) => pathname === place || (place !== '/' && pathname.startsWith(`${place}/`)))
  return holding.toSorted((one, other) => other.length - one.length)[0]
}

/** The places of the product, at the left of every screen. */
export function Side({ modules, onGo }: { readonly modules: readonly WebModule[]; readonly onGo?: () => void }) {
  const { may } = useRights()
  const sections = sectionsOf(modules, (entry) => entry.may === undefined || may(entry.may))
  const { pathname } = useLocation()
  const here = placeOf(
    pathname,
    sections.flatMap(({ entries }) => entries.map(({ to }) => to)),
  )
  return (
    <>
      {sections.map((section) => (
        <section key={section.heading ?? ''}>
          {section.heading === undefined ? null : <h2 className="side-heading">{t(section.heading)}</h2>}
          <ul className="side-list">
            {section.entries.map((entry) => (
              <li key={entry.to}>
                <Link
                  to={entry.to}
                  className="side-link"
                  activeOptions={{ exact: entry.to !== here }}
                  {...(onGo === undefined ? {} : { onClick: onGo })}
                >
                  {t(entry.label)}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** The bar at the foot of a phone: three places or acts, and the rest behind もっと. */
export function PhoneBar(props: { readonly modules: readonly WebModule[]; readonly onAct: (act: QuickAct) => void }) {
  const [isOpen, setOpen] = useState(false)
  const places = props.modules.flatMap((module) => module.navigation).filter((entry) => entry.isOnPhoneBar === true)
  const acts = props.modules.flatMap((module) => module.quick ?? []).filter((act) => act.isOnPhoneBar === true)
  const [first, ...others] = places
  return (
    <nav className="shell-bar" aria-label={t('主な画面')}>
      {first === undefined ? null : <BarLink entry={first} />}
      {acts.map((act) => (
        <button key={act.label} type="button" className="bar-link" onClick={() => props.onAct(act)}>
          {t(act.label)}
        </button>
      ))}
      {others.slice(0, 2).map((entry) => (
        <BarLink key={entry.to} entry={entry} />
      ))}
      <button type="button" className="bar-link" onClick={() => setOpen(true)}>
        {t('もっと')}
      </button>
      <Dialog title={t('すべての画面')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Side modules={props.modules} onGo={() => setOpen(false)} />
      </Dialog>
    </nav>
  )
}

function BarLink({ entry }: { readonly entry: NavigationEntry }) {
  return (
    <Link to={entry.to} className="bar-link" activeOptions={{ exact: entry.to === '/' }}>
      {t(entry.label)}
    </Link>
  )
}
