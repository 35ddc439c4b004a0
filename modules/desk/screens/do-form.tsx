import { Button, t } from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { useState } from 'react'

/** The fields of a dialog that does one thing; Ctrl+Enter does it. */
export function DoForm(props: {
  readonly label: string
  readonly onDo: () => Promise<void>
  readonly children: ReactNode
}) {
  return (
    <form
      className="form"
      aria-label={props.label}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        void props.onDo()
      }}
    >
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
