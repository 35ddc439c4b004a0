import { defineCommand, field } from '@ennoshita/kernel'
import { type Actor, command, type Module, type PresetRole, programFor, runCommand } from '@ennoshita/kernel/server'
import { presetGrants, storyOf, type TestOffice, testCompany } from '@ennoshita/kernel/test'
import { people } from '@ennoshita/people'
import { z } from 'zod'
import { askApproval } from './commands/ask-approval.ts'
import { decide } from './commands/decide.ts'
import type { Decided } from './commands/matter-row.ts'
import { sendBack } from './commands/send-back.ts'
import { withdraw } from './commands/withdraw.ts'

/** 伺い: a module of the tests whose only matter is to be approved. */
export const petition = {
  ask: defineCommand('petition.ask', {
    says: { ja: '伺いを出す', en: 'ask' },
    input: z.strictObject({
      petitionId: field.id,
      title: field.line(80),
      kind: z.string().default('petition.petition'),
      amount: field.yen.nullable().default(null),
      departmentId: field.id.nullable().default(null),
      applicantId: field.id.optional(),
      documentId: field.id.optional(),
      facts: z.record(z.string(), z.string()).default({}),
    }),
    answer: z.object({ matterId: field.id, waitingFor: z.array(field.id) }),
  }),
  approve: defineCommand('petition.approve', {
    says: { ja: '伺いを承認する', en: 'approve' },
    input: z.strictObject({ matterId: field.id, comment: field.text().optional(), step: z.int().optional() }),
    answer: z.object({ state: z.string(), step: z.string() }),
  }),
  sendBack: defineCommand('petition.send-back', {
    says: { ja: '伺いを差し戻す', en: 'send back' },
    input: z.strictObject({
      matterId: field.id,
      comment: field.text(),
      to: z.union([z.literal('applicant'), z.int()]).default('applicant'),
    }),
    answer: z.object({ state: z.string(), step: z.string() }),
  }),
  withdraw: defineCommand('petition.withdraw', {
    says: { ja: '伺いを引き戻す', en: 'withdraw' },
    input: z.strictObject({ matterId: field.id, reason: field.text().default('') }),
    answer: z.object({ state: z.string() }),
  }),
}

const told = <Activity extends string>(activity: Activity, decided: Decided) => [
  { activity, objects: [decided.object] as const, data: decided.told },
]

const askPetition = command(petition.ask, {
  may: 'petition.take-part',
  emits: ['petition.asked'],
  async run(context, { petitionId, ...asked }) {
    const decided = await askApproval(context.tx, context, {
      ...asked,
      subject: { type: 'petition', id: petitionId },
      opens: `/petitions/${petitionId}`,
      commands: {
        approve: { name: 'petition.approve', input: { petitionId } },
        sendBack: { name: 'petition.send-back', input: { petitionId } },
      },
    })
    const [event] = told('petition.asked', decided)
    if (!event) throw new Error('No event.')
    return { events: [event], answer: { matterId: decided.matterId, waitingFor: [...decided.waitingFor] } }
  },
})

const approvePetition = command(petition.approve, {
  may: 'petition.take-part',
  emits: ['petition.approved', 'petition.step-approved'],
  async run(context, given) {
    const decided = await decide(context.tx, context, given)
    const activity = decided.state === 'approved' ? ('petition.approved' as const) : ('petition.step-approved' as const)
    return { events: [{ activity, objects: [decided.object], data: decided.told }], answer: decided }
  },
})

const returnPetition = command(petition.sendBack, {
  may: 'petition.take-part',
  emits: ['petition.returned'],
  async run(context, given) {
    const decided = await sendBack(context.tx, context, given)
    return {
      events: [{ activity: 'petition.returned', objects: [decided.object], data: decided.told }],
      answer: decided,
    }
  },
})

const withdrawPetition = command(petition.withdraw, {
  may: 'petition.take-part',
  emits: ['petition.withdrawn'],
  async run(context, given) {
    const decided = await withdraw(context.tx, context, given)
    return {
      events: [{ activity: 'petition.withdrawn', objects: [decided.object], data: decided.told }],
      answer: decided,
    }
  },
})

export const petitionModule: Module = {
  name: 'petition',
  tier: 'business',
  says: { ja: '伺い', en: 'Petitions' },
  permissions: {
    'petition.take-part': {
      says: { ja: '誰でも伺いを出せる', en: 'Everybody takes part' },
      roles: {
        president: 'company',
        administrator: 'company',
        clerk: 'company',
        head: 'company',
        employee: 'company',
        outsider: 'company',
      },
    },
  },
  commands: [askPetition, approvePetition, returnPetition, withdrawPetition],
  queries: [],
  events: {
    'petition.asked': { ja: '伺いを出した', en: 'asked' },
    'petition.approved': { ja: '承認した（決裁）', en: 'approved' },
    'petition.step-approved': { ja: '承認した（次の段へ）', en: 'approved a step' },
    'petition.returned': { ja: '差し戻した', en: 'returned' },
    'petition.withdrawn': { ja: '引き戻した', en: 'withdrew' },
  },
}

export type Person = Actor & { personId: string }

/** A company for stories of approvals: 本社 with 経理部 and 営業部, 営業一課 below that without a head of its own. */
export async function foundApprovalCompany(office: TestOffice) {
  const companyId = await testCompany(office)
  const program = programFor(companyId)
  const fromOn = '2020-04-01'
  const department = async (name: string, parentId?: string) =>
    (await runCommand(office, people.addDepartment, program, { name, fromOn, ...(parentId ? { parentId } : {}) }))
      .departmentId
  const head = await runCommand(office, people.addPost, program, { name: '部長', heads: true, rank: 10, fromOn })
  const chief = await runCommand(office, people.addPost, program, { name: '主任', rank: 30, fromOn })
  const names = new Map<string, string>()
  const person = async (familyName: string, role: PresetRole, departmentId?: string, postId?: string) => {
    const assignment = departmentId ? { assignment: { departmentId, postId: postId ?? null } } : {}
    const entry = { familyName, joinedOn: fromOn, ...assignment }
    const { personId } = await runCommand(office, people.addPerson, program, entry)
    if (role !== 'employee')
      await runCommand(office, people.setRoles, program, { personId, roles: [role], was: ['employee'] })
    names.set(personId, familyName)
    const departmentIds = departmentId ? [departmentId] : []
    const grants = presetGrants(office, role)
    return { companyId, personId, kind: 'human', departmentIds, grants } satisfies Person
  }
  const company = await department('本社')
  const accounting = await department('経理部', company)
  const sales = await department('営業部', company)
  const section = await department('営業一課', sales)
  const cast = {
    president: await person('社長', 'president'),
    administrator: await person('管理者', 'administrator', accounting),
    sato: await person('佐藤', 'clerk', accounting),
    accountingHead: await person('経理部長', 'head', accounting, head.postId),
    salesHead: await person('営業部長', 'head', sales, head.postId),
    tanaka: await person('田中', 'employee', section),
    ito: await person('伊藤', 'employee', section, chief.postId),
  }
  const founding = (await storyOf(office, companyId)).length
  return {
    ...{ companyId, program, company, accounting, sales, section, ...cast },
    ...{ headPostId: head.postId, chiefPostId: chief.postId, names, person, department },
    /** The log since the founding, as text. */
    story: async () => (await storyOf(office, companyId, names)).slice(founding),
  }
}
