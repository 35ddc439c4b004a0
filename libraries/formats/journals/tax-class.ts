/**
 * 消費税の課税区分, independent of any software. `use` is 課税売上対応・非課税売上対応・共通対応; `invoice` says why the tax is deductible
 * (transitional: 経過措置, with its `deductiblePercent`; bookOnly: 帳簿のみ保存; smallAmount: 少額特例);
 * 'unstated' where the text says nothing.
 */
export type TaxClass = {
  side: 'sale' | 'purchase' | 'none'
  nature:
    | 'taxable'
    | 'exempt'
    | 'nontaxable'
    | 'export'
    | 'exempt_export'
    | 'securities'
    | 'import_body'
    | 'import_tax_national'
    | 'import_tax_local'
    | 'reverse'
  rateClass: 'std' | 'reduced' | 'old8' | 'old5' | 'old3' | 'none' | 'unstated'
  use: 'taxableOnly' | 'exemptOnly' | 'common' | 'none'
  invoice: 'qualified' | 'transitional' | 'bookOnly' | 'smallAmount' | 'none' | 'unstated'
  isReturn: boolean
  /** 貸倒れ and 貸倒回収. */
  badDebt?: 'loss' | 'recovery'
  /** 簡易課税の事業区分, 1 to 6. */
  businessType?: number
  /** 80, 70, 50 or 30 of the tax is deductible. */
  deductiblePercent?: number
}

/** Whose names of tax classes a text uses. */
export type TaxVocabulary = 'yayoi' | 'moneyforward' | 'freee'

/** V: the vendor's own documents; S: other public documents and code; M: from memory, never written without a word. */
export type Certainty = 'V' | 'S' | 'M'

/** A name in a vocabulary, with how sure it is. */
export type TaxName = { name: string; certainty: Certainty }

/** Which percentage a text states: the full rate, the national part of it (7.8) or the local part (2.2), or none. */
export type RateShown = 'full' | 'national' | 'local' | 'none'

export type TaxKind = Pick<TaxClass, 'side' | 'nature' | 'use' | 'isReturn' | 'badDebt'> & {
  names: Partial<Record<TaxVocabulary, TaxName>>
  rate: RateShown
  /** Takes 適格, 区分80% …: purchases whose tax may be deducted by an invoice. */
  hasInvoice: boolean
}

type NamedRow = readonly [
  kind: string,
  yayoi: string | undefined,
  moneyforward: string | undefined,
  freee: string | undefined,
]

const named = (text: string | undefined, usual: Certainty): TaxName | undefined => {
  if (text === undefined) return undefined
  return text.startsWith('?') ? { name: text.slice(1), certainty: 'M' } : { name: text, certainty: usual }
}

const uses = { t: 'taxableOnly', e: 'exemptOnly', c: 'common', n: 'none' } as const
const sides = { sale: 'sale', purchase: 'purchase', none: 'none' } as const

/**
 * Kinds as `side nature use rate [return|loss|recovery]`, and their names: 弥生 (S: page 1430 of its support and published converters),
 * マネーフォワード (S: the 151 names its own service lists), freee (V: the list of names in its API reference). ? marks a name from memory.
 */
