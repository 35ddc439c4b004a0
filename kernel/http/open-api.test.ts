import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHttp, type TestHttp } from './test.ts'

let http: TestHttp
beforeAll(async () => {
  http = await openTestHttp()
})
afterAll(() => http.close())

test('the description of the interface is OpenAPI 3.1 and names every route once', async () => {
  const answer = await http.get('/api/openapi.json')
  const document = answer.json()
  expect(document.openapi).toBe('3.1.0')
  const described = Object.entries<object>(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  )
  const served = routesOf(http.server.printRoutes({ commonPrefix: false })).filter(
    (route) => /^(GET|POST) \/api\//.test(route) && route !== 'GET /api/openapi.json',
  )
  expect(served.length).toBeGreaterThan(30)
  expect(described.toSorted()).toEqual(served.toSorted())
})

test('every reference leads somewhere, every operation has its own name, its answers and the one shape of errors', async () => {
  const text = (await http.get('/api/openapi.json')).body
  const document = JSON.parse(text)
  const names = new Set(Object.keys(document.components.schemas))
  const references = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? '')
  expect(references.filter((each) => !names.has(each.replace('#/components/schemas/', '')))).toEqual([])
  const operations = Object.values<Record<string, { operationId: string; responses: object }>>(document.paths).flatMap(
    (methods) => Object.values(methods),
  )
  expect(new Set(operations.map((each) => each.operationId)).size).toBe(operations.length)
  for (const operation of operations) expect(Object.keys(operation.responses)).toEqual(['200', 'default'])
  expect(document.components.schemas['notebook.write-note.input']).toMatchObject({
    type: 'object',
    required: ['text'],
    additionalProperties: false,
  })
  expect(document.paths['/api/kernel/members'].get.parameters.map((each: { name: string }) => each.name)).toEqual([
    'x-company',
    'x-on-behalf-of',
    'x-post',
    'offset',
    'limit',
  ])
})

/** The routes in the router's drawing of itself, a tree of path segments four columns deep. */
function routesOf(drawing: string): string[] {
  const above: string[] = []
  return drawing.split('\n').flatMap((line) => {
    const [, indent = '', segment = '', methods = ''] = /^((?:[│ ] {3})*)[├└]── (\S*)(?: \(([^)]+)\))?/.exec(line) ?? []
    above.length = indent.length / 4
    above.push(segment)
    return methods === '' ? [] : methods.split(', ').map((method) => `${method} ${above.join('')}`)
  })
}
