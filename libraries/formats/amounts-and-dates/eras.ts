export type Era = { name: string; nameEn: string; letter: string; from: string }

/** First day of each era (元号): 元号を改める政令 and the edicts before it. */
export const eras: readonly Era[] = [
  { name: '令和', nameEn: 'Reiwa', letter: 'R', from: '2019-05-01' },
  { name: '平成', nameEn: 'Heisei', letter: 'H', from: '1989-01-08' },
  { name: '昭和', nameEn: 'Showa', letter: 'S', from: '1926-12-25' },
  { name: '大正', nameEn: 'Taisho', letter: 'T', from: '1912-07-30' },
  { name: '明治', nameEn: 'Meiji', letter: 'M', from: '1868-10-23' },
]

/** The era of a YYYY-MM-DD date, or undefined before Meiji. */
export function eraOf(date: string): Era | undefined {
  return eras.find((era) => era.from <= date)
}
