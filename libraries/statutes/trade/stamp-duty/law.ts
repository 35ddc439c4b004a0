import type { Statute } from '../../core/statute.ts'
import {
  billAndReceiptSteps,
  constructionRelief,
  contractSteps,
  type DutyStep,
  realEstateRelief,
  securitiesSteps,
  steps,
  transferSteps,
} from './tables.ts'

/** 号 of the table annexed to the act (別表第一); `1` is any document of 第1号 without the relief for real estate. */
export const stampedDocuments = [
  '1',
  '1-1',
  '1-2',
  '1-3',
  '1-4',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
  '13',
  '14',
  '15',
  '16',
  '17-1',
  '17-2',
  '18',
  '19',
  '20',
] as const
export type StampedDocument = (typeof stampedDocuments)[number]

/**
 * `exemptUnder`: amounts below are exempt; `withoutAmount`: duty where none is stated (undefined = an amount is needed);
 * `perYear`: the duty is for each year of a book.
 */
export type DutyRule = {
  name: string
  nameEn: string
  steps: readonly DutyStep[]
  exemptUnder?: number
  withoutAmount?: number
  perYear?: true
}

const fixed = (name: string, nameEn: string, duty: number): DutyRule => ({
  name,
  nameEn,
  steps: [{ upTo: Number.POSITIVE_INFINITY, duty }],
  withoutAmount: duty,
})
const perYear = (name: string, nameEn: string, duty: number): DutyRule => ({
  ...fixed(name, nameEn, duty),
  perYear: true,
})
const transfer = (name: string, nameEn: string): DutyRule => ({
  name,
  nameEn,
  steps: steps(transferSteps),
  exemptUnder: 10_000,
  withoutAmount: 200,
})

const dutyTable: Readonly<Record<StampedDocument, DutyRule>> = {
  '1': transfer('第1号文書', 'Transfer, lease of land, loan or carriage'),
  '1-1': transfer('不動産等の譲渡に関する契約書', 'Transfer of real estate and the like'),
  '1-2': transfer('地上権・土地の賃借権の設定・譲渡に関する契約書', 'Superficies and lease of land'),
  '1-3': transfer('消費貸借に関する契約書', 'Loan for consumption'),
  '1-4': transfer('運送に関する契約書', 'Carriage'),
  '2': { ...transfer('請負に関する契約書', 'Contract for work'), steps: steps(contractSteps) },
  '3': {
    name: '約束手形・為替手形',
    nameEn: 'Bills and promissory notes',
    steps: steps(billAndReceiptSteps),
    exemptUnder: 100_000,
    withoutAmount: 0,
  },
  '4': { name: '株券・社債券等', nameEn: 'Share certificates and bonds', steps: steps(securitiesSteps) },
  '5': fixed('合併契約書・吸収分割契約書・新設分割計画書', 'Merger or split of companies', 40_000),
  '6': fixed('定款（公証人が保存する原本）', 'Articles of incorporation kept by the notary', 40_000),
  '7': fixed('継続的取引の基本となる契約書', 'Basic contract for continuous transactions', 4000),
  '8': fixed('預金証書・貯金証書', 'Certificate of deposit', 200),
  '9': fixed('倉荷証券・船荷証券・複合運送証券', 'Warehouse receipt and bill of lading', 200),
  '10': fixed('保険証券', 'Insurance policy', 200),
  '11': fixed('信用状', 'Letter of credit', 200),
  '12': fixed('信託行為に関する契約書', 'Trust agreement', 200),
  '13': fixed('債務の保証に関する契約書', 'Guarantee of a debt', 200),
  '14': fixed('金銭・有価証券の寄託に関する契約書', 'Deposit of money or securities', 200),
  '15': { ...fixed('債権譲渡・債務引受けに関する契約書', 'Assignment of a claim', 200), exemptUnder: 10_000 },
  '16': { ...fixed('配当金領収証・配当金振込通知書', 'Dividend receipt', 200), exemptUnder: 3000 },
  '17-1': {
    name: '売上代金に係る金銭・有価証券の受取書',
    nameEn: 'Receipt for the price of a sale',
    steps: steps(billAndReceiptSteps),
    exemptUnder: 50_000,
    withoutAmount: 200,
  },
  '17-2': { ...fixed('売上代金以外の金銭・有価証券の受取書', 'Receipt for other money', 200), exemptUnder: 50_000 },
  '18': perYear('預金通帳・貯金通帳等', 'Bank book', 200),
  '19': perYear('消費貸借通帳・請負通帳・金銭の受取通帳等', 'Other account books', 400),
  '20': perYear('判取帳', 'Seal-receipt book', 4000),
}

