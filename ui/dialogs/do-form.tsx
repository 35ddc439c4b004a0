import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../controls/button.tsx'
import { t } from '../words/words.ts'

/** The fields of a dialog that does one thing; Ctrl+Enter does it, wherever in the dialog the focus stands. */
export function DoForm(props: {
  readonly label: string
  readonly onDo: () => Promise<void>
  readonly children: ReactNode
}) {
  const frame = useRef<HTMLFormElement>(null)
  const latest = useRef(props.onDo)
  latest.current = props.onDo
  useEffect(() => {
    const dialog = frame.current?.closest<HTMLElement>('[role="dialog"]')
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || event.isComposing || !(event.ctrlKey || event.metaKey)) return
      event.preventDefault()
      void latest.current()
    }
    dialog?.addEventListener('keydown', onKey)
    return () => dialog?.removeEventListener('keydown', onKey)
  }, [])
  return (
    <form ref={frame} className="form" aria-label={props.label} onSubmit={(event) => event.preventDefault()}>
      <div className="form-fields">{props.children}</div>
    </form>
  )
}

/** The foot of such a dialog: away, or do it. */
export function DoFoot(props: {
  readonly label: string
  readonly isReady: boolean
  readonly onDo: () => Promise<void>
  readonly onClose: () => void
}) {
  const [isPending, setPending] = useState(false)
  return (
    <>
      <Button keys="Esc" onPress={props.onClose}>
        {t('キャンセル')}
      </Button>
      <Button
        kind="main"
        keys="Ctrl Enter"
        isPending={isPending}
        isDisabled={!props.isReady}
        onPress={() => {
          setPending(true)
          void props.onDo().finally(() => setPending(false))
        }}
      >
        {props.label}
      </Button>
    </>
  )
}
