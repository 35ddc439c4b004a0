import { reached, stringOf, type XmlElement } from '../xml/element.ts'
import { atMost, filled, hasAttribute, must, once, parentIs, present, type Rule, within } from './rule.ts'

const nameIsIn = (one: readonly XmlElement[], others: readonly XmlElement[]): boolean => {
  const texts = new Set(others.map(stringOf))
  return one.some((each) => texts.has(stringOf(each)))
}
const sellerOf = (payee: XmlElement) => (path: string) =>
  reached(payee.parent, `cac:AccountingSupplierParty/cac:Party/${path}`)
const isTheSeller = (payee: XmlElement): boolean =>
  nameIsIn(reached(payee, 'cac:PartyName/cbc:Name'), sellerOf(payee)('cac:PartyLegalEntity/cbc:RegistrationName'))

const isNamedOtherThanSeller = (payee: XmlElement): boolean => {
  const names = reached(payee, 'cac:PartyName/cbc:Name')
  const identifiers = reached(payee, 'cac:PartyIdentification/cbc:ID')
  return (
    names.length > 0 &&
    !nameIsIn(names, sellerOf(payee)('cac:PartyName/cbc:Name')) &&
    !nameIsIn(identifiers, sellerOf(payee)('cac:PartyIdentification/cbc:ID'))
  )
}

const payee: Rule = {
  on: ['cac:PayeeParty'],
  asserts: [
    must(
      'ibr-017',
      isNamedOtherThanSeller,
      '支払先（ibg-10）は売り手と別の者のときだけ書き、その名称（ibt-059）を添えます。',
      'Give a payee (ibg-10) only when it is not the seller, and give its name (ibt-059).',
    ),
    must(
      'ibr-105',
      (element) =>
        reached(element, 'cac:PartyIdentification/cbc:ID').filter(
          ({ attributes }) => (attributes.get('schemeID') ?? '').toUpperCase() !== 'SEPA',
        ).length <= 1 || isTheSeller(element),
      '支払先の識別子（ibt-060）は一つだけ書けます。',
      'Only one payee identifier (ibt-060) may be given.',
    ),
    must(
      'ibr-106',
      (element) => reached(element, 'cac:PartyLegalEntity/cbc:CompanyID').length <= 1 || isTheSeller(element),
      '支払先の法人番号（ibt-061）は一つだけ書けます。',
      'Only one payee legal registration (ibt-061) may be given.',
    ),
    must(
      'ibr-sr-19',
      (element) => reached(element, 'cac:PartyName/cbc:Name').length <= 1 || isTheSeller(element),
      '支払先の名称（ibt-059）は一つだけ書けます。',
      'Only one payee name (ibt-059) may be given.',
    ),
  ],
}

const country = 'cac:Country/cbc:IdentificationCode'
const addressLine = 'cac:AddressLine/cbc:Line'

