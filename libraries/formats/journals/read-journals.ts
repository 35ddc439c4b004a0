import { readTable } from '../tables/read-table.ts'
import { megabyte, type TableSheet } from '../tables/table.ts'
import { dateReader } from './cells.ts'
import { findColumns } from './find-columns.ts'
import { imbalanceOf, type Journal, type JournalFault, type UnmappedText, unmappedList } from './journal.ts'
import { type JournalLayoutName, type JournalMapping, layoutOf } from './layouts.ts'
import { type JournalRow, type RowReader, readRow } from './read-row.ts'

const maxBytes = 100 * megabyte
const maxRows = 1_000_000
const mostFaults = 1_000

type Gathered = { journals: Journal[]; rowsOf: Map<Journal, JournalRow[]> }

const faultList = () => {
  const faults: JournalFault[] = []
  const report = (fault: JournalFault): void => {
    if (faults.length < mostFaults) faults.push(fault)
    else if (faults.length === mostFaults) {
      faults.push({
        rule: 'too-many',
        message: `誤りが${mostFaults.toLocaleString('en-US')}件を超えました。ここまでを直してから読み直してください。`,
        messageEn: `There are more than ${mostFaults.toLocaleString('en-US')} faults. Correct these and read the file again.`,
      })
    }
  }
  return { faults, report }
}

const flagFault = (line: number, flag: string): JournalFault => ({
  ...{ rule: 'flag', line, column: 1, field: '識別フラグ' },
  message:
    flag === '1000'
      ? `${line}行目は期首残高（1000）で、仕訳ではないため読みません。開始残高として入力してください。`
      : `${line}行目の識別フラグ「${flag.slice(0, 20)}」は 2000、2111、2110、2100、2101 のどれでもありません。`,
  messageEn: `The flag "${flag.slice(0, 20)}" in line ${line} is none of 2000, 2111, 2110, 2100 and 2101; the line is not read.`,
})

const orderFault = (line: number, message: string, messageEn: string): JournalFault => ({
  ...{ rule: 'order', line, column: 1, field: '識別フラグ' },
  message: `${line}行目：${message}`,
  messageEn: `Line ${line}: ${messageEn}`,
})

const differing = (reader: RowReader, first: JournalRow, row: JournalRow): void => {
  const place = { line: row.line, column: reader.columns.date + 1 }
  if (row.date !== '' && first.date !== '' && row.date !== first.date) {
    reader.report({
      ...{ rule: 'date', ...place, field: '取引日' },
      message: `${row.line}行目の取引日${row.date}が、同じ伝票の先頭（${first.line}行目、${first.date}）と違います。`,
      messageEn: `The date ${row.date} in line ${row.line} differs from ${first.date} in line ${first.line} of the same entry.`,
    })
  }
  if (row.number !== '' && first.number !== '' && row.number !== first.number) {
    reader.report({
      ...{ rule: 'order', line: row.line, column: (reader.columns.number ?? 0) + 1, field: '伝票番号' },
      message: `${row.line}行目の伝票番号「${row.number.slice(0, 20)}」が、同じ伝票の先頭（${first.line}行目、「${first.number.slice(0, 20)}」）と違います。`,
      messageEn: `The number "${row.number.slice(0, 20)}" in line ${row.line} differs from "${first.number.slice(0, 20)}" in line ${first.line} of the same entry.`,
    })
  }
  if (row.closing !== first.closing) {
    reader.report({
      ...{ rule: 'closing', line: row.line, field: '決算' },
      message: `${row.line}行目の決算の区分が、同じ伝票の先頭（${first.line}行目）と違います。`,
      messageEn: `Line ${row.line} differs from line ${first.line} of the same entry in being a closing entry or not.`,
    })
  }
}

