import { t } from '../words/words.ts'

/** How far long work has come; without `percent` only that it goes on. Says in words what is being done. */
export function Progress({ label, percent }: { readonly label: string; readonly percent?: number | undefined }) {
  return (
    <div className="progress">
      <div className="progress-words" role="status">
        <span>{label}</span>
        {percent === undefined ? null : <span className="figure">{percent}%</span>}
      </div>
      <progress aria-label={label} max={100} {...(percent === undefined ? {} : { value: percent })} />
    </div>
  )
}

/** Shown in place of a screen or a list while its first answer is on the way. */
export function Waiting({ label = t('読み込んでいます…') }: { readonly label?: string }) {
  return (
    <p className="waiting" role="status">
      {label}
    </p>
  )
}