const act = '印紙税法（昭和42年法律第23号）'

export const stampDutyLaw: Statute<Readonly<Record<StampedDocument, DutyRule>>> = {
  name: '印紙税額の一覧表',
  nameEn: 'Table of stamp duty',
  keyedBy: 'document-date',
  checkedThrough: '2027-03-31',
  versions: [
    {
      from: '2014-04-01',
      value: dutyTable,
      source: {
        law: act,
        article: '2条、別表第一（第1号文書から第20号文書）',
        title: '国税庁タックスアンサー No.7140、No.7141（令和7年4月1日現在法令等）',
        url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/inshi/7140.htm',
        trust: 'S',
      },
    },
  ],
}

/** Steps of the relief and the amount above which it applies. */
export type StampRelief = { over: number; steps: readonly DutyStep[] }

/** 不動産の譲渡・建設工事の請負に関する契約書の軽減措置: documents made through 2027-03-31; an extension is not known yet. */
export const stampReliefLaw: Statute<{ realEstate: StampRelief; construction: StampRelief }> = {
  name: '不動産の譲渡・建設工事の請負に関する契約書に係る印紙税の軽減措置',
  nameEn: 'Stamp duty relief for real estate and construction',
  keyedBy: 'document-date',
  checkedThrough: '2027-03-31',
  versions: [
    {
      from: '2014-04-01',
      value: {
        realEstate: { over: 100_000, steps: steps(realEstateRelief) },
        construction: { over: 1_000_000, steps: steps(constructionRelief) },
      },
      source: {
        law: '租税特別措置法（昭和32年法律第26号）',
        article: '91条',
        title: '国税庁タックスアンサー No.7108',
        url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/inshi/7108.htm',
        trust: 'S',
      },
    },
  ],
}

/** Where consumption tax is shown apart, the amount counts without it (not for those exempt from the tax). */
export const shownTaxLaw: Statute<readonly StampedDocument[]> = {
  name: '消費税等を区分記載した文書の記載金額',
  nameEn: 'Amount of documents that show consumption tax apart',
  keyedBy: 'document-date',
  checkedThrough: '2027-03-31',
  versions: [
    {
      from: '2014-04-01',
      value: ['1', '1-1', '1-2', '1-3', '1-4', '2', '17-1', '17-2'],
      source: {
        law: act,
        article: '別表第一（第1号、第2号、第17号の記載金額）',
        title: '国税庁タックスアンサー No.6925 消費税等と印紙税',
        url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/shohi/6925.htm',
        trust: 'S',
      },
    },
  ],
}

/** Documents that are no taxed document (課税文書) by their form or content. */
export const untaxedDocumentLaw: Statute<{ basicContractMonthsMost: number; sightBillDuty: number }> = {
  name: '課税文書に当たらない文書・手形の特例',
  nameEn: 'Documents without stamp duty, and bills with a flat duty',
  keyedBy: 'document-date',
  checkedThrough: '2027-03-31',
  versions: [
    {
      from: '2014-04-01',
      value: { basicContractMonthsMost: 3, sightBillDuty: 200 },
      source: {
        law: act,
        article: '2条、別表第一（第3号、第7号、第17号の課税物件・非課税物件）',
        title: '国税庁 質疑応答事例 クレジット販売の場合の領収書、タックスアンサー No.7105、No.7140',
        url: 'https://www.nta.go.jp/taxes/shiraberu/taxanswer/inshi/7141.htm',
        trust: 'S',
      },
    },
  ],
}
