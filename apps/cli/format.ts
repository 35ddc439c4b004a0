import { readFile, writeFile } from 'node:fs/promises'
import {
  checkPintInvoice,
  type JournalLayoutName,
  journalLayouts,
  readBankStatement,
  readJournals,
  readTable,
  readZengin,
  type UnmappedText,
  writeJournals,
} from '@ennoshita/formats'
import type { Act } from './act.ts'

type Told = { place: string; message: string }
type Checked = { kind: string; faults: Told[]; notes: Told[] }

const layoutNames = Object.keys(journalLayouts).filter((name): name is JournalLayoutName => name in journalLayouts)

const usage = [
  'format convert --from 形式 --to 形式 入力 出力   仕訳のファイルを別の会計ソフトの形式に直す / convert journals',
  'format check ファイル                        全銀・銀行明細・仕訳・JP PINT を見分けて誤りを示す / check a file',
  `形式 / layouts: ${Object.values(journalLayouts)
    .map(({ id, name }) => `${id}（${name}）`)
    .join('、')}`,
]

const placeOf = ({ line, column }: { line?: number; column?: number }): string =>
  line === undefined ? '' : `${line}行目${column === undefined ? '' : ` ${column}列目`}`

const noteOf =
  (unit: '行' | '件目') =>
  (item: UnmappedText): Told => ({
    place: `${item.field}${item.text === '' ? '' : `「${item.text.slice(0, 30)}」`}`,
    message: `${item.message}（${item.count}か所：${item.places.slice(0, 5).join('、')}${unit}${item.count > 5 ? ' ほか' : ''}）`,
  })

const zenginKinds = /^1(01|03|11|12|21|71|72|91)/

const startOf = (bytes: Uint8Array): string =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 200)).replace(/^\u00ef\u00bb\u00bf/, '')

const isZengin = (bytes: Uint8Array): boolean => {
  const start = startOf(bytes)
  return zenginKinds.test(start) && !start.slice(0, 100).includes(',')
}

const checkedZengin = (bytes: Uint8Array): Checked => {
  const { files, faults } = readZengin(bytes)
  const kinds = files.map(({ kind, records }) => `種別${kind}・${records.length}件`)
  const told = faults.map(({ record, byte, message }) => ({ place: `${record}件目 ${byte}バイト目`, message }))
  return { kind: `全銀協規定形式（${kinds.join('、')}）`, faults: told, notes: [] }
}

const checkedInvoice = (bytes: Uint8Array): Checked => ({
  kind: '電子インボイス（JP PINT）',
  faults: checkPintInvoice(bytes).map(({ id, path, message }) => ({ place: `${id} ${path}`, message })),
  notes: [],
})

/** The first layout in which the file holds journals with a date. */
const checkedJournals = (bytes: Uint8Array): Checked | undefined => {
  for (const from of layoutNames) {
    const { journals, unmapped, faults } = readJournals(bytes, { from })
    if (!journals.some(({ date }) => date !== '')) continue
    const { name, certainty } = journalLayouts[from]
    const doubt = certainty === 'V' ? '' : '。形式は公開資料からの推定'
    return {
      kind: `仕訳：${name}（${journals.length}件${doubt}）`,
      faults: faults.map((fault) => ({ place: placeOf(fault), message: fault.message })),
      notes: unmapped.map(noteOf('行')),
    }
  }
  return undefined
}

const checkedStatement = (bytes: Uint8Array): Checked | undefined => {
  const { layout, lines, faults } = readBankStatement(bytes)
  if (layout === undefined) return undefined
  const told = faults.map((fault) => ({ place: placeOf(fault), message: fault.message }))
  return { kind: `銀行の入出金明細（${layout}、${lines.length}行）`, faults: told, notes: [] }
}

