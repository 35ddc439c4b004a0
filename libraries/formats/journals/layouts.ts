import type { Certainty, TaxVocabulary } from './tax-class.ts'

/** A column by its title (compared without regard to width, brackets and marks), by several titles, or by its number from 1. */
export type JournalColumn = string | number | readonly string[]

export type JournalSideColumns = {
  account: JournalColumn
  amount: JournalColumn
  subAccount?: JournalColumn
  department?: JournalColumn
  partner?: JournalColumn
  taxClass?: JournalColumn
  invoice?: JournalColumn
  taxAmount?: JournalColumn
}

/** Where each field of a journal stands in a row: the journal’s own, and those of its two sides. */
export type JournalColumns = {
  date: JournalColumn
  debit: JournalSideColumns
  credit: JournalSideColumns
  number?: JournalColumn
  /** 識別フラグ of 弥生, or the * of 勘定奉行. */
  flag?: JournalColumn
  closing?: JournalColumn
  description?: JournalColumn
  memo?: JournalColumn
  tags?: JournalColumn
}

/**
 * How journals stand in the rows and columns of a file. Only `columns` is needed; a row is then a journal, or rows of the same number and
 * date where `number` is given.
 */
export type JournalMapping = {
  columns: JournalColumns
  id?: string
  name?: string
  /** How sure the layout is, and from where. */
  certainty?: Certainty
  source?: string
  /** All titles in order, as written; without them the titles of `columns` are written. */
  titles?: readonly string[]
  grouping?: 'flags' | 'mark' | 'number' | 'row'
  taxVocabulary?: TaxVocabulary
  encoding?: 'cp932' | 'utf-8-bom'
  /** Written without a line of titles. */
  isHeadless?: boolean
  /** Accounts, sub-accounts and departments are codes, not names. */
  hasCodes?: boolean
  /** The tax amount comes on top of the amount. */
  isTaxApart?: boolean
  /** What stands in a column that nothing is known for, by title. */
  defaults?: Readonly<Record<string, string>>
  /** Most characters (or half-width columns) of a text. */
  longest?: {
    field: 'account' | 'subAccount' | 'department' | 'description'
    halfWidth?: number
    characters?: number
    certainty: Certainty
  }[]
  /** Most digits of a number, where the product takes only digits. */
  numberDigits?: number
}

const side = (word: '借方' | '貸方', parts: readonly string[]): string[] => parts.map((part) => `${word}${part}`)

const yayoiSide = ['勘定科目', '補助科目', '部門', '税区分', '金額', '税金額']
const yayoiTitles = [
  ...['識別フラグ', '伝票No', '決算', '取引日付', ...side('借方', yayoiSide), ...side('貸方', yayoiSide)],
  ...['摘要', '番号', '期日', 'タイプ', '生成元', '仕訳メモ', '付箋1', '付箋2', '調整'],
]

const moneyforwardSide = ['勘定科目', '補助科目', '部門', '取引先', '税区分', 'インボイス', '金額(円)', '税額']
const moneyforwardTitles = [
  ...['取引No', '取引日', ...side('借方', moneyforwardSide), ...side('貸方', moneyforwardSide), '摘要', '仕訳メモ'],
  ...['タグ', 'MF仕訳タイプ', '決算整理仕訳', '作成日時', '作成者', '最終更新日時', '最終更新者'],
]

const freeeSide = ['勘定科目', '補助科目/口座', '取引先', '税区分', '部門', '品目', 'メモタグ', '金額', '税額']
const freeeTitles = [
  ...['日付', '伝票番号', '決算整理仕訳', ...side('借方', freeeSide), ...side('貸方', freeeSide), '摘要'],
]

const freeeColumns = (word: '借方' | '貸方'): JournalSideColumns => ({
  account: `${word}勘定科目`,
  subAccount: [`${word}補助科目/口座`, `${word}補助科目・口座`, `${word}補助科目`, `${word}補助科目名`],
  department: [`${word}部門`, `${word}部門名`],
  partner: [`${word}取引先`, `${word}取引先名`],
  taxClass: `${word}税区分`,
  amount: `${word}金額`,
  taxAmount: [`${word}税額`, `${word}税金額`],
})

