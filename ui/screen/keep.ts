/** What this browser remembers for the person; without storage (private windows) nothing is remembered. */
export function kept(name: string): string | null {
  try {
    return globalThis.localStorage?.getItem(`ennoshita.${name}`) ?? null
  } catch {
    return null
  }
}

export function keep(name: string, value: string | null): void {
  try {
    if (value === null) globalThis.localStorage?.removeItem(`ennoshita.${name}`)
    else globalThis.localStorage?.setItem(`ennoshita.${name}`, value)
  } catch {
    return
  }
}

/** What this tab remembers until it is closed: drafts of forms, the company in use. */
export function keptInTab(name: string): string | null {
  try {
    return globalThis.sessionStorage?.getItem(`ennoshita.${name}`) ?? null
  } catch {
    return null
  }
}

export function keepInTab(name: string, value: string | null): void {
  try {
    if (value === null) globalThis.sessionStorage?.removeItem(`ennoshita.${name}`)
    else globalThis.sessionStorage?.setItem(`ennoshita.${name}`, value)
  } catch {
    return
  }
}
