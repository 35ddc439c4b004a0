import type { EventObject, Tx } from '@ennoshita/kernel/server'
import type { KindChanges, KindStep } from '../../contract/kind-fields.ts'
import { timingOf } from '../../rules/timing.ts'

/** A new kind of work with all that may be said of it at once. */
export type NewKind = KindChanges & {
  id: string
  name: string
  mainId?: string | null
  deputyIds?: readonly string[]
  mainText?: string
  deputiesText?: string
  readyKey?: string
  importId?: string
  importLine?: number
  steps?: readonly KindStep[]
}

const blank = {
  major: '',
  middle: '',
  departmentId: null,
  mainId: null,
  deputyIds: [],
  mainText: '',
  deputiesText: '',
  timing: 'as-needed',
  timingText: '',
  dueRule: null,
  usualMinutes: null,
  monthlyCount: null,
  difficulty: null,
  law: null,
  papers: [],
  systems: [],
  hasManual: null,
  manualPlace: '',
  manualOn: null,
  goesWrong: '',
  notes: '',
  issues: '',
  improvement: null,
  relief: null,
  readyKey: null,
  importId: null,
  importLine: null,
}

const columnOf = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The fields under the names of their columns; a due rule without a timing brings its own. */
export function columnsOf(fields: Readonly<Record<string, unknown>> & KindChanges): Record<string, unknown> {
  const timing = fields.timing ?? (fields.dueRule ? timingOf(fields.dueRule) : undefined)
  const named = Object.entries(fields).filter(([name, value]) => value !== undefined && name !== 'steps')
  return {
    ...Object.fromEntries(named.map(([name, value]) => [columnOf(name), value])),
    ...(timing === undefined ? {} : { timing }),
  }
}

/** Writes new kinds of work and their steps. */
export async function insertKinds(tx: Tx, companyId: string, now: string, kinds: readonly NewKind[]): Promise<void> {
  const records = kinds.map((kind) => ({ ...columnsOf(blankTimed(kind)), company_id: companyId, made_at: now }))
  const steps = kinds.flatMap(({ id, steps = [] }) =>
    steps.map((step, index) => ({ kind_id: id, place: index + 1, ...columnsOf(step) })),
  )
  await tx.run`insert into work.kind (company_id, id, major, middle, name, department_id, main_id, deputy_ids, main_text, deputies_text,
      timing, timing_text, due_rule, usual_minutes, monthly_count, difficulty, law, papers, systems, has_manual, manual_place, manual_on,
      goes_wrong, notes, issues, improvement, relief, ready_key, import_id, import_line, made_at)
    select company_id, id, major, middle, name, department_id, main_id, deputy_ids, main_text, deputies_text,
      timing, timing_text, due_rule, usual_minutes, monthly_count, difficulty, law, papers, systems, has_manual, manual_place, manual_on,
      goes_wrong, notes, issues, improvement, relief, ready_key, import_id, import_line, made_at
    from jsonb_populate_recordset(null::work.kind, ${JSON.stringify(records)}::jsonb)`
  if (steps.length > 0) await insertSteps(tx, companyId, steps)
}

function blankTimed(kind: NewKind) {
  return { ...blank, ...kind, timing: kind.timing ?? (kind.dueRule ? timingOf(kind.dueRule) : 'as-needed') } as const
}

/** Puts the steps of a kind in place of those before. */
export async function replaceSteps(tx: Tx, companyId: string, kindId: string, steps: readonly KindStep[]) {
  await tx.run`delete from work.kind_step where company_id = ${companyId} and kind_id = ${kindId}`
  if (steps.length === 0) return
  await insertSteps(
    tx,
    companyId,
    steps.map((step, index) => ({ kind_id: kindId, place: index + 1, ...columnsOf(step) })),
  )
}

async function insertSteps(tx: Tx, companyId: string, steps: readonly object[]): Promise<void> {
  await tx.run`insert into work.kind_step (company_id, kind_id, place, text, who, usual_minutes)
    select ${companyId}, s.kind_id, s.place, s.text, s.who, s.usual_minutes
    from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as s (kind_id uuid, place smallint, text text, who text, usual_minutes integer)`
}

/** A kind in an event; with `label` search finds it under its name. */
export function kindObject(kind: {
  id: string
  name: string
  departmentId?: string | null | undefined
  mainId?: string | null | undefined
  deputyIds?: readonly string[] | undefined
}): EventObject {
  const own = [kind.mainId, ...(kind.deputyIds ?? [])].filter((person) => typeof person === 'string')
  return {
    type: 'kind',
    id: kind.id,
    label: {
      text: kind.name,
      opens: `/work/kinds/${kind.id}`,
      may: 'work.see-kinds',
      own,
      departmentId: kind.departmentId ?? null,
    },
  }
}
