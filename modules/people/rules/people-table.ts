import { findHeader, foldForSearch } from '@ennoshita/formats'
import type { LocalDate, RefusalFace } from '@ennoshita/kernel'
import { dateInWords } from '@ennoshita/kernel'
import { type ImportColumn, type ImportFault, importColumns, type PersonDraft } from '../contract.ts'
import { type CellFault, readPersonLine } from './person-line.ts'

export type PeopleSheet = {
  readonly rows: readonly (readonly string[])[]
  readonly lines?: readonly number[] | undefined
  readonly headerRow?: number | undefined
  readonly firstRecordRow?: number | undefined
  readonly mapping?: Partial<Record<ImportColumn, number>> | undefined
}

/** What the company already knows, so that nobody comes in twice and departments are found. */
export type KnownCompany = {
  readonly people: readonly { number: string | null; name: string; kana: string; displayName: string }[]
  readonly departments: readonly {
    name: string
    path: string
    /** Set when it begins only after the day of the file. */
    opensOn: LocalDate | null
    closesOn: LocalDate | null
  }[]
  readonly posts: readonly { name: string; opensOn: LocalDate | null }[]
  /** Whether departments and posts that are not there yet may be made. */
  readonly mayMake: boolean
}

export type LineRead = {
  line: number
  state: 'accepted' | 'known' | 'faulty'
  draft: PersonDraft
  faults: ImportFault[]
}
export type PeopleTableRead = { ok: true; lines: LineRead[] } | { ok: false; fault: RefusalFace }

/** Reads a table of people line by line; each line is accepted, known already, or faulty with what to do. Empty rows are skipped. */
export function readPeopleTable(sheet: PeopleSheet, known: KnownCompany): PeopleTableRead {
  const columns = columnsOf(sheet)
  if (!columns) return { ok: false, fault: noHeader }
  const seen = new Map<string, number>()
  const namesake = namesakes(known)
  const lines: LineRead[] = []
  sheet.rows.forEach((row, index) => {
    if (index < columns.firstRecordRow || row.every((text) => text.trim() === '')) return
    const line = sheet.lines?.[index] ?? index + 1
    const cell = (column: ImportColumn): string => {
      const place = columns.mapping[column]
      return place === undefined ? '' : (row[place] ?? '').trim()
    }
    const { draft, faults } = readPersonLine(cell)
    const repeated = repeatedFaults(draft, seen, line)
    const holder = repeated.length === 0 ? namesake(draft) : undefined
    faults.push(...departmentFaults(draft, known), ...repeated)
    const told = holder === undefined ? [...faults, ...notes(draft, faults)] : [knownAlready(holder)]
    lines.push({
      line,
      state: holder !== undefined ? 'known' : faults.length > 0 ? 'faulty' : 'accepted',
      draft,
      faults: told.map(({ column, ja, en }) => {
        const place = columns.mapping[column]
        return place === undefined ? { line, ja, en } : { line, column: place + 1, ja, en }
      }),
    })
  })
  return { ok: true, lines }
}

function columnsOf(sheet: PeopleSheet) {
  if (sheet.mapping && Object.keys(sheet.mapping).length > 0)
    return { mapping: sheet.mapping, firstRecordRow: sheet.firstRecordRow ?? (sheet.headerRow ?? 0) + 1 }
  const start = sheet.headerRow ?? 0
  const found = findHeader(sheet.rows.slice(start), importColumns)
  if (!found || (found.mapping.fullName === undefined && found.mapping.familyName === undefined)) return undefined
  return { mapping: found.mapping, firstRecordRow: sheet.firstRecordRow ?? start + found.firstRecordRow }
}

const noHeader: RefusalFace = {
  kind: 'bad-input',
  code: 'people.import-without-header',
  what: { ja: '「氏名」または「姓」の列が見つかりません。', en: 'No column "Name" or "Family name" was found.' },
  field: 'headerRow',
  todo: {
    ja: '見出しの行を選び、どの列が氏名かを指定してください。',
    en: 'Choose the row of the titles and say which column holds the name.',
  },
}

function departmentFaults({ department, post }: PersonDraft, known: KnownCompany): CellFault[] {
  const faults: CellFault[] = []
  const matches = departmentsNamed(department, known.departments)
  if (matches.length > 1)
    faults.push({
      column: 'department',
      ja: `「${department}」という部署が${matches.length}つあります。「${matches[0]?.path}」のように、上の部署から書いてください。`,
      en: `There are ${matches.length} departments "${department}". Write the full name like "${matches[0]?.path}".`,
    })
  const opensOn = matches[0]?.opensOn
  if (opensOn) faults.push(notYet('department', '部署', department, opensOn))
  const laterPost = known.posts.find((each) => each.name === post)?.opensOn
  if (laterPost) faults.push(notYet('post', '役職', post, laterPost))
  const closesOn = matches[0]?.closesOn
  if (closesOn)
    faults.push({
      column: 'department',
      ja: `「${department}」は${dateInWords(closesOn)}で廃止されます。廃止されない部署を書いてください。`,
      en: `"${department}" closes on ${closesOn}. Give a department that stays.`,
    })
  if (known.mayMake) return faults
  if (department !== '' && matches.length === 0) faults.push(notThere('department', '部署', department))
  if (post !== '' && !known.posts.some((each) => each.name === post)) faults.push(notThere('post', '役職', post))
  return faults
}

