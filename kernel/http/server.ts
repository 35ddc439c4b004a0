import helmet from '@fastify/helmet'
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify'
import type { Office } from '../command/office.ts'
import { Refusal } from '../command/refusal.ts'
import { addDerivedRoutes } from './derived-routes.ts'
import type { Door, HttpSettings } from './door.ts'
import { errorAnswer } from './errors.ts'
import { addFileRoutes } from './file-routes.ts'
import { addFirstRunRoutes } from './first-run-routes.ts'
import { openLimiter } from './limiter.ts'
import { openMetrics } from './metrics.ts'
import { openApiOf } from './open-api.ts'
import { addPasswordRoutes } from './password-routes.ts'
import { addSessionRoutes, addTwoFactorRoutes } from './session-routes.ts'
import { addWatchRoutes } from './watch-routes.ts'
import { addWebFiles } from './web-files.ts'

/** The largest JSON body, in bytes: 1 MB. */
const largestBody = 1024 * 1024

/** Builds the HTTP server of an office: every command and query, sign-in, files, screens. The caller listens and closes. */
export async function openHttpServer(office: Office, settings: HttpSettings): Promise<FastifyInstance> {
  const minute = 60_000
  const door: Door = {
    office,
    settings,
    metrics: openMetrics(),
    limits: {
      api: openLimiter(settings.apiPerMinute ?? 1_200, minute),
      signIn: openLimiter(30, 5 * minute),
      failures: openLimiter(5, 5 * minute),
      letters: openLimiter(5, 60 * minute),
    },
  }
  const server = Fastify({
    logger: false,
    bodyLimit: largestBody,
    trustProxy: settings.behindProxy ? 'loopback' : false,
    requestTimeout: 60_000,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (cause, _, reply) => {
      const { status, face } = errorAnswer(cause)
      reply.hijack()
      reply.raw
        .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
        .end(JSON.stringify({ error: face }))
    },
  })
  await addHeaders(server, settings)
  addHooks(server, door)
  addErrors(server, door)
  await addFileRoutes(server, door)
  addSessionRoutes(server, door)
  addTwoFactorRoutes(server, door)
  addPasswordRoutes(server, door)
  addFirstRunRoutes(server, door)
  addDerivedRoutes(server, door)
  const openApi = JSON.stringify(openApiOf(office, settings.build))
  server.get('/api/openapi.json', (_, reply) => reply.type('application/json').send(openApi))
  addWatchRoutes(server, door)
  await addWebFiles(server, settings.webFolder)
  return server
}

async function addHeaders(server: FastifyInstance, settings: HttpSettings): Promise<void> {
  const https = settings.address.startsWith('https:')
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
        // the one style element that react-aria writes into the page: touch-action of what can be pressed
        styleSrc: ["'self'", "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"],
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        workerSrc: ["'self'", 'blob:'],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    frameguard: { action: 'deny' },
    strictTransportSecurity: https ? { maxAge: 31_536_000 } : false,
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
    referrerPolicy: { policy: 'no-referrer' },
  })
}

function addHooks(server: FastifyInstance, door: Door): void {
  server.addHook('onRequest', async (request, reply) => {
    if (!request.url.startsWith('/api/')) return
    reply.header('cache-control', 'no-store')
    // a whole office may stand behind one address: who is signed in counts alone
    door.limits.api.take(door.settings.signIn.tokenOf(request.headers.cookie) ?? request.ip)
    if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method)) refuseForeign(request, door.settings.address)
  })
  server.addHook('onResponse', async (request, reply) => {
    const route = `${request.method} ${request.routeOptions.url ?? 'unknown'}`
    door.metrics.observe(route, reply.elapsedTime / 1000)
    if (request.url.startsWith('/api/'))
      door.settings.log.info({ route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) })
  })
}

/** CSRF: a page of another site can neither set this header without asking nor hide where it comes from. */
function refuseForeign(request: FastifyRequest, address: string): void {
  const site = request.headers['sec-fetch-site']
  const { origin } = request.headers
  const own =
    origin === undefined || origin === new URL(address).origin || URL.parse(origin)?.host === request.headers.host
  if (
    request.headers['x-ennoshita'] === '1' &&
    own &&
    (site === undefined || site === 'same-origin' || site === 'none')
  )
    return
  throw new Refusal({
    kind: 'not-allowed',
    code: 'kernel.cross-site',
    what: { ja: 'ほかのサイトからの操作は受け付けません。', en: 'Requests from other sites are refused.' },
    field: 'x-ennoshita',
    rule: {
      says: {
        ja: '変更の依頼には、ヘッダー x-ennoshita: 1 と同じ生成元が要ります。',
        en: 'A change needs the header x-ennoshita: 1 and the same origin.',
      },
    },
    todo: { ja: '縁の下の画面から操作してください。', en: 'Use the screens of Ennoshita, or send the header.' },
  })
}

function addErrors(server: FastifyInstance, door: Door): void {
  server.setErrorHandler(async (cause, request, reply) => {
    const { status, face, fault } = errorAnswer(cause)
    const route = request.routeOptions.url ?? 'unknown'
    if (fault) {
      door.metrics.count('faults', { route })
      door.settings.log.error({ route, fault: fault.id, says: fault.says }, 'a fault')
    } else door.metrics.count('refusals', { route, kind: face.kind, code: face.code })
    if (reply.sent) return
    reply.removeHeader('content-disposition')
    return reply.status(status).type('application/json; charset=utf-8').send({ error: face })
  })
}
