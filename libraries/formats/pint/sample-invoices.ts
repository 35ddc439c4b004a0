import type { PintInvoice, PintLine, PintParty } from './invoice.ts'

const seller: PintParty = {
  name: '株式会社みどり食品',
  endpoint: { value: '7123456789012', scheme: '0188' },
  address: { street: '緑町1-2-3', city: '千代田区', postalCode: '1000001', prefecture: '東京都', country: 'JP' },
  registrationNumber: 'T7123456789012',
  legalRegistration: { value: '7123456789012', scheme: '0188' },
}

const buyer: PintParty = {
  name: '株式会社あおぞら商店',
  endpoint: { value: '5835678256246', scheme: '0188' },
  address: { street: '青空通4-5', city: '札幌市北区', postalCode: '0010012', prefecture: '北海道', country: 'JP' },
}

const standardRate = { code: 'S', percent: '10' }
const reducedRate = { code: 'AA', percent: '8' }

const line = (id: string, name: string, quantity: string, price: string, tax: PintLine['item']['tax']): PintLine => ({
  id,
  quantity: { value: quantity, unit: 'H87' },
  item: { name, tax },
  price: { amount: price },
})

/** 標準税率 10 % and 軽減税率 8 % in one invoice, with a return, paid by bank transfer. */
export const mixedRatesSample: PintInvoice = {
  kind: 'standard',
  document: 'invoice',
  number: '0012',
  issuedOn: '2026-10-31',
  dueOn: '2026-11-30',
  currency: 'JPY',
  period: { startsOn: '2026-10-01', endsOn: '2026-10-31' },
  seller,
  buyer,
  payments: [{ code: '30', account: { id: '0001:123:1:0012345', name: 'ｶ)ﾐﾄﾞﾘｼﾖｸﾋﾝ' } }],
  paymentTerms: [{ note: '月末締め翌月末払い' }],
  lines: [
    line('1', '緑茶（軽減税率対象）', '33', '98', reducedRate),
    line('2', '紙コップ', '7', '151', standardRate),
    line('3', '緑茶（返品）', '-2', '98', reducedRate),
  ],
}

/** Every field that an invoice can have. */
export const fullSample: PintInvoice = {
  ...mixedRatesSample,
  number: 'INV-2026-10/7',
  issuedAt: '09:30:00',
  note: '毎度ありがとうございます。',
  accountingCost: '5210',
  buyerReference: '購買部 3課',
  order: { number: 'PO-77', salesOrderNumber: 'SO-12' },
  precedingInvoices: [{ number: '0011', issuedOn: '2026-09-30' }, { number: '0010' }],
  receivingAdvice: 'RA-5',
  tender: 'LOT-1',
  contract: 'C-2026-1',
  project: 'P-9',
  supportingDocuments: [
    { number: 'AB-1', scheme: 'ABT', typeCode: '130' },
    {
      number: '納品一覧',
      description: '納品の一覧',
      attachment: { fileName: '納品一覧.csv', mediaType: 'text/csv', base64: '5ZOB5ZCNLOaVsOmHjwo=' },
      url: 'https://example.jp/deliveries/10',
    },
  ],
  seller: {
    ...seller,
    tradingName: 'みどり',
    identifiers: [{ value: '123456', scheme: '0147' }, { value: 'V-1' }],
    address: { ...seller.address, additionalStreet: '緑ビル3階', addressLine: '東棟' },
    otherTaxRegistration: { number: 'X-1', scheme: 'LOC' },
    legalForm: '資本金1,000万円',
    contact: { name: '青木', telephone: '03-0000-0000', email: 'aoki@example.jp' },
  },
  buyer: {
    ...buyer,
    tradingName: 'あおぞら',
    identifiers: [{ value: 'C-2', scheme: '0147' }],
    registrationNumber: 'T5835678256246',
    legalRegistration: { value: '5835678256246', scheme: '0188' },
    contact: { name: '経理部', telephone: '011-000-0000', email: 'keiri@example.jp' },
  },
  payee: {
    name: 'みどりファイナンス株式会社',
    identifiers: [{ value: 'F-1', scheme: '0147' }],
    legalRegistration: { value: '1180301018771', scheme: '0188' },
  },
  taxRepresentative: {
    name: '納税管理人 山田',
    address: { street: '1-1', country: 'JP' },
    registrationNumber: 'T1180301018771',
  },
  delivery: {
    deliveredOn: '2026-10-20',
    location: { value: 'W-1', scheme: '0147' },
    address: {
      street: '倉庫町9',
      city: '札幌市',
      postalCode: '0010013',
      prefecture: '北海道',
      addressLine: '3番口',
      country: 'JP',
    },
    partyName: 'あおぞら商店 倉庫',
  },
  payments: [
    {
      id: 'PM-1',
      code: '30',
      text: '銀行振込',
      paymentId: 'REF-7',
      account: {
        id: '0001:123:1:0012345',
        scheme: 'ZENGIN',
        name: 'ｶ)ﾐﾄﾞﾘｼﾖｸﾋﾝ',
        branch: '0001123',
        branchAddress: { city: '千代田区', country: 'JP' },
      },
    },
    { code: '54', paymentId: 'REF-7', card: { lastDigits: '1234', network: 'VISA', holder: 'MIDORI TARO' } },
    { code: '49', paymentId: 'REF-7', mandate: { id: 'M-1', payerAccount: '0005:001:1:7654321' } },
  ],
  paymentTerms: [
    { id: 'T-1', paymentMeansId: 'PM-1', note: '月末締め翌月末払い', amount: 3000, instalmentDueOn: '2026-11-30' },
  ],
  prepayments: [{ id: 'D-1', amount: 500, receivedOn: '2026-10-05', instructionId: 'I-1' }],
  allowancesAndCharges: [
    {
      isCharge: false,
      reasonCode: '95',
      reason: '値引',
      percent: '5',
      amount: 100,
      baseAmount: 2000,
      tax: standardRate,
    },
    { isCharge: true, reasonCode: 'FC', reason: '配送料', amount: 550, tax: standardRate },
  ],
  totals: { prepaid: 500, rounding: -4 },
  lines: [
    {
      id: '1',
      note: '10月20日納品',
      quantity: { value: '10.5', unit: 'KGM' },
      accountingCost: '5211',
      period: { startsOn: '2026-10-20', endsOn: '2026-10-20' },
      orderLine: { lineId: '1', orderNumber: 'PO-77' },
      despatchLine: { lineId: '010', number: 'D-1' },
      documents: [{ number: 'N-20', scheme: 'ABT', typeCode: '130' }, { number: 'N-21' }],
      allowancesAndCharges: [
        { isCharge: false, reasonCode: '95', reason: '値引', percent: '10', amount: 30, baseAmount: 300 },
        { isCharge: true, reasonCode: 'CG', reason: '洗浄', amount: 10 },
      ],
      item: {
        name: '上白糖（軽減税率対象）',
        description: '1kg袋',
        buyersId: '0012',
        sellersId: 'S-7',
        standardId: { value: '4512345678906', scheme: '0160' },
        originCountry: 'JP',
        classifications: [{ code: '50161509', list: 'TST', listVersion: '20' }],
        tax: { ...reducedRate, exemptionReason: '軽減税率対象' },
        properties: [{ name: '表示単位名称', value: '袋' }],
      },
      price: {
        amount: '1234.5',
        baseQuantity: { value: '10', unit: 'KGM' },
        discount: { amount: '10', grossAmount: '1244.5' },
      },
    },
    line('2', '紙袋', '3', '7', standardRate),
  ],
}