/** Departments meant by a full or plain name; a full name wins over plain ones. */
export function departmentsNamed<Department extends { name: string; path: string }>(
  text: string,
  departments: readonly Department[],
): Department[] {
  const full = departments.filter((each) => each.path === text)
  return full.length > 0 ? full : departments.filter((each) => each.name === text)
}

function notYet(column: 'department' | 'post', thing: string, name: string, opensOn: LocalDate): CellFault {
  return {
    column,
    ja: `${thing}「${name}」は${dateInWords(opensOn)}からです。取り込みの基準日をその日以降にしてください。`,
    en: `The ${column} "${name}" begins on ${opensOn}. Take that day or a later one as the day of the file.`,
  }
}

function notThere(column: 'department' | 'post', thing: string, name: string): CellFault {
  return {
    column,
    ja: `${thing}「${name}」は登録されていません。名前を直すか、管理者に${thing}の登録を頼んでください。`,
    en: `The ${column} "${name}" does not exist. Correct the name, or ask an administrator to add it.`,
  }
}

/** The same number, or without numbers the same name and kana, in an earlier line of the file. */
function repeatedFaults(draft: PersonDraft, seen: Map<string, number>, line: number): CellFault[] {
  const { employeeNumber, familyName, givenName, familyKana, givenKana } = draft
  if (employeeNumber === null && familyName === '') return []
  const sign = employeeNumber ?? [familyName + givenName, familyKana + givenKana].map(foldForSearch).join(' ')
  const first = seen.get(sign)
  if (first === undefined) {
    seen.set(sign, line)
    return []
  }
  return employeeNumber === null
    ? [
        {
          column: 'fullName',
          ja: `${first}行目と同じ氏名です。別の方なら社員番号を付け、同じ方なら行を削ってください。`,
          en: `The same name stands in line ${first}. Give employee numbers if they are two people, else delete the line.`,
        },
      ]
    : [
        {
          column: 'employeeNumber',
          ja: `社員番号「${employeeNumber}」は${first}行目にもあります。番号を直すか、兼務の行なら削って、取り込んだ後に兼務を加えてください。`,
          en: `The employee number "${employeeNumber}" stands in line ${first} too. Correct it; if the line tells a second assignment, delete it and add that afterwards.`,
        },
      ]
}

/** Finds who a draft is already: by number, else by name and kana where the numbers do not say otherwise. */
export function namesakes(
  known: Pick<KnownCompany, 'people'>,
): (draft: PersonDraft) => { column: ImportColumn; displayName: string } | undefined {
  const byNumber = new Map(known.people.map((person) => [person.number, person]))
  const byName = Map.groupBy(known.people, (person) => foldForSearch(person.name))
  return (draft) => {
    const holder = draft.employeeNumber === null ? undefined : byNumber.get(draft.employeeNumber)
    if (holder) return { column: 'employeeNumber', displayName: holder.displayName }
    const kana = foldForSearch(draft.familyKana + draft.givenKana)
    const same = byName.get(foldForSearch(draft.familyName + draft.givenName))?.find((person) => {
      const hasOtherNumber = person.number !== null && draft.employeeNumber !== null
      return !hasOtherNumber && (kana === '' || person.kana === '' || foldForSearch(person.kana) === kana)
    })
    return same && { column: 'fullName', displayName: same.displayName }
  }
}

function knownAlready({ column, displayName }: { column: ImportColumn; displayName: string }): CellFault {
  return column === 'employeeNumber'
    ? {
        column,
        ja: `この社員番号は${displayName}さんとして登録済みのため、取り込みません。内容は人の画面で変えられます。`,
        en: `This number belongs to ${displayName} already; the line is left out. Edit the person instead.`,
      }
    : {
        column,
        ja: `${displayName}さんは登録済みのため、取り込みません。同姓同名の別の方なら、社員番号を付けてください。`,
        en: `${displayName} is entered already; the line is left out. Give an employee number if this is another person.`,
      }
}

function notes(draft: PersonDraft, faults: readonly CellFault[]): CellFault[] {
  if (faults.length > 0 || draft.givenName !== '' || draft.familyName.length < 3) return []
  return [
    {
      column: 'fullName',
      ja: '姓と名の間に空白がないため、全体を姓として取り込みます。後から直せます。',
      en: 'There is no space between family and given name; all of it is taken as the family name. It can be changed later.',
    },
  ]
}
