import { type FoundHeader, findHeader, foldForSearch } from '@ennoshita/formats'
import type { Remark } from '../contract/inventory.ts'
import type { KindChanges, KindStep } from '../contract/kind-fields.ts'
import {
  partsOf,
  readCount,
  readDay,
  readDifficulty,
  readImprovement,
  readManual,
  readRelief,
  readTiming,
  readUsualMinutes,
} from './import-cells.ts'
import { type ImportColumn, importColumns, isImportColumn } from './import-columns.ts'
import { type KnownPerson, peopleFinder } from './import-people.ts'

export type InventoryDraft = KindChanges & {
  name: string
  mainId: string | null
  deputyIds: string[]
  mainText: string
  deputiesText: string
  steps: KindStep[]
}

/** One line as understood; without a draft it is left out, and its remarks say why. */
export type InventoryLine = { line: number; cells: string[]; draft: InventoryDraft | null; remarks: Remark[] }

export type InventoryTable = {
  mapping: Partial<Record<ImportColumn, number>>
  unmatched: { index: number; title: string }[]
  lines: InventoryLine[]
}

type Known = { people: readonly KnownPerson[]; departments: readonly { id: string; name: string }[] }

/**
 * Understands any Excel inventory of work (業務棚卸表): finds the heading, fills merged 分類 down, reads timings, durations,
 * counts and names as people write them. Nothing is dropped: what has no column or cannot be read goes into the notes, with a
 * remark. Undefined when no heading is found and none is given.
 */
export function readInventory(
  rows: readonly (readonly string[])[],
  lines: readonly number[],
  known: Known,
  given?: Readonly<Record<string, number>>,
): InventoryTable | undefined {
  const found = findHeader(rows, importColumns)
  const header = given ? withMapping(rows, found, given) : found
  if (!header || (header.mapping.name ?? header.mapping.minor ?? header.mapping.description) === undefined)
    return undefined
  const { mapping, unmatched } = header
  const titleRow = rows[header.firstRecordRow - 1] ?? []
  const findPeople = peopleFinder(known.people)
  const departmentByName = new Map(known.departments.map(({ id, name }) => [foldForSearch(name), id]))
  const table: InventoryTable = { mapping, unmatched, lines: [] }
  let above = { major: '', middle: '', department: '' }
  rows.slice(header.firstRecordRow).forEach((cells, index) => {
    if (cells.every((cell) => cell.trim() === '')) return
    const at = (column: ImportColumn) => (cells[mapping[column] ?? -1] ?? '').trim()
    above = filledDown(at, above)
    const line = lines[header.firstRecordRow + index] ?? header.firstRecordRow + index + 1
    const others = unmatched.map(({ index: place, title }) => ({ title, text: (cells[place] ?? '').trim() }))
    table.lines.push({
      line,
      cells: [...cells],
      ...draftOf({
        at,
        above,
        others,
        minutesTitle: titleRow[mapping.minutes ?? -1] ?? '',
        findPeople,
        departmentByName,
      }),
    })
  })
  return table
}

function withMapping(
  rows: readonly (readonly string[])[],
  found: FoundHeader<ImportColumn> | undefined,
  given: Readonly<Record<string, number>>,
): Pick<FoundHeader<ImportColumn>, 'mapping' | 'unmatched' | 'firstRecordRow'> {
  const mapping: Partial<Record<ImportColumn, number>> = {}
  for (const [key, index] of Object.entries(given)) if (isImportColumn(key)) mapping[key] = index
  const firstRecordRow = found?.firstRecordRow ?? 1
  const used = new Set(Object.values(mapping))
  const titles = rows[firstRecordRow - 1] ?? []
  const unmatched = titles.flatMap((title, index) => (used.has(index) || title.trim() === '' ? [] : [{ index, title }]))
  return { mapping, unmatched, firstRecordRow }
}

