import { approvals } from '@ennoshita/approvals'
import type { InputOf } from '@ennoshita/kernel'
import { runQuery } from '@ennoshita/kernel/server'
import { payables } from '@ennoshita/payables'
import { corporateNumber } from '@ennoshita/statutes'
import { foundedOn } from './founding.ts'
import type { SampleVendor } from './read-data.ts'
import { act, instantAt, known, type World } from './world.ts'

/** A vendor as it stands in the company. */
export type Vendor = SampleVendor & {
  readonly vendorId: string
  /** Empty where it is not registered. */
  readonly registrationNumber: string
  /** 振込先 as its papers state it. */
  readonly payTo: string
  readonly code: string
}

type Step = InputOf<typeof approvals.setRoute>['steps'][number]

const atOnce = 6
/** Registry offices of the numbers 9999 do not exist. */
const registryOffice = '999902'

/** The settings of payables, the account that pays, and 120 vendors with accounts that a second person confirmed. */
export async function enterVendors(world: World): Promise<void> {
  const at = instantAt(foundedOn(world), 580)
  await act(
    world,
    'nagai',
    payables.setSettings,
    { version: 0, capital: 30_000_000, employees: 60, officers: 4, halfYearlyWithholding: false },
    at,
  )
  await setRoutes(world, at)
  await addSourceAccount(world, at)
  const entries = [...world.data.vendors.entries()]
  const vendors = new Map<number, Vendor>()
  const one = async () => {
    for (let entry = entries.shift(); entry; entry = entries.shift())
      vendors.set(entry[0], await enterVendor(world, entry[1], entry[0], at))
  }
  await Promise.all(Array.from({ length: atOnce }, one))
  world.vendors.push(...[...vendors].sort(([one], [other]) => one - other).map(([, vendor]) => vendor))
}

/** An invoice goes to the head of the department that ordered, to the head of accounting, and from 500,000 yen to the president. */
async function setRoutes(world: World, at: string): Promise<void> {
  const head: Step = { name: '発注部署の部長', approvers: [{ by: 'head', of: 'subject-department' }] }
  const accounting: Step = { name: '経理部長', approvers: [{ by: 'head', of: 'applicant-department' }] }
  const president: Step = { name: '社長', approvers: [{ by: 'role', role: 'president' }] }
  const kind = 'payables.invoice'
  const small = { kind, name: '請求書（50万円未満）', conditions: { amountUntil: 499_999 } }
  const large = { kind, name: '請求書（50万円以上）', conditions: { amountFrom: 500_000 } }
  await act(world, 'nagai', approvals.setRoute, { ...small, steps: [head, accounting] }, at)
  await act(world, 'nagai', approvals.setRoute, { ...large, steps: [head, accounting, president] }, at)
}

async function addSourceAccount(world: World, at: string): Promise<void> {
  const [bank] = world.data.banks
  if (!bank) throw new Error('The sample has no bank.')
  const same = { under30000: 0, from30000: 0 }
  await act(
    world,
    'nagai',
    payables.addSourceAccount,
    {
      name: `${bank.name} ${bank.branchName}支店`,
      ...known(world.accounts, '103'),
      bank: {
        ...{ bankCode: bank.code, bankName: bank.name, bankKana: bank.kana },
        ...{ branchCode: bank.branch, branchName: bank.branchName, branchKana: bank.branchKana },
        ...{ accountNumber: '0120034', clientCode: '0990120034', clientKana: 'カ）ハナミズキジユウキセイサクシヨ' },
        fees: { sameBranch: same, sameBank: same, otherBank: { under30000: 484, from30000: 660 } },
      },
    },
    at,
  )
  for (const [name, code, kind] of [
    ['会社のカード', '206', 'card'],
    ['小口現金', '101', 'cash'],
  ] as const)
    await act(world, 'nagai', payables.addSourceAccount, { name, kind, ...known(world.accounts, code) }, at)
}

