import type { Option } from '@ennoshita/ui'
import { t } from '@ennoshita/ui'
import type { TaxClass } from '../contract.ts'
import { outOfScope, taxClassFault, taxClassName, taxClassOf, taxKeyOf } from '../rules/tax-class.ts'

const sale = (part: Partial<TaxClass>): TaxClass => ({ ...outOfScope, side: 'sale', nature: 'taxable', ...part })
const purchase = (part: Partial<TaxClass>): TaxClass => ({
  ...{ ...outOfScope, side: 'purchase', nature: 'taxable', rateClass: 'standard', use: 'taxable-only' },
  ...{ invoice: 'qualified', ...part },
})

const usesOfPurchases = ['taxable-only', 'common', 'exempt-only'] as const
const invoices = ['qualified', 'transitional', 'none', 'book-only', 'small-amount'] as const

/** The classes that clerks choose from, the usual ones first. */
const usual: readonly TaxClass[] = [
  outOfScope,
  ...(['standard', 'reduced'] as const).map((rateClass) => sale({ rateClass })),
  ...usesOfPurchases.flatMap((use) =>
    invoices.flatMap((invoice) =>
      (['standard', 'reduced'] as const).map((rateClass) => purchase({ rateClass, use, invoice })),
    ),
  ),
  ...(['exempt', 'non-taxable', 'export'] as const).map((nature) => sale({ nature })),
  ...(['exempt', 'non-taxable'] as const).map((nature): TaxClass => ({ ...outOfScope, side: 'purchase', nature })),
  ...(['standard', 'reduced'] as const).map((rateClass) => sale({ rateClass, isReturn: true })),
  ...(['standard', 'reduced'] as const).map((rateClass) => purchase({ rateClass, isReturn: true })),
].filter((each) => taxClassFault(each) === undefined)

/** 税区分 as choices by their key (`taxClassOf` reads it), named as clerks name them on that day. */
export function taxChoices(on: string): readonly Option[] {
  return usual.map((each) => ({ value: taxKeyOf(each), label: taxClassName(each, on), words: [romajiOf(each)] }))
}

/** A class that is not among the usual ones is still shown by its name. */
export function taxChoicesWith(on: string, key: string): readonly Option[] {
  const choices = taxChoices(on)
  if (choices.some(({ value }) => value === key)) return choices
  return [...choices, { value: key, label: taxClassName(taxClassOf(key), on) }]
}

function romajiOf({ side, nature }: TaxClass): string {
  if (side === 'none') return 'taishougai'
  if (nature === 'taxable') return side === 'sale' ? 'kazeiuriage' : 'kazeishiire kataishiire'
  return nature === 'exempt' ? 'hikazei' : nature === 'export' ? 'yushutsu' : 'fukazei'
}

export const subAccountUseChoices = () => [
  { value: 'none' as const, label: t('使わない') },
  { value: 'optional' as const, label: t('あれば付ける') },
  { value: 'required' as const, label: t('必ず付ける') },
]
