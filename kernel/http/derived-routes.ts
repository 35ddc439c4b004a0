import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { logSecurity } from '../access/security-log.ts'
import type { Command, Query } from '../command/command.ts'
import { type Download, download } from '../command/download.ts'
import { Refusal } from '../command/refusal.ts'
import { runCommand } from '../command/run-command.ts'
import { runQuery } from '../command/run-query.ts'
import { openFile } from '../files/file-store.ts'
import type { Actor } from '../permission/actor.ts'
import { inTransaction } from '../sql/database.ts'
import { actorOf, type Door, orderOf } from './door.ts'
import { inputOfQueryString } from './query-string.ts'

/** The path of a command or query: `work.add-task` is `/api/work/add-task`. */
export function pathOf(name: string): string {
  return `/api/${name.replace('.', '/')}`
}

/** Makes a route of every command (POST) and query (GET) of the office; commands the program keeps for itself get none. */
export function addDerivedRoutes(server: FastifyInstance, door: Door): void {
  for (const command of door.office.commands.values()) if (!command.internal) addCommand(server, door, command)
  for (const query of door.office.queries.values()) addQuery(server, door, query)
}

function addCommand(server: FastifyInstance, door: Door, command: Command): void {
  const limit = command.largestInputBytes === undefined ? {} : { bodyLimit: command.largestInputBytes }
  server.post(pathOf(command.contract.name), limit, async (request, reply) => {
    const order = orderOf(request)
    const actor = await actorOf(door, request)
    const answer = await noting(door, actor, request.ip, command.contract.name, () =>
      runCommand(door.office, command.contract, actor, request.body ?? {}, {
        ...(order['x-request-id'] ? { requestId: order['x-request-id'] } : {}),
        dryRun: order['x-dry-run'],
      }),
    )
    door.metrics.count('commands', { name: command.contract.name, dry_run: String(order['x-dry-run']) })
    if (order['x-dry-run']) reply.header('x-dry-run', 'true')
    return reply.send(answer)
  })
}

function addQuery(server: FastifyInstance, door: Door, query: Query): void {
  const { contract } = query
  server.get(pathOf(contract.name), async (request, reply) => {
    const actor = await actorOf(door, request)
    const input = inputOfQueryString(contract.input, request.query)
    const answer = await noting(door, actor, request.ip, contract.name, () =>
      runQuery(door.office, contract, actor, input),
    )
    door.metrics.count('queries', { name: contract.name })
    if (contract.answer !== download) return reply.send(answer)
    const file = download.parse(answer)
    return reply.send(await openContent(door, actor, headFor(reply, file), file.content))
  })
}

/** Writes a refusal of rights into the security log before it goes out. */
async function noting<Answer>(
  door: Door,
  actor: Actor,
  address: string,
  name: string,
  work: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof Refusal && cause.face.kind === 'not-allowed') {
      const { companyId, personId } = actor
      await logSecurity(door.office, { kind: 'refused', companyId, personId, detail: name, address })
    }
    throw cause
  }
}

function headFor(reply: FastifyReply, file: Download): (bytes: number) => void {
  reply
    .type(file.mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`)
  return (bytes) => void reply.header('content-length', bytes)
}

async function openContent(
  door: Door,
  actor: Actor,
  tellLength: (bytes: number) => void,
  content: Download['content'],
): Promise<string | Readable> {
  if ('text' in content) return content.text
  if ('bytes' in content) return Readable.from([Buffer.from(content.bytes)])
  const stored = await inTransaction(door.office.database.app, async (tx) => {
    await tx.run`select set_config('ennoshita.company', ${actor.companyId}, true)`
    return openFile(tx, door.settings.filesFolder, actor.companyId, content.fileId)
  })
  if (!stored) throw new Error(`The stored file ${content.fileId} is not there.`)
  tellLength(stored.bytes)
  return stored.content
}
