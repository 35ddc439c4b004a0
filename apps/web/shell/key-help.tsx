import type { WebModule } from '@ennoshita/ui'
import { Dialog, KeyHint, t, useBoundKeys } from '@ennoshita/ui'

/** `?`: the keys that work on this screen, and those that work everywhere. */
export function KeyHelp(props: {
  readonly modules: readonly WebModule[]
  readonly isOpen: boolean
  readonly onClose: () => void
}) {
  const bound = useBoundKeys()
  const keys = new Map<string, string>()
  for (const binding of bound) keys.set(spelt(binding.key), binding.says)
  for (const [key, says] of everywhere()) if (!keys.has(key)) keys.set(key, says)
  for (const entry of props.modules.flatMap((module) => module.navigation))
    if (entry.keys !== undefined) keys.set(entry.keys.toUpperCase(), t('{place}へ', { place: t(entry.label) }))
  return (
    <Dialog title={t('キーボードの使い方')} isOpen={props.isOpen} onClose={props.onClose} width="medium">
      <dl className="key-list">
        {[...keys].map(([key, says]) => [
          <dt key={`${key}-key`}>
            <KeyHint keys={key} />
            <span className="only-read-out">{key}</span>
          </dt>,
          <dd key={`${key}-says`}>{says}</dd>,
        ])}
      </dl>
    </Dialog>
  )
}

function everywhere(): readonly (readonly [string, string])[] {
  return [
    ['↑ ↓', t('行を移る')],
    ['Enter', t('行を開く。入力中は次の欄へ')],
    ['Space', t('行を選ぶ')],
    ['Ctrl Enter', t('保存する')],
    ['Esc', t('閉じる')],
  ]
}

function spelt(key: string): string {
  if (key.startsWith('Ctrl+')) return `Ctrl ${key.slice(5).toUpperCase()}`
  return key === 'ArrowDown' ? '↓' : key.toUpperCase()
}
