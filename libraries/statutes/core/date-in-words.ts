/** 2026-11-03 as 2026年11月3日, 2026-11 as 2026年11月, for messages that people read; anything else stays as it is. */
export function dateInWords(date: string): string {
  const parts = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(date)
  if (parts === null) return date
  const [, year, month, day] = parts
  return `${year}年${Number(month)}月${day === undefined ? '' : `${Number(day)}日`}`
}
