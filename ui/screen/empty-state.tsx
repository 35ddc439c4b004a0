import type { ReactNode } from 'react'

/** What stands where a list has no rows: why it is empty, and what to do first. */
export function EmptyState(props: {
  readonly title: string
  readonly children?: ReactNode
  /** The button or link of the first step. */
  readonly action?: ReactNode
}) {
  return (
    <div className="empty">
      <p className="empty-title">{props.title}</p>
      {props.children === undefined ? null : <p className="empty-words">{props.children}</p>}
      {props.action === undefined ? null : <div className="empty-action">{props.action}</div>}
    </div>
  )
}
