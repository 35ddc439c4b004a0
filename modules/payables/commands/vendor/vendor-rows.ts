import {
  type CommandContext,
  type EventObject,
  type LocalDate,
  raw,
  refuse,
  refuseNotFound,
  sql,
  type Tx,
} from '@ennoshita/kernel/server'
import type { Shift } from '@ennoshita/statutes'
import type { FeeBearer, PaymentMethod } from '../../rules/payment/payment-form.ts'
import { rowOfTerms, termsOf } from '../../rules/vendor/payment-terms.ts'
import type { OwnFacts } from '../../rules/vendor/protection.ts'
import { checkVendor, type Remark, type VendorToCheck } from '../../rules/vendor/vendor-check.ts'
import type { payables } from '../../rules/vendor/vendor-form.ts'
import { settingsOrNull } from '../settings/read-settings.ts'

/** A vendor as it is kept, its terms put together. */
export type Vendor = VendorToCheck & {
  readonly code: string
  readonly name: string
  readonly nameKana: string
  readonly phone: string
  readonly email: string
  readonly address: string
  readonly contact: string
  readonly method: PaymentMethod
  readonly feeBearer: FeeBearer
  readonly payable: (typeof payables)[number]
  readonly departmentId: string | null
  readonly note: string
}

export type VendorRow = Vendor & {
  readonly version: number
  readonly retiredOn: LocalDate | null
  readonly phoneSetAt: string | null
}
type Kept = Omit<VendorRow, 'terms'> & {
  closingDay: number | null
  payMonthsLater: number | null
  payDay: number | null
  payShift: Shift | null
}

/** The columns of a vendor that commands write, each with the name under which it is read. */
const columns = {
  code: 'code',
  name: 'name',
  name_kana: 'nameKana',
  is_individual: 'isIndividual',
  corporate_number: 'corporateNumber',
  registration_number: 'registrationNumber',
  registered_from: 'registeredFrom',
  registered_until: 'registeredUntil',
  phone: 'phone',
  phone_set_at: 'phoneSetAt',
  email: 'email',
  postal_code: 'postalCode',
  address: 'address',
  contact: 'contact',
  closing_day: 'closingDay',
  pay_months_later: 'payMonthsLater',
  pay_day: 'payDay',
  pay_shift: 'payShift',
  method: 'method',
  fee_bearer: 'feeBearer',
  payable: 'payable',
  law_class: 'lawClass',
  commission_kind: 'commissionKind',
  capital: 'capital',
  employees: 'employees',
  officers: 'officers',
  withholding_kind: 'withholdingKind',
  withholding_group: 'withholdingGroup',
  department_id: 'departmentId',
  note: 'note',
} as const

/** `v.name_kana as "nameKana"` and so on, of a vendor `v`. */
export const vendorColumns = raw(
  Object.entries(columns)
    .map(([column, name]) => `v.${column} as "${name}"`)
    .join(', '),
)
const written = raw(Object.keys(columns).join(', '))
const named = raw(
  Object.keys(columns)
    .map((column) => `n.${column}`)
    .join(', '),
)

/** One command at a time adds or renames vendors of a company: codes, numbers and names are compared with all others. */
export async function lockVendors(tx: Tx, companyId: string): Promise<void> {
  await tx.run`select pg_advisory_xact_lock(hashtextextended(${companyId}::text || ' payables.vendor', 4649))`
}

/** The vendor's row, locked; another company's reads as not found. */
export async function lockVendor({ tx, actor, within }: CommandContext, vendorId: string): Promise<VendorRow> {
  const row = await tx.row<Kept>`select ${vendorColumns}, v.version, v.retired_on as "retiredOn" from payables.vendor v
    where v.company_id = ${actor.companyId} and v.id = ${vendorId} and ${within({})} for update`
  if (!row) refuseNotFound({ ja: '取引先', en: 'vendor' }, 'vendorId')
  return vendorOf(row)
}

/** The row with its terms put together. */
export function vendorOf<Row extends Kept>({ closingDay, payMonthsLater, payDay, payShift, ...row }: Row) {
  return { ...row, terms: termsOf({ closingDay, payMonthsLater, payDay, payShift }) }
}

/** Writes a new vendor. */
export async function insertVendor(
  tx: Tx,
  companyId: string,
  vendorId: string,
  vendor: Vendor,
  now: string,
): Promise<void> {
  await tx.run`insert into payables.vendor (company_id, id, ${written})
    select ${companyId}, ${vendorId}, ${named}
    from jsonb_populate_record(null::payables.vendor, ${json({ ...vendor, phoneSetAt: vendor.phone === '' ? null : now })}::jsonb) n`
}

/** Writes a changed vendor, one version on. */
export async function updateVendor(
  { tx, actor, now }: CommandContext,
  vendorId: string,
  before: VendorRow,
  after: Vendor,
): Promise<void> {
  const phoneSetAt = before.phone === after.phone ? before.phoneSetAt : now
  await tx.run`update payables.vendor v set (${written}, version) = (select ${named}, v.version + 1
      from jsonb_populate_record(null::payables.vendor, ${json({ ...after, phoneSetAt })}::jsonb) n)
    where v.company_id = ${actor.companyId} and v.id = ${vendorId}`
}

