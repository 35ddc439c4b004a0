import type { ReactNode } from 'react'
import { useEffect, useRef } from 'react'
import { t } from '../words/words.ts'
import { useKeys } from './keys.ts'

/**
 * The frame of every screen: title and period, actions, filter bar with totals at its right, and the sheet down to the
 * bottom edge. `/` goes to the filter, `N` does `onNew`. `layout="page"` scrolls as a whole, for forms and reading.
 */
export function Screen(props: {
  readonly title: string
  readonly period?: ReactNode
  readonly actions?: ReactNode
  readonly filters?: ReactNode
  readonly totals?: ReactNode
  readonly onNew?: () => void
  readonly layout?: 'sheet' | 'page'
  readonly children: ReactNode
}) {
  const frame = useRef<HTMLElement>(null)
  const { onNew } = props
  useEffect(() => {
    document.title = `${props.title}｜縁の下`
  }, [props.title])
  useKeys([
    ...(onNew === undefined ? [] : [{ key: 'n', says: t('新しく追加する'), run: onNew }]),
    ...(props.filters === undefined
      ? []
      : [
          {
            key: '/',
            says: t('絞り込む'),
            run: () => frame.current?.querySelector<HTMLInputElement>('[data-filter]')?.focus(),
          },
        ]),
  ])
  return (
    <main ref={frame} className="screen" data-layout={props.layout ?? 'sheet'} id="screen" tabIndex={-1}>
      <header className="screen-head">
        <h1 className="screen-title">{props.title}</h1>
        {props.period === undefined ? null : <span className="screen-period">{props.period}</span>}
        {props.actions === undefined ? null : <div className="screen-actions">{props.actions}</div>}
      </header>
      {props.filters === undefined && props.totals === undefined ? null : (
        <div className="filter-bar">
          <search className="filters">{props.filters}</search>
          {props.totals === undefined ? null : <div className="totals">{props.totals}</div>}
        </div>
      )}
      <div className="screen-body">{props.children}</div>
    </main>
  )
}

/** One figure of the totals at the right of the filter bar: `合計 11,335,506 円`. */
export function Total(props: { readonly label: string; readonly value: string | number; readonly unit?: string }) {
  return (
    <span className="total">
      {props.label} <b className="figure">{props.value}</b>
      {props.unit === undefined ? null : ` ${props.unit}`}
    </span>
  )
}

/** A white sheet with an optional heading, for what is not a table. */
export function Sheet(props: { readonly title?: string; readonly actions?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="sheet">
      {props.title === undefined && props.actions === undefined ? null : (
        <header className="sheet-head">
          <h2 className="sheet-title">{props.title}</h2>
          {props.actions === undefined ? null : <div className="screen-actions">{props.actions}</div>}
        </header>
      )}
      {props.children}
    </section>
  )
}

/** Names and values of one thing, in two columns. */
export function Facts(props: { readonly facts: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {props.facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
