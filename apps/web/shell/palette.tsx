import type { QuickAct, WebModule } from '@ennoshita/ui'
import { Dialog, matchOptions, t, talk, useOpen } from '@ennoshita/ui'
import { useQuery } from '@tanstack/react-query'
import type { KeyboardEvent } from 'react'
import { useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { z } from 'zod'

type Found = {
  readonly value: string
  readonly label: string
  readonly kind: string
  readonly words?: readonly string[]
  readonly run: () => void
}

const foundObjects = z.array(z.object({ type: z.string(), id: z.string(), label: z.string(), opens: z.string() }))

/** Ctrl+K: screens, things to do and things by their name, in one list. ↑↓ move, Enter opens. */
export function Palette(props: {
  readonly modules: readonly WebModule[]
  readonly onAct: (act: QuickAct) => void
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  return (
    <Dialog title={t('さがす')} isOpen={props.isOpen} onClose={props.onClose} width="medium">
      <PaletteBody modules={props.modules} onAct={props.onAct} onClose={props.onClose} />
    </Dialog>
  )
}

function PaletteBody(props: {
  readonly modules: readonly WebModule[]
  readonly onAct: (act: QuickAct) => void
  readonly onClose: () => void
}) {
  const { modules, onAct, onClose } = props
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const composing = useRef(false)
  const [sought, setSought] = useState('')
  const listId = useId()
  const found = useFound(modules, onAct, sought)
  const current = found[Math.min(at, found.length - 1)]

  function seek(next: string) {
    setSought(next)
    setAt(0)
  }
  function choose(entry: Found) {
    onClose()
    entry.run()
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && current !== undefined) choose(current)
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, found.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else return
    event.preventDefault()
  }
  const list = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: brought into sight whenever another entry is at hand
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [current?.value])
  return (
    <>
      <input
        className="control"
        type="text"
        role="combobox"
        aria-label={t('画面・仕事・人の名前')}
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={current === undefined ? undefined : `${listId}-${current.value}`}
        placeholder={t('画面・仕事・人の名前')}
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the person has just opened this to write in it
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          if (!composing.current) seek(event.target.value)
        }}
        onCompositionStart={() => {
          composing.current = true
        }}
        onCompositionEnd={(event) => {
          composing.current = false
          seek(event.currentTarget.value)
        }}
        onKeyDown={onKeyDown}
      />
      <PaletteList listRef={list} listId={listId} found={found} current={current} onChoose={choose} />
      {found.length === 0 ? <p className="menu-none">{t('見つかりません。言葉を短くしてみてください。')}</p> : null}
    </>
  )
}

function PaletteList(props: {
  readonly listRef: React.RefObject<HTMLDivElement | null>
  readonly listId: string
  readonly found: readonly Found[]
  readonly current: Found | undefined
  readonly onChoose: (entry: Found) => void
}) {
  return (
    <div ref={props.listRef} id={props.listId} role="listbox" aria-label={t('見つかったもの')} className="palette-list">
      {props.found.map((entry) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field above listens to the keys of the list
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field; aria-activedescendant points here
        <div
          key={entry.value}
          id={`${props.listId}-${entry.value}`}
          role="option"
          aria-selected={entry === props.current}
          className="palette-entry"
          onClick={() => props.onChoose(entry)}
        >
          <span>{entry.label}</span>
          <span className="palette-kind">{entry.kind}</span>
        </div>
      ))}
    </div>
  )
}

function useFound(modules: readonly WebModule[], onAct: (act: QuickAct) => void, text: string): readonly Found[] {
  const open = useOpen()
  const asked = useDeferredValue(text.trim())
  const objects = useQuery({
    queryKey: ['found-objects', asked],
    queryFn: () => talk(`/api/kernel/found-objects?${new URLSearchParams({ text: asked })}`, foundObjects),
    enabled: asked !== '',
    retry: false,
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list of the modules does not change while the palette is open
  const places = useMemo(() => placesOf(modules, open, onAct), [modules])
  const named = (objects.data ?? []).map((object) => ({
    value: object.id,
    label: object.label,
    kind: t('名前から'),
    run: () => open(object.opens),
  }))
  const near = matchOptions(places, text, 12).flatMap((place) => places.filter((found) => found === place))
  return asked === '' ? near : [...near, ...named]
}

function placesOf(
  modules: readonly WebModule[],
  open: (path: string) => void,
  onAct: (act: QuickAct) => void,
): readonly Found[] {
  const screens = modules.flatMap((module) =>
    module.navigation.map((entry) => ({
      value: entry.to,
      label: t(entry.label),
      words: [entry.label, entry.to],
      kind: t('画面'),
      run: () => open(entry.to),
    })),
  )
  const acts = modules.flatMap((module) =>
    (module.palette ?? []).map((entry) => ({
      value: `act-${entry.label}`,
      label: t(entry.label),
      words: [entry.label, ...(entry.keywords ?? [])],
      kind: t('すること'),
      run: 'to' in entry ? () => open(entry.to) : entry.run,
    })),
  )
  const quick = modules.flatMap((module) =>
    (module.quick ?? []).map((act) => ({
      value: `quick-${act.label}`,
      label: t(act.label),
      words: [act.label, act.key],
      kind: t('すること'),
      run: () => onAct(act),
    })),
  )
  return [...screens, ...quick, ...acts]
}
