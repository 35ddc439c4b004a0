import { faceOf, says, send, showToast, t, useRefresh } from '@ennoshita/ui'
import { work } from '../../contract.ts'

type Versioned = { readonly kindId: string; readonly version: number; readonly name: string }

/** やめる and 戻す for one kind or many, each with the way back in the toast. */
export function useRetiring(): {
  retire: (kinds: readonly Versioned[]) => Promise<void>
  restore: (kinds: readonly Versioned[]) => Promise<void>
} {
  const refresh = useRefresh()

  async function each(kinds: readonly Versioned[], sendOne: (kind: Versioned) => Promise<{ version: number }>) {
    const done: Versioned[] = []
    for (const kind of kinds) {
      try {
        done.push({ ...kind, version: (await sendOne(kind)).version })
      } catch (error) {
        const face = faceOf(error)
        showToast(`${says(face.what)} ${says(face.todo)}`)
        break
      }
    }
    await refresh([work.inventoryRows, work.kindDetails, work.keyPersonList])
    return done
  }
  async function retire(kinds: readonly Versioned[]) {
    const done = await each(kinds, ({ kindId, version }) => send(work.retireKind, { kindId, version }))
    if (done.length > 0) showToast(sentence(done, 'retired'), { undo: () => void restore(done) })
  }
  async function restore(kinds: readonly Versioned[]) {
    const done = await each(kinds, ({ kindId, version }) => send(work.restoreKind, { kindId, version }))
    if (done.length > 0) showToast(sentence(done, 'restored'), { undo: () => void retire(done) })
  }
  return { retire, restore }
}

function sentence(kinds: readonly Versioned[], what: 'retired' | 'restored'): string {
  const name = kinds.length === 1 ? (kinds[0]?.name ?? '') : ''
  if (name !== '')
    return what === 'retired' ? t('「{name}」をやめました。', { name }) : t('「{name}」を戻しました。', { name })
  const count = kinds.length
  return what === 'retired'
    ? t('{count}件の業務をやめました。', { count })
    : t('{count}件の業務を戻しました。', { count })
}
