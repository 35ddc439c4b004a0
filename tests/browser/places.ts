import { modules } from '../../apps/web/modules.ts'
import { type Desk, look, say } from './desk-of.ts'

/** One address of the program, as the manifests of the screens name it. */
export type Place = { readonly name: string; readonly path: string }

/** Every address in the navigation, among the routes, and in the list of Ctrl+K; each once. */
export function places(): Place[] {
  const all = modules.flatMap((module) => [
    ...module.routes.map(({ title, path }) => ({ name: title, path })),
    ...module.navigation.map(({ label, to }) => ({ name: label, path: to })),
    ...(module.palette ?? []).flatMap((entry) => ('to' in entry ? [{ name: entry.label, path: entry.to }] : [])),
  ])
  return [...new Map(all.map((place) => [place.path, place])).values()]
}

/** Where an id comes from when an address has a part for it: the first that a list of the program names. */
const sources: Readonly<Record<string, (desk: Desk) => Promise<unknown>>> = {
  '/work/tasks/$taskId': (desk) => first(desk, '/api/work/task-list', 'taskId'),
  '/work/kinds/$kindId': (desk) => first(desk, '/api/work/inventory-rows?text=年末調整', 'kindId'),
  '/work/report/$reportId': async (desk) => {
    const own = () => first(desk, '/api/work/my-reports', 'reportId')
    if ((await own()) === undefined) await say(desk, '/api/work/draft-report', { month: '2026-10-01' })
    return own()
  },
  '/people/$personId': (desk) => first(desk, '/api/people/people-list', 'personId'),
  '/people/imports/$importId': async (desk) => {
    const rows = [
      ['氏名', 'フリガナ', '入社年月日'],
      ['花水木 一', 'ハナミズキ ハジメ', '2026/4/1'],
    ]
    const staged = await say(desk, '/api/people/stage-people-import', {
      fileName: '名簿.csv',
      rows,
      fromOn: '2026-04-01',
    })
    return find(staged, 'importId')
  },
  '/organisation/$departmentId': (desk) => first(desk, '/api/people/departments', 'departmentId'),
  '/history/$objectId': (desk) => first(desk, '/api/work/task-list', 'taskId'),
  '/desk/requests/$requestId': (desk) => first(desk, '/api/desk/requests-waiting', 'requestId'),
  '/desk/messages/$messageId': (desk) => first(desk, '/api/desk/messages?whose=all&settled=true', 'messageId'),
  '/desk/notices/$noticeId': (desk) => first(desk, '/api/desk/notices', 'noticeId'),
  '/desk/templates/$templateId': (desk) => first(desk, '/api/desk/templates', 'templateId'),
  '/desk/collections/$collectionId': (desk) => first(desk, '/api/desk/collections', 'collectionId'),
}

/** The address with its ids. Throws where nobody has said yet where the id of a new route is found. */
export async function addressOf(desk: Desk, { path }: Place): Promise<string> {
  const part = /\$\w+/.exec(path)?.[0]
  if (part === undefined) return path
  const source = sources[path]
  if (source === undefined) throw new Error(`tests/browser/places.ts: say where ${part} of ${path} is found`)
  const id = await source(desk)
  if (typeof id !== 'string') throw new Error(`${path}: the sample company has none`)
  return path.replace(part, id)
}

const first = async (desk: Desk, path: string, key: string) => find(await look(desk, path), key)

/** The first value under this key, however deep it stands. */
function find(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  const here = Object.entries(value).find(([name, inner]) => name === key && typeof inner === 'string')
  if (here) return here[1]
  for (const inner of Object.values(value)) {
    const found = find(inner, key)
    if (found !== undefined) return found
  }
  return undefined
}
