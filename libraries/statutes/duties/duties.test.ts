import { describe, expect, test } from 'vitest'
import { InvalidInputError } from '../core/input.ts'
import { UnknownLawError } from '../core/statute.ts'
import { type DutiesInput, duties } from './duties.ts'
import { dutyStatutes } from './index.ts'

const march = { fiscalYearEnd: '03-31' }
const sato = { id: 'sato', hiredOn: '2020-04-01', birthDate: '1985-05-05' }

const daysOf = (input: DutiesInput, name: string): string[] =>
  duties(input)
    .filter(({ duty }) => duty.startsWith(name))
    .map(({ dueOn }) => dueOn)

describe('a year of a company with one employee', () => {
  const input: DutiesInput = { company: march, people: [sato], year: 2026 }

  test('what is due every month: the 10th and the end, moved by days off', () => {
    // 10 January 2026 is a Saturday and the 12th 成人の日; 10 May a Sunday, 10 October a Saturday and the 12th スポーツの日.
    expect(daysOf(input, '源泉所得税の納付')).toEqual([
      ...['2026-01-13', '2026-02-10', '2026-03-10', '2026-04-10', '2026-05-11', '2026-06-10'],
      ...['2026-07-10', '2026-08-10', '2026-09-10', '2026-10-13', '2026-11-10', '2026-12-10'],
    ])
    expect(daysOf(input, '住民税（特別徴収）')).toEqual(daysOf(input, '源泉所得税の納付'))
    // 31 December 2025 is a bank holiday: that month's premiums are due on 5 January 2026, those of December 2026 in 2027.
    expect(daysOf(input, '社会保険料の納付')).toEqual([
      ...['2026-01-05', '2026-02-02', '2026-03-02', '2026-03-31', '2026-04-30', '2026-06-01', '2026-06-30'],
      ...['2026-07-31', '2026-08-31', '2026-09-30', '2026-11-02', '2026-11-30'],
    ])
  })

  test('what is due once a year', () => {
    // 31 January 2026 is a Saturday, 31 May 2026 a Sunday.
    for (const [name, on] of [
      ['法定調書・同合計表', '2026-02-02'],
      ['給与支払報告書', '2026-02-02'],
      ['償却資産申告書', '2026-02-02'],
      ['給与所得の源泉徴収票の交付', '2026-01-31'],
      ['法人税・地方法人税の確定申告', '2026-06-01'],
      ['法人住民税・法人事業税の確定申告', '2026-06-01'],
      ['算定基礎届', '2026-07-10'],
      ['労働保険の年度更新', '2026-07-10'],
      ['年末調整', '2026-12-31'],
      ['定期健康診断', '2026-12-31'],
    ] as const)
      expect(daysOf(input, name), name).toEqual([on])
  })

  test('the withholding slips of 2026 are filed with the reports of pay', () => {
    const formIn = (year: number) => duties({ ...input, year }).find(({ duty }) => duty.startsWith('法定調書'))?.form.ja
    expect(formIn(2026)).toBe('支払調書、給与所得の源泉徴収票、法定調書合計表')
    expect(formIn(2027)).toMatch(/提出したものとみなされる/)
    expect(daysOf({ ...input, year: 2027 }, '法定調書')).toEqual(['2027-02-01'])
  })

  test('the list is in order of its days, and each line says its law, form and addressee', () => {
    const found = duties(input)
    expect(found.map(({ dueOn }) => dueOn)).toEqual(found.map(({ dueOn }) => dueOn).sort())
    expect(found.find(({ duty }) => duty === '算定基礎届')).toMatchObject({
      dutyEn: 'Report for the regular determination',
      legalDueOn: '2026-07-10',
      form: { ja: '健康保険・厚生年金保険 被保険者報酬月額算定基礎届' },
      addressee: { ja: '日本年金機構（年金事務所）・健康保険組合' },
      because: [{ source: { law: '健康保険法施行規則', article: '25条', trust: 'V' } }],
    })
  })
})

