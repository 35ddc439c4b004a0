import type { ContextType, KeyboardEvent, RefObject } from 'react'
import { useContext, useEffect, useMemo, useRef, useState } from 'react'
import {
  ComboBox as AriaComboBox,
  Button,
  ComboBoxStateContext,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Text,
} from 'react-aria-components'
import { t } from '../words/words.ts'
import type { FieldFace } from './field.tsx'
import { RequiredMark } from './field.tsx'
import type { Option } from './match-choices.ts'
import { matchOptions } from './match-choices.ts'

type ListState = ContextType<typeof ComboBoxStateContext>

export type ComboBoxProps<Value extends string> = FieldFace & {
  readonly options: readonly Option<Value>[]
  readonly value: Value | null | undefined
  readonly onChange: (value: Value | null) => void
  /** Told what is being written, where the options come from a query. */
  readonly onText?: (text: string) => void
}

/** One of many: found by code, name, kana or romaji; the list does not move while an input method is composing. */
export function ComboBox<Value extends string>(props: ComboBoxProps<Value>) {
  const { options, value } = props
  const chosen = options.find((option) => option.value === value)
  const [text, setText] = useState<string | null>(null)
  const composing = useRef(false)
  const list = useRef<ListState>(null)
  const [sought, setSought] = useState('')
  const found = useMemo(() => matchOptions(options, sought), [options, sought])

  function seek(next: string) {
    setSought(next)
    props.onText?.(next)
  }
  /** Where Enter or Tab comes before the list has put the first match at hand, that match is taken: nobody waits for a list to be drawn. */
  function takeFirst(event: KeyboardEvent) {
    const isTaking = (event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey
    if (!isTaking || sought === '' || composing.current) return
    const isOpen = list.current?.isOpen === true
    const [first] = found
    if (event.key === 'Enter' && !isOpen) settle(event) // the list is about to open: what is written stays
    if (!isOpen || list.current?.selectionManager.focusedKey !== null) return
    if (first === undefined || first.value === value) return
    props.onChange(first.value)
    setText(null)
    seek('')
    settle(event)
  }
  return (
    <AriaComboBox
      className="field"
      data-width={props.width ?? 'full'}
      items={found}
      inputValue={text ?? chosen?.label ?? ''}
      selectedKey={value ?? null}
      menuTrigger="input"
      allowsEmptyCollection
      isInvalid={props.error !== undefined}
      isRequired={props.isRequired ?? false}
      isReadOnly={props.isReadOnly ?? false}
      isDisabled={props.isDisabled ?? false}
      validationBehavior="aria"
      onInputChange={(next) => {
        if (next === (text ?? chosen?.label ?? '')) return
        setText(next)
        if (!composing.current) seek(next)
        if (next === '') props.onChange(null)
      }}
      onSelectionChange={(key) => {
        const option = options.find((candidate) => candidate.value === key)
        if (option !== undefined) props.onChange(option.value)
        setText(null)
        seek('')
      }}
      onOpenChange={(isOpen) => {
        if (isOpen) return
        setText(null)
        seek('')
      }}
    >
      <Label className={props.hidesLabel === true ? 'only-read-out' : 'field-label'}>
        {props.label}
        {props.isRequired === true && props.hidesLabel !== true ? <RequiredMark /> : null}
      </Label>
      <FirstAtHand first={found[0]?.value} isSeeking={sought !== ''} list={list} />
      <div className="field-row combo" role="presentation" onKeyDownCapture={takeFirst}>
        <Input
          className="control"
          placeholder={props.placeholder ?? ''}
          autoFocus={props.autoFocus ?? false}
          onCompositionStart={() => {
            composing.current = true
          }}
          onCompositionEnd={(event) => {
            composing.current = false
            seek(event.currentTarget.value)
          }}
        />
        <Button className="control-sign combo-sign" aria-label={t('一覧を開く')}>
          <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
            <path d="M2 4l4 4 4-4z" fill="currentColor" />
          </svg>
        </Button>
      </div>
      {props.error === undefined ? null : (
        <Text slot="errorMessage" className="field-error">
          {props.error}
        </Text>
      )}
      {props.help === undefined ? null : (
        <Text slot="description" className="field-help">
          {props.help}
        </Text>
      )}
      <Matches />
    </AriaComboBox>
  )
}

/** What was found, under the field. */
function Matches() {
  return (
    <Popover className="popover combo-list" offset={2}>
      <ListBox className="menu" renderEmptyState={() => <p className="menu-none">{t('見つかりません')}</p>}>
        {(option: Option<string>) => (
          <ListBoxItem id={option.value} textValue={option.label} className="menu-entry">
            {option.code === undefined ? null : <span className="menu-code figure">{option.code}</span>}
            <span>{option.label}</span>
            {option.detail === undefined ? null : <span className="menu-detail">{option.detail}</span>}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  )
}

/** The key has done its work: the list does not hear of it; Tab still goes on. */
function settle(event: KeyboardEvent) {
  event.stopPropagation()
  if (event.key === 'Enter') event.preventDefault()
}

/** Keeps the first match at hand while one writes, so that Enter or Tab takes it. */
function FirstAtHand(props: {
  readonly first: string | undefined
  readonly isSeeking: boolean
  readonly list: RefObject<ListState>
}) {
  const { first, isSeeking } = props
  const state = useContext(ComboBoxStateContext)
  props.list.current = state
  const isOpen = state?.isOpen === true
  const text = state?.inputValue
  // biome-ignore lint/correctness/useExhaustiveDependencies: put at hand again after each change of the text; afterwards the arrows decide
  useEffect(() => {
    if (!isOpen || !isSeeking || first === undefined) return
    const afterListReset = setTimeout(() => state?.selectionManager.setFocusedKey(first))
    return () => clearTimeout(afterListReset)
  }, [first, isOpen, isSeeking, text])
  return null
}