/** Adds a row to its journal. What differs from the first row in memo and tags stays with its row. */
const join = (
  reader: RowReader,
  { journals, rowsOf }: Gathered,
  into: Journal | undefined,
  row: JournalRow,
): Journal => {
  const { mapping } = reader
  const titleOf = (column: unknown): string => String(Array.isArray(column) ? column[0] : column)
  const journal: Journal = into ?? {
    ...{ date: row.date, number: row.number, closing: row.closing, lines: [], memo: row.memo },
    tags: row.tags === '' ? [] : row.tags.split('|'),
    ...(mapping.id === undefined ? {} : { origin: mapping.id }),
  }
  const rows = rowsOf.get(journal) ?? []
  const [first] = rows
  if (into === undefined) {
    journals.push(journal)
    rowsOf.set(journal, rows)
  } else if (first !== undefined) differing(reader, first, row)
  const index = rows.length
  rows.push(row)
  for (const line of row.lines) {
    line.row = index
    journal.lines.push(line)
  }
  if (index > 0 && row.memo !== '') row.other[titleOf(mapping.columns.memo)] = row.memo
  if (index > 0 && row.tags !== '') row.other[titleOf(mapping.columns.tags)] = row.tags
  if (Object.keys(row.other).length > 0 || journal.other !== undefined) {
    const kept = journal.other ?? rows.slice(0, -1).map(() => ({}))
    kept.push(row.other)
    journal.other = kept
  }
  return journal
}

/** 弥生: 2110 begins a voucher of several rows, 2100 goes on, 2101 ends it; 2000 and 2111 stand alone. */
const takeFlagged = (reader: RowReader, gathered: Gathered, open: Journal | undefined, row: JournalRow) => {
  const { line, flag } = row
  const isFirst = flag === '2110'
  const isSingle = flag === '2000' || flag === '2111'
  if (open !== undefined && (isFirst || isSingle)) {
    reader.report(
      orderFault(
        line,
        '前の伝票の最終行（2101）がありません。',
        'the last row (2101) of the voucher before is missing.',
      ),
    )
  }
  if (flag === '2111') row.other.識別フラグ = '2111'
  if (row.other.タイプ === (isSingle ? '0' : '3')) delete row.other.タイプ
  if (isFirst || isSingle) {
    const journal = join(reader, gathered, undefined, row)
    return isFirst ? journal : undefined
  }
  if (open === undefined) {
    reader.report(
      orderFault(line, '伝票の先頭行（2110）がありません。', 'the first row (2110) of the voucher is missing.'),
    )
  }
  const journal = join(reader, gathered, open, row)
  return flag === '2101' ? undefined : journal
}

const gather = (reader: RowReader, sheet: TableSheet): Gathered => {
  const gathered: Gathered = { journals: [], rowsOf: new Map() }
  const { columns, mapping } = reader
  const byNumber = new Map<string, Journal>()
  let open: Journal | undefined
  for (const [index, cells] of sheet.rows.entries()) {
    if (index <= columns.headerRow || cells.every((cell) => cell.trim() === '')) continue
    const line = sheet.lines[index] ?? index + 1
    const flag = columns.flag === undefined ? '' : (cells[columns.flag] ?? '').trim()
    if (mapping.grouping === 'flags') {
      if (!/^(2000|2111|2110|2100|2101)$/.test(flag)) reader.report(flagFault(line, flag))
      else open = takeFlagged(reader, gathered, open, readRow(reader, cells, line, flag, open?.date))
    } else if (mapping.grouping === 'mark') {
      const isNew = flag !== '' || open === undefined
      open = join(
        reader,
        gathered,
        isNew ? undefined : open,
        readRow(reader, cells, line, flag, isNew ? undefined : open?.date),
      )
    } else {
      const number = columns.number === undefined ? '' : (cells[columns.number] ?? '')
      const isGrouped = (mapping.grouping ?? 'number') === 'number' && number !== ''
      const row = readRow(reader, cells, line, flag, isGrouped && open?.number === number ? open.date : undefined)
      const key = `${row.date}\n${number}`
      open = join(reader, gathered, isGrouped ? byNumber.get(key) : undefined, row)
      if (isGrouped) byNumber.set(key, open)
    }
  }
  if (mapping.grouping === 'flags' && open !== undefined) {
    const last = gathered.rowsOf.get(open)?.at(-1)?.line ?? 0
    reader.report(
      orderFault(
        last,
        '伝票の最終行（2101）がないまま終わっています。',
        'the file ends before the last row (2101) of the voucher.',
      ),
    )
  }
  return gathered
}

