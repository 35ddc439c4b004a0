import type { RefusalFace } from '@ennoshita/kernel'
import { Button, ErrorNote, Menu, switchLanguage, t, useLanguage } from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { useEffect } from 'react'
import type { Act } from './use-act.ts'

/** The sheet on which everything before the shell stands: signing in, the first run, an invitation. */
export function Door(props: { readonly title: string; readonly isWide?: boolean; readonly children: ReactNode }) {
  const language = useLanguage()
  useEffect(() => {
    document.title = `${props.title}｜縁の下`
  }, [props.title])
  return (
    <main className="door">
      <span className="wordmark">縁の下</span>
      <div className="door-sheet" data-wide={props.isWide === true ? '' : undefined}>
        <h1 className="door-title">{props.title}</h1>
        {props.children}
      </div>
      <Menu
        kind="quiet"
        face={language === 'ja' ? '日本語 ▾' : 'English ▾'}
        label={t('言語')}
        entries={[
          { label: '日本語', run: () => switchLanguage('ja'), isChosen: language === 'ja' },
          { label: 'English', run: () => switchLanguage('en'), isChosen: language === 'en' },
        ]}
      />
    </main>
  )
}

/** A form at the door: Enter or the button sends it. */
export function DoorForm(props: {
  readonly label: string
  readonly act: Act
  readonly send: () => Promise<void>
  readonly sendLabel: string
  readonly refusal?: RefusalFace | null
  readonly beside?: ReactNode
  readonly children: ReactNode
}) {
  return (
    <form
      className="form"
      aria-label={props.label}
      onSubmit={(event) => {
        event.preventDefault()
        if (!props.act.isPending) void props.act.run(props.send)
      }}
    >
      {props.act.refusal === null ? null : <ErrorNote face={props.act.refusal} />}
      {props.children}
      <div className="form-foot">
        {props.beside}
        <Button kind="main" type="submit" isPending={props.act.isPending}>
          {props.sendLabel}
        </Button>
      </div>
    </form>
  )
}
