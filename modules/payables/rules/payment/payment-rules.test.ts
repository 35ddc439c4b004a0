import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dueDateFindings, holdFindings, type PaymentTermFacts } from '../invoice/due-date-findings.ts'
import { cutOffAt, earliestPayOn, payDay } from '../vendor/pay-day.ts'
import { mergeTransfers } from './merge-transfers.ts'
import { paymentJournal, returnJournal } from './payment-journal.ts'
import { feeAt, feesFor, shareFee } from './transfer-fee.ts'
import { withholdingDue, withholdingPeriodOf } from './withholding-periods.ts'

const steps = { under30000: 484, from30000: 660 } // 三菱UFJ 法人 BizSTATION, 他行あて

describe('振込手数料', () => {
  test('follows the destination and the 30,000 yen line', () => {
    const fees = {
      sameBranch: { under30000: 0, from30000: 0 },
      sameBank: { under30000: 110, from30000: 220 },
      otherBank: steps,
    }
    const from = { bankCode: '0001', branchCode: '001' }
    expect(feesFor(fees, from, from)).toBe(fees.sameBranch)
    expect(feesFor(fees, from, { bankCode: '0001', branchCode: '002' })).toBe(fees.sameBank)
    expect(feesFor(fees, from, { bankCode: '0005', branchCode: '001' })).toBe(steps)
    expect([29_999, 30_000, 0].map((sent) => feeAt(sent, steps))).toEqual([484, 660, 0])
  })

  test.each([
    ['当方負担', 110_000, 'us', { sent: 110_000, byPayee: 0, byUs: 660 }],
    ['先方負担、3万円以上', 110_000, 'payee', { sent: 109_340, byPayee: 660, byUs: 0 }],
    [
      '差し引くと3万円を切る：484円だけを差し引き、かかる手数料も484円',
      30_200,
      'payee',
      { sent: 29_716, byPayee: 484, byUs: 0 },
    ],
    [
      'どちらでも合わない間：先方は484円まで、残りの176円は当方',
      30_600,
      'payee',
      { sent: 30_116, byPayee: 484, byUs: 176 },
    ],
    ['差し引いてちょうど3万円', 30_660, 'payee', { sent: 30_000, byPayee: 660, byUs: 0 }],
    ['手数料しか残らない', 484, 'payee', null],
  ] as const)('%s', (_, owed, bearer, expected) => {
    expect(shareFee(owed, bearer, steps)).toEqual(expected)
  })

  test('never takes more off than the bank takes for what arrives', () => {
    const fee = fc.integer({ min: 0, max: 2_000 })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fee, fee, (owed, under30000, from30000) => {
        const shares = shareFee(owed, 'payee', { under30000, from30000 })
        if (!shares) return
        expect(shares.sent + shares.byPayee).toBe(owed)
        expect(shares.byUs).toBeGreaterThanOrEqual(0)
        expect(shares.byPayee + shares.byUs).toBe(feeAt(shares.sent, { under30000, from30000 }))
      }),
    )
  })
})

const invoice = fc.record({
  invoiceId: fc.uuid(),
  vendorId: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constantFrom('ordinary' as const, 'ordinary' as const, 'credit-note' as const),
  total: fc.integer({ min: 1, max: 5_000_000 }),
  withholding: fc.integer({ min: 0, max: 1 }),
  withholdingGroup: fc.constant('other' as const),
})

const place = (name: string) => ({ accountId: name, subAccountId: null })
const accounts = {
  source: place('普通預金'),
  withheld: place('預り金'),
  fee: place('支払手数料'),
  taxAccountId: '仮払消費税等',
  ...{ exchangeGain: place('為替差益'), exchangeLoss: place('為替差損') },
}