/** Merged cells of a file without merges stand empty below the first: a 分類 holds until the next one is written. */
function filledDown(
  at: (column: ImportColumn) => string,
  above: { major: string; middle: string; department: string },
) {
  const [major, middle, department] = [at('major'), at('middle'), at('department')]
  const isNewMajor = major !== '' && major !== above.major
  return {
    major: major || above.major,
    middle: middle || (isNewMajor ? '' : above.middle),
    department: department || (isNewMajor ? '' : above.department),
  }
}

type Line = {
  at: (column: ImportColumn) => string
  above: { major: string; middle: string; department: string }
  others: readonly { title: string; text: string }[]
  minutesTitle: string
  findPeople: ReturnType<typeof peopleFinder>
  departmentByName: ReadonlyMap<string, string>
}

/** Collects the values of a line, what is remarked on them, and what goes into the notes. */
class Gathering {
  readonly remarks: Remark[] = []
  readonly notes: string[] = []

  note(title: string, text: string): void {
    if (text !== '') this.notes.push(title === '' ? text : `${title}：${text}`)
  }

  take<Value>(
    column: ImportColumn,
    title: string,
    text: string,
    reading: { value: Value; remark?: Omit<Remark, 'column'>; kept?: true },
  ): Value {
    if (reading.remark) this.remarks.push({ column, ...reading.remark })
    if (reading.kept) this.note(title, text)
    return reading.value
  }

  shorten(column: ImportColumn, title: string, text: string, most: number): string {
    if (text.length <= most) return text
    this.note(title, text)
    this.remarks.push({
      column,
      message: `${most}文字を超えているため先頭だけを使い、全文を備考に残しました。`,
      messageEn: `Longer than ${most} characters: the beginning is used, the whole is kept in the notes.`,
    })
    return text.slice(0, most)
  }
}

function draftOf(line: Line): Pick<InventoryLine, 'draft' | 'remarks'> {
  const { at, above } = line
  const gathered = new Gathering()
  const name = nameOf(line, gathered)
  if (name === '') {
    const remark = {
      column: 'name',
      message: '業務名がないため取り込みません。元の行はこの記録に残ります。',
      messageEn: 'Left out, because it has no name; the line is kept in this report.',
    }
    return { draft: null, remarks: [remark] }
  }
  gathered.note('', at('notes'))
  const people = peopleOf(line, gathered)
  const timing = gathered.take('due', '発生時期', '', readTiming(at('frequency'), at('due')))
  const usualMinutes = gathered.take(
    'minutes',
    '所要時間',
    at('minutes'),
    readUsualMinutes(at('minutes'), line.minutesTitle),
  )
  const monthlyCount = gathered.take('monthlyCount', '月間件数', at('monthlyCount'), readCount(at('monthlyCount')))
  if (usualMinutes === null || monthlyCount === null) gathered.note('月間工数', at('monthlyLoad'))
  const relief = readRelief(at('relief'), at('automation'), at('outsourcing'))
  const reliefText = [at('relief'), at('automation'), at('outsourcing')].filter((text) => text !== '').join(' ')
  const rest = {
    difficulty: gathered.take('difficulty', '難易度', at('difficulty'), readDifficulty(at('difficulty'))),
    manualOn: gathered.take('manualOn', 'マニュアル更新日', at('manualOn'), readDay(at('manualOn'))),
    improvement: gathered.take('improvement', '改善区分', at('improvement'), readImprovement(at('improvement'))),
    relief: gathered.take('relief', '自動化・外注可否', reliefText, relief),
    law: lawOf(line, gathered),
    departmentId: departmentOf(line, gathered),
  }
  const manual = readManual(at('hasManual'))
  gathered.note('最終実施日', at('lastDoneOn'))
  for (const { title, text } of line.others) gathered.note(title, text)
  const draft: InventoryDraft = {
    major: gathered.shorten('major', '大分類', above.major, 120),
    middle: gathered.shorten('middle', '中分類', above.middle, 120),
    name: gathered.shorten('name', '業務名', name, 120),
    ...timing,
    usualMinutes,
    monthlyCount,
    ...rest,
    papers: listOf(gathered, 'papers', '使用帳票', at('papers')),
    systems: listOf(gathered, 'systems', 'システム', at('systems')),
    ...manual,
    ...(at('manualPlace') === ''
      ? {}
      : { hasManual: manual.hasManual ?? true, manualPlace: at('manualPlace').slice(0, 500) }),
    goesWrong: at('goesWrong'),
    issues: at('issues'),
    notes: gathered.shorten('notes', '備考', gathered.notes.join('\n'), 4000).slice(0, 4000),
    steps: stepsOf(at('steps')),
    ...people,
  }
  return { draft, remarks: gathered.remarks }
}

