import type { Source, Trust } from '../core/statute.ts'

/** Through which day the texts of the Labour Standards Act and its rules were read. */
export const actReadThrough = '2027-03-31'

/** 労働基準法. */
export const standardsAct = (article: string, trust: Trust = 'V'): Source => ({
  law: '労働基準法',
  article,
  url: 'https://laws.e-gov.go.jp/law/322AC0000000049',
  trust,
})

/** 労働基準法施行規則. */
export const standardsRule = (article: string, trust: Trust = 'S'): Source => ({
  law: '労働基準法施行規則',
  article,
  url: 'https://laws.e-gov.go.jp/law/322M40000100023',
  trust,
})

/** 通達: how the authority reads the act; always known from a copy. */
export const circular = (name: string, article: string, url: string): Source => ({
  law: name,
  article,
  url,
  trust: 'S',
})