const bugyoSide = (from: 200 | 300): JournalSideColumns => ({
  department: `CSJS${from}`,
  account: `CSJS${from + 1}`,
  subAccount: `CSJS${from + 2}`,
  taxClass: `CSJS${from + 3}`,
  partner: `CSJS${from + 8}`,
  amount: `CSJS${from + 13}`,
  taxAmount: `CSJS${from + 14}`,
})
const bugyoTitles = [
  ...['OBCD001', 'CSJS005', 'CSJS006', 'CSJS007', 'CSJS100'],
  ...[200, 300].flatMap((from) => [0, 1, 2, 3, 8, 13, 14].map((place) => `CSJS${from + place}`)),
]

const pcaSide = [
  '税計算モード',
  '部門コード',
  '部門名',
  '科目コード',
  '科目名',
  '補助コード',
  '補助名',
  '税区分コード',
  '税区分名',
]
const pcaTitles = [
  ...['伝票日付', '伝票番号', '仕訳区分', '管理仕訳区分'],
  ...side('借方', [...pcaSide, '金額', '消費税額']),
  ...side('貸方', [...pcaSide, '金額', '消費税額']),
  '摘要文',
]
const pcaColumns = (word: '借方' | '貸方'): JournalSideColumns => ({
  account: [`${word}科目名`, `${word}科目コード`],
  subAccount: [`${word}補助名`, `${word}補助コード`],
  department: [`${word}部門名`, `${word}部門コード`],
  partner: [`${word}取引先名`, `${word}取引先コード`],
  taxClass: [`${word}税区分名`, `${word}税区分コード`],
  amount: `${word}金額`,
  taxAmount: `${word}消費税額`,
})

const tkcSide = [
  ...['科目コード', '科目名', '補助コード', '口座名', '部門コード', '部門名', '課税区分', '事業区分'],
  ...['消費税額自動計算か否か', '軽減税率か否か', '税率', '控除割合', '取引金額', '消費税等', '税抜き金額'],
]
const tkcTitles = [
  ...['月日', '伝票番号', '証憑番号', ...side('借方', tkcSide), ...side('貸方', tkcSide)],
  ...['取引先コード', '取引先名', '取引先の事業者登録番号', '元帳摘要', '実際の仕入れ年月日表示区分'],
  ...['実際の仕入れ年月日１', '実際の仕入れ年月日２', '収支区分コード', '収支区分名', '内訳区分コード', '内訳区分名'],
]
const tkcColumns = (word: '借方' | '貸方'): JournalSideColumns => ({
  account: [`${word}科目名`, `${word}科目コード`],
  subAccount: [`${word}口座名`, `${word}補助コード`],
  department: [`${word}部門名`, `${word}部門コード`],
  partner: ['取引先名', '取引先コード'],
  taxClass: `${word}課税区分`,
  amount: `${word}取引金額`,
  taxAmount: `${word}消費税等`,
})

const sideOf = (word: '借方' | '貸方', amount: string, taxAmount: string): JournalSideColumns => ({
  account: `${word}勘定科目`,
  subAccount: `${word}補助科目`,
  department: `${word}部門`,
  taxClass: `${word}税区分`,
  amount: `${word}${amount}`,
  taxAmount: `${word}${taxAmount}`,
})

const moneyforwardColumns = (word: '借方' | '貸方'): JournalSideColumns => ({
  ...sideOf(word, '金額(円)', '税額'),
  partner: `${word}取引先`,
  invoice: `${word}インボイス`,
})

