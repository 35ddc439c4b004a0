import { query, refuse } from '@ennoshita/kernel/server'
import { documents } from '../contract.ts'
import { type DocumentKind, kindWords } from '../rules/document.ts'
import { foundBy } from './document-list.ts'

const mostRows = 100_000

const header = [
  ...['取引年月日', '書類種別', '取引先', '取引金額', 'メモ', '部門', 'ファイル名', '版', '保存日時', '保存した人'],
  ...['SHA-256', '削除理由'],
]

type Row = {
  kind: DocumentKind
  transactionOn: string | null
  amount: number | null
  partner: string
  note: string
  department: string | null
  fileName: string
  fileVersion: number
  keptAt: string
  keptBy: string | null
  sha256: string
  discardReason: string | null
}

/** What a tax inspector asks for: all that the search finds, as one list (電子帳簿保存法施行規則4条1項, ダウンロードの求め). */
export const documentExports = query(documents.documentExports, {
  may: 'documents.export',
  leaves: 'documents.list-exported',
  async run(context, filters) {
    const { tx, actor, today } = context
    const company = actor.companyId
    const rows = await tx.rows<Row>`
      select d.kind, d.transaction_on as "transactionOn", d.amount, d.partner, d.note, t.name as department, d.file_name as "fileName",
        d.file_version as "fileVersion", to_char(d.kept_at at time zone 'Asia/Tokyo', 'YYYY-MM-DD HH24:MI:SS') as "keptAt",
        p.display_name as "keptBy", d.sha256, d.discard_reason as "discardReason"
      from documents.document d left join people.department_on(${company}, ${today}) t on t.id = d.department_id
        left join people.person_name p on p.company_id = d.company_id and p.person_id = d.kept_by
      where ${await foundBy(context, filters)} order by d.sorted_on desc, d.id desc limit ${mostRows + 1}`
    if (rows.length > mostRows) refuseTooLong()
    return {
      name: `書類一覧_${today.replaceAll('-', '')}`,
      header,
      rows: rows.map((row) => [
        row.transactionOn === null ? '' : { date: row.transactionOn },
        ...[kindWords[row.kind].ja, row.partner, row.amount, row.note, row.department ?? '', row.fileName],
        ...[row.fileVersion, row.keptAt, row.keptBy ?? '', row.sha256, row.discardReason ?? ''],
      ]),
    }
  },
})

function refuseTooLong(): never {
  refuse({
    kind: 'too-large',
    code: 'documents.export-too-long',
    what: { ja: '一度に書き出せる件数を超えています。', en: 'This is more than can be written at once.' },
    field: 'untilOn',
    rule: { says: { ja: '一度に書き出せるのは10万件までです。', en: 'At most 100,000 documents at once.' } },
    todo: { ja: '期間を分けて書き出してください。', en: 'Export shorter periods one after the other.' },
  })
}