const checkJournals = (reader: RowReader, { journals, rowsOf }: Gathered): void => {
  for (const journal of journals) {
    const line = rowsOf.get(journal)?.[0]?.line ?? 0
    const number = journal.number === '' ? '' : `（番号${journal.number.slice(0, 20)}）`
    if (journal.lines.length === 0) {
      reader.report({
        ...{ rule: 'lines', line },
        message: `${line}行目の仕訳${number}に借方も貸方もありません。`,
        messageEn: `The entry in line ${line} has neither debit nor credit.`,
      })
      continue
    }
    if (journal.lines.some(({ amount, taxAmount = 0 }) => Number.isNaN(amount + taxAmount))) continue
    const difference = imbalanceOf(journal.lines, 'none')
    if (difference === 0 || imbalanceOf(journal.lines, reader.mapping.isTaxApart ? 'all' : 'outer') === 0) continue
    reader.report({
      ...{ rule: 'balance', line },
      message: `${line}行目からの仕訳${number}は借方と貸方の合計が${Math.abs(difference).toLocaleString('en-US')}円違います（借方が${difference > 0 ? '多い' : '少ない'}）。`,
      messageEn: `The entry from line ${line} does not balance: debits less credits are ${difference} yen.`,
    })
  }
}

const isFreeeDeals = (rows: readonly (readonly string[])[]): boolean =>
  rows.slice(0, 5).some((row) => row.includes('収支区分') && row.includes('発生日'))

const layoutFault = (mapping: JournalMapping, sheet: TableSheet): JournalFault => {
  const titles = (sheet.rows.find((row) => row.some((cell) => cell !== '')) ?? []).slice(0, 30).join('、').slice(0, 300)
  if (isFreeeDeals(sheet.rows)) {
    return {
      rule: 'layout',
      message:
        'freeeの「取引」の形式です。仕訳ではないので読めません。freeeの［レポート］→［仕訳帳］から書き出してください。',
      messageEn: 'These are freee deals, not journals. Export the journal book from freee.',
    }
  }
  return {
    rule: 'layout',
    message: `${mapping.name ?? '指定した形式'}の列が見つかりません。取引日、借方・貸方の勘定科目と金額の列が要ります。先頭の行：${titles}`,
    messageEn: `The columns of the layout are not found: date, and account and amount of debit and credit are needed. First line: ${titles}`,
  }
}

/**
 * Reads journals from a CSV (CP932, UTF-8 …) or XLSX file in the layout of a product, or by a mapping of columns. Rows of one voucher become
 * one journal, whose balance is checked. Never throws for bad input: `faults` says what is wrong, at which line and column; `unmapped` lists
 * tax texts that are not understood (their text stays in the lines). Throws RangeError for a layout that is not known.
 */
export function readJournals(
  bytes: Uint8Array,
  options: { from: JournalLayoutName | JournalMapping },
): { journals: Journal[]; unmapped: UnmappedText[]; faults: JournalFault[] } {
  const mapping = layoutOf(options.from)
  const list = faultList()
  const unmapped = unmappedList()
  const table = readTable(bytes, { maxBytes, maxRows, cells: 'as written' })
  for (const { sheet: _sheet, ...fault } of table.faults) list.report({ rule: 'file', ...fault })
  for (const sheet of table.sheets) {
    const columns = findColumns(sheet.rows, mapping)
    if (columns === undefined) continue
    const reader: RowReader = {
      ...{ mapping, columns, dates: dateReader(), unmapped, report: list.report, taxes: new Map() },
    }
    const gathered = gather(reader, sheet)
    checkJournals(reader, gathered)
    return { journals: gathered.journals, unmapped: unmapped.items, faults: list.faults }
  }
  const [sheet] = table.sheets
  if (sheet !== undefined) list.report(layoutFault(mapping, sheet))
  return { journals: [], unmapped: unmapped.items, faults: list.faults }
}
