import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { version } from './company.ts'
import { on } from './organisation.ts'

const name = z.string().trim().max(60)
const personId = field.id
const assignmentId = field.id

const nameFields = {
  familyName: field.line(60),
  givenName: name.default(''),
  familyKana: name.default(''),
  givenKana: name.default(''),
  /** 旧姓 */
  formerFamilyName: name.default(''),
  /** As the person is called in the company; 姓 名 when absent. */
  displayName: name.default(''),
  email: z.union([z.literal(''), z.email().max(200)]).default(''),
  phone: z.string().trim().max(40).default(''),
  /** Text: '001' stays '001'. */
  employeeNumber: field.line(20).nullable().default(null),
  joinedOn: field.localDate.nullable().default(null),
}

const assignmentFields = {
  departmentId: field.id,
  postId: field.id.nullable().default(null),
  /** 本務; the first assignment is always the main one. */
  main: z.boolean().default(false),
  fromOn: field.localDate,
  untilOn: field.localDate.nullable().default(null),
}

/** Roles of the company by their slug, such as clerk. */
const roles = z.array(z.string().max(40)).min(1).max(20)

export const registerCommands = {
  addPerson: defineCommand('people.add-person', {
    says: { ja: '人を登録する', en: 'add a person' },
    input: z.strictObject({
      ...nameFields,
      /** Begins, when no date is given, with the day of joining (else today), or later when the department or post does. */
      assignment: z
        .strictObject({
          departmentId: field.id,
          postId: field.id.nullable().default(null),
          fromOn: field.localDate.optional(),
        })
        .optional(),
      /** 社員 or 社外の協力者; other roles are given by set-roles. */
      role: z.enum(['employee', 'outsider']).default('employee'),
    }),
    answer: z.object({ personId, version }),
  }),
  changePerson: defineCommand('people.change-person', {
    says: { ja: '人の登録内容を変える', en: 'change a person' },
    /** What is left out stays. */
    input: z.strictObject({
      personId,
      version,
      familyName: field.line(60).optional(),
      givenName: name.optional(),
      familyKana: name.optional(),
      givenKana: name.optional(),
      formerFamilyName: name.optional(),
      displayName: field.line(60).optional(),
      email: z.union([z.literal(''), z.email().max(200)]).optional(),
      phone: z.string().trim().max(40).optional(),
      employeeNumber: field.line(20).nullable().optional(),
      joinedOn: field.localDate.nullable().optional(),
    }),
    answer: z.object({ version }),
  }),
  assignPerson: defineCommand('people.assign-person', {
    says: { ja: '所属・兼務を加える', en: 'assign a person to a department' },
    input: z.strictObject({ personId, ...assignmentFields }),
    answer: z.object({ assignmentId }),
  }),
  endAssignment: defineCommand('people.end-assignment', {
    says: { ja: '所属・兼務を終える', en: 'end an assignment' },
    /** `untilOn` is its last day. */
    input: z.strictObject({ assignmentId, untilOn: field.localDate }),
    answer: z.object({}),
  }),
  cancelAssignment: defineCommand('people.cancel-assignment', {
    says: { ja: '所属・異動の登録を取り消す', en: 'take back an assignment' },
    /** For an assignment entered by mistake or a move that does not come; it leaves no trace in the organisation. */
    input: z.strictObject({ assignmentId }),
    answer: z.object({}),
  }),
  movePerson: defineCommand('people.move-person', {
    says: { ja: '異動を登録する', en: 'move a person' },
    /** The main assignment ends the day before `on`; 兼務 stay unless `endsOthers`. May be entered ahead. */
    input: z.strictObject({
      personId,
      departmentId: field.id,
      postId: field.id.nullable().default(null),
      on: field.localDate,
      endsOthers: z.boolean().default(false),
    }),
    answer: z.object({ assignmentId }),
  }),
  recordLeaving: defineCommand('people.record-leaving', {
    says: { ja: '退職を登録する', en: 'record that a person leaves' },
    /** `leftOn` is the last day in the company; assignments and membership end with it. */
    input: z.strictObject({ personId, version, leftOn: field.localDate }),
    answer: z.object({ version, endedAssignments: z.int(), cancelledAssignments: z.int() }),
  }),
  restorePerson: defineCommand('people.restore-person', {
    says: { ja: '退職を取り消す', en: 'take back a leaving' },
    input: z.strictObject({ personId, version }),
    answer: z.object({ version, reopenedAssignments: z.int() }),
  }),
  eraseName: defineCommand('people.erase-name', {
    says: { ja: '退職者の個人情報を消す', en: 'erase the personal data of a leaver' },
    /** Cannot be taken back; what the person did stays in the log under an id without a name. */
    input: z.strictObject({ personId, version }),
    answer: z.object({ version }),
  }),
  setRoles: defineCommand('people.set-roles', {
    says: { ja: '役割を変える', en: "set a person's roles" },
    /** `was` are the roles as they were read. */
    input: z.strictObject({ personId, roles, was: z.array(z.string().max(40)).max(20) }),
    answer: z.object({}),
  }),
}