const unknown = (bytes: Uint8Array): Checked => {
  const { faults } = readTable(bytes)
  const told = faults.map((fault) => ({ place: placeOf(fault), message: fault.message }))
  const message = '全銀、銀行の明細、仕訳、JP PINT のどれとも見分けられません。見出しの行があるか確かめてください。'
  return { kind: '不明な形式', faults: [...told, { place: '', message }], notes: [] }
}

/** What a file is, by its content, and what is wrong in it. */
export function checkFile(bytes: Uint8Array): Checked {
  if (isZengin(bytes)) return checkedZengin(bytes)
  if (/^\s*</.test(startOf(bytes))) return checkedInvoice(bytes)
  return checkedJournals(bytes) ?? checkedStatement(bytes) ?? unknown(bytes)
}

type Tell = (line: string) => void

const tellAll = (tell: Tell, mark: string, told: readonly Told[]): void => {
  for (const { place, message } of told) tell(`  ${mark} ${place}${place === '' ? '' : '：'}${message}`)
}

const check = async (file: string, tell: Tell): Promise<number> => {
  const { kind, faults, notes } = checkFile(await readFile(file))
  tell(`${kind}`)
  tellAll(tell, '×', faults)
  tellAll(tell, '・', notes)
  tell(faults.length === 0 ? '誤りはありません / no faults' : `誤り ${faults.length}件 / ${faults.length} faults`)
  return faults.length === 0 ? 0 : 1
}

const layoutNamed = (name: string): JournalLayoutName => {
  const found = layoutNames.find((one) => one === name)
  if (found === undefined) throw new Error(`形式「${name}」は知りません / unknown layout\n${usage.join('\n')}`)
  return found
}

const convert = async (from: string, to: string, input: string, output: string, tell: Tell): Promise<number> => {
  const [source, target] = [layoutNamed(from), layoutNamed(to)]
  const { journals, unmapped, faults } = readJournals(await readFile(input), { from: source })
  tellAll(
    tell,
    '×',
    faults.map((fault) => ({ place: placeOf(fault), message: fault.message })),
  )
  tellAll(tell, '・', unmapped.map(noteOf('行')))
  if (faults.length > 0) {
    tell(`誤りが${faults.length}件あるため書き出していません。直してからやり直してください / nothing was written`)
    return 1
  }
  const written = writeJournals(journals, { to: target })
  await writeFile(output, written.bytes, { flag: 'wx' })
  tellAll(tell, '・', written.unmapped.map(noteOf('件目')))
  tell(`仕訳 ${journals.length}件を ${output} に書きました / ${journals.length} journals written`)
  return 0
}

/** The options and the other words, in whatever order. */
const sorted = (words: readonly string[]) => {
  const options: Record<string, string> = {}
  const files: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const [, name, value] = /^--(from|to)(?:=(.*))?$/.exec(words[at] ?? '') ?? []
    if (name === undefined) files.push(words[at] ?? '')
    else if (value !== undefined) options[name] = value
    else {
      at += 1
      options[name] = words[at] ?? ''
    }
  }
  return { options, files }
}

const reasonOf = (cause: unknown): string | undefined => {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  if (code === 'ENOENT') return 'ファイルが見つかりません / no such file'
  return code === 'EEXIST' ? '出力先のファイルが既にあります。別の名前を指定してください / the file exists' : undefined
}

/** Converts journals between accounting products, or checks a file of offices, banks and tax accountants. */
export const format: Act = async ([act, ...words], _, tell) => {
  const { options, files } = sorted(words)
  const [input, output] = files
  try {
    if (act === 'check' && input !== undefined) return await check(input, tell)
    if (act === 'convert' && input !== undefined && output !== undefined && options.from && options.to) {
      return await convert(options.from, options.to, input, output, tell)
    }
  } catch (cause) {
    const reason = reasonOf(cause)
    if (reason === undefined) throw cause
    tell(reason)
    return 1
  }
  for (const line of usage) tell(line)
  return act === undefined || act === 'help' ? 0 : 1
}