describe('what people set off', () => {
  test('joining: five days and the 10th of the next month', () => {
    const input = { company: march, people: [{ ...sato, hiredOn: '2026-04-01' }], year: 2026 }
    expect(daysOf(input, '健康保険・厚生年金保険の資格取得届')).toEqual(['2026-04-06'])
    expect(daysOf(input, '雇用保険の資格取得届')).toEqual(['2026-05-11'])
  })

  test('leaving at the end of September: lost on 1 October', () => {
    const input = { company: march, people: [{ ...sato, leftOn: '2026-09-30' }], year: 2026 }
    expect(daysOf(input, '健康保険・厚生年金保険の資格喪失届')).toEqual(['2026-10-06'])
    expect(daysOf(input, '雇用保険の資格喪失届')).toEqual(['2026-10-13'])
    // By the 10th of the month after the last day; 10 October 2026 is a Saturday, the 12th スポーツの日.
    expect(daysOf(input, '給与所得者異動届出書')).toEqual(['2026-10-13'])
    expect(duties(input).find(({ duty }) => duty.startsWith('給与所得者異動'))).toMatchObject({
      personId: 'sato',
      occurredOn: '2026-09-30',
    })
  })

  test('turning 75 ends health insurance on the birthday; who is not insured sets nothing off', () => {
    const old = { id: 'ito', hiredOn: '2000-04-01', birthDate: '1951-09-10' }
    expect(daysOf({ company: march, people: [old], year: 2026 }, '健康保険の資格喪失届（75歳）')).toEqual([
      '2026-09-15',
    ])
    const uninsured = { ...old, socialInsurance: false, employmentInsurance: false, leftOn: '2026-06-30' }
    const names = duties({ company: march, people: [uninsured], year: 2026 }).map(({ duty }) => duty)
    expect(names.filter((name) => /資格喪失|資格取得/.test(name))).toEqual([])
  })

  test('who comes back is insured as at that time, under the same id', () => {
    const before = { ...sato, hiredOn: '2010-04-01', leftOn: '2015-03-31', socialInsurance: false }
    const people = [before, { ...sato, hiredOn: '2026-04-01' }]
    expect(daysOf({ company: march, people, year: 2026 }, '健康保険・厚生年金保険の資格取得届')).toEqual(['2026-04-06'])
  })

  test('other fixed pay from April is reported at once in July, when three months have been paid', () => {
    const people = [{ ...sato, payChangedIn: ['2026-04', '2026-10'] }]
    expect(daysOf({ company: march, people, year: 2026 }, '月額変更届')).toEqual(['2026-07-01'])
    expect(daysOf({ company: march, people, year: 2027 }, '月額変更届')).toEqual(['2027-01-04'])
  })

  test('a bonus is reported within five days', () => {
    const input = { company: { ...march, bonusPaidOn: ['2026-07-10', '2026-12-10'] }, people: [sato], year: 2026 }
    expect(daysOf(input, '賞与支払届')).toEqual(['2026-07-15', '2026-12-15'])
  })
})

