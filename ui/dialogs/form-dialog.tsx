import type { RefusalFace } from '@ennoshita/kernel'
import type { KeyboardEvent, ReactNode } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { Button } from '../controls/button.tsx'
import { ErrorNote } from '../screen/error-note.tsx'
import { t } from '../words/words.ts'
import { Dialog } from './dialog.tsx'

/** The part of a `useForm` that its frame needs. */
export type FormState = {
  readonly submit: () => Promise<unknown>
  readonly reset: () => void
  readonly errors: Readonly<Record<string, string>>
  readonly refusal: RefusalFace | null
  readonly isPending: boolean
  readonly hasDraft: boolean
}

/**
 * A form above the screen. Ctrl+Enter saves, Esc closes (what was written is kept as a draft), Enter goes to the next field.
 */
export function FormDialog(props: {
  readonly title: string
  readonly form: FormState
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly saveLabel?: string
  readonly width?: 'narrow' | 'medium' | 'wide'
}) {
  const { form } = props
  const formId = useId()
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      width={props.width ?? 'narrow'}
      foot={
        <>
          <Button onPress={props.onClose} keys="Esc">
            {t('キャンセル')}
          </Button>
          <Button kind="main" isPending={form.isPending} keys="Ctrl Enter" onPress={() => void form.submit()}>
            {props.saveLabel ?? t('保存')}
          </Button>
        </>
      }
    >
      <FormFrame form={form} id={formId} label={props.title}>
        {props.children}
      </FormFrame>
    </Dialog>
  )
}

/** A form on a screen of its own: the same keys, summary and errors as in a dialog. Put the buttons in `foot`. */
export function FormFrame(props: {
  readonly form: FormState
  readonly label: string
  readonly children: ReactNode
  readonly id?: string
  readonly foot?: ReactNode
}) {
  const { form } = props
  const frame = useRef<HTMLFormElement>(null)
  const [hadDraft] = useState(form.hasDraft)
  const count = Object.keys(form.errors).length
  const paths = Object.keys(form.errors).join(' ')
  useEffect(() => {
    if (paths === '' || frame.current?.contains(document.activeElement) === false) return
    const first = frame.current?.querySelector('[aria-invalid="true"]')
    if (first instanceof HTMLElement && form.isPending === false) first.focus()
  }, [paths, form.isPending])
  useEffect(() => {
    if (form.refusal !== null) frame.current?.querySelector('[role="alert"]')?.scrollIntoView({ block: 'nearest' })
  }, [form.refusal])
  return (
    <form
      ref={frame}
      id={props.id}
      className="form"
      aria-label={props.label}
      noValidate
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => onFormKey(event, () => void form.submit())}
    >
      {hadDraft && form.hasDraft ? (
        <p className="note note-quiet">
          {t('前に書きかけた内容です。')}
          <Button kind="quiet" onPress={form.reset}>
            {t('はじめから書く')}
          </Button>
        </p>
      ) : null}
      {form.refusal === null ? null : <ErrorNote face={form.refusal} />}
      {form.refusal === null && count > 0 ? (
        <p className="note note-error" role="alert">
          {t('{count}か所を直してください。', { count })}
        </p>
      ) : null}
      <div className="form-fields">{props.children}</div>
      {props.foot === undefined ? null : <div className="form-foot">{props.foot}</div>}
    </form>
  )
}

/** Puts two or three short fields side by side; on a phone they stand below one another. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className="fields-row">{children}</div>
}

function onFormKey(event: KeyboardEvent<HTMLFormElement>, submit: () => void) {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.defaultPrevented) return
  if (event.ctrlKey || event.metaKey) {
    event.preventDefault()
    submit()
    return
  }
  const at = event.target
  if (!(at instanceof HTMLInputElement) || at.getAttribute('aria-expanded') === 'true') return
  event.preventDefault()
  const controls = [...event.currentTarget.querySelectorAll<HTMLElement>('input, select, textarea')]
  const next = controls.slice(controls.indexOf(at) + 1).find((control) => control.tabIndex >= 0)
  next?.focus()
}
