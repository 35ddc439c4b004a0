import { normalized, stringOf, type XmlElement } from '../xml/element.ts'
import { must, parentIs, type Rule } from './rule.ts'

const digitsOf = (text: string): number[] => [...text].map((digit) => digit.charCodeAt(0) - 48)
const weighed = (digits: readonly number[], weightOf: (at: number) => number): number =>
  digits.reduce((sum, digit, at) => sum + digit * weightOf(at), 0)

/** GS1: weights 3, 1, 3 … from the right, the last digit makes the sum a multiple of ten. */
const isGln = (text: string): boolean =>
  /^\d+$/.test(text) &&
  (10 - (weighed(digitsOf(text.slice(0, -1)).reverse(), (at) => (at % 2 === 0 ? 3 : 1)) % 10)) % 10 ===
    Number(text.slice(-1))

const isNorwegian = (text: string): boolean =>
  /^\d{9}$/.test(text) &&
  text !== '000000000' &&
  (11 - (weighed(digitsOf(text.slice(0, -1)).reverse(), (at) => (at % 6) + 2) % 11)) % 11 === Number(text.slice(-1))

const isBelgian = (text: string): boolean =>
  /^\d{10}$/.test(text) && Number(text.slice(8)) === 97 - (Number(text.slice(0, 8)) % 97)

const isAustralian = (text: string): boolean => {
  if (!/^\d{11}$/.test(text)) return false
  const weights = [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]
  const [first = 0, ...others] = digitsOf(text)
  return weighed([first - 1, ...others], (at) => weights[at] ?? 0) % 89 === 0
}

const isItalianTaxCode = (text: string): boolean =>
  text.length === 16
    ? /^[A-Za-z]{6}\d\d[A-Za-z]\d\d.{3}\d[A-Za-z]$/.test(text)
    : text.length === 11 && /^[+-]?\d+$/.test(text)

const isItalianVatCode = (text: string): boolean => {
  if (!/^it/i.test(text) || !['IT', 'it'].includes(text.slice(0, 2))) return true
  const code = text.slice(2)
  const doubled = '0246813579'
  return (
    /^\d{11}$/.test(code) &&
    digitsOf(code).reduce((sum, digit, at) => sum + (at % 2 === 0 ? digit : Number(doubled[digit])), 0) % 10 === 0
  )
}

type Scheme = {
  id: string
  schemes: string[]
  name: string
  nameEn: string
  isValid: (text: string, raw: string) => boolean
}

const schemes: readonly Scheme[] = [
  { id: 'ibr-068', schemes: ['0088'], name: 'GLN', nameEn: 'GLN', isValid: isGln },
  {
    id: 'ibr-127',
    schemes: ['0007'],
    name: 'スウェーデンの組織番号',
    nameEn: 'Swedish organisation number',
    isValid: (text) => text.length === 10 && /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text),
  },
  {
    id: 'ibr-069',
    schemes: ['0192'],
    name: 'ノルウェーの組織番号',
    nameEn: 'Norwegian organisation number',
    isValid: isNorwegian,
  },
  {
    id: 'ibr-070',
    schemes: ['0184'],
    name: 'デンマークの組織番号（DKと数字8桁）',
    nameEn: 'Danish organisation number (DK and 8 digits)',
    isValid: (_, raw) => /^DK\d{8}$/.test(raw),
  },
  {
    id: 'ibr-113',
    schemes: ['0208'],
    name: 'ベルギーの企業番号',
    nameEn: 'Belgian enterprise number',
    isValid: isBelgian,
  },
  {
    id: 'ibr-114',
    schemes: ['0201'],
    name: 'イタリアのIPAコード（英数字6桁）',
    nameEn: 'Italian IPA code (6 letters or digits)',
    isValid: (text) => /^[A-Za-z0-9]{6}$/.test(text),
  },
  {
    id: 'ibr-115',
    schemes: ['0210', '9907'],
    name: 'イタリアの納税者番号',
    nameEn: 'Italian tax code',
    isValid: isItalianTaxCode,
  },
  {
    id: 'ibr-116',
    schemes: ['0211', '9906'],
    name: 'イタリアのVAT番号',
    nameEn: 'Italian VAT code',
    isValid: isItalianVatCode,
  },
  {
    id: 'ibr-120',
    schemes: ['0151'],
    name: 'オーストラリアの事業者番号（ABN）',
    nameEn: 'Australian business number',
    isValid: isAustralian,
  },
]

const isIdentifier = (element: XmlElement): boolean =>
  element.name !== 'cbc:ID' || parentIs('cac:PartyIdentification')(element)

/** Identifiers of parties whose scheme has a check digit or a fixed form. The 法人番号 (0188) is not checked by PINT. */
export const identifierRules: readonly Rule[] = schemes.map(({ id, schemes, name, nameEn, isValid }) => ({
  on: ['cbc:EndpointID', 'cbc:CompanyID', 'cbc:ID'],
  when: (element) => schemes.includes(element.attributes.get('schemeID') ?? '') && isIdentifier(element),
  asserts: [
    must(
      id,
      (element) => isValid(normalized(stringOf(element)), element.text),
      `識別子が${name}の形ではありません。桁数と検査数字を確かめてください。`,
      `The identifier is not a valid ${nameEn}. Check its length and check digit.`,
    ),
  ],
}))
