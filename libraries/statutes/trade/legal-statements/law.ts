import type { Source, Statute } from '../../core/statute.ts'

const checkedThrough = '2027-12-31'
const act = '所得税法（昭和40年法律第33号）'

export const statementForms = [
  'fees',
  'real-estate-rent',
  'real-estate-purchase',
  'real-estate-brokerage',
  'non-resident',
] as const
export type StatementForm = (typeof statementForms)[number]

/** What was paid for, as the statements distinguish it. */
export const statementKinds = [
  'professional-fee',
  'athlete-fee',
  'sales-agent-fee',
  'hostess-fee',
  'advertising-prize',
  'medical-fee',
  'racing-prize',
  'real-estate-rent',
  'real-estate-premium',
  'real-estate-purchase',
  'real-estate-brokerage',
  'non-resident-service',
] as const
export type StatementKind = (typeof statementKinds)[number]

export type StatementRule = {
  form: StatementForm
  name: string
  /** A statement is due where the year's total to one payee is over this many yen (超). */
  over: number
  /** Judged by the largest single payment instead of the year's total. */
  perPayment?: true
  /** Not asked for where the payee is a corporation. */
  individualsOnly?: true
  /** Asked only of corporations and of individuals who deal in real estate. */
  corporationsAndDealersOnly?: true
}

const source = (article: string, title: string, page: string): Source => ({
  law: act,
  article,
  title,
  url: page,
  trust: 'S',
})

const fee = (name: string, over: number): StatementRule => ({ form: 'fees', name, over })
const realEstate = (form: StatementForm, name: string, over: number): StatementRule => ({
  form,
  name,
  over,
  corporationsAndDealersOnly: true,
})

export const statementLaw: Statute<Readonly<Record<StatementKind, StatementRule>>> = {
  name: '支払調書の提出範囲',
  nameEn: 'Payments for which a statement is filed',
  keyedBy: 'calendar-year',
  checkedThrough,
  versions: [
    {
      from: '2023-01-01',
      value: {
        'professional-fee': fee('弁護士・税理士等の報酬、原稿料、講演料など', 50_000),
        'athlete-fee': fee('プロ野球の選手などの報酬・契約金', 50_000),
        'sales-agent-fee': fee('外交員・集金人・検針人・プロボクサーの報酬', 500_000),
        'hostess-fee': fee('ホステス等の報酬', 500_000),
        'advertising-prize': fee('広告宣伝のための賞金', 500_000),
        'medical-fee': fee('診療報酬', 500_000),
        'racing-prize': { ...fee('馬主が受ける競馬の賞金', 750_000), perPayment: true },
        'real-estate-rent': {
          ...realEstate('real-estate-rent', '不動産の賃借料', 150_000),
          individualsOnly: true,
        },
        'real-estate-premium': realEstate('real-estate-rent', '不動産の権利金・礼金・更新料・名義書換料など', 150_000),
        'real-estate-purchase': realEstate('real-estate-purchase', '不動産等の譲受けの対価', 1_000_000),
        'real-estate-brokerage': realEstate('real-estate-brokerage', '不動産等の売買・貸付けのあっせん手数料', 150_000),
        'non-resident-service': {
          form: 'non-resident',
          name: '非居住者の人的役務の提供の対価',
          over: 500_000,
          individualsOnly: true,
        },
      },
      source: source(
        '225条1項3号・8号・9号',
        '国税庁タックスアンサー No.7431、No.7441、法定調書の作成と提出の手引',
        'https://www.nta.go.jp/taxes/shiraberu/taxanswer/hotei/7401.htm',
      ),
    },
  ],
}

/** Month and day of the following year, moved to the next day on which public offices are open. */
export const statementDueLaw: Statute<{ month: number; day: number }> = {
  name: '支払調書の提出期限',
  nameEn: 'Due date of payment statements',
  keyedBy: 'calendar-year',
  checkedThrough,
  versions: [
    {
      from: '2023-01-01',
      value: { month: 1, day: 31 },
      source: source(
        '225条1項、国税通則法10条2項',
        '国税庁 給与所得の源泉徴収票等の法定調書の作成と提出の手引',
        'https://www.nta.go.jp/publication/pamph/hotei/tebiki2025/PDF/all.pdf',
      ),
    },
  ],
}

/** Sheets of one form in the year before the last, from which that form must be filed electronically; by the day of filing. */
export const electronicFilingLaw: Statute<{ sheetsLeast: number; yearsBefore: number }> = {
  name: '法定調書のe-Tax等による提出義務',
  nameEn: 'Duty to file statements electronically',
  keyedBy: 'due-date',
  checkedThrough: '2028-01-31',
  versions: [
    {
      from: '2021-01-01',
      value: { sheetsLeast: 100, yearsBefore: 2 },
      source: source(
        '228条の4',
        '国税庁タックスアンサー No.7455',
        'https://www.nta.go.jp/users/gensen/hotei/index/pdf/0026004-098.pdf',
      ),
    },
    {
      from: '2027-01-01',
      value: { sheetsLeast: 30, yearsBefore: 2 },
      source: source(
        '228条の4（令和9年1月1日以後）',
        '国税庁タックスアンサー No.7455、みなし提出の特例に関するQ&A',
        'https://www.nta.go.jp/users/gensen/hotei/index/pdf/0026004-098.pdf',
      ),
    },
  ],
}
