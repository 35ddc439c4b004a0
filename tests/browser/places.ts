import { modules } from '../../apps/web/modules.ts'
import { type Desk, handOver, look, say } from './desk-of.ts'

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
  '/vendors/$vendorId': async (desk) => {
    const known = await first(desk, '/api/payables/vendor-list?limit=1', 'vendorId')
    return known ?? find(await say(desk, '/api/payables/add-vendor', { name: '株式会社川辺野スチール' }), 'vendorId')
  },
  '/vendors/imports/$importId': async (desk) => {
    const rows = [
      ['取引先名', '登録番号'],
      ['糸杉リース株式会社', 'T7000012050002'],
    ]
    const staged = await say(desk, '/api/payables/stage-vendor-import', { fileName: '取引先.csv', rows })
    return find(staged, 'importId')
  },
  '/payments/$runId': (desk) => first(desk, '/api/payables/payment-runs', 'runId'),
  '/invoices/$invoiceId': invoice,
  '/invoices/$invoiceId/history': invoice,
  '/history/$objectId': (desk) => first(desk, '/api/work/task-list', 'taskId'),
  '/desk/requests/$requestId': (desk) => first(desk, '/api/desk/requests-waiting', 'requestId'),
  '/desk/messages/$messageId': (desk) => first(desk, '/api/desk/messages?whose=all&settled=true', 'messageId'),
  '/desk/notices/$noticeId': (desk) => first(desk, '/api/desk/notices', 'noticeId'),
  '/desk/templates/$templateId': (desk) => first(desk, '/api/desk/templates', 'templateId'),
  '/desk/collections/$collectionId': (desk) => first(desk, '/api/desk/collections', 'collectionId'),
  '/approvals/$matterId': (desk) => first(desk, '/api/approvals/waiting-approvals', 'matterId'),
  '/ledgers/$accountId': async (desk) => find(await accountsOf(desk), 'accountId'),
  '/journals/$journalId': async (desk) => {
    const own = () => first(desk, '/api/ledger/journal-list', 'journalId')
    const known = await own()
    if (known !== undefined) return known
    const [debit, credit] = await accountsOf(desk)
    const line = (account: Account | undefined, side: string) => ({ accountId: account?.accountId, side, amount: 1200 })
    const lines = [line(debit, 'debit'), line(credit, 'credit')]
    await say(desk, '/api/ledger/post-journal', { postedOn: '2026-11-20', description: '両替', lines })
    return own()
  },
  '/documents/$documentId': async (desk) => {
    const own = () => first(desk, '/api/documents/document-list', 'documentId')
    const known = await own()
    if (known !== undefined) return known
    const fileId = find(await handOver(desk, { name: '請求書.png', mimeType: 'image/png', buffer: picture }), 'fileId')
    await say(desk, '/api/documents/keep-documents', { files: [{ fileId, partner: '株式会社みなと電機' }] })
    return own()
  },
}

type Account = { readonly accountId: string; readonly subAccounts: string }

/** The accounts that take lines without a sub-account; the standard chart is adopted where there is none. */
async function accountsOf(desk: Desk): Promise<readonly Account[]> {
  const all = () => look(desk, '/api/ledger/account-list') as Promise<readonly Account[]> // as: the answer of this query
  if ((await all()).length === 0) await say(desk, '/api/ledger/adopt-chart', {})
  return (await all()).filter(({ subAccounts }) => subAccounts !== 'required')
}

/** One white pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8////fwAJ+wP+uTf3mwAAAABJRU5ErkJggg==',
  'base64',
)

/** An invoice that waits or was decided, else any; a company without invoices registers a draft. */
async function invoice(desk: Desk): Promise<unknown> {
  const submitted = await first(desk, '/api/payables/invoice-list?state=submitted&limit=1', 'invoiceId')
  const any = submitted ?? (await first(desk, '/api/payables/invoice-list?limit=1', 'invoiceId'))
  return any ?? find(await say(desk, '/api/payables/register-invoice', { vendorNumber: 'A-1' }), 'invoiceId')
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
