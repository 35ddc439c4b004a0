import { Link as RouterLink, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { KeyHint } from './button.tsx'

/** A link to a screen of the product, by its path (`/work/kinds/…`). */
export function Link({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <RouterLink to={to} className="link">
      {children}
    </RouterLink>
  )
}

/** A link that looks like a button, for going somewhere (a button does something). */
export function LinkButton(props: {
  readonly to: string
  readonly children: ReactNode
  readonly kind?: 'main' | 'plain' | 'quiet'
  readonly keys?: string
}) {
  return (
    <RouterLink to={props.to} className={`button button-${props.kind ?? 'plain'}`}>
      {props.children}
      {props.keys === undefined ? null : <KeyHint keys={props.keys} />}
    </RouterLink>
  )
}

/** Goes to a screen by its path, as after saving. */
export function useOpen(): (path: string) => void {
  const navigate = useNavigate()
  return (path) => {
    navigate({ to: path })
  }
}

/** A part of the path of this screen (`$kindId`); throws where the route has none of that name. */
export function usePathPart(name: string): string {
  const parts: Record<string, string | undefined> = useParams({ strict: false })
  const part = parts[name]
  if (part === undefined) throw new Error(`This route has no part called ${name}`)
  return part
}

/** State kept in the address (`?status=open`), so that a filtered list can be reloaded, bookmarked and sent to a colleague. */
export function useAddressState(name: string, fallback: string): [value: string, change: (next: string) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const held = search[name]
  return [
    typeof held === 'string' || typeof held === 'number' ? String(held) : fallback,
    (next) => {
      navigate({
        to: '.',
        search: (before: Record<string, unknown>) => ({ ...before, [name]: next === fallback ? undefined : next }),
        replace: true,
      })
    },
  ]
}
