import type { RefusalFace } from '@ennoshita/kernel'
import { newId } from '@ennoshita/kernel'
import { faceOf, send, uploadFile, useRefresh } from '@ennoshita/ui'
import { useRef, useState } from 'react'
import { documents } from '../../contract.ts'
import { documentViews } from '../document-words.ts'

/** One file on its way into the archive. */
export type Kept = {
  readonly key: string
  readonly name: string
  readonly state: 'waiting' | 'sending' | 'kept' | 'refused' | 'undone'
  readonly documentId?: string
  /** Documents that hold the very same file: one is asked what to do. */
  readonly twins?: readonly string[]
  readonly face?: RefusalFace
}

/** Keeps files one after the other; one that is refused does not stop the others, and one may leave the screen to them. */
export function useKeeping() {
  const refresh = useRefresh()
  const [files, setFiles] = useState<readonly Kept[]>([])
  const turn = useRef<Promise<void>>(Promise.resolve())
  const change = (key: string, some: Partial<Kept>) =>
    setFiles((before) => before.map((each) => (each.key === key ? { ...each, ...some } : each)))

  async function keepOne(key: string, file: File) {
    change(key, { state: 'sending' })
    try {
      const { fileId } = await uploadFile(file)
      const answer = await send(documents.keepDocuments, { files: [{ fileId }] })
      const [kept] = answer.documents
      if (kept !== undefined) change(key, { state: 'kept', documentId: kept.documentId, twins: kept.twinDocumentIds })
    } catch (error) {
      change(key, { state: 'refused', face: faceOf(error) })
    }
  }
  function keep(given: readonly File[]) {
    const fresh = given.map((file) => ({ key: newId(), file }))
    setFiles((before) => [
      ...before.filter(({ state }) => state !== 'undone'),
      ...fresh.map(({ key, file }): Kept => ({ key, name: file.name, state: 'waiting' })),
    ])
    turn.current = turn.current.then(async () => {
      for (const { key, file } of fresh) await keepOne(key, file)
      await refresh(documentViews)
    })
  }
  /** The file was kept already: this one is discarded, with the reason. */
  async function undo({ key, documentId }: Kept, reason: string) {
    if (documentId === undefined) return
    try {
      await send(documents.discardDocument, { documentId, reason })
      change(key, { state: 'undone', twins: [] })
      await refresh(documentViews)
    } catch (error) {
      change(key, { face: faceOf(error) })
    }
  }
  return { files, keep, undo, accept: (key: string) => change(key, { twins: [] }), clear: () => setFiles([]) }
}

export type Keeping = ReturnType<typeof useKeeping>