/** Seller, buyer, payee, tax representative and where goods go. */
export const partyRules: readonly Rule[] = [
  {
    on: ['cac:Party'],
    when: parentIs('cac:AccountingCustomerParty'),
    asserts: [present('ibr-080', 'cbc:EndpointID', ['買い手の電子アドレス', 'buyer electronic address', 'ibt-049'])],
  },
  {
    on: ['cbc:EndpointID'],
    when: within('cac:Party', 'cac:AccountingCustomerParty'),
    asserts: [
      hasAttribute('ibr-063', 'schemeID', [
        '買い手の電子アドレスの種類',
        'scheme of the buyer electronic address',
        'ibt-049-1',
      ]),
    ],
  },
  {
    on: ['cac:PostalAddress'],
    when: within('cac:Party', 'cac:AccountingCustomerParty'),
    asserts: [
      filled('ibr-011', country, ['買い手の国コード', 'buyer country code', 'ibt-055']),
      once('ibr-sr-54', addressLine, ['買い手の住所の追加行', 'buyer address line', 'ibt-163']),
    ],
  },
  {
    on: ['cac:Address'],
    when: within('cac:DeliveryLocation', 'cac:Delivery'),
    asserts: [
      present('ibr-057', country, ['納品先の国コード', 'deliver-to country code', 'ibt-080']),
      once('ibr-sr-56', addressLine, ['納品先の住所の追加行', 'deliver-to address line', 'ibt-165']),
    ],
  },
  payee,
  {
    on: ['cac:Address'],
    when: within('cac:FinancialInstitutionBranch', 'cac:PayeeFinancialAccount', 'cac:PaymentMeans'),
    asserts: [once('ibr-sr-59', addressLine, ['金融機関の住所の追加行', 'address line of the bank', 'ibt-174'])],
  },
  {
    on: ['cac:Party'],
    when: parentIs('cac:AccountingSupplierParty'),
    asserts: [
      must(
        'ibr-co-26',
        (element) =>
          [
            'cac:PartyTaxScheme/cbc:CompanyID',
            'cac:PartyIdentification/cbc:ID',
            'cac:PartyLegalEntity/cbc:CompanyID',
          ].some((path) => reached(element, path).length > 0),
        '売り手を見分ける番号がありません。登録番号（ibt-031）、法人番号（ibt-030）、識別子（ibt-029）のどれかを書きます。',
        'Nothing identifies the seller: give its tax (ibt-031), legal (ibt-030) or other identifier (ibt-029).',
      ),
      present('ibr-081', 'cbc:EndpointID', ['売り手の電子アドレス', 'seller electronic address', 'ibt-034']),
      atMost('ibr-sr-42', 2, 'cac:PartyTaxScheme', ['売り手の税務登録', 'seller tax registration', 'ibt-031']),
    ],
  },
  {
    on: ['cbc:EndpointID'],
    when: within('cac:Party', 'cac:AccountingSupplierParty'),
    asserts: [
      hasAttribute('ibr-062', 'schemeID', [
        '売り手の電子アドレスの種類',
        'scheme of the seller electronic address',
        'ibt-034-1',
      ]),
    ],
  },
  {
    on: ['cac:PostalAddress'],
    when: within('cac:Party', 'cac:AccountingSupplierParty'),
    asserts: [
      filled('ibr-009', country, ['売り手の国コード', 'seller country code', 'ibt-040']),
      once('ibr-sr-53', addressLine, ['売り手の住所の追加行', 'seller address line', 'ibt-162']),
    ],
  },
  {
    on: ['cac:TaxRepresentativeParty'],
    asserts: [
      filled('ibr-018', 'cac:PartyName/cbc:Name', ['納税管理人の名称', 'tax representative name', 'ibt-062']),
      present('ibr-019', 'cac:PostalAddress', ['納税管理人の住所', 'tax representative address', 'ibg-12']),
      present('ibr-056', 'cac:PartyTaxScheme/cbc:CompanyID', [
        '納税管理人の登録番号',
        'tax representative tax identifier',
        'ibt-063',
      ]),
      once('ibr-sr-22', 'cac:PartyName/cbc:Name', ['納税管理人の名称', 'tax representative name', 'ibt-062']),
      once('ibr-sr-23', 'cac:Party/cac:PartyTaxScheme/cbc:CompanyID', [
        '納税管理人の登録番号',
        'tax representative tax identifier',
        'ibt-063',
      ]),
    ],
  },
  {
    on: ['cac:PostalAddress'],
    when: parentIs('cac:TaxRepresentativeParty'),
    asserts: [
      filled('ibr-020', country, ['納税管理人の国コード', 'tax representative country code', 'ibt-069']),
      once('ibr-sr-55', addressLine, ['納税管理人の住所の追加行', 'tax representative address line', 'ibt-164']),
    ],
  },
  {
    on: ['cac:PartyTaxScheme'],
    asserts: [present('ibr-sr-57', 'cbc:CompanyID', ['税務登録の番号', 'tax registration number', 'ibt-031'])],
  },
]

/** Where goods went; tried after empty elements. */
export const deliveryRule: Rule = {
  on: ['cac:Delivery'],
  asserts: [
    once('ibr-108', 'cac:DeliveryParty/cac:PartyName/cbc:Name', ['納品先の名称', 'deliver-to party name', 'ibt-070']),
  ],
}

/** A price quantity is counted in the unit of the line. */
export const priceUnitRule: Rule = {
  on: ['cbc:BaseQuantity'],
  when: (element) => parentIs('cac:Price')(element) && element.attributes.has('unitCode'),
  asserts: [
    must(
      'ibr-088',
      ({ parent, attributes }) => {
        const quantities = ['cbc:InvoicedQuantity', 'cbc:CreditedQuantity'].flatMap((name) =>
          reached(parent?.parent, name).map((quantity) => quantity.attributes.get('unitCode')),
        )
        return quantities.length === 0 || quantities.includes(attributes.get('unitCode'))
      },
      '単価の基準数量の単位（ibt-150）が数量の単位（ibt-130）と違います。同じ単位にしてください。',
      'The unit of the price base quantity (ibt-150) is not the unit of the quantity (ibt-130).',
    ),
  ],
}