/** The layouts known by name. What is marked S should be tried with one voucher before a whole year is moved. */
export const journalLayouts = {
  yayoi: {
    ...{ id: 'yayoi', name: '弥生会計（仕訳データ25項目）', certainty: 'V', grouping: 'flags', taxVocabulary: 'yayoi' },
    source: 'support.yayoi-kk.co.jp page_id=18545, 27184',
    ...{ titles: yayoiTitles, isHeadless: true, encoding: 'cp932' },
    columns: {
      ...{ flag: '識別フラグ', number: ['伝票No', '伝票No.'], closing: '決算', date: ['取引日付', '日付'] },
      debit: sideOf('借方', '金額', '税金額'),
      credit: sideOf('貸方', '金額', '税金額'),
      ...{ description: '摘要', memo: '仕訳メモ' },
    },
    defaults: { 付箋1: '0', 付箋2: '0', 調整: 'no' },
    numberDigits: 6,
    longest: [
      { field: 'account', halfWidth: 24, certainty: 'V' },
      { field: 'subAccount', halfWidth: 24, certainty: 'V' },
      { field: 'department', halfWidth: 24, certainty: 'V' },
      { field: 'description', halfWidth: 64, certainty: 'M' },
    ],
  },
  moneyforward: {
    ...{
      id: 'moneyforward',
      name: 'マネーフォワード クラウド会計（仕訳帳27項目）',
      certainty: 'S',
      grouping: 'number',
    },
    source: 'biz.moneyforward.com support: import of journals; exports in public code agree on the titles',
    ...{ titles: moneyforwardTitles, taxVocabulary: 'moneyforward', encoding: 'utf-8-bom' },
    columns: {
      ...{ number: ['取引No', '取引No.'], date: '取引日', closing: '決算整理仕訳' },
      ...{ debit: moneyforwardColumns('借方'), credit: moneyforwardColumns('貸方') },
      ...{ description: '摘要', memo: '仕訳メモ', tags: 'タグ' },
    },
    longest: [
      { field: 'account', characters: 30, certainty: 'S' },
      { field: 'description', characters: 200, certainty: 'S' },
    ],
  },
  freee: {
    ...{ id: 'freee', name: 'freee会計（仕訳の汎用形式）', certainty: 'V', grouping: 'number', taxVocabulary: 'freee' },
    source: 'support.freee.co.jp 204847430',
    ...{ titles: freeeTitles, encoding: 'utf-8-bom' },
    columns: {
      date: ['日付', '取引日', '発生日'],
      number: ['伝票番号', '仕訳番号', '管理番号'],
      closing: ['決算整理仕訳', '決算整理'],
      ...{ debit: freeeColumns('借方'), credit: freeeColumns('貸方'), description: ['摘要', '取引内容'] },
    },
  },
  bugyo: {
    ...{ id: 'bugyo', name: '勘定奉行（OBC受入形式）', certainty: 'S', grouping: 'mark', encoding: 'cp932' },
    source: 'itcs.zendesk.com 210104026; support.freee.co.jp 14687912396825',
    ...{ titles: bugyoTitles, hasCodes: true, isTaxApart: true },
    columns: {
      ...{ flag: 'OBCD001', date: 'CSJS005', number: 'CSJS007', closing: 'CSJS006', description: 'CSJS100' },
      ...{ debit: bugyoSide(200), credit: bugyoSide(300) },
    },
  },
  pca: {
    ...{ id: 'pca', name: 'PCA会計（汎用データ）', certainty: 'S', grouping: 'number', encoding: 'cp932' },
    source: 'faq.pca.jp 1847 (number of items by version); the titles from exporters in public code',
    ...{ titles: pcaTitles, hasCodes: true, isTaxApart: true },
    columns: {
      ...{ date: '伝票日付', number: '伝票番号', description: '摘要文' },
      ...{ debit: pcaColumns('借方'), credit: pcaColumns('貸方') },
    },
  },
  tkc: {
    ...{ id: 'tkc', name: 'TKC（仕訳帳の切り出し44項目）', certainty: 'S', grouping: 'number', encoding: 'cp932' },
    source: 'two readers in public code agree on the 44 titles; the .slp format is not public',
    ...{ titles: tkcTitles, hasCodes: true },
    columns: {
      ...{ date: ['月日', '取引年月日'], number: '伝票番号', description: '元帳摘要' },
      ...{ debit: tkcColumns('借方'), credit: tkcColumns('貸方') },
    },
  },
} as const satisfies Record<string, JournalMapping>

/** The layouts that are known by name. */
export type JournalLayoutName = keyof typeof journalLayouts

/** The mapping of a name, or the mapping itself. Throws RangeError for an unknown name. */
export function layoutOf(layout: JournalLayoutName | JournalMapping): JournalMapping {
  if (typeof layout !== 'string') return layout
  const known: JournalMapping | undefined = Object.hasOwn(journalLayouts, layout) ? journalLayouts[layout] : undefined
  if (known === undefined) {
    const names = Object.keys(journalLayouts).join(', ')
    throw new RangeError(
      `仕訳の形式「${String(layout)}」は知りません。${names} か、列の対応（columns）を指定してください。`,
    )
  }
  return known
}