/** 業務名: its own column, else 小分類, else 業務内容, else 中分類; a 小分類 beside a name goes below the 中分類. */
function nameOf({ at, above }: Line, gathered: Gathering): string {
  const [name, minor, description] = [at('name'), at('minor'), at('description')]
  if (name !== '') {
    gathered.note('業務内容', description)
    if (minor !== '' && minor !== name) gathered.note('小分類', minor)
    return name
  }
  if (minor !== '') {
    gathered.note('業務内容', description)
    return minor
  }
  if (description !== '') return description
  const isHeading = at('main') === '' && at('due') === '' && at('frequency') === '' && at('minutes') === ''
  if (isHeading || at('middle') === '') return ''
  gathered.remarks.push({
    column: 'name',
    message: '業務名がないため、中分類を業務名にしました。',
    messageEn: 'It has no name; the middle class is used.',
  })
  return above.middle
}

function peopleOf({ at, findPeople }: Line, gathered: Gathering) {
  const [main, deputies] = [findPeople(at('main')), findPeople(at('deputies'))]
  gathered.remarks.push(
    ...main.remarks.map((remark) => ({ column: 'main', ...remark })),
    ...deputies.remarks.map((remark) => ({ column: 'deputies', ...remark })),
  )
  const [mainId, ...further] = main.personIds
  return {
    mainId: mainId ?? null,
    deputyIds: [...new Set([...further, ...deputies.personIds])].filter((person) => person !== mainId).slice(0, 20),
    mainText: main.unresolved.join('、'),
    deputiesText: deputies.unresolved.join('、'),
  }
}

function departmentOf({ above, departmentByName }: Line, gathered: Gathering): string | null {
  if (above.department === '') return null
  const found = departmentByName.get(foldForSearch(above.department))
  if (found) return found
  gathered.note('部署', above.department)
  gathered.remarks.push({
    column: 'department',
    message: `「${above.department}」という部署は登録されていないため、備考に残しました。`,
    messageEn: `There is no department "${above.department}"; the name is kept in the notes.`,
  })
  return null
}

function lawOf({ at }: Line, gathered: Gathering): KindChanges['law'] {
  const [law, deadline] = [at('law'), at('legalDeadline')]
  if (law === '' && deadline === '') return null
  if (/^(なし|無し|無|-|ー|－)$/.test(law) && deadline === '') return null
  const name = law === '' ? '根拠法令（未記入）' : gathered.shorten('law', '根拠法令', law, 120)
  return {
    name,
    article: '',
    deadline: gathered.shorten('legalDeadline', '法定期限', deadline, 200),
    url: '',
    trust: 'M',
  }
}

function listOf(gathered: Gathering, column: 'papers' | 'systems', title: string, text: string): string[] {
  const parts = /^(なし|無し|無|-|ー|－)$/.test(text) ? [] : partsOf(text)
  if (parts.length <= 40 && parts.every((part) => part.length <= 120)) return parts
  gathered.shorten(column, title, text, 120)
  return parts.slice(0, 40).map((part) => part.slice(0, 120))
}

function stepsOf(text: string): KindStep[] {
  return text
    .split(/\n|→|⇒/)
    .map((step) => step.replace(/^\s*(?:[①-⑳]|\(?\d{1,2}[).．、:)）]\s*|[・●■-]\s*)/, '').trim())
    .filter((step) => step !== '')
    .slice(0, 100)
    .map((step) => ({ text: step.slice(0, 300), who: '', usualMinutes: null }))
}