async function enterVendor(world: World, vendor: SampleVendor, place: number, at: string): Promise<Vendor> {
  const code = String(1001 + place)
  const base = `${registryOffice}${String(place + 1).padStart(6, '0')}`
  const number = `${corporateNumber.checkDigit(base)}${base}`
  const registrationNumber = vendor.unregistered || vendor.currency ? '' : `T${number}`
  const bank = world.data.banks[place % world.data.banks.length]
  if (!bank) throw new Error('The sample has no bank.')
  const hasAccount = vendor.method === 'transfer'
  const accountNumber = String(1_000_000 + ((place * 48_271) % 8_999_999)).padStart(7, '0')
  const added = await act(
    world,
    place % 2 === 0 ? 'hoshino' : 'kasai',
    payables.addVendor,
    {
      ...{ code, name: vendor.name, nameKana: vendor.kana, method: vendor.method },
      isIndividual: vendor.individual,
      corporateNumber: vendor.individual || vendor.unregistered || vendor.currency ? null : number,
      registrationNumber: registrationNumber || null,
      phone: `03-0000-${String(2000 + place)}`,
      terms: {
        closing: { day: vendor.closing === 'end' ? 'month-end' : 20 },
        payment: { monthsLater: vendor.after, day: 'month-end', shift: 'previous' },
      },
      payable: vendor.account.startsWith('50') ? 'trade' : 'other',
      ...lawOf(vendor),
      withholdingKind: vendor.fee ?? null,
      withholdingGroup: vendor.fee ? (vendor.freelance ? 'other' : 'professional') : null,
      departmentId: known(world.departments, vendor.department),
      ...(hasAccount && {
        bankAccount: {
          ...{ bankCode: bank.code, bankName: bank.name, bankKana: bank.kana },
          ...{ branchCode: bank.branch, branchName: bank.branchName, branchKana: bank.branchKana },
          ...{ accountNumber, holder: holderOf(vendor) },
        },
      }),
    },
    at,
  )
  if (added.bankAccountId !== null)
    await act(
      world,
      'mizuno',
      payables.confirmBankAccount,
      {
        bankAccountId: added.bankAccountId,
        calledName: '経理ご担当',
        calledNumber: `03-0000-${String(2000 + place)}`,
        numberSource: '取引基本契約書',
      },
      instantAt(foundedOn(world), 640),
    )
  return {
    ...vendor,
    ...{ vendorId: added.vendorId, registrationNumber, code },
    payTo: hasAccount ? `${bank.name} ${bank.branchName}支店 普通 ${accountNumber} ${vendor.kana}` : '口座振替・カード',
  }
}

/** The name on the account: its kana after the short mark of the kind of company. */
function holderOf({ name, kana, individual }: SampleVendor): string {
  if (individual) return kana
  const marks: readonly (readonly [string, string])[] = [
    ['株式会社', 'カ'],
    ['有限会社', 'ユ'],
    ['税理士法人', 'ゼイ'],
    ['一般社団法人', 'シヤ'],
    ['公益財団法人', 'ザイ'],
  ]
  const mark = marks.find(([kind]) => name.includes(kind))
  if (!mark) return kana
  return name.startsWith(mark[0]) ? `${mark[1]}）${kana}` : `${kana}（${mark[1]}`
}

function lawOf({ small, freelance, commission }: SampleVendor) {
  if (freelance) return { lawClass: 'freelance', commissionKind: 'information-product', officers: 1 } as const
  if (!small) return {}
  return {
    lawClass: 'toritekihou',
    commissionKind: commission ?? 'manufacturing',
    capital: 5_000_000,
    employees: 8,
  } as const
}

/** The account from which transfers are paid. */
export async function sourceAccountOf(world: World, kind: 'bank' | 'cash' | 'card'): Promise<string> {
  const found = (await runQuery(world.office, payables.sourceAccounts, world.program, {})).find(
    (each) => each.kind === kind,
  )
  if (!found) throw new Error(`The sample has no ${kind} to pay from.`)
  return found.sourceAccountId
}
