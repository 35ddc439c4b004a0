import { z } from 'zod'
import { download } from '../command/download.ts'
import type { Office } from '../command/office.ts'
import { pathOf } from './derived-routes.ts'
import { type FixedRoute, fixedRoutes } from './fixed-routes.ts'

type Json = Readonly<Record<string, unknown>>

/**
 * The OpenAPI 3.1 description of every route, made from the same list as the routes themselves. Schemas are named by their
 * command or query: `work.add-task.input`, `work.add-task.answer`.
 */
export function openApiOf(office: Office, build: string): Json {
  const commands = [...office.commands.values()].filter((command) => !command.internal)
  const queries = [...office.queries.values()]
  const inputs = namesOf([...commands, ...queries].map(({ contract }) => [`${contract.name}.input`, contract.input]))
  const answers = namesOf(
    [...commands, ...queries]
      .filter(({ contract }) => contract.answer !== download)
      .map(({ contract }) => [`${contract.name}.answer`, contract.answer]),
  )
  const inputSchemas = schemasOf(inputs, 'input')
  const paths: Record<string, Json> = {}
  for (const { contract, may } of commands) {
    paths[pathOf(contract.name)] = {
      post: {
        ...faceOf(contract.name, contract.says, may),
        parameters: [...orderParameters, ...commandParameters],
        requestBody: { required: true, content: { 'application/json': { schema: refTo(inputs, contract.input) } } },
        responses: { 200: jsonResponse(refTo(answers, contract.answer)), default: errorResponse },
      },
    }
  }
  for (const { contract, may } of queries) {
    paths[pathOf(contract.name)] = {
      get: {
        ...faceOf(contract.name, contract.says, may),
        parameters: [...orderParameters, ...parametersOf(inputSchemas[inputs.get(contract.input) ?? ''])],
        responses: {
          200: contract.answer === download ? fileResponse : jsonResponse(refTo(answers, contract.answer)),
          default: errorResponse,
        },
      },
    }
  }
  for (const route of fixedRoutes) paths[route.path] = { ...paths[route.path], [route.method]: operationOf(route) }
  return {
    openapi: '3.1.0',
    info: {
      title: '縁の下 / Ennoshita',
      version: build,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    paths,
    components: { schemas: { ...inputSchemas, ...schemasOf(answers, 'output'), Error: errorSchema } },
  }
}

/** One name for each schema; a schema used twice keeps its first name. */
function namesOf(pairs: readonly (readonly [string, z.ZodType])[]): Map<z.ZodType, string> {
  const names = new Map<z.ZodType, string>()
  for (const [name, schema] of pairs) if (!names.has(schema)) names.set(schema, name)
  return names
}

function schemasOf(names: ReadonlyMap<z.ZodType, string>, io: 'input' | 'output'): Record<string, Json> {
  return Object.fromEntries(
    [...names].map(([schema, name]) => {
      const { $schema: _, ...written } = z.toJSONSchema(schema, { io, unrepresentable: 'any', reused: 'inline' })
      return [name, written]
    }),
  )
}

function refTo(names: ReadonlyMap<z.ZodType, string>, schema: z.ZodType): Json {
  return { $ref: `#/components/schemas/${names.get(schema)}` }
}

function faceOf(name: string, says: { ja: string; en: string }, may: string): Json {
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: `${says.ja} / ${says.en}`,
    description: `Permission: ${may}`,
  }
}

/** The fields of a query's input as parameters; lists and objects are written as JSON. */
function parametersOf(schema: Json | undefined): Json[] {
  const required = Array.isArray(schema?.required) ? schema.required : []
  const properties = schema?.properties
  if (typeof properties !== 'object' || properties === null) return []
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(isPlain(each) ? { schema: each } : { content: { 'application/json': { schema: each } } }),
  }))
}

function isPlain(schema: unknown): boolean {
  return (
    typeof schema === 'object' &&
    schema !== null &&
    'type' in schema &&
    schema.type !== 'object' &&
    schema.type !== 'array'
  )
}

function operationOf(route: FixedRoute): Json {
  return {
    operationId: route.name,
    tags: ['session'],
    summary: `${route.says.ja} / ${route.says.en}`,
    parameters: route.method === 'post' ? commandParameters.slice(0, 1) : [],
    ...(route.body ? { requestBody: { required: true, content: route.body } } : {}),
    responses: { 200: { description: 'OK', content: route.answer }, default: errorResponse },
  }
}

const header = (name: string, says: string, schema: Json, required = false) => ({
  name,
  in: 'header',
  required,
  description: says,
  schema,
})

const uuid = { type: 'string', format: 'uuid' }
const orderParameters = [
  header('x-company', 'The company; may be left out by a member of one company only.', uuid),
  header('x-on-behalf-of', 'The person for whom a deputy acts.', uuid),
  header('x-post', 'The post in which the person acts.', uuid),
]
const commandParameters = [
  header('x-ennoshita', 'Says that the request was meant (CSRF).', { const: '1' }, true),
  header('x-request-id', 'The same request is carried out once.', uuid),
  header('x-dry-run', 'Does everything and keeps nothing.', { type: 'string', enum: ['true', 'false'] }),
]

const jsonResponse = (schema: Json) => ({ description: 'OK', content: { 'application/json': { schema } } })
const fileResponse = { description: 'The file', content: { 'application/octet-stream': {} } }
const errorResponse = {
  description: 'What happened, the field, the rule and what to do',
  content: {
    'application/json': {
      schema: { type: 'object', properties: { error: { $ref: '#/components/schemas/Error' } }, required: ['error'] },
    },
  },
}
const words = { type: 'object', properties: { ja: { type: 'string' }, en: { type: 'string' } }, required: ['ja', 'en'] }
const errorSchema = {
  type: 'object',
  required: ['kind', 'code', 'what', 'todo'],
  properties: {
    kind: {
      enum: ['bad-input', 'not-signed-in', 'not-allowed', 'not-found', 'conflict', 'too-large', 'too-many', 'fault'],
    },
    code: { type: 'string' },
    what: words,
    field: { type: 'string' },
    rule: { type: 'object', properties: { says: words, source: { type: 'string' } }, required: ['says'] },
    todo: words,
  },
}
