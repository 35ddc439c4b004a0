import { useSyncExternalStore } from 'react'
import { keep, kept } from './keep.ts'

export type Theme = 'system' | 'light' | 'dark' | 'contrast'
export type Density = 'compact' | 'normal' | 'roomy'

const themes: readonly Theme[] = ['system', 'light', 'dark', 'contrast']
const densities: readonly Density[] = ['compact', 'normal', 'roomy']
const listeners = new Set<() => void>()

function themeKept(): Theme {
  return themes.find((theme) => theme === kept('theme')) ?? 'system'
}
function densityKept(): Density {
  return densities.find((density) => density === kept('density')) ?? 'normal'
}

/** Puts the theme and density this browser remembers on the page; once, before the first drawing. */
export function dressPage(): void {
  const root = document.documentElement
  const theme = themeKept()
  if (theme === 'system') root.removeAttribute('data-theme')
  else root.setAttribute('data-theme', theme)
  root.setAttribute('data-density', densityKept())
}

/** Theme and density of the screens, for this browser, and how to change them. */
export function useAppearance() {
  const subscribe = (changed: () => void) => {
    listeners.add(changed)
    return () => listeners.delete(changed)
  }
  const change = (name: 'theme' | 'density', value: string) => {
    keep(name, value)
    dressPage()
    for (const changed of listeners) changed()
  }
  return {
    theme: useSyncExternalStore(subscribe, themeKept),
    density: useSyncExternalStore(subscribe, densityKept),
    setTheme: (theme: Theme) => change('theme', theme),
    setDensity: (density: Density) => change('density', density),
  }
}
