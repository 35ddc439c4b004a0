import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal, refuseNotFound } from '../command/refusal.ts'

/** The built web application: files named by their content are kept for a year, the page itself is asked for anew. */
export async function addWebFiles(server: FastifyInstance, folder: string | undefined): Promise<void> {
  const root = folder && existsSync(folder) ? folder : undefined
  if (root) {
    await server.register(fastifyStatic, {
      root,
      index: 'index.html',
      wildcard: false,
      cacheControl: false,
      setHeaders(reply, path) {
        const named = path.startsWith(join(root, 'assets'))
        reply.header('cache-control', named ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  server.setNotFoundHandler((request, reply) => answerUnknown(request, reply, root))
}

/** A page of the application opens by any path; anything else that is not there is said to be so. */
function answerUnknown(request: FastifyRequest, reply: FastifyReply, root: string | undefined): FastifyReply {
  const [path = ''] = request.url.split('?')
  const isPage = request.method === 'GET' && !path.startsWith('/api/') && !/\.\w+$/.test(path)
  if (!isPage) {
    if (path.startsWith('/api/')) throw new Refusal(unknownRoute)
    refuseNotFound({ ja: 'ページ', en: 'page' })
  }
  if (root) return reply.sendFile('index.html')
  return reply
    .status(503)
    .type('text/plain; charset=utf-8')
    .send('画面を準備しています。少し待って開き直してください。\nThe screens are being built. Reload in a moment.\n')
}

const unknownRoute = {
  kind: 'not-found',
  code: 'kernel.unknown-route',
  what: { ja: 'その名前の操作はありません。', en: 'There is no command or query of this name.' },
  rule: { says: { ja: '操作の一覧は /api/openapi.json にあります。', en: 'All are listed in /api/openapi.json.' } },
  todo: { ja: '名前とメソッド（GET / POST）を確かめてください。', en: 'Check the name and the method (GET or POST).' },
} as const
