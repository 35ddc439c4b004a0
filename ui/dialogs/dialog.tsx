import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { Button } from '../controls/button.tsx'
import { t } from '../words/words.ts'

export type DialogProps = {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  readonly width?: 'narrow' | 'medium' | 'wide'
  /** What stands at the foot; without it a button that closes. */
  readonly foot?: ReactNode
  readonly role?: 'dialog' | 'alertdialog'
}

/** A sheet above the screen; Esc closes it and the focus goes back to where it was. On a phone it fills the screen. */
export function Dialog(props: DialogProps) {
  return (
    <ModalOverlay
      className="veil"
      isOpen={props.isOpen}
      isDismissable={false}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose()
      }}
    >
      <Modal className="dialog" data-width={props.width ?? 'narrow'}>
        <AriaDialog className="dialog-face" role={props.role ?? 'dialog'}>
          <Heading slot="title" className="dialog-title">
            {props.title}
          </Heading>
          <div className="dialog-body">{props.children}</div>
          <div className="dialog-foot">{props.foot ?? <Button onPress={props.onClose}>{t('閉じる')}</Button>}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}

/** Asks before something that is hard to undo. Say in `children` what will happen, and name the act on the button. */
export function ConfirmDialog(props: {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
  readonly confirmLabel: string
  readonly children: ReactNode
  readonly isDangerous?: boolean
  readonly isPending?: boolean
}) {
  return (
    <Dialog
      title={props.title}
      isOpen={props.isOpen}
      onClose={props.onClose}
      role="alertdialog"
      foot={
        <>
          <Button onPress={props.onClose} autoFocus={props.isDangerous === true}>
            {t('キャンセル')}
          </Button>
          <Button
            kind={props.isDangerous === true ? 'danger' : 'main'}
            onPress={props.onConfirm}
            isPending={props.isPending}
            autoFocus={props.isDangerous !== true}
          >
            {props.confirmLabel}
          </Button>
        </>
      }
    >
      {props.children}
    </Dialog>
  )
}