const rows: readonly NamedRow[] = [
  ['none nontaxable n none', '対象外', '対象外', '対象外'],
  ['sale taxable n full', '課税売上', '課税売上', '課税売上'],
  ['sale taxable n full return', '課税売返', '課税売上-返還等', '課税売返'],
  ['sale taxable n full loss', '課税売倒', '課税売上-貸倒', '課税売倒'],
  ['sale taxable n full recovery', '課税売回', '課税売上-貸倒回収', '課税売回'],
  ['sale export n none', '輸出売上', '輸出売上', '輸出売上'],
  ['sale export n none return', '輸出売返', '輸出売上-返還等', '輸出売返'],
  ['sale export n none loss', '輸出売倒', '輸出売上-貸倒', '輸出売倒'],
  ['sale exempt n none', '非課売上', '非課税売上', '非課売上'],
  ['sale exempt n none return', '非課売返', '非課税売上-返還等', '非課売返'],
  ['sale exempt n none loss', '非課売倒', '非課税売上-貸倒', '非課売倒'],
  ['sale exempt_export n none', '非資輸出', '非課税資産輸出', '非資売上'],
  ['sale exempt_export n none return', '非資輸返', '非課税資産輸出-返還等', '非資売返'],
  ['sale exempt_export n none loss', '非資輸倒', '非課税資産輸出-貸倒', '非資売倒'],
  ['sale securities n none', '有価譲渡', '非課税売上-有価証券譲渡', '有価譲渡'],
  ['sale nontaxable n none', '対外売上', '対象外売上', '対外売上'],
  ['purchase taxable t full', '課対仕入', '課税仕入', '課対仕入'],
  ['purchase taxable e full', '非対仕入', '非課税対応仕入', '非対仕入'],
  ['purchase taxable c full', '共対仕入', '共通課税仕入', '共対仕入'],
  ['purchase taxable t full return', '課対仕返', '課税仕入-返還等', '課対仕返'],
  ['purchase taxable e full return', '非対仕返', '非課税対応仕入-返還等', '非対仕返'],
  ['purchase taxable c full return', '共対仕返', '共通課税仕入-返還等', '共対仕返'],
  ['purchase exempt n none', '非課仕入', '非課税仕入', '非課仕入'],
  ['purchase exempt n none return', undefined, undefined, '非課仕返'],
  ['purchase nontaxable n none', '対外仕入', '対象外仕入', '対外仕入'],
  ['purchase reverse t full', '?特定仕入', '特定課税仕入', '?特定課税仕入'],
  ['purchase reverse e full', '?非特定仕入', '非課税対応特定課税仕入', undefined],
  ['purchase reverse c full', '?共特定仕入', '共通特定課税仕入', undefined],
  ['purchase reverse t full return', '?特定仕返', '特定課税仕入-返還等', undefined],
  ['purchase reverse e full return', '?非特定仕返', '非課税対応特定課税仕入-返還等', undefined],
  ['purchase reverse c full return', '?共特定仕返', '共通特定課税仕入-返還等', undefined],
  ['purchase import_body t full', '課対輸本', '輸入仕入-本体', '課対輸本'],
  ['purchase import_body e full', '非対輸本', '非課税対応輸入-本体', '非対輸本'],
  ['purchase import_body c full', '共対輸本', '共通輸入仕入-本体', '共対輸本'],
  ['purchase import_tax_national t national', '課対輸税', '輸入仕入-消費税額', '課対輸税'],
  ['purchase import_tax_national e national', '非対輸税', '非課税対応輸入-消費税額', '非対輸税'],
  ['purchase import_tax_national c national', '共対輸税', '共通輸入仕入-消費税額', '共対輸税'],
  ['purchase import_tax_local t local', '地消貨割', '輸入仕入-地方消費税額', '地消貨割'],
  ['purchase import_tax_local e local', undefined, '非課税対応輸入-地方消費税額', undefined],
  ['purchase import_tax_local c local', undefined, '共通輸入仕入-地方消費税額', undefined],
]

const kindOf = ([kind, yayoi, moneyforward, freee]: NamedRow): TaxKind => {
  const [side = '', nature = '', use = '', rate = '', change] = kind.split(' ')
  const names: TaxKind['names'] = {}
  const [yayoiName, moneyforwardName, freeeName] = [named(yayoi, 'S'), named(moneyforward, 'S'), named(freee, 'V')]
  if (yayoiName) names.yayoi = yayoiName
  if (moneyforwardName) names.moneyforward = moneyforwardName
  if (freeeName) names.freee = freeeName
  return {
    side: sides[side as keyof typeof sides], // as: the rows above are written so
    nature: nature as TaxKind['nature'], // as: the rows above are written so
    use: uses[use as keyof typeof uses], // as: the rows above are written so
    rate: rate as RateShown, // as: the rows above are written so
    isReturn: change === 'return',
    ...(change === 'loss' || change === 'recovery' ? { badDebt: change } : {}),
    names,
    hasInvoice: side === 'purchase' && nature === 'taxable',
  }
}

export const taxKinds: readonly TaxKind[] = rows.map(kindOf)

/** Other names that people and older exports give the same kinds: 省略名 of マネーフォワード, 課税貸倒 of older 弥生, 不課税 of freee. */
export const otherNames: Record<TaxVocabulary, Record<string, string>> = {
  yayoi: { 課税貸倒: '課税売倒', 貸倒回収: '課税売回' },
  moneyforward: {
    課売: '課税売上',
    '課売-返': '課税売上-返還等',
    課仕: '課税仕入',
    '共-課仕': '共通課税仕入',
    '非-課仕': '非課税対応仕入',
    '課仕-返': '課税仕入-返還等',
    輸売: '輸出売上',
    非売: '非課税売上',
    非仕: '非課税仕入',
    対象外売: '対象外売上',
    対象外仕: '対象外仕入',
  },
  freee: { 不課税: '対象外' },
}
