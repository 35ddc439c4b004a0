import type { ComponentType, LazyExoticComponent } from 'react'

/** What a module brings to the web app; its labels and titles are Japanese source texts, shown through `t`. */
export type WebModule = {
  /** The module's name, as in its commands (`work`). */
  readonly name: string
  /** The English catalogue: Japanese source text → English. */
  readonly words: Readonly<Record<string, string>>
  readonly navigation: readonly NavigationEntry[]
  readonly routes: readonly ScreenRoute[]
  readonly palette?: readonly PaletteEntry[]
  /** Acts of one line that are at hand on every screen, such as これもやった. */
  readonly quick?: readonly QuickAct[]
  /** What it shows on 今日, beside what the other modules show there. */
  readonly today?: readonly TodayPanel[]
}

export type NavigationEntry = {
  /** The heading under which it stands; entries of all modules with the same section stand together. */
  readonly section?: string
  readonly label: string
  readonly to: string
  /** The permission without which it is not shown; absent: for everybody. */
  readonly may?: string
  /** Keys pressed one after the other, from anywhere: `g t`. */
  readonly keys?: string
  /** Stands in the bar at the foot of a phone (three at most, quick acts included). */
  readonly isOnPhoneBar?: boolean
}

export type QuickAct = {
  readonly label: string
  /** The key that opens it from any screen: `k`. */
  readonly key: string
  /** `lazy(() => import('./note-unsung-work.tsx'))`: a dialog with one line. */
  readonly dialog: LazyExoticComponent<ComponentType<{ readonly isOpen: boolean; readonly onClose: () => void }>>
  readonly isOnPhoneBar?: boolean
}

export type TodayPanel = {
  /** Lower stands first; the tasks of the person stand at 100. */
  readonly place: number
  /** Stands in the narrow column at the right of a desk; on a phone the columns follow one another. */
  readonly isBeside?: boolean
  /** `lazy(() => import('./calls-today.tsx'))`: a `Sheet` or a table that asks its own query, or null where there is nothing to say. */
  readonly panel: LazyExoticComponent<ComponentType>
}

export type ScreenRoute = {
  /** Path with `$name` for its parts: `/work/kinds/$kindId`. */
  readonly path: string
  /** `lazy(() => import('./kind-list.tsx'))`; the screen is the file's default export. */
  readonly screen: LazyExoticComponent<ComponentType>
  readonly title: string
}

/** Something the palette (Ctrl+K) offers: a place to go to, or a thing to do. */
export type PaletteEntry = {
  readonly label: string
  /** Further words by which it is found: kana, romaji, the English term. */
  readonly keywords?: readonly string[]
} & ({ readonly to: string } | { readonly run: () => void })
