import { encodeCp932 } from '@ennoshita/formats'
import writeXlsxFile from 'write-excel-file/node'

const areas = ['経理', '労務', '総務'] as const
const header = ['大分類', '業務名', '主担当', '頻度', '所要時間（分）', '備考']

/** Line `at` of an inventory as offices keep it: digits in full width, here and there a word instead of a number. */
function lineOf(at: number): string[] {
  const full = String(at + 1).replaceAll(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
  const area = areas[Math.floor(at / 100)] ?? ''
  return [area, `${area}の仕事${full}`, at % 3 === 0 ? '青空 花子' : '', '毎月', at % 2 === 0 ? '３０' : '1時間半', '']
}

/** An Excel inventory of 300 lines: a title over merged cells, then the class merged over a hundred lines each. */
export async function inventoryXlsx(): Promise<Buffer> {
  const text = (value: string) => ({ value, type: String })
  const lines = Array.from({ length: 300 }, (_, at) => {
    const [area = '', ...rest] = lineOf(at)
    return [at % 100 === 0 ? { ...text(area), rowSpan: 100 } : null, ...rest.map(text)]
  })
  const title = [{ ...text('業務棚卸表　令和８年度'), columnSpan: 6 }, null, null, null, null, null]
  return writeXlsxFile([title, header.map(text), ...lines]).toBuffer()
}

/** A few lines as a CSV in CP932, as Excel saves it on a Japanese Windows. */
export function inventoryCsv(): Buffer {
  const lines = [header, ['総務', '髙﨑さんの鍵の管理', '青空 花子', '随時', '１０', '①～③の鍵']]
  return Buffer.from(encodeCp932(lines.map((line) => line.join(',')).join('\r\n')).bytes)
}
