import multipart, { type MultipartFile } from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'
import { Refusal } from '../command/refusal.ts'
import { enterFile, storeContent } from '../files/file-store.ts'
import { inTransaction } from '../sql/database.ts'
import { actorOf, type Door } from './door.ts'

/** The largest file, in bytes: 20 MB. */
export const largestFile = 20 * 1024 * 1024

/** Upload of one file: its bytes are on the disk before its row commits; a command then records it, or the sweeper takes it. */
export async function addFileRoutes(server: FastifyInstance, door: Door): Promise<void> {
  await server.register(multipart, { limits: { files: 1, fields: 5, fileSize: largestFile }, throwFileSizeLimit: true })
  server.post('/api/files', { bodyLimit: largestFile + 65_536 }, async (request) => {
    const actor = await actorOf(door, request)
    if (!request.isMultipart()) throw new Refusal(noFile)
    const part = await request.file()
    if (!part) throw new Refusal(noFile)
    const content = await storeContent(door.settings.filesFolder, whole(part.file, server))
    return inTransaction(door.office.database.app, async (tx) => {
      await tx.run`select set_config('ennoshita.company', ${actor.companyId}, true)`
      return enterFile(tx, actor.companyId, content, {
        name: (part.filename || 'file')
          .normalize('NFC')
          .replaceAll(/[\p{Cc}/\\]/gu, '_')
          .slice(-200),
        mediaType: /^[\w.+-]{1,60}\/[\w.+-]{1,100}$/.test(part.mimetype) ? part.mimetype : 'application/octet-stream',
        storedBy: actor.personId,
      })
    })
  })
}

/** The parts of a file, failing when it breaks off, is cut off at the largest size or holds nothing. */
async function* whole(file: MultipartFile['file'], server: FastifyInstance): AsyncGenerator<Uint8Array> {
  let bytes = 0
  try {
    for await (const part of file) {
      bytes += part.length
      yield part
    }
  } catch (cause) {
    throw cause instanceof Error && 'statusCode' in cause ? cause : new Refusal(brokenOff)
  }
  if (file.truncated) throw new server.multipartErrors.RequestFileTooLargeError()
  if (bytes === 0) throw new Refusal(emptyFile)
}

const noFile = {
  kind: 'bad-input',
  code: 'kernel.no-file',
  what: { ja: 'ファイルが送られていません。', en: 'No file was sent.' },
  field: 'file',
  todo: { ja: 'ファイルを一つ選んで、もう一度お送りください。', en: 'Send one file as multipart/form-data.' },
} as const

const emptyFile = {
  kind: 'bad-input',
  code: 'kernel.empty-file',
  what: { ja: 'ファイルが空です（0バイト）。', en: 'The file is empty (0 bytes).' },
  field: 'file',
  todo: {
    ja: '保存されているか確かめ、もう一度お送りください。',
    en: 'Check that it was saved and send it again.',
  },
} as const

const brokenOff = {
  kind: 'bad-input',
  code: 'kernel.broken-off',
  what: {
    ja: 'ファイルの送信が途中で切れました。何も保存していません。',
    en: 'The upload broke off; nothing was kept.',
  },
  field: 'file',
  todo: { ja: 'もう一度お送りください。', en: 'Send it again.' },
} as const
