import { command, type LocalDate, refuseNotFound, type Tx } from '@ennoshita/kernel/server'
import type { PayablesSettings } from '../../contract/settings.ts'
import { payables } from '../../contract.ts'
import { smallAmountFault } from '../../rules/invoice/small-amount.ts'
import type { presetCodes } from '../../rules/settings/setting-preset.ts'
import { refuseOlder, refusePayment } from '../payment/refuse-payment.ts'
import { refuseWithoutAccounts, settingsOrNull } from './read-settings.ts'

const accountFields = [
  'payableAccountId',
  'tradeAccountId',
  'withheldAccountId',
  'feeAccountId',
  'prepaidAccountId',
  'accruedAccountId',
  'exchangeGainAccountId',
  'exchangeLossAccountId',
] as const satisfies readonly (keyof typeof presetCodes)[]

/** What 少額特例 rests on: told anew for each tax period. */
const sales = ['usesSmallAmount', 'basePeriodSales', 'specifiedPeriodSales'] as const

export const setSettings = command(payables.setSettings, {
  may: 'payables.keep-settings',
  emits: ['payables.settings-set'],
  async run({ tx, actor, today }, { version, ...given }) {
    const company = actor.companyId
    await tx.run`select pg_advisory_xact_lock(hashtextextended(${company}::text || ' payables.setting', 4649))`
    const before = await settingsOrNull(tx, company)
    if ((before?.version ?? 0) !== version) refuseOlder()
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const settings = { ...(before ?? (await withoutPreset(given))), ...change }
    await refuseStrangers(tx, company, settings)
    if (before) await refuseMovedTax(tx, company, before, settings)
    const fault = smallAmountFault(settings, today)
    if (fault) refusePayment(fault.field, 'small-amount', fault.says, fault.todo)
    const isTold = sales.some((field) => settings[field] !== (before?.[field] ?? null))
    await write(tx, company, { ...settings, salesToldOn: isTold ? today : (before?.salesToldOn ?? null) })
    return {
      events: [
        {
          activity: 'payables.settings-set',
          objects: [{ type: 'company', id: company }],
          data: { fields: Object.keys(change) },
        },
      ],
      answer: { version: version + 1, warnings: warningsOf(settings) },
    }
  },
})

/** A company without the standard accounts names each account itself. */
async function withoutPreset(given: Partial<PayablesSettings>): Promise<PayablesSettings> {
  const [
    payableAccountId,
    tradeAccountId,
    withheldAccountId,
    feeAccountId,
    prepaidAccountId,
    accruedAccountId,
    gain,
    loss,
  ] = accountFields.map((field) => given[field])
  if (!payableAccountId || !tradeAccountId || !withheldAccountId || !feeAccountId) refuseWithoutAccounts()
  if (!prepaidAccountId || !accruedAccountId || !gain || !loss) refuseWithoutAccounts()
  return {
    ...{ payableAccountId, tradeAccountId, withheldAccountId, feeAccountId, prepaidAccountId, accruedAccountId },
    ...{ exchangeGainAccountId: gain, exchangeLossAccountId: loss, withheldSubAccountId: null },
    ...{ postingDay: 'month-end', acceptanceRequired: false, usesSmallAmount: false, halfYearlyWithholding: false },
    ...{ basePeriodSales: null, specifiedPeriodSales: null, capital: null, employees: null, officers: null },
  }
}

/** Refuses accounts that are none of the company's, or are closed. */
async function refuseStrangers(tx: Tx, company: string, settings: PayablesSettings): Promise<void> {
  const ids = accountFields.map((field) => settings[field])
  const { withheldSubAccountId: part, withheldAccountId } = settings
  const [accounts, sub] = await Promise.all([
    tx.rows<{
      id: string
      name: string
      closedOn: string | null
    }>`select account_id as id, name, closed_on as "closedOn"
      from ledger.account_name where company_id = ${company} and account_id = any(${ids}::uuid[])`,
    part === null
      ? undefined
      : tx.row`select 1 as one from ledger.sub_account_name
          where company_id = ${company} and account_id = ${withheldAccountId} and sub_account_id = ${part}`,
  ])
  for (const field of accountFields) {
    const account = accounts.find(({ id }) => id === settings[field])
    if (!account) refuseNotFound({ ja: '勘定科目', en: 'account' }, field)
    if (account.closedOn !== null)
      refusePayment(
        field,
        'account-closed',
        { ja: `「${account.name}」は閉じられています。`, en: `${account.name} is closed.` },
        { ja: '別の勘定科目を選んでください。', en: 'Choose another account.' },
      )
  }
  if (part !== null && !sub) refuseNotFound({ ja: '預り金の補助科目', en: 'sub-account' }, 'withheldSubAccountId')
}

