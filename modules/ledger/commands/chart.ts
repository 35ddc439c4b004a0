import { type EventObject, refuse, type Tx } from '@ennoshita/kernel/server'
import { type TaxClass, taxClassFault } from '../rules/tax-class.ts'
import { refuseField } from './refuse-posting.ts'

/** Lets one command at a time change the chart of a company, so that two do not take the same code at once. */
export async function lockChart(tx: Tx, company: string): Promise<void> {
  await tx.run`select pg_advisory_xact_lock(hashtextextended(${company} || ' ledger chart', 4649))`
}

type Unique = 'code' | 'name' | 'purpose'
type Known = { readonly code: string; readonly name: string; readonly purpose?: string | null }
type Wanted = { readonly [Key in Unique]?: string | null | undefined }

/** Refuses a code, a name or a purpose that another account has. */
export async function refuseTaken(tx: Tx, company: string, wanted: Wanted, self?: string): Promise<void> {
  const { code = null, name = null, purpose = null } = wanted
  const other = await tx.row<Known>`select code, name, purpose from ledger.account
    where company_id = ${company} and (code = ${code} or name = ${name} or purpose = ${purpose}) and id is distinct from ${self ?? null}::uuid
    order by code = ${code} desc, name = ${name} desc limit 1`
  if (other) refuseAsTaken(wanted, other)
}

const words = { code: 'コード', name: '名称', purpose: '役割' } as const

/** Refuses because that account or sub-account has the same code, name or purpose. */
export function refuseAsTaken(wanted: Wanted, other: Known): never {
  const field = other.code === wanted.code ? 'code' : other.name === wanted.name ? 'name' : 'purpose'
  refuse({
    kind: 'conflict',
    code: `ledger.${field}-taken`,
    what: {
      ja: `その${words[field]}は「${other.code} ${other.name}」が使っています。`,
      en: `That ${field} belongs to ${other.code} ${other.name}.`,
    },
    field,
    rule: {
      says: {
        ja: 'コード・名称・役割は、それぞれ一つの科目だけが持ちます。',
        en: 'A code, a name and a purpose belong to one account.',
      },
    },
    todo: { ja: '別のものにしてください。', en: 'Choose another one.' },
  })
}

/** Refuses a combination that is no tax class. */
export function refuseWrongTaxClass(taxClass: TaxClass | undefined): void {
  const fault = taxClass && taxClassFault(taxClass)
  if (!fault) return
  refuseField(
    `taxClass.${fault.part}`,
    'tax-class',
    {
      ja: `課税区分の組み合わせが正しくありません。${fault.says.ja}`,
      en: `There is no such tax class. ${fault.says.en}`,
    },
    { ja: '課税区分を選び直してください。', en: 'Choose the tax class again.' },
  )
}

/** The account as an object of an event, found in search by code, name and kana. */
export function accountObject(
  id: string,
  { code, name, kana }: { code: string; name: string; kana: string },
): EventObject {
  return {
    type: 'account',
    id,
    label: {
      text: `${code} ${name}`,
      ...(kana ? { reading: kana } : {}),
      opens: `/accounts/${id}`,
      may: 'ledger.see-chart',
    },
  }
}
