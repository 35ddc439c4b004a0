import { normalized, reached, stringOf, type XmlElement } from '../xml/element.ts'
import { adjustmentRules, noTaxRules, subtotalRules, untaxedRules } from './japan-tax-rules.ts'
import {
  type Assertion,
  isRoot,
  isVat,
  must,
  once,
  type PintKind,
  parentIs,
  present,
  type Rule,
  textAt,
  within,
} from './rule.ts'

const namesOf = (kind: PintKind): { specifications: string[]; processes: string[]; suffix: string } =>
  kind === 'self-billing'
    ? {
        specifications: ['urn:peppol:pint:selfbilling-1@jp-1'],
        processes: ['urn:peppol:bis:selfbilling'],
        suffix: '-sb',
      }
    : kind === 'non-tax-registered'
      ? { specifications: ['urn:peppol:pint:nontaxinvoice-1@jp-1'], processes: ['urn:peppol:bis:billing'], suffix: '' }
      : {
          specifications: ['urn:peppol:pint:billing-1@jp-1', 'urn:fdc:peppol:jp:billing:3.0'],
          processes: ['urn:peppol:bis:billing', 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0'],
          suffix: '',
        }

const sellerTax = 'cac:AccountingSupplierParty/cac:Party/cac:PartyTaxScheme'
const registrations = (root: XmlElement, isWanted: (scheme: string) => boolean): number =>
  reached(root, sellerTax)
    .filter((scheme) =>
      reached(scheme, 'cac:TaxScheme').some((each) => isWanted((textAt(each, 'cbc:ID') ?? '').toUpperCase())),
    )
    .reduce((count, scheme) => count + reached(scheme, 'cbc:CompanyID').length, 0)

/** 非課税 (E), 輸出免税 (G) and 不課税 (O) stand in one breakdown each when they stand anywhere. */
const oneBreakdown = (letter: string, id: string, ja: string, en: string) =>
  must(
    id,
    (root, { named }) => {
      const isMeant = (category: XmlElement) =>
        isVat(category) && reached(category, 'cbc:ID').some((code) => normalized(stringOf(code)) === letter)
      const breakdowns = reached(root, 'cac:TaxTotal/cac:TaxSubtotal/cac:TaxCategory').filter(isMeant)
      const isUsed = ['cac:TaxCategory', 'cac:ClassifiedTaxCategory'].some((name) => named(name).some(isMeant))
      return !isUsed || breakdowns.flatMap((each) => reached(each, 'cbc:ID')).length === 1
    },
    `${ja}（${letter}）の明細や値引があるときは、税の内訳（ibg-23）に${ja}の行を一つだけ書きます。`,
    `With ${en} (${letter}) items, the tax breakdown (ibg-23) must have exactly one ${en} row.`,
  )

/** What the document says it is. */
const identityOf = (kind: PintKind): Assertion[] => {
  const { specifications, processes, suffix } = namesOf(kind)
  const specificationId = kind === 'non-tax-registered' ? 'aligned-ibrp-001-jp-ntr' : `aligned-ibrp-001-jp${suffix}`
  return [
    must(
      specificationId,
      (root) => specifications.some((start) => normalized(textAt(root, 'cbc:CustomizationID') ?? '').startsWith(start)),
      `仕様の識別子（ibt-024）は ${specifications[0]} で始めます。`,
      `The specification identifier (ibt-024) must begin with ${specifications[0]}.`,
    ),
    must(
      `aligned-ibrp-002-jp${suffix}`,
      (root) => processes.some((process) => normalized(textAt(root, 'cbc:ProfileID') ?? '').includes(process)),
      `業務プロセスの識別子（ibt-023）は ${processes[0]} とします。`,
      `The business process (ibt-023) must be ${processes[0]}.`,
    ),
  ]
}

const documentRule = (kind: PintKind): Rule => {
  const isNonTax = kind === 'non-tax-registered'
  return {
    on: ['Invoice', 'CreditNote'],
    when: isRoot,
    asserts: [
      ...identityOf(kind),
      ...['aligned-ibrp-009', 'aligned-ibrp-sr-12'].map((id) =>
        must(
          id,
          (root) => registrations(root, (scheme) => scheme === 'VAT') <= 1,
          '売り手の登録番号（ibt-031）は一つだけ書けます。',
          'Only one seller tax identifier (ibt-031) may be given.',
        ),
      ),
      must(
        'aligned-ibrp-014',
        (_, { named }) => new Set(named('cbc:PaymentID').map(stringOf)).size <= 1,
        '振込の照合番号（ibt-083）は一種類だけ書けます。',
        'Only one remittance information (ibt-083) may be given.',
      ),
      must(
        'aligned-ibrp-052',
        (_, { named }) => named('cac:InvoicePeriod').length > 0,
        '取引年月日がありません。請求期間（ibg-14）か明細行の期間（ibg-26）を書いてください。',
        'The date of the transaction is missing: give an invoicing period (ibg-14) or line periods (ibg-26).',
      ),
      oneBreakdown('E', 'aligned-ibrp-e-01', '非課税', 'exempt'),
      oneBreakdown('G', 'aligned-ibrp-g-01', '輸出免税', 'export'),
      oneBreakdown('O', 'aligned-ibrp-o-01', '不課税', 'out-of-scope'),
      must(
        'aligned-ibrp-sr-13',
        (root) => registrations(root, (scheme) => scheme !== 'VAT') <= 1,
        '売り手の税務登録（ibt-032）は一つだけ書けます。',
        'Only one seller tax registration (ibt-032) may be given.',
      ),
      isNonTax
        ? must(
            'aligned-ibr-jp-04-ntr',
            (root) => reached(root, `${sellerTax}/cbc:CompanyID`).length === 0,
            '適格請求書発行事業者でない売り手の請求書に、登録番号（ibt-031）は書けません。',
            'An invoice of a seller that is not registered must not carry a tax identifier (ibt-031).',
          )
        : present('aligned-ibr-jp-04', `${sellerTax}/cbc:CompanyID`, [
            '売り手の登録番号',
            'seller tax identifier',
            'ibt-031',
          ]),
      must(
        'aligned-ibr-jp-05',
        (root) => (textAt(root, 'cbc:TaxCurrencyCode') ?? 'JPY') === 'JPY',
        '税の会計通貨（ibt-006）は JPY とします。',
        'The tax accounting currency (ibt-006) must be JPY.',
      ),
      must(
        'aligned-ibrp-053-jp',
        (root, { currencies }) =>
          reached(root, 'cac:TaxTotal/cbc:TaxAmount').filter(({ attributes }) =>
            currencies.includes(attributes.get('currencyID') ?? ''),
          ).length <= 1,
        '請求書の通貨での税額の合計（ibt-110）は一つだけ書けます。',
        'Only one total tax in the currency of the invoice (ibt-110) may be given.',
      ),
    ],
  }
}

const invoiceSystemBegan = '2023-10-01'

const registrationRule: Rule = {
  on: ['cac:PartyTaxScheme'],
  when: (scheme) => within('cac:Party', 'cac:AccountingSupplierParty', 'Invoice')(scheme) && isVat(scheme),
  asserts: [
    must(
      'aligned-ibr-jp-01',
      (scheme, { named }) =>
        !['cbc:StartDate', 'cbc:EndDate'].some((name) =>
          named(name).some((date) => stringOf(date) >= invoiceSystemBegan),
        ) || /^T[0-9]{13}$/.test(normalized(textAt(scheme, 'cbc:CompanyID') ?? '')),
      '登録番号（ibt-031）は T と数字13桁で書きます（2023年10月1日以後の取引）。',
      'The registration number (ibt-031) must be T and 13 digits, for transactions from 2023-10-01.',
    ),
  ],
}

const paymentRules: readonly Rule[] = [
  {
    on: ['cac:PayeeFinancialAccount'],
    when: ({ parent }) =>
      parent?.name === 'cac:PaymentMeans' &&
      reached(parent, 'cbc:PaymentMeansCode').some((code) => ['30', '58'].includes(stringOf(code))),
    asserts: [
      must(
        'aligned-ibrp-016',
        (account) => reached(account, 'cbc:ID').some((id) => stringOf(id) !== ''),
        '銀行振込（30、58）には振込先の口座（ibt-084）を書きます。',
        'A bank transfer (30, 58) needs the account (ibt-084).',
      ),
    ],
  },
  {
    on: ['cac:CardAccount'],
    when: parentIs('cac:PaymentMeans'),
    asserts: [
      must(
        'aligned-ibrp-017',
        (card) => {
          const length = [...(textAt(card, 'cbc:PrimaryAccountNumberID') ?? '')].length
          return length >= 4 && length <= 6
        },
        'カード番号（ibt-087）は下4～6桁だけを書きます。',
        'Give only the last 4 to 6 digits of the card number (ibt-087).',
      ),
    ],
  },
  {
    on: ['cac:PaymentMeans'],
    asserts: [
      present('aligned-ibrp-049', 'cbc:PaymentMeansCode', ['支払手段のコード', 'payment means code', 'ibt-081']),
    ],
  },
]

/** The rules of Japan for one kind of document, in the order in which they are tried. */
export const japanRules = (kind: PintKind): readonly Rule[] => [
  ...adjustmentRules,
  documentRule(kind),
  ...subtotalRules(kind),
  {
    on: ['cac:TaxRepresentativeParty'],
    asserts: [
      once('aligned-ibrp-010', 'cac:PartyTaxScheme/cbc:CompanyID', [
        '納税管理人の登録番号',
        'tax representative tax identifier',
        'ibt-063',
      ]),
    ],
  },
  ...paymentRules,
  ...noTaxRules(kind),
  ...untaxedRules('E', '非課税', 'exempt'),
  ...untaxedRules('G', '輸出免税', 'export'),
  ...untaxedRules('O', '不課税', 'out-of-scope'),
  ...(kind === 'non-tax-registered' ? [] : [registrationRule]),
  {
    on: ['cbc:ID'],
    when: (element) =>
      parentIs('cac:TaxScheme')(element) &&
      ['cac:TaxCategory', 'cac:ClassifiedTaxCategory'].includes(element.parent?.parent?.name ?? ''),
    asserts: [
      must(
        'aligned-ibr-jp-03',
        (element) => stringOf(element).includes('VAT'),
        '税の種類は VAT（日本では消費税を指します）とします。',
        'The tax scheme must be VAT, which means consumption tax in Japan.',
      ),
    ],
  },
]

/** The code lists of Japan. */
export const japanCodeRules = (kind: PintKind): readonly Rule[] => [
  {
    on: ['cbc:ID'],
    when: parentIs('cac:TaxCategory', 'cac:ClassifiedTaxCategory'),
    asserts: [
      must(
        'aligned-ibrp-cl-01-jp',
        (element) => /^(S|AA|E|G|O)$/.test(normalized(stringOf(element))),
        '税区分は S（標準税率）、AA（軽減税率）、E（非課税）、G（輸出免税）、O（不課税）のどれかとします。',
        'The tax category must be S (standard), AA (reduced), E (exempt), G (export) or O (out of scope).',
      ),
    ],
  },
  ...(kind === 'standard'
    ? [
        {
          on: ['cbc:InvoiceTypeCode'],
          asserts: [
            must(
              'aligned-ibrp-cl-02-jp',
              (element: XmlElement) => normalized(stringOf(element)) === '380',
              '請求書の種類（ibt-003）は 380 とします。',
              'The invoice type code (ibt-003) must be 380.',
            ),
          ],
        },
      ]
    : []),
]
