import type {
  PintAllowanceCharge,
  PintDocumentReference,
  PintItem,
  PintLine,
  PintPeriod,
  PintPrice,
  PintTaxCategory,
} from '../invoice.ts'
import { childrenOf } from '../xml/element.ts'
import {
  amount,
  type Codec,
  code,
  date,
  decimal,
  fault,
  identifier,
  indicator,
  leafText,
  type Part,
  price,
  quantity,
  text,
  writeLeaf,
} from './codec.ts'
import { always, partsOf, structure } from './structure.ts'

const category = partsOf<PintTaxCategory>()
export const taxCategoryCodec: Codec<PintTaxCategory> = structure([
  category.required('code', 'cbc:ID', code),
  category.one('percent', 'cbc:Percent', decimal),
  category.one('exemptionReasonCode', 'cbc:TaxExemptionReasonCode', code),
  category.one('exemptionReason', 'cbc:TaxExemptionReason', text),
  always('cac:TaxScheme/cbc:ID', 'VAT'),
])

const adjustment = partsOf<PintAllowanceCharge>()
export const allowanceChargeCodec: Codec<PintAllowanceCharge> = structure([
  adjustment.required('isCharge', 'cbc:ChargeIndicator', indicator),
  adjustment.one('reasonCode', 'cbc:AllowanceChargeReasonCode', code),
  adjustment.one('reason', 'cbc:AllowanceChargeReason', text),
  adjustment.one('percent', 'cbc:MultiplierFactorNumeric', decimal),
  adjustment.required('amount', 'cbc:Amount', amount()),
  adjustment.one('baseAmount', 'cbc:BaseAmount', amount()),
  adjustment.one('tax', 'cac:TaxCategory', taxCategoryCodec),
])

const period = partsOf<PintPeriod>()
export const periodCodec: Codec<PintPeriod> = structure([
  period.one('startsOn', 'cbc:StartDate', date),
  period.one('endsOn', 'cbc:EndDate', date),
  period.one('taxPointCode', 'cbc:DescriptionCode', code),
])

/** A number with its scheme beside it in one object. */
export const numberAndScheme: Part<{ number: string; scheme?: string }> = {
  name: 'cbc:ID',
  read: (element, into, context) => {
    const [found, second] = childrenOf(element, 'cbc:ID')
    const each = found === undefined || second !== undefined ? undefined : identifier.read(found, context)
    if (each === undefined)
      fault(element, context, '番号（cbc:ID）が一つ必要です。', 'Exactly one number (cbc:ID) is needed.')
    else Object.assign(into, { number: each.value, ...(each.scheme === undefined ? {} : { scheme: each.scheme }) })
  },
  write: ({ number, scheme }, context) => writeLeaf('cbc:ID', number, context, { schemeID: scheme }),
}

const reference = partsOf<PintDocumentReference>()
const documentReferenceCodec: Codec<PintDocumentReference> = structure([
  numberAndScheme,
  reference.one('typeCode', 'cbc:DocumentTypeCode', code),
])

type Classification = { code: string; list?: string; listVersion?: string }
const classificationCodec: Codec<Classification> = {
  read: (element, context) => {
    const value = leafText(element, context, ['listID', 'listVersionID'])?.trim()
    const list = element.attributes.get('listID')
    const listVersion = element.attributes.get('listVersionID')
    if (value === undefined) return undefined
    return {
      code: value,
      ...(list === undefined ? {} : { list }),
      ...(listVersion === undefined ? {} : { listVersion }),
    }
  },
  write: (name, { code: value, list, listVersion }, context) =>
    writeLeaf(name, value, context, { listID: list, listVersionID: listVersion }),
}

type Property = { name: string; value: string }
const property = partsOf<Property>()
const propertyCodec: Codec<Property> = structure([
  property.required('name', 'cbc:Name', text),
  property.required('value', 'cbc:Value', text),
])

const item = partsOf<PintItem>()
const itemCodec: Codec<PintItem> = structure([
  item.one('description', 'cbc:Description', text),
  item.required('name', 'cbc:Name', text),
  item.one('buyersId', 'cac:BuyersItemIdentification/cbc:ID', text),
  item.one('sellersId', 'cac:SellersItemIdentification/cbc:ID', text),
  item.one('standardId', 'cac:StandardItemIdentification/cbc:ID', identifier),
  item.one('originCountry', 'cac:OriginCountry/cbc:IdentificationCode', code),
  item.many('classifications', 'cac:CommodityClassification/cbc:ItemClassificationCode', classificationCodec),
  item.one('tax', 'cac:ClassifiedTaxCategory', taxCategoryCodec),
  item.many('properties', 'cac:AdditionalItemProperty', propertyCodec),
])

type Discount = NonNullable<PintPrice['discount']>
const discount = partsOf<Discount>()
const discountCodec: Codec<Discount> = structure([
  always('cbc:ChargeIndicator', 'false'),
  discount.required('amount', 'cbc:Amount', price),
  discount.one('grossAmount', 'cbc:BaseAmount', price),
])

const priceParts = partsOf<PintPrice>()
const priceCodec: Codec<PintPrice> = structure([
  priceParts.required('amount', 'cbc:PriceAmount', price),
  priceParts.one('baseQuantity', 'cbc:BaseQuantity', quantity),
  priceParts.one('discount', 'cac:AllowanceCharge', discountCodec),
])

type OrderLine = NonNullable<PintLine['orderLine']>
const orderLine = partsOf<OrderLine>()
const orderLineCodec: Codec<OrderLine> = structure([
  orderLine.required('lineId', 'cbc:LineID', text),
  orderLine.one('orderNumber', 'cac:OrderReference/cbc:ID', text),
])

type DespatchLine = NonNullable<PintLine['despatchLine']>
const despatchLine = partsOf<DespatchLine>()
const despatchLineCodec: Codec<DespatchLine> = structure([
  despatchLine.required('lineId', 'cbc:LineID', text),
  despatchLine.one('number', 'cac:DocumentReference/cbc:ID', text),
])

const line = partsOf<PintLine>()
export const lineCodec = (document: 'invoice' | 'credit-note'): Codec<PintLine> =>
  structure([
    line.required('id', 'cbc:ID', code),
    line.one('note', 'cbc:Note', text),
    line.required('quantity', document === 'invoice' ? 'cbc:InvoicedQuantity' : 'cbc:CreditedQuantity', quantity),
    line.required('netAmount', 'cbc:LineExtensionAmount', amount()),
    line.one('accountingCost', 'cbc:AccountingCost', text),
    line.one('period', 'cac:InvoicePeriod', periodCodec),
    line.one('orderLine', 'cac:OrderLineReference', orderLineCodec),
    line.one('despatchLine', 'cac:DespatchLineReference', despatchLineCodec),
    line.many('documents', 'cac:DocumentReference', documentReferenceCodec),
    line.many('allowancesAndCharges', 'cac:AllowanceCharge', allowanceChargeCodec),
    line.required('item', 'cac:Item', itemCodec),
    line.required('price', 'cac:Price', priceCodec),
  ])
