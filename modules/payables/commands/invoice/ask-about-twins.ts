import { type Actor, refuse, type Tx } from '@ennoshita/kernel/server'
import type { InvoiceTwin } from '../../contract.ts'
import { type TwinFacts, twinsOf } from '../../queries/invoice/invoice-twins.ts'

const equalWords = {
  'vendor-and-number': { ja: '取引先と請求書番号', en: 'vendor and number' },
  'vendor-amount-and-day': { ja: '取引先・金額・請求日', en: 'vendor, amount and day' },
  file: { ja: 'ファイル', en: 'file' },
} as const

export type DuplicateAnswer = {
  readonly duplicateOf: 'not-a-duplicate' | null
  readonly duplicateReason: string
}

/**
 * Asks about invoices that may be the same, unless the person has said with a reason that it is none. Whoever enters one of the same
 * vendor or file at the same moment waits, so that of two at once the second is asked.
 */
export async function askAboutTwins(
  tx: Tx,
  actor: Actor,
  asked: TwinFacts,
  { duplicateOf, duplicateReason }: DuplicateAnswer,
): Promise<void> {
  if (duplicateOf !== null && duplicateReason === '') refuseWithoutReason()
  const company = actor.companyId
  const file = await tx.row<{ sha256: string }>`
    select sha256 from documents.document_name where company_id = ${company} and document_id = ${asked.documentId}`
  const keys = [asked.vendorId, file?.sha256].filter((key) => key !== null && key !== undefined).sort()
  for (const key of keys) await tx.run`select pg_advisory_xact_lock(hashtextextended(${`${company} twin ${key}`}, 5))`
  if (duplicateOf !== null) return
  const { seen, hidden } = await twinsOf(tx, actor, asked)
  if (seen.length + hidden > 0) refuseTwins(seen, hidden)
}

function refuseWithoutReason(): never {
  refuse({
    kind: 'bad-input',
    code: 'payables.duplicate-reason',
    what: { ja: '重複ではない理由が入力されていません。', en: 'The reason why it is no duplicate is missing.' },
    field: 'duplicateReason',
    rule: {
      says: {
        ja: '重複の疑いを通すときは、理由を記録に残します。',
        en: 'What looks like a duplicate passes with a reason that is kept.',
      },
    },
    todo: {
      ja: '理由を入力してください（例：同額の別月分）。',
      en: 'Enter the reason, such as another month at the same price.',
    },
  })
}

function refuseTwins(twins: readonly InvoiceTwin[], hidden: number): never {
  const shown = twins.slice(0, 5)
  const words = (language: 'ja' | 'en') =>
    shown
      .map(({ number, vendorName, vendorNumber, equal }) => {
        const what = equal.map((each) => equalWords[each][language]).join(language === 'ja' ? '、' : '; ')
        return language === 'ja'
          ? `受付${number ?? '—'} ${vendorName} ${vendorNumber}（${what}が同じ）`.replace(/ +/g, ' ')
          : `${number ?? '—'} ${vendorName} ${vendorNumber} (same ${what})`.replace(/ +/g, ' ')
      })
      .concat(
        hidden === 0 ? [] : [language === 'ja' ? `閲覧できない請求書${hidden}件` : `${hidden} that you may not see`],
      )
      .join(' / ')
  refuse({
    kind: 'conflict',
    code: 'payables.duplicate-invoice',
    what: {
      ja: `同じ請求書がすでに登録されているようです：${words('ja')}。まだ何も登録・申請していません。`,
      en: `The same invoice seems to be there already: ${words('en')}. Nothing was registered or submitted.`,
    },
    field: 'duplicateOf',
    rule: {
      says: {
        ja: '取引先と請求書番号、取引先・金額・請求日、ファイルのどれかが同じときに確かめます。',
        en: 'It is asked when vendor and number, vendor, amount and day, or the file are the same.',
      },
    },
    todo: {
      ja: '重複なら登録をやめてください。別の請求書なら「重複ではない」を選び、理由を入力してください。',
      en: 'If it is the same, leave it. If not, answer "not-a-duplicate" with the reason.',
    },
  })
}
