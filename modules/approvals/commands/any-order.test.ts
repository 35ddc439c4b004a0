import { newId } from '@ennoshita/kernel'
import { inTransaction, runCommand, runQuery } from '@ennoshita/kernel/server'
import { openTestOffice, type TestOffice } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people/server'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvals } from '../contract.ts'
import { approvals as approvalsModule } from '../module.ts'
import { foundApprovalCompany, type Person, petition, petitionModule } from '../test-company.ts'

/** MODEL_SEED runs other acts than the usual ones. */
const seed = Number(process.env.MODEL_SEED ?? 20_261_120)
const numRuns = Number(process.env.MODEL_RUNS ?? 40)

let office: TestOffice
let company: Awaited<ReturnType<typeof foundApprovalCompany>>
let cast: Record<string, Person>

/** 1: 営業部長 or 経理部長; 2: 佐藤 and 伊藤; 3: 社長. 田中 asks. */
const route: readonly { readonly need: 'any' | 'all'; readonly people: readonly string[] }[] = [
  { need: 'any', people: ['営業部長', '経理部長'] },
  { need: 'all', people: ['佐藤', '伊藤'] },
  { need: 'any', people: ['社長'] },
]

beforeAll(async () => {
  office = await openTestOffice([people, approvalsModule, petitionModule], { connections: 8 })
  company = await foundApprovalCompany(office)
  const { salesHead, accountingHead, sato, ito, president, tanaka } = company
  cast = { 営業部長: salesHead, 経理部長: accountingHead, 佐藤: sato, 伊藤: ito, 社長: president, 田中: tanaka }
  await runCommand(office, approvals.setRoute, company.administrator, {
    ...{ kind: 'petition.petition', name: '三段' },
    steps: route.map(({ need, people: names }, at) => ({
      ...{ name: `${at + 1}段`, need },
      approvers: names.map((name) => ({ by: 'person' as const, personId: personOf(name).personId })),
    })),
  })
})
afterAll(() => office.close())

const personOf = (name: string): Person => {
  const found = cast[name]
  if (!found) throw new Error(`Nobody is called ${name}.`)
  return found
}

type Act = {
  readonly does: 'ask' | 'approve' | 'withdraw' | 'return' | 'return-to'
  readonly who: string
  /** The step to which it is returned. */
  readonly to?: number
}
type Real = { petitionId: string; matterId: string | undefined }

/** Carries an act out; answers `done` or the code of the refusal. A fault is thrown on. */
async function carryOut(real: Real, act: Act): Promise<string> {
  const who = personOf(act.who)
  const matterId = real.matterId ?? newId()
  try {
    if (act.does === 'ask') {
      const input = { petitionId: real.petitionId, title: '伺い', amount: 1, departmentId: company.sales }
      real.matterId = (await runCommand(office, petition.ask, who, input)).matterId
    } else if (act.does === 'approve') await runCommand(office, petition.approve, who, { matterId })
    else if (act.does === 'withdraw') await runCommand(office, petition.withdraw, who, { matterId })
    else {
      const to = act.to ?? ('applicant' as const)
      await runCommand(office, petition.sendBack, who, { matterId, comment: '直してください', to })
    }
    return 'done'
  } catch (cause) {
    if (cause instanceof Error && 'face' in cause) return JSON.parse(JSON.stringify(cause.face)).code
    throw cause
  }
}

/** A matter in a few lines of memory: what each act must come to. */
class Model {
  state: 'none' | 'waiting' | 'approved' | 'returned' | 'withdrawn' = 'none'
  step = 0
  round = 0
  approved = new Map<number, Set<string>>()

  expect(act: Act): string {
    if (act.does === 'ask') return this.#ask()
    if (this.state === 'none') return 'kernel.not-found'
    if (act.does === 'withdraw') {
      if (act.who !== '田中') return 'approvals.not-applicant'
      if (this.state !== 'waiting' && this.state !== 'returned') return 'approvals.decided-already'
      this.state = 'withdrawn'
      return 'done'
    }
    if (this.state !== 'waiting') return 'approvals.decided-already'
    const refusal = this.#refusalOf(act.who)
    if (refusal) return refusal
    if (act.does === 'approve') this.#approve(act.who)
    else if (act.does === 'return') this.state = 'returned'
    else {
      const to = act.to ?? 0
      if (to >= this.step || to < 1) return 'approvals.no-such-step'
      for (let number = to; number <= route.length; number++) this.approved.delete(number)
      this.step = to
    }
    return 'done'
  }

