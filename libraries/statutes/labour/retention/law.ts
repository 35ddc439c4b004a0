import type { Source, Statute } from '../../core/statute.ts'
import { actReadThrough, standardsAct, standardsRule } from '../sources.ts'

/** From when a period runs: that day itself counts, or the next; or from a day the law derives. */
export type RetentionStart = 'that-day' | 'next-day' | 'january-11-next-year' | 'two-months-after'

export type RetentionRule = { years: number; start: RetentionStart }

const kept = (
  name: string,
  nameEn: string,
  from: string,
  value: RetentionRule,
  source: Source,
): Statute<RetentionRule> => ({
  name: `保存期間（${name}）`,
  nameEn: `Retention of ${nameEn}`,
  keyedBy: 'document-date',
  checkedThrough: actReadThrough,
  versions: [{ from, value, source }],
})

const three = { years: 3, start: 'that-day' } as const
const labourRecord = (item: string) => standardsAct(`109条・附則143条1項、施行規則56条${item}`, 'S')
const taxLaw = (law: string, article: string, url: string): Source => ({ law, article, url, trust: 'S' })

/** How long each kind of book is kept; five years by the text of the labour law, three for the time being. */
export const retentionRules = {
  'workers-roster': kept('労働者名簿', 'roster of workers', '2020-04-01', three, labourRecord('1項1号')),
  'wage-ledger': kept('賃金台帳', 'wage ledger', '2020-04-01', three, labourRecord('1項2号・2項')),
  'hiring-and-leaving': kept(
    '雇入れ・退職に関する書類',
    'papers of hiring and leaving',
    '2020-04-01',
    three,
    labourRecord('1項3号'),
  ),
  'accident-compensation': kept(
    '災害補償に関する書類',
    'papers of accident compensation',
    '2020-04-01',
    three,
    labourRecord('1項4号'),
  ),
  'attendance-and-other-labour': kept(
    '出勤簿その他労働関係の重要な書類',
    'attendance and other labour records',
    '2020-04-01',
    three,
    labourRecord('1項5号・2項'),
  ),
  'paid-leave-ledger': kept(
    '年次有給休暇管理簿',
    'ledger of paid leave',
    '2020-04-01',
    { years: 3, start: 'next-day' },
    standardsRule('24条の7・附則71条'),
  ),
  'working-hours-record': kept(
    '労働時間の状況の記録',
    'record of working hours',
    '2019-04-01',
    { years: 3, start: 'next-day' },
    taxLaw('労働安全衛生法', '66条の8の3、労働安全衛生規則52条の7の3', 'https://laws.e-gov.go.jp/law/347AC0000000057'),
  ),
  'withholding-records': kept(
    '源泉徴収簿・扶養控除等申告書',
    'withholding records and declarations of dependents',
    '2019-04-01',
    { years: 7, start: 'january-11-next-year' },
    taxLaw('所得税法施行規則', '76条の3', 'https://laws.e-gov.go.jp/law/340M50000040011'),
  ),
  'corporate-tax-books': kept(
    '法人税の帳簿書類',
    'books and documents of corporation tax',
    '2018-04-01',
    { years: 7, start: 'next-day' },
    taxLaw('法人税法施行規則', '59条・67条', 'https://laws.e-gov.go.jp/law/340M50000040012'),
  ),
  'corporate-tax-books-of-loss-year': kept(
    '法人税の帳簿書類（欠損金が生じた事業年度）',
    'books and documents of corporation tax, years with a loss',
    '2018-04-01',
    { years: 10, start: 'next-day' },
    taxLaw('法人税法施行規則', '26条の3・59条', 'https://laws.e-gov.go.jp/law/340M50000040012'),
  ),
  'consumption-tax-invoices': kept(
    '消費税の帳簿・請求書等',
    'books and invoices of consumption tax',
    '2019-10-01',
    { years: 7, start: 'two-months-after' },
    taxLaw('消費税法施行令', '50条・71条', 'https://laws.e-gov.go.jp/law/363CO0000000360'),
  ),
  'accounting-books': kept(
    '会計帳簿',
    'accounting books',
    '2006-05-01',
    { years: 10, start: 'next-day' },
    taxLaw('会社法', '432条2項', 'https://laws.e-gov.go.jp/law/417AC0000000086'),
  ),
  'financial-statements': kept(
    '計算書類',
    'financial statements',
    '2006-05-01',
    { years: 10, start: 'next-day' },
    taxLaw('会社法', '435条4項', 'https://laws.e-gov.go.jp/law/417AC0000000086'),
  ),
  'subcontract-records': kept(
    '取適法の書類',
    'records of commissioned work',
    '2026-01-01',
    { years: 2, start: 'next-day' },
    taxLaw('中小受託取引適正化法', '7条', 'https://laws.e-gov.go.jp/law/331AC0000000120'),
  ),
} as const satisfies Record<string, Statute<RetentionRule>>
