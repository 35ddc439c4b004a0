import type { Words } from '@ennoshita/kernel'
import { parseDueRule } from '@ennoshita/statutes'
import { improvements, type KindChanges, type KindRow, kindChanges, reliefs, timings } from '../contract/kind-fields.ts'
import { type CellKey, changedKeys, type InventoryCells, isCellKey } from './inventory-cells.ts'

/** Someone who may be named as 主担当 or 副担当. */
export type NamedPerson = { readonly id: string; readonly name: string }
export type CellFault = { readonly kindId: string; readonly key: CellKey; readonly says: Words }

/** What is to be saved of one line: fields for changeKinds, people for setKindPeople, or why it cannot be. */
export type LineChange = {
  readonly kindId: string
  readonly version: number
  readonly keys: readonly CellKey[]
  readonly fields: KindChanges | null
  readonly people: { readonly mainId: string | null; readonly deputyIds: readonly string[] } | null
  /** The words of the due date could not be read as a rule; they are kept as written. */
  readonly isDueUnread: boolean
}

const peopleKeys: readonly CellKey[] = ['mainId', 'deputies']

/** Reads a changed line of the spreadsheet. Texts of several things are parted by 、 or a comma. */
export function changeOfLine(
  kind: KindRow,
  before: InventoryCells,
  after: InventoryCells,
  everyone: readonly NamedPerson[],
): { readonly change: LineChange | null; readonly faults: readonly CellFault[] } {
  const keys = changedKeys(before, after)
  if (keys.length === 0) return { change: null, faults: [] }
  const faults: CellFault[] = []
  const complain = (key: CellKey, ja: string, en: string) => faults.push({ kindId: kind.kindId, key, says: { ja, en } })
  const written = writtenFields(kind, after, keys)
  if (after.name === null) complain('name', '業務名を入力してください。', 'Give the kind of work a name.')
  if (after.lawName === null && (after.lawArticle !== null || after.lawDeadline !== null))
    complain(
      'lawName',
      '法令の名前を入力してください（条文や期限だけでは残せません）。',
      'Name the law; its article or deadline alone cannot be kept.',
    )
  const parsed = kindChanges.safeParse(written.fields)
  for (const issue of parsed.error?.issues ?? []) {
    const key = keyOfPath(issue.path.map(String))
    if (key !== null && !faults.some((fault) => fault.key === key))
      complain(
        key,
        'この内容では保存できません（長すぎるか、形が違います）。',
        'Too long, or not in the expected form.',
      )
  }
  const named = namesIn(after.deputies).map((name) => ({ name, found: peopleCalled(name, everyone) }))
  const changesPeople = keys.some((key) => peopleKeys.includes(key))
  for (const { name, found } of keys.includes('deputies') ? named : []) {
    if (found.length === 0)
      complain('deputies', `「${name}」は名簿に見つかりません。`, `“${name}” is not among the people.`)
    if (found.length > 1)
      complain('deputies', `「${name}」に当たる人が2人以上います。`, `More than one person is called “${name}”.`)
  }
  if (faults.length > 0) return { change: null, faults }
  const hasFields = keys.some((key) => !peopleKeys.includes(key))
  const deputyIds = keys.includes('deputies')
    ? named.flatMap(({ found }) => found.slice(0, 1)).map(({ id }) => id)
    : kind.deputyIds
  return {
    change: {
      kindId: kind.kindId,
      version: before.version,
      keys,
      fields: hasFields ? (parsed.data ?? null) : null,
      people: changesPeople ? { mainId: after.mainId, deputyIds } : null,
      isDueUnread: written.isDueUnread,
    },
    faults,
  }
}

/** The cell at which a field's refusal is shown (`law.deadline` → the cell of the deadline). */
export function keyOfPath(path: readonly string[]): CellKey | null {
  const [first = '', second = ''] = path
  if (first === 'law') return second === 'article' ? 'lawArticle' : second === 'deadline' ? 'lawDeadline' : 'lawName'
  if (first === 'dueRule' || first === 'timingText') return 'due'
  if (first === 'deputyIds') return 'deputies'
  return isCellKey(first) ? first : null
}

function writtenFields(kind: KindRow, after: InventoryCells, keys: readonly CellKey[]) {
  const has = (...some: CellKey[]) => some.some((key) => keys.includes(key))
  const due = has('due') && after.due !== null ? parseDueRule(after.due) : null
  const fields: Record<string, unknown> = {}
  for (const key of ['major', 'middle', 'name', 'manualPlace', 'issues', 'goesWrong', 'notes'] as const)
    if (has(key)) fields[key] = after[key] ?? ''
  for (const key of ['departmentId', 'monthlyCount', 'usualMinutes', 'manualOn'] as const)
    if (has(key)) fields[key] = after[key]
  for (const key of ['papers', 'systems'] as const) if (has(key)) fields[key] = namesIn(after[key])
  if (has('timing')) fields.timing = timings.find((timing) => timing === after.timing) ?? 'as-needed'
  if (has('improvement')) fields.improvement = improvements.find((one) => one === after.improvement) ?? null
  if (has('relief')) fields.relief = reliefs.find((one) => one === after.relief) ?? null
  if (has('hasManual')) fields.hasManual = after.hasManual
  if (has('difficulty')) fields.difficulty = after.difficulty === null ? null : Number(after.difficulty)
  if (has('due')) {
    fields.dueRule = due?.ok === true ? due.rule : null
    fields.timingText = due === null || due.ok ? '' : due.text
  }
  if (has('lawName', 'lawArticle', 'lawDeadline')) fields.law = lawOf(kind, after)
  return { fields, isDueUnread: due?.ok === false }
}

/** A law written by hand is from memory (trust M) until someone has checked it again. */
function lawOf(kind: KindRow, after: InventoryCells) {
  if (after.lawName === null) return null
  return {
    name: after.lawName,
    article: after.lawArticle ?? '',
    deadline: after.lawDeadline ?? '',
    url: after.lawName === kind.law?.name ? kind.law.url : '',
    trust: 'M',
  }
}

function namesIn(text: string | null): string[] {
  return (text ?? '')
    .split(/[、，,;；\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
}

const plainName = (name: string) => name.normalize('NFKC').replace(/\s+/g, '')

/** By full name without spaces; else by family name where only one person has it. */
function peopleCalled(name: string, everyone: readonly NamedPerson[]): readonly NamedPerson[] {
  const wanted = plainName(name)
  const same = everyone.filter((person) => plainName(person.name) === wanted)
  if (same.length > 0) return same
  return everyone.filter((person) => person.name.normalize('NFKC').split(/\s+/)[0] === wanted)
}
