import { command, type NewEvent, newId, refuse } from '@ennoshita/kernel/server'
import { work } from '../contract.ts'
import { type ReadyKind, readyDue, readyKinds } from '../ready-kinds.ts'
import { aprilFirst, type FiscalYearStart } from '../rules/fiscal-year-due.ts'
import { insertKinds, kindObject, type NewKind } from './writing/kind-record.ts'
import { refuseOutOfReach } from './writing/lock-kind.ts'

/** 用意された業務を取り入れる: each key once; its department is assigned where one of that name exists, its months follow the fiscal year. */
export const adoptReadyKinds = command(work.adoptReadyKinds, {
  may: 'work.manage-kinds',
  emits: ['work.ready-kinds-adopted', 'work.kind-added'],
  async run(context, { keys }) {
    const { tx, actor, now, today } = context
    const asked = [...new Set(keys)]
    const chosen = asked.map((key) => readyKinds.get(key) ?? refuseUnknownKey(key))
    await tx.run`select pg_advisory_xact_lock(hashtext(${`work.ready-kinds ${actor.companyId}`}))`
    const [there, departments, start = aprilFirst] = await Promise.all([
      tx.rows<{
        key: string
      }>`select ready_key as key from work.kind where company_id = ${actor.companyId} and ready_key = any(${asked}::text[])`,
      tx.rows<{
        id: string
        name: string
      }>`select id, name from people.department_on(${actor.companyId}, ${today}::date)`,
      tx.row<FiscalYearStart>`select fiscal_year_month as month, fiscal_year_day as day from people.company where company_id = ${actor.companyId}`,
    ])
    const known = new Set(there.map((kind) => kind.key))
    const departmentByName = new Map(departments.map((department) => [department.name, department.id]))
    const kinds = chosen
      .filter((kind) => !known.has(kind.key))
      .map((kind) => adopted(kind, start, departmentByName.get(kind.department) ?? null))
    if (kinds.length > 0) await insertKinds(tx, actor.companyId, now, kinds)
    await refuseOutOfReach(
      context,
      kinds.map((kind) => kind.id),
    )
    const added = kinds.map(
      (kind): NewEvent<'work.kind-added'> => ({ activity: 'work.kind-added', objects: [kindObject(kind)] }),
    )
    return {
      events: [
        {
          activity: 'work.ready-kinds-adopted',
          objects: [{ type: 'company', id: actor.companyId }],
          data: { adopted: kinds.length },
        },
        ...added,
      ],
      answer: {
        adopted: kinds.map(({ id, readyKey }) => ({ key: readyKey, kindId: id })),
        alreadyThere: asked.filter((key) => known.has(key)),
      },
    }
  },
})

function adopted(kind: ReadyKind, start: FiscalYearStart, departmentId: string | null) {
  return {
    id: newId(),
    name: kind.name,
    major: kind.major,
    middle: kind.middle,
    departmentId,
    timing: kind.timing,
    dueRule: readyDue(kind, start),
    usualMinutes: kind.usualMinutes,
    difficulty: kind.difficulty,
    law: kind.law ?? null,
    papers: kind.papers,
    systems: kind.systems,
    goesWrong: kind.goesWrong,
    readyKey: kind.key,
    steps: kind.steps.map((text) => ({ text, who: '', usualMinutes: null })),
  } satisfies NewKind
}

function refuseUnknownKey(key: string): never {
  refuse({
    kind: 'not-found',
    code: 'work.no-ready-kind',
    what: { ja: `用意された業務「${key}」はありません。`, en: `There is no ready kind "${key}".` },
    field: 'keys',
    todo: { ja: '一覧を開き直して、もう一度お選びください。', en: 'Open the list again and choose once more.' },
  })
}