/** 非課税, 輸出免税 and 不課税 beside taxed goods. */
export const untaxedSample: PintInvoice = {
  ...mixedRatesSample,
  lines: [
    line('1', '商品', '1', '1000', standardRate),
    line('2', '土地の賃貸', '1', '50000', {
      code: 'E',
      percent: '0',
      exemptionReasonCode: 'JP-1',
      exemptionReason: '土地の貸付け',
    }),
    line('3', '輸出', '2', '700', { code: 'G', percent: '0', exemptionReason: '輸出免税' }),
    line('4', '立替金', '1', '320', { code: 'O', exemptionReason: '不課税' }),
  ],
  allowancesAndCharges: [
    { isCharge: false, reason: '値引', amount: 20, tax: { code: 'O' } },
    { isCharge: true, reason: '手数料', amount: 30, tax: { code: 'E', percent: '0' } },
  ],
}

/** 仕入明細書: written by the buyer. */
export const selfBillingSample: PintInvoice = { ...mixedRatesSample, kind: 'self-billing', number: '仕入-7' }

/** 免税事業者: no registration number and no tax. */
export const nonTaxSample: PintInvoice = {
  ...mixedRatesSample,
  kind: 'non-tax-registered',
  seller: { ...seller, registrationNumber: undefined },
  lines: [line('1', '原稿料', '1', '30000', { code: 'O' })],
}

export const creditNoteSample: PintInvoice = {
  ...mixedRatesSample,
  document: 'credit-note',
  number: 'CN-1',
  dueOn: undefined,
  precedingInvoices: [{ number: '0012', issuedOn: '2026-10-31' }],
  payments: [{ code: '30', dueOn: '2026-11-30', account: { id: '0001:123:1:0012345' } }],
  lines: [line('1', '緑茶', '2', '98', reducedRate)],
}

/** In euros, with the tax in yen as the law asks. */
export const euroSample: PintInvoice = {
  ...mixedRatesSample,
  currency: 'EUR',
  taxCurrency: 'JPY',
  taxInAccountingCurrency: { total: 325, subtotals: [{ tax: 325, category: standardRate }] },
  lines: [line('1', 'オンライン講座', '2', '12.505', standardRate)],
}

/** 合計請求書: lines of many delivery notes (納品書), in two rates. */
export const summarySample = (lineCount: number): PintInvoice => ({
  ...mixedRatesSample,
  number: `S-${lineCount}`,
  lines: Array.from({ length: lineCount }, (_, index) => {
    const day = String((index % 31) + 1).padStart(2, '0')
    return {
      ...line(
        String(index + 1),
        `品目${index + 1}`,
        String((index % 9) + 1),
        String((index % 97) + 1),
        index % 3 === 0 ? standardRate : reducedRate,
      ),
      period: { startsOn: `2026-10-${day}`, endsOn: `2026-10-${day}` },
      documents: [{ number: `N-10${day}` }],
    }
  }),
})
