import { writeTableCsv, writeZip, type ZipFileToWrite } from '@ennoshita/formats'
import { type QueryContext, query, refuse, sql } from '@ennoshita/kernel/server'
import { documents } from '../contract.ts'
import { type DocumentKind, kindWords } from '../rules/document.ts'
import { foundBy } from './document-list.ts'

const mostDocuments = 1_000
const mostBytes = 200 * 1024 * 1024

type Row = {
  documentId: string
  kind: DocumentKind
  transactionOn: string | null
  amount: number | null
  partner: string
  note: string
  fileId: string
  fileName: string
  sha256: string
  bytes: number
  fileVersion: number
  keptAt: string
  discardReason: string | null
}

const head = [
  'ファイル名',
  '書類種別',
  '取引年月日',
  '取引金額',
  '取引先',
  'メモ',
  '版',
  '受領日時',
  'SHA-256',
  '削除理由',
]

/** Files in a ZIP beside a list of them, so that a tax inspector finds each by date, amount and partner (電子帳簿保存法施行規則4条1項). */
export const documentArchives = query(documents.documentArchives, {
  may: 'documents.export',
  leaves: 'documents.documents-exported',
  async run(context, { documentIds, ...filters }) {
    const { tx, now, today } = context
    const named = documentIds ? sql`d.id = any(${documentIds}::uuid[])` : sql`true`
    const found = await foundBy(context, documentIds ? { ...filters, includeDiscarded: true } : filters)
    const rows =
      await tx.rows<Row>`select d.id as "documentId", d.kind, d.transaction_on as "transactionOn", d.amount, d.partner, d.note, d.file_id as "fileId",
        d.file_name as "fileName", d.sha256, d.bytes, d.file_version as "fileVersion",
        to_char(d.kept_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI:SS') as "keptAt", d.discard_reason as "discardReason"
      from documents.document d where ${found} and ${named} order by d.sorted_on, d.id limit ${mostDocuments + 1}`
    refuseTooMuch(rows)
    const names = namesOf(rows)
    const files: ZipFileToWrite[] = []
    for (const [place, { fileId }] of rows.entries()) {
      const file = await context.readFile(fileId)
      if (!file) throw new Error(`The stored file ${fileId} is not there.`)
      files.push({ name: names[place] ?? '', bytes: file.bytes, modifiedOn: today })
    }
    const list = rows.map((row, place) => [
      ...[names[place], kindWords[row.kind].ja, row.transactionOn, row.amount, row.partner, row.note, row.fileVersion],
      ...[row.keptAt, row.sha256, row.discardReason ?? ''],
    ])
    const history = await historyOf(
      context,
      new Map(rows.map(({ documentId }, place) => [documentId, names[place] ?? ''])),
    )
    const bytes = writeZip([
      { name: '一覧.csv', bytes: writeTableCsv([head, ...list], { encoding: 'utf-8-bom' }), modifiedOn: today },
      {
        name: '訂正削除の履歴.csv',
        bytes: writeTableCsv([historyHead, ...history], { encoding: 'utf-8-bom' }),
        modifiedOn: today,
      },
      ...files,
    ])
    return { name: `書類_${now.slice(0, 10)}.zip`, mediaType: 'application/zip', content: { bytes } }
  },
})

const historyHead = ['ファイル名', '日時', '変更した人', '区分', '理由', '項目', '変更前', '変更後']
const deedWords = {
  corrected: '訂正',
  replaced: 'ファイルの差替え',
  discarded: '削除',
  restored: '削除の取消し',
} as const
const fieldWords: Readonly<Record<string, string>> = {
  ...{ kind: '書類種別', transactionOn: '取引年月日', amount: '取引金額', partner: '取引先', note: 'メモ' },
  ...{ departmentId: '部署', fileVersion: '版', fileName: '元のファイル名', sha256: 'SHA-256', discarded: '削除扱い' },
}

/** 訂正・削除の履歴 of these documents: a line for each field that changed, so that earlier values and files stay traceable. */
async function historyOf(
  { tx, actor }: QueryContext,
  names: ReadonlyMap<string, string>,
): Promise<(string | null)[][]> {
  const rows = await tx.rows<{
    documentId: string
    at: string
    by: string | null
    deed: keyof typeof deedWords
    reason: string
    before: Record<string, unknown>
    after: Record<string, unknown>
  }>`select c.document_id as "documentId", to_char(c.changed_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI:SS') as at, c.deed, c.reason, c.before, c.after,
      (select p.display_name from people.person_name p where p.company_id = c.company_id and p.person_id = c.changed_by) as by
    from documents.change c where c.company_id = ${actor.companyId} and c.document_id = any(${[...names.keys()]}::uuid[])
    order by c.document_id, c.place`
  const told = (value: unknown) => (value === null || value === undefined ? '' : String(value))
  return rows.flatMap(({ documentId, at, by, deed, reason, before, after }) =>
    Object.keys(after)
      .filter((field) => before[field] !== after[field])
      .map((field) => [
        ...[names.get(documentId) ?? '', at, by, deedWords[deed], reason, fieldWords[field] ?? field],
        ...[told(before[field]), told(after[field])],
      ]),
  )
}

/** Names that say what a file is, safe on every system, each once: 20261031_川辺野スチール_440000_請求書.pdf. */
function namesOf(rows: readonly Row[]): string[] {
  const taken = new Set<string>()
  return rows.map(({ transactionOn, partner, amount, kind, fileName }) => {
    const end = /\.[0-9A-Za-z]{1,5}$/.exec(fileName)?.[0].toLowerCase() ?? ''
    const parts = [
      (transactionOn ?? '日付なし').replaceAll('-', ''),
      [...partner].slice(0, 60).join('').trim(),
      amount ?? '',
      kindWords[kind].ja,
    ]
    const base = parts
      .filter((part) => part !== '')
      .join('_')
      .normalize('NFC')
      .replaceAll(/[\p{Cc}\\/:*?"<>|]/gu, '_')
    let name = `${base}${end}`
    for (let n = 2; taken.has(sameFile(name)); n += 1) name = `${base}_${n}${end}`
    taken.add(sameFile(name))
    return name
  })
}

/** Windows and macOS take names that differ in case or in the way of their accents for one file. */
const sameFile = (name: string): string => name.normalize('NFC').toLowerCase()

function refuseTooMuch(rows: readonly Row[]): void {
  const bytes = rows.reduce((sum, row) => sum + row.bytes, 0)
  if (rows.length > 0 && rows.length <= mostDocuments && bytes <= mostBytes) return
  const none = rows.length === 0
  refuse({
    kind: none ? 'not-found' : 'too-large',
    code: none ? 'documents.nothing-found' : 'documents.too-much',
    what: none
      ? { ja: '条件に合う書類がありません。', en: 'No document was found.' }
      : { ja: '一度に取り出せる量を超えています。', en: 'This is more than can be taken out at once.' },
    field: 'documentIds',
    rule: {
      says: {
        ja: '一度に取り出せるのは1,000件、200MBまでです。',
        en: 'At most 1,000 documents and 200 MB at once.',
      },
    },
    todo: { ja: '期間などの条件を変えてください。', en: 'Change the period or another filter.' },
  })
}