describe('what the company is like decides', () => {
  const of = (company: Partial<DutiesInput['company']>, name: string, year = 2026) =>
    daysOf({ company: { ...march, employees: 9, ...company }, year }, name)

  test('half-yearly payment of withholding and resident tax', () => {
    expect(of({ withholdingHalfYearly: true }, '源泉所得税の納付')).toEqual(['2026-01-20', '2026-07-10'])
    expect(of({ residentTaxHalfYearly: true }, '住民税（特別徴収）')).toEqual(['2026-06-10', '2026-12-10'])
  })

  test('the fiscal year', () => {
    expect(of({ fiscalYearEnd: '12-31' }, '法人税・地方法人税の確定申告')).toEqual(['2026-03-02'])
    expect(of({ fiscalYearEnd: '02-28' }, '法人税・地方法人税の確定申告')).toEqual(['2026-04-30'])
    expect(of({ fiscalYearEnd: '03-20' }, '法人税・地方法人税の確定申告')).toEqual(['2026-05-20'])
    // Two months from 31 December have no 31 February and end with that month (民法143条2項).
    expect(of({ fiscalYearEnd: '12-30' }, '法人税・地方法人税の確定申告')).toEqual(['2026-03-02'])
    expect(of({ corporateReturnExtended: true }, '法人税・地方法人税の確定申告')).toEqual(['2026-06-30'])
    expect(of({ previousCorporateTax: 200_001 }, '法人税等の中間')).toEqual(['2026-11-30'])
    expect(of({ previousCorporateTax: 200_000 }, '法人税等の中間')).toEqual([])
  })

  test('the special corporate tax for defence begins with the fiscal years from April 2026', () => {
    const name = '防衛特別法人税の確定申告'
    expect(of({}, name)).toEqual([])
    expect(of({}, name, 2027)).toEqual(['2027-05-31'])
    // The years to 20 March and to 28 February 2027 began before April 2026, whenever their returns are due.
    expect(of({ fiscalYearEnd: '03-20' }, name, 2027)).toEqual([])
    expect(of({ fiscalYearEnd: '02-28', corporateReturnExtended: true }, name, 2027)).toEqual([])
    expect(of({ fiscalYearEnd: '04-30', corporateReturnExtended: true }, name, 2027)).toEqual(['2027-08-02'])
  })

  test('consumption tax: none, once, three and eleven times in between', () => {
    const paid = (previousNationalTax: number) => of({ consumptionTax: { previousNationalTax } }, '消費税の中間申告')
    expect(of({}, '消費税')).toEqual([])
    expect(of({ consumptionTax: {} }, '消費税の確定申告')).toEqual(['2026-06-01'])
    expect(of({ consumptionTax: { extended: true } }, '消費税の確定申告')).toEqual(['2026-06-30'])
    expect(paid(480_000)).toEqual([])
    expect(paid(480_001)).toEqual(['2026-11-30'])
    // 4–6月分 8/31, 7–9月分 11/30, and the period of October to December of the year before, due 2/28 (a Saturday).
    expect(paid(4_000_001)).toEqual(['2026-03-02', '2026-08-31', '2026-11-30'])
    // April and May are both due on 31 July; the last before the return, February, on 30 April.
    const often = paid(48_000_001)
    expect(often).toHaveLength(11)
    expect(often.filter((on) => on === '2026-07-31')).toHaveLength(2)
    expect(often).not.toContain('2026-06-01')
  })

  test('size: stress check from 50, reports on employment from 20 and 40, from July 2026 37.5', () => {
    expect(of({ employees: 49 }, 'ストレスチェック')).toEqual([])
    expect(of({ employees: 50 }, 'ストレスチェック')).toEqual(['2026-12-31'])
    expect(of({ employees: 19 }, '高年齢者雇用状況')).toEqual([])
    expect(of({ employees: 20 }, '高年齢者雇用状況')).toEqual(['2026-07-15'])
    expect(of({ employees: 39.5 }, '障害者雇用状況', 2025)).toEqual([])
    expect(of({ employees: 40 }, '障害者雇用状況', 2025)).toEqual(['2025-07-15'])
    expect(of({ employees: 37 }, '障害者雇用状況')).toEqual([])
    expect(of({ employees: 37.5 }, '障害者雇用状況')).toEqual(['2026-07-15'])
  })

  test('the overtime agreement is filed before it begins, on a day on which the office is open', () => {
    expect(of({ overtimeAgreementFrom: '2025-04-01' }, '36協定届')).toEqual(['2026-03-31'])
    expect(of({ overtimeAgreementFrom: '2025-05-06' }, '36協定届')).toEqual(['2026-05-01'])
    expect(of({ overtimeAgreementFrom: '2026-01-01' }, '36協定届')).toEqual(['2026-12-28'])
  })

  test('books and contracts of a fiscal year are kept seven years from the day after its return was due', () => {
    // The year to 31 March 2019: return by 31 May 2019, kept from 1 June 2019 through 31 May 2026.
    expect(of({}, '契約書・帳簿書類の保存')).toEqual(['2026-05-31'])
    expect(duties({ company: march, year: 2026 }).find(({ duty }) => duty.startsWith('契約書'))?.occurredOn).toBe(
      '2019-03-31',
    )
    // With the return put off by a month it was due on 30 June 2019.
    expect(of({ corporateReturnExtended: true }, '契約書・帳簿書類の保存')).toEqual(['2026-06-30'])
  })

  test('without employees there is no employer', () => {
    const names = duties({ company: march, year: 2026 }).map(({ duty }) => duty)
    expect(names).not.toContain('労働保険の年度更新')
    expect(names).toContain('償却資産申告書')
  })

  test('who left years ago makes no employer; who left last year still has papers coming', () => {
    const of2026 = (leftOn: string) =>
      daysOf({ company: march, people: [{ ...sato, leftOn }], year: 2026 }, '給与支払報告書')
    expect(of2026('2024-12-31')).toEqual([])
    expect(of2026('2025-01-01')).toEqual(['2026-02-02'])
  })
})

describe('what cannot be said', () => {
  test('a year whose law or holidays are not known is refused, unless a preview is asked for', () => {
    const input = { company: march, people: [sato] }
    expect(() => duties({ ...input, year: 2023 })).toThrow(UnknownLawError)
    expect(() => duties({ ...input, year: 2028 })).toThrow(UnknownLawError)
    expect(duties({ ...input, year: 2027 }).length).toBeGreaterThan(40)
    expect(duties({ ...input, year: 2028 }, { preview: true })[0]?.because).toMatchObject([{ guess: true }])
  })

  test.each<[Partial<DutiesInput>, string]>([
    [{ company: { fiscalYearEnd: '3/31' } }, 'fiscalYearEnd'],
    [{ company: { ...march, employees: -1 } }, 'company.employees'],
    [{ company: { ...march, bonusPaidOn: ['2026-02-31'] } }, 'company.bonusPaidOn[0]'],
    [{ people: [{ id: 'a', hiredOn: '2026-02-31' }] }, 'people[0].hiredOn'],
    [{ people: [{ id: 'a', hiredOn: '2026-04-01', birthDate: '2026-04-01' }] }, 'people[0].birthDate'],
    [{ people: [{ id: 'a', hiredOn: '2026-04-01', payChangedIn: ['2026-13'] }] }, 'people[0].payChangedIn[0]'],
    [{ people: [{ id: 'a', hiredOn: '2026-04-01', leftOn: '2026-03-31' }] }, 'people[0].leftOn'],
  ])('%j names %s', (change, field) => {
    const asked = () => duties({ company: march, year: 2026, ...change })
    expect(asked).toThrow(InvalidInputError)
    expect(asked).toThrow(field)
  })

  test('every duty has a source that somebody checked', () => {
    for (const { name, versions } of dutyStatutes)
      for (const { source } of versions) expect(['V', 'S'], name).toContain(source.trust)
  })
})
