import type { Statute } from '../../core/statute.ts'

const localTaxLaw = '地方税法（昭和25年法律第226号）'
const url = 'https://laws.e-gov.go.jp/law/325AC0000000226'

/** Twelve instalments from June, each rounded down to the unit, the rest in the first. `perCapita` is 均等割 with 森林環境税 at standard rates. */
export const residentTaxInstalments: Statute<{ unit: number; firstMonth: number; perCapita: number }> = {
  name: '個人住民税の特別徴収（月割額）',
  nameEn: 'Monthly instalments of resident tax deducted from pay',
  keyedBy: 'tax-period',
  checkedThrough: '2027-05-31',
  versions: [
    {
      from: '2024-06-01',
      value: { unit: 100, firstMonth: 6, perCapita: 3_000 + 1_000 + 1_000 },
      source: {
        law: `${localTaxLaw}、森林環境税及び森林環境譲与税に関する法律（平成31年法律第3号）`,
        article: '地方税法20条の4の2第6項、38条、310条、321条の5第1項；森林環境税法5条',
        url,
        trust: 'V',
      },
    },
  ],
}

/** Month and day from which a leaver’s rest is deducted at once without being asked, and the day by which that pay must fall due. */
export const residentTaxOfLeavers: Statute<{ mandatoryFrom: string; mandatoryTo: string; payBy: string }> = {
  name: '退職者の個人住民税の一括徴収',
  nameEn: 'Lump-sum deduction of resident tax from leavers',
  keyedBy: 'calendar-date',
  checkedThrough: '2027-05-31',
  versions: [
    {
      from: '2024-06-01',
      value: { mandatoryFrom: '01-01', mandatoryTo: '04-30', payBy: '05-31' },
      source: { law: localTaxLaw, article: '321条の5第2項', url, trust: 'V' },
    },
  ],
}
