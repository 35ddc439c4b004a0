import { halfWidthOf } from '../text/half-width.ts'
import type { JournalLine, unmappedList } from './journal.ts'
import type { JournalMapping } from './layouts.ts'

const fields = { account: '勘定科目', subAccount: '補助科目', department: '部門', description: '摘要' } as const

/** Reports texts that are longer than the product takes; they are written whole. */
export function reportLongTexts(
  unmapped: ReturnType<typeof unmappedList>,
  { longest = [], name = '' }: JournalMapping,
  line: JournalLine,
  place: number,
): void {
  for (const { field, halfWidth, characters, certainty } of longest) {
    const text = line[field]
    const limit = halfWidth ?? characters ?? Number.POSITIVE_INFINITY
    if (text.length * (halfWidth === undefined ? 1 : 2) <= limit) continue
    if ((halfWidth === undefined ? [...text].length : halfWidthOf(text)) <= limit) continue
    const unit = halfWidth === undefined ? '文字' : '文字（半角）'
    const doubt = certainty === 'M' ? '（上限は未確認）' : ''
    unmapped.add(
      ...[fields[field], text, place],
      `${fields[field]}が${name}の上限${limit}${unit}を超えています${doubt}。取り込み時に切られないか確かめてください。`,
      `The text is longer than the ${limit} characters that the product takes. Check that it is not cut.`,
    )
  }
}
