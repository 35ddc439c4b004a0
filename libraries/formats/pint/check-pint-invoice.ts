import { PintDocumentError, type PintFault } from './pint-document-error.ts'
import { codeRules } from './rules/code-rules.ts'
import { cardinalityRules, datatypeRules } from './rules/datatype-rules.ts'
import { japanCodeRules, japanRules } from './rules/japan-rules.ts'
import type { Checked, PintKind, Rule } from './rules/rule.ts'
import { sharedRules } from './rules/shared-rules.ts'
import { normalized, pathOf, reached, stringOf, type XmlElement } from './xml/element.ts'
import { readXml, type XmlDocument } from './xml/read-xml.ts'

/**
 * A rule that a document breaks. `id` is the official one (`ibr-co-15`, `aligned-ibr-jp-01`); or `xml` for a file that is no UBL invoice,
 * `ubl-datatype` for a number or a date that is none, `ubl-cardinality` for what stands twice: over those the official rules break off.
 */
export type PintFinding = PintFault & { id: string; severity: 'fatal' }

/** A broken rule is told at so many places at most, so that an answer stays readable. */
const mostPerRule = 100

/** The rules for elements of each name, in their order; those for any name (`*`) stand in between. */
type Pattern = (name: string) => readonly Rule[]

const patternOf = (rules: readonly Rule[]): Pattern => {
  const known = new Map<string, readonly Rule[]>()
  return (name) => {
    const found = known.get(name) ?? rules.filter(({ on }) => on.includes(name) || on.includes('*'))
    if (known.size < 500) known.set(name, found)
    return found
  }
}

const shared = patternOf(sharedRules)
const datatypes = patternOf(datatypeRules)
const cardinalities = patternOf(cardinalityRules)
const patternsOf = (kind: PintKind): readonly Pattern[] => [
  cardinalities,
  datatypes,
  shared,
  patternOf(codeRules(kind)),
  patternOf(japanRules(kind)),
  patternOf(japanCodeRules(kind)),
]
const patterns: Record<PintKind, readonly Pattern[]> = {
  standard: patternsOf('standard'),
  'self-billing': patternsOf('self-billing'),
  'non-tax-registered': patternsOf('non-tax-registered'),
}

/** What the document says it is: by its specification, else by its process or its type. */
export function kindOf(root: XmlElement): PintKind {
  const textOf = (name: string) => normalized(reached(root, name).map(stringOf)[0] ?? '')
  const specification = textOf('cbc:CustomizationID')
  if (specification.startsWith('urn:peppol:pint:selfbilling')) return 'self-billing'
  if (specification.startsWith('urn:peppol:pint:nontaxinvoice')) return 'non-tax-registered'
  if (specification.startsWith('urn:peppol:pint:billing') || specification.startsWith('urn:fdc:peppol:jp'))
    return 'standard'
  if (textOf('cbc:ProfileID') === 'urn:peppol:bis:selfbilling' || textOf('cbc:InvoiceTypeCode') === '389')
    return 'self-billing'
  return textOf('cbc:InvoiceTypeCode') === '480' ? 'non-tax-registered' : 'standard'
}

const everyElement = (root: XmlElement): XmlElement[] => {
  const found: XmlElement[] = []
  const rest = [root]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    found.push(next)
    for (let at = next.children.length - 1; at >= 0; at -= 1) rest.push(next.children[at] ?? next)
  }
  return found
}

const checkedOf = (root: XmlElement, elements: readonly XmlElement[]): Checked => {
  const byName = new Map<string, XmlElement[]>()
  for (const element of elements) {
    const same = byName.get(element.name)
    if (same === undefined) byName.set(element.name, [element])
    else same.push(element)
  }
  return {
    root,
    currencies: reached(root, 'cbc:DocumentCurrencyCode').map(stringOf),
    named: (name) => byName.get(name) ?? [],
  }
}

/** What stands once in an invoice and is set against much else; a flood of it would make the checks slow. */
const crowding = [
  ...['cbc:DocumentCurrencyCode', 'cbc:TaxCurrencyCode', 'cac:LegalMonetaryTotal', 'cac:AccountingSupplierParty'],
  ...['cac:PayeeParty', 'cac:PartyTaxScheme'],
]
const mostOfOne = 50

const crowded = ({ root, named }: Checked): XmlElement | undefined =>
  [...crowding.map(named), reached(root, 'cac:InvoicePeriod')].find(({ length }) => length > mostOfOne)?.[mostOfOne]

/** Every rule that a document breaks. */
export function findingsIn({ root, lineOf }: XmlDocument, kind: PintKind): PintFinding[] {
  const elements = everyElement(root)
  const document = checkedOf(root, elements)
  const surplus = crowded(document)
  if (surplus !== undefined) {
    return [
      {
        id: 'ubl-cardinality',
        severity: 'fatal',
        path: pathOf(surplus),
        line: lineOf(surplus),
        message:
          '一つだけ書ける要素が50を超えています。ほかの規則は確かめていません。送り手に作り直しを頼んでください。',
        messageEn:
          'An element that may stand once stands over 50 times. Nothing else was checked. Ask the sender for a new file.',
      },
    ]
  }
  const findings: PintFinding[] = []
  const counts = new Map<string, number>()
  const tell = (element: XmlElement, { asserts }: Rule): void => {
    for (const { id, holds, message, messageEn } of asserts) {
      const count = counts.get(id) ?? 0
      if (count >= mostPerRule || holds(element, document)) continue
      counts.set(id, count + 1)
      findings.push({ id, severity: 'fatal', path: pathOf(element), line: lineOf(element), message, messageEn })
    }
  }
  for (const element of elements) {
    for (const pattern of patterns[kind]) {
      const rule = pattern(element.name).find(({ when }) => when === undefined || when(element, document))
      if (rule !== undefined) tell(element, rule)
    }
  }
  return findings
}

/** The root must be a UBL invoice or credit note; throws PintDocumentError for anything else. */
export function readUbl(xml: string | Uint8Array): XmlDocument {
  const document = readXml(xml)
  if (!['Invoice', 'CreditNote'].includes(document.root.name)) {
    throw new PintDocumentError([
      {
        path: '/',
        line: document.lineOf(document.root),
        message:
          'UBL 2.1 の請求書（Invoice）でもクレジットノート（CreditNote）でもありません。JP PINT のファイルを選んでください。',
        messageEn: 'This is neither a UBL 2.1 Invoice nor a CreditNote. Choose a JP PINT file.',
      },
    ])
  }
  return document
}

/**
 * Checks an invoice or credit note against JP PINT 1.1.3: the rules that PINT shares among countries and those of Japan, for the kind that
 * its specification identifier (ibt-024) names. Never throws for what a file holds: a file that cannot be read is one finding `xml`.
 * Each rule is reported at no more than 100 places.
 */
export function checkPintInvoice(xml: string | Uint8Array): PintFinding[] {
  try {
    const document = readUbl(xml)
    return findingsIn(document, kindOf(document.root))
  } catch (error) {
    if (!(error instanceof PintDocumentError)) throw error
    return error.faults.map((fault) => ({ id: 'xml', severity: 'fatal', ...fault }))
  }
}