describe('支払仕訳', () => {
  test('balances, forth and back, for whatever invoices, credit notes, tax withheld and fees; and the bank sees exactly what is sent', () => {
    const lines = fc.array(invoice, { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(
        lines,
        fc.constantFrom('us' as const, 'payee' as const),
        fc.integer({ min: 0, max: 900 }),
        (invoices, bearer, returnFee) => {
          const { transfers, tooLarge } = mergeTransfers(invoices)
          expect(transfers.length + tooLarge.length).toBe(new Set(invoices.map(({ vendorId }) => vendorId)).size)
          for (const { parts, owed, withheld, vendorId } of transfers) {
            expect(owed).toBeGreaterThanOrEqual(0)
            const shares = shareFee(owed, bearer, steps)
            if (!shares) continue
            const debts = parts.map(({ total }) => ({ ...place('未払金'), total, note: '請求書' }))
            const transfer = {
              debts,
              withheld,
              sent: shares.sent,
              taken: null,
              feeByPayee: shares.byPayee,
              feeByUs: shares.byUs,
              partner: vendorId,
              description: '',
            }
            const forth = paymentJournal(transfer, accounts, '2026-11-30')
            const back = returnJournal(transfer, accounts, '2026-12-02', returnFee)
            const net = (journal: typeof forth, name?: string) =>
              journal.lines
                .filter(({ accountId }) => name === undefined || accountId === name)
                .reduce((sum, { side, amount }) => sum + (side === 'debit' ? amount : -amount), 0)
            expect([net(forth), net(back)]).toEqual([0, 0])
            expect(net(forth, '普通預金')).toBe(0 - shares.sent - feeAt(shares.sent, steps))
            expect(net(forth, '未払金') + net(back, '未払金')).toBe(0)
            expect(net(forth, '預り金') + net(back, '預り金')).toBe(0)
            expect([...forth.lines, ...back.lines].every(({ amount }) => amount > 0)).toBe(true)
          }
        },
      ),
    )
  })

  test('splits the fee into price and tax: 660 is 600 and 60', () => {
    const transfer = {
      debts: [{ ...place('未払金'), total: 110_000, note: '請求書 受付1' }],
      withheld: 10_210,
      sent: 99_790,
      taken: null,
      feeByPayee: 0,
      feeByUs: 660,
    }
    const { lines } = paymentJournal({ ...transfer, partner: '空豆', description: '支払 No.1' }, accounts, '2026-11-30')
    expect(
      lines.map(({ side, accountId, amount, taxAmount }) => `${side} ${accountId} ${amount} ${taxAmount}`),
    ).toEqual([
      'debit 未払金 110000 0',
      'debit 支払手数料 600 60',
      'debit 仮払消費税等 60 0',
      'credit 預り金 10210 0',
      'credit 普通預金 99790 0',
      'credit 普通預金 660 0',
    ])
  })
})

describe('支払日と締切', () => {
  test('moves over bank holidays as the terms say; cash and cards do not move', () => {
    expect(payDay('2026-10-31', 'previous', 'transfer')).toBe('2026-10-30') // 土曜
    expect(payDay('2026-10-31', 'next', 'transfer')).toBe('2026-11-02')
    expect(payDay('2026-12-31', 'next', 'transfer')).toBe('2027-01-04') // 12月31日から1月3日
    expect(payDay('2026-10-31', 'next', 'cash')).toBe('2026-10-31')
  })

  test('the cut-off of Tuesday 24 November, one bank day before at 15:00, is Friday 20 November 15:00: Monday is a holiday', () => {
    const cutOff = { cutOffDays: 1, cutOffTime: '15:00' }
    expect(cutOffAt('2026-11-24', cutOff)).toBe('2026-11-20T06:00:00.000Z')
    expect(earliestPayOn('2026-11-20T06:00:00.000Z', '2026-11-20', cutOff)).toBe('2026-11-24')
    expect(earliestPayOn('2026-11-20T06:00:00.001Z', '2026-11-20', cutOff)).toBe('2026-11-25')
  })
})

const none = { toriteki: false, freelance: false, isUnknown: false, findings: [] }
const toriteki = { ...none, toriteki: true }
const freelance = { ...none, freelance: true }

describe('取適法とフリーランス法', () => {
  const facts: PaymentTermFacts = {
    ...{
      protection: toriteki,
      receivedOn: '2026-04-01',
      dueOn: '2026-05-31',
      payOn: '2026-05-29',
      closingDay: 'month-end',
    },
    ...{ shift: 'previous', owed: 100_000, today: '2026-05-01' },
  }
  const codes = (more: Partial<PaymentTermFacts>) => dueDateFindings({ ...facts, ...more }).map(({ code }) => code)

  test('月末締め翌月末払い stands; 翌々月末払い is past the limit; without a closing day 60 counts from the receipt', () => {
    expect(codes({})).toEqual([])
    expect(codes({ dueOn: '2026-06-30', payOn: '2026-06-30' })).toEqual(['due-too-late'])
    expect(codes({ closingDay: null, dueOn: '2026-05-30' })).toEqual([])
    expect(codes({ closingDay: null })).toEqual(['due-too-late'])
    expect(codes({ protection: freelance, closingDay: null })).toEqual(['due-too-late'])
    expect(codes({ protection: none, closingDay: null })).toEqual([])
  })

  test('a bank holiday moves a payment past the limit by more than two days: the bank day before', () => {
    const year = {
      receivedOn: '2026-11-02',
      dueOn: '2026-12-31',
      closingDay: null,
      shift: 'next',
      payOn: '2027-01-04',
    } as const
    expect(codes(year)).toEqual(['shift-too-late'])
  })

  test('late interest of 14.6 % runs from the day after day 60: 100,000 yen, 73 days, 2,920 yen', () => {
    const late = { closingDay: null, dueOn: '2026-05-30', payOn: '2026-05-29', today: '2026-08-11' } as const
    const [found] = dueDateFindings({ ...facts, ...late })
    expect(found).toMatchObject({ code: 'overdue', says: { ja: expect.stringContaining('今日までで2,920円') } })
  })

  test('a fee is not taken off a protected vendor, and a changed account is held', () => {
    const asked = {
      method: 'transfer',
      account: 'confirmed',
      feeBearer: 'payee',
      protection: toriteki,
      reversedBy: null,
      today: '2026-11-20',
    } as const
    expect(holdFindings(asked).map(({ code }) => code)).toEqual(['fee-on-payee'])
    expect(holdFindings({ ...asked, protection: freelance })).toEqual([])
    expect(holdFindings({ ...asked, method: 'cash', reversedBy: 7 }).map(({ code }) => code)).toEqual(['debt-reversed'])
    const unknown = { ...none, isUnknown: true }
    expect(holdFindings({ ...asked, protection: unknown }).map(({ code }) => code)).toEqual(['fee-on-payee'])
    expect(holdFindings({ ...asked, feeBearer: 'us', account: 'waiting' }).map(({ code }) => code)).toEqual([
      'account-waiting',
    ])
    expect(holdFindings({ ...asked, feeBearer: 'us', account: 'none', method: 'card' })).toEqual([])
  })
})

describe('源泉所得税の納期限', () => {
  test.each([
    ['2026-11-30', 'other', true, '2026-11-01', '2026-12-10'],
    ['2026-09-15', 'other', false, '2026-09-01', '2026-10-13'], // 10日は土曜、12日はスポーツの日
    ['2026-12-28', 'professional', false, '2026-12-01', '2027-01-12'], // 10日は日曜、11日は成人の日
    ['2026-06-30', 'professional', true, '2026-01-01', '2026-07-10'],
    ['2026-07-01', 'professional', true, '2026-07-01', '2027-01-20'],
    ['2027-08-01', 'professional', true, '2027-07-01', '2028-01-20'],
  ] as const)('%s に払った報酬（%s、納期の特例 %s）', (paidOn, group, isHalfYearly, from, dueOn) => {
    const period = withholdingPeriodOf(paidOn, group, isHalfYearly)
    expect([period.from, withholdingDue(period).dueOn]).toEqual([from, dueOn])
  })
})