function json({ terms, ...vendor }: Vendor & { phoneSetAt: string | null }): string {
  const values: Readonly<Record<string, unknown>> = { ...vendor, ...rowOfTerms(terms) }
  return JSON.stringify(Object.fromEntries(Object.entries(columns).map(([column, name]) => [column, values[name]])))
}

/** The vendor with its numbers as they are kept; refuses what cannot be. */
export function checkedVendor(
  vendor: Vendor,
  own: OwnFacts,
  on: LocalDate,
): { vendor: Vendor; warnings: readonly Remark[] } {
  const checked = checkVendor(vendor, own, on)
  if (checked.ok)
    return {
      vendor: { ...vendor, ...checked.numbers, withholdingGroup: checked.withholdingGroup },
      warnings: checked.warnings,
    }
  const { field, ja, en, todo, law } = checked.fault
  refuse({
    kind: 'bad-input',
    code: 'payables.wrong-vendor',
    what: { ja, en },
    field,
    ...(law ? { rule: { says: { ja: `${law}による定めです。`, en: `By ${law}.` }, source: law } } : {}),
    todo,
  })
}

/** 資本金 and people of the own company; all null while nothing was set. */
export async function readOwnFacts(tx: Tx, companyId: string): Promise<OwnFacts> {
  const settings = await settingsOrNull(tx, companyId)
  return {
    capital: settings?.capital ?? null,
    employees: settings?.employees ?? null,
    officers: settings?.officers ?? null,
  }
}

type Other = { code: string; name: string; sameCode: boolean; sameNumber: boolean }

/** Refuses a code that is taken, and asks about a vendor of the same number or name; under the lock of the vendors. */
export async function refuseTwin(
  tx: Tx,
  companyId: string,
  vendorId: string,
  vendor: Pick<Vendor, 'code' | 'name' | 'corporateNumber' | 'registrationNumber'>,
  isAnother: boolean,
): Promise<void> {
  const { code, name, corporateNumber, registrationNumber } = vendor
  const sameNumber = sql`(v.registration_number = ${registrationNumber}::text or v.corporate_number = ${corporateNumber}::text)`
  const other =
    await tx.row<Other>`select v.code, v.name, v.code = ${code} as "sameCode", coalesce(${sameNumber}, false) as "sameNumber"
    from payables.vendor v where v.company_id = ${companyId} and v.id <> ${vendorId}
      and (v.code = ${code} or (not ${isAnother}::boolean and (${sameNumber} or kernel.fold(v.name) = (select kernel.fold(${name})))))
    order by v.code = ${code} desc limit 1`
  if (!other) return
  if (other.sameCode)
    refuse({
      kind: 'conflict',
      code: 'payables.code-taken',
      what: {
        ja: `取引先コード「${code}」は「${other.name}」に使われています。`,
        en: `The code "${code}" belongs to ${other.name}.`,
      },
      field: 'code',
      todo: { ja: '別のコードを入力してください。', en: 'Give another code.' },
    })
  refuse({
    kind: 'conflict',
    code: 'payables.vendor-there',
    what: {
      ja: `${other.sameNumber ? '同じ番号' : '同じ名前'}の取引先「${other.name}」（${other.code}）が登録されています。`,
      en: `There is a vendor of the same ${other.sameNumber ? 'number' : 'name'}: ${other.name} (${other.code}).`,
    },
    field: other.sameNumber ? (registrationNumber ? 'registrationNumber' : 'corporateNumber') : 'name',
    rule: {
      says: {
        ja: '同じ相手を二つに分けると、二重の請求書や口座の変更を見逃します。',
        en: 'Two records of one vendor hide double invoices and changed accounts.',
      },
    },
    todo: {
      ja: '登録済みの取引先を使うか、別の相手なら「別の取引先として登録」を選んでください。',
      en: 'Use that vendor, or say that this is another one.',
    },
  })
}

/** The next free number of four digits or more; under the lock of the vendors. */
export async function nextCode(tx: Tx, companyId: string): Promise<string> {
  const row = await tx.row<{ next: number }>`select coalesce(max(code::bigint), 0) + 1 as next
    from payables.vendor where company_id = ${companyId} and code ~ '^[0-9]{1,9}$'`
  return String(row?.next ?? 1).padStart(4, '0')
}

/** The vendor as an object of an event. */
export function vendorObject(vendorId: string, name: string, nameKana?: string): EventObject {
  return {
    type: 'vendor',
    id: vendorId,
    label: {
      text: name,
      ...(nameKana ? { reading: nameKana } : {}),
      opens: `/vendors/${vendorId}`,
      may: 'payables.see-vendors',
    },
  }
}

/** Refuses a department that is none of the company's today. */
export async function refuseNoDepartment(
  { tx, actor, today }: Pick<CommandContext, 'tx' | 'actor' | 'today'>,
  departmentId: string | null,
  field = 'departmentId',
): Promise<void> {
  if (departmentId === null) return
  const found =
    await tx.row`select 1 as one from people.department_on(${actor.companyId}, ${today}) d where d.id = ${departmentId}`
  if (!found) refuseNotFound({ ja: '部署', en: 'department' }, field)
}