type Withheld = Pick<PayablesSettings, 'withheldAccountId' | 'withheldSubAccountId'>

/** Tax that was withheld and is not paid yet stands on the account of 預り金: its payment must find it there. */
async function refuseMovedTax(tx: Tx, company: string, before: Withheld, after: Withheld): Promise<void> {
  const isSame =
    before.withheldAccountId === after.withheldAccountId &&
    (before.withheldSubAccountId === null || before.withheldSubAccountId === after.withheldSubAccountId)
  if (isSame) return
  const open = await tx.row<{ amount: number }>`
    select (coalesce((select sum(withheld) from payables.payment where company_id = ${company} and state = 'paid' and withheld <> 0), 0)
      - coalesce((select sum(amount) from payables.withholding_payment where company_id = ${company}), 0))::bigint as amount`
  if (!open || open.amount <= 0) return
  refusePayment(
    before.withheldAccountId === after.withheldAccountId ? 'withheldSubAccountId' : 'withheldAccountId',
    'withheld-open',
    {
      ja: `預り金に、まだ納付していない源泉所得税が${open.amount.toLocaleString('ja')}円あります。`,
      en: `${open.amount.toLocaleString('en')} yen of tax withheld stand on the account and are not paid yet.`,
    },
    { ja: '納付してから、科目を変えてください。', en: 'Pay it first, then change the account.' },
  )
}

async function write(
  tx: Tx,
  company: string,
  settings: PayablesSettings & { readonly salesToldOn: LocalDate | null },
): Promise<void> {
  const row = JSON.stringify({
    company_id: company,
    payable_account_id: settings.payableAccountId,
    trade_account_id: settings.tradeAccountId,
    withheld_account_id: settings.withheldAccountId,
    withheld_sub_account_id: settings.withheldSubAccountId,
    fee_account_id: settings.feeAccountId,
    prepaid_account_id: settings.prepaidAccountId,
    accrued_account_id: settings.accruedAccountId,
    exchange_gain_account_id: settings.exchangeGainAccountId,
    exchange_loss_account_id: settings.exchangeLossAccountId,
    posting_day: settings.postingDay,
    acceptance_required: settings.acceptanceRequired,
    uses_small_amount: settings.usesSmallAmount,
    base_period_sales: settings.basePeriodSales,
    specified_period_sales: settings.specifiedPeriodSales,
    half_yearly_withholding: settings.halfYearlyWithholding,
    capital: settings.capital,
    employees: settings.employees,
    officers: settings.officers,
    sales_told_on: settings.salesToldOn,
  })
  await tx.run`insert into payables.setting as s
    select n.* from jsonb_populate_record(null::payables.setting, ${row}::jsonb || '{"version": 1}') n
    on conflict (company_id) do update set (payable_account_id, trade_account_id, withheld_account_id, withheld_sub_account_id, fee_account_id,
      prepaid_account_id, accrued_account_id, exchange_gain_account_id, exchange_loss_account_id, posting_day, acceptance_required,
      uses_small_amount, base_period_sales, specified_period_sales, half_yearly_withholding, capital, employees, officers, sales_told_on, version)
    = (excluded.payable_account_id, excluded.trade_account_id, excluded.withheld_account_id, excluded.withheld_sub_account_id,
      excluded.fee_account_id, excluded.prepaid_account_id, excluded.accrued_account_id, excluded.exchange_gain_account_id,
      excluded.exchange_loss_account_id, excluded.posting_day, excluded.acceptance_required, excluded.uses_small_amount,
      excluded.base_period_sales, excluded.specified_period_sales, excluded.half_yearly_withholding, excluded.capital,
      excluded.employees, excluded.officers, excluded.sales_told_on, s.version + 1)`
}

function warningsOf({ withheldSubAccountId, capital, employees }: PayablesSettings) {
  return [
    ...(withheldSubAccountId === null
      ? [
          {
            field: 'withheldSubAccountId',
            ja: '預り金に補助科目「源泉所得税（報酬）」がありません。源泉徴収のある支払までに、勘定科目の画面で設けてください。',
            en: 'There is no sub-account for the tax withheld from fees. Add it before the first such payment.',
          },
        ]
      : []),
    ...(capital === null || employees === null
      ? [
          {
            field: capital === null ? 'capital' : 'employees',
            ja: '資本金と従業員の数がないと、取適法の対象かどうかを判定できません。',
            en: 'Without capital and employees it cannot be told whether 取適法 applies.',
          },
        ]
      : []),
  ]
}