  #ask(): string {
    if (this.state === 'waiting') return 'approvals.asked-already'
    if (this.state === 'approved') return 'approvals.approved-already'
    this.state = 'waiting'
    this.step = 1
    this.round += 1
    this.approved.clear()
    return 'done'
  }

  #refusalOf(who: string): string | undefined {
    if (who === '田中') return 'approvals.own-matter'
    const asked = route.findIndex((step) => step.people.includes(who)) + 1
    if (asked === this.step) return this.approved.get(asked)?.has(who) ? 'approvals.step-decided' : undefined
    return asked < this.step ? 'approvals.step-decided' : 'approvals.not-asked'
  }

  #approve(who: string): void {
    const step = route[this.step - 1]
    const done = this.approved.get(this.step) ?? new Set()
    this.approved.set(this.step, done.add(who))
    if (step?.need === 'all' && done.size < step.people.length) return
    if (this.step === route.length) this.state = 'approved'
    else this.step += 1
  }
}

class Step implements fc.AsyncCommand<Model, Real> {
  readonly act: Act
  constructor(act: Act) {
    this.act = act
  }
  check = () => true
  async run(model: Model, real: Real): Promise<void> {
    const expected = model.expect(this.act)
    expect(await carryOut(real, this.act)).toBe(expected)
    if (real.matterId === undefined) return
    const { matterId } = real
    const { state, round, steps } = await runQuery(office, approvals.matterDetails, company.administrator, { matterId })
    expect([state, round]).toEqual([model.state, model.round])
    expect(steps.find((step) => step.state === 'open')?.number).toBe(state === 'waiting' ? model.step : undefined)
  }
  toString = () => `${this.act.who} ${this.act.does}${this.act.to ?? ''}`
}

const whoever = fc.constantFrom('営業部長', '経理部長', '佐藤', '伊藤', '社長', '田中')
const asks = fc.constant<Act>({ does: 'ask', who: '田中' })
const approves = whoever.map((who): Act => ({ does: 'approve', who }))
const others = fc.oneof(
  fc.record({ does: fc.constant('return' as const), who: whoever }),
  fc.record({ does: fc.constant('return-to' as const), who: whoever, to: fc.integer({ min: 0, max: 4 }) }),
  fc.record({ does: fc.constant('withdraw' as const), who: whoever }),
)
const acts = fc.oneof(
  { arbitrary: asks, weight: 3 },
  { arbitrary: approves, weight: 10 },
  { arbitrary: others, weight: 2 },
)

describe(`acts of several people in any order, seed ${seed}`, () => {
  test('one after the other come to what the model says', { timeout: 120_000 }, async () => {
    const steps = acts.map((act) => new Step(act))
    await fc.assert(
      fc.asyncProperty(fc.commands([steps], { maxCommands: 40 }), async (commands) => {
        await fc.asyncModelRun(
          () => ({ model: new Model(), real: { petitionId: newId(), matterId: undefined } }),
          commands,
        )
      }),
      { seed, numRuns },
    )
  })

  test('at once leave one state, and nothing approved without the people of each step', {
    timeout: 120_000,
  }, async () => {
    const states = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(acts, { minLength: 8, maxLength: 30 }), async (all) => {
        const real: Real = { petitionId: newId(), matterId: undefined }
        await carryOut(real, { does: 'ask', who: '田中' })
        const [one, other, third] = [0, 1, 2].map((worker) => all.filter((_, at) => at % 3 === worker))
        const work = async (mine: readonly Act[] = []) => {
          for (const act of mine) await carryOut(real, act)
        }
        await Promise.all([work(one), work(other), work(third)])
        states.add(await stateThatHolds(real.matterId ?? ''))
      }),
      { seed, numRuns },
    )
    expect(states).toContain('approved') // else nothing was shown about the people of each step
  })
})

/** Reads what the record of the matter comes to, act by act, and holds the tables to it. */
async function stateThatHolds(matterId: string): Promise<string> {
  const rows = await inTransaction(
    office.database.owner,
    (tx) => tx.rows<{ deed: string; step: number | null; returnedTo: number | null; personId: string }>`
      select d.deed, d.step, d.returned_to as "returnedTo", d.person_id as "personId" from approvals.decision d
      join kernel.event_object o on o.company_id = d.company_id and o.object_id = d.matter_id
      join kernel.event e on e.company_id = o.company_id and e.id = o.event_id
      where d.matter_id = ${matterId} group by d.id, d.deed, d.step, d.returned_to, d.person_id order by d.id`,
  )
  const names = new Map(Object.entries(cast).map(([name, { personId }]) => [personId, name]))
  const model = new Model()
  for (const { deed, step, returnedTo, personId } of rows) {
    const who = names.get(personId) ?? ''
    if (step !== null) expect(step).toBe(model.step)
    const act: Act =
      deed === 'asked'
        ? { does: 'ask', who }
        : deed === 'approved'
          ? { does: 'approve', who }
          : deed === 'withdrawn'
            ? { does: 'withdraw', who }
            : returnedTo === null
              ? { does: 'return', who }
              : { does: 'return-to', who, to: returnedTo }
    expect(model.expect(act)).toBe('done')
  }
  const { state, round } = await runQuery(office, approvals.matterDetails, company.administrator, { matterId })
  expect([state, round]).toEqual([model.state, model.round])
  return state
}