const placement = z.object({
  assignmentId,
  departmentId: field.id,
  departmentPath: z.string(),
  postId: field.id.nullable(),
  postName: z.string().nullable(),
  heads: z.boolean(),
  main: z.boolean(),
  fromOn: field.localDate,
  untilOn: field.localDate.nullable(),
})
export type PlacementShown = z.output<typeof placement>

/** Only for those who keep the register, and for oneself. */
const register = z.object({
  employeeNumber: z.string().nullable(),
  formerFamilyName: z.string(),
  joinedOn: field.localDate.nullable(),
  leftOn: field.localDate.nullable(),
})
export type RegisterShown = z.output<typeof register>

const entry = z.object({
  personId,
  displayName: z.string(),
  kana: z.string(),
  email: z.string(),
  phone: z.string(),
  placements: z.array(placement),
  register: register.nullable(),
})

const details = z.object({
  ...entry.shape,
  version,
  familyName: z.string(),
  givenName: z.string(),
  familyKana: z.string(),
  givenKana: z.string(),
  erased: z.boolean(),
  /** Whether the person is a member on that date, with which roles; null for those who may not see the register. */
  membership: z
    .object({ fromOn: field.localDate, untilOn: field.localDate.nullable(), roles: z.array(z.string()) })
    .nullable(),
  /** All assignments, past and entered ahead; only with the register. */
  history: z.array(placement).nullable(),
})

export const registerQueries = {
  peopleList: defineQuery('people.people-list', {
    says: { ja: '名簿', en: 'people' },
    input: z.strictObject({
      on,
      /** Any part of name, kana or e-mail, however typed (ひらがな, 半角). */
      search: z.string().trim().max(100).optional(),
      /** The department and all below it. */
      departmentId: field.id.optional(),
      includeLeavers: field.flag.default(false),
      ...field.page,
    }),
    answer: z.object({ total: z.int(), people: z.array(entry) }),
  }),
  personDetails: defineQuery('people.person-details', {
    says: { ja: '人の詳細', en: 'a person' },
    input: z.strictObject({ personId, on }),
    answer: details,
  }),
  myProfile: defineQuery('people.my-profile', {
    says: { ja: '自分の登録内容', en: 'my profile' },
    input: z.strictObject({ on }),
    answer: details,
  }),
  peopleExports: defineQuery('people.people-exports', {
    says: { ja: '名簿の書き出し', en: 'export of the register' },
    input: z.strictObject({ on, includeLeavers: field.flag.default(false) }),
    /** Ready for a table writer; departments and posts joined by '、'. */
    answer: z.object({ header: z.array(z.string()), rows: z.array(z.array(z.string())) }),
  }),
}
