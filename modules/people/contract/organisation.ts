import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { version } from './company.ts'

const place = z.int().min(0).max(9999)
const departmentId = field.id
const postId = field.id

export const organisationCommands = {
  addDepartment: defineCommand('people.add-department', {
    says: { ja: '部署を設ける', en: 'add a department' },
    input: z.strictObject({
      name: field.line(80),
      parentId: departmentId.nullable().default(null),
      fromOn: field.localDate,
      place: place.default(0),
    }),
    answer: z.object({ departmentId, version }),
  }),
  changeDepartment: defineCommand('people.change-department', {
    says: { ja: '部署の名称・所属先を変える', en: 'change a department' },
    /** From that date on; what is left out stays. Changes already entered for later dates stay. */
    input: z.strictObject({
      departmentId,
      version,
      fromOn: field.localDate,
      name: field.line(80).optional(),
      parentId: departmentId.nullable().optional(),
      place: place.optional(),
    }),
    answer: z.object({ version }),
  }),
  closeDepartment: defineCommand('people.close-department', {
    says: { ja: '部署を廃止する', en: 'close a department' },
    /** `untilOn` is its last day. */
    input: z.strictObject({ departmentId, version, untilOn: field.localDate }),
    answer: z.object({ version }),
  }),
  addPost: defineCommand('people.add-post', {
    says: { ja: '役職を設ける', en: 'add a post' },
    input: z.strictObject({
      name: field.line(40),
      /** Whether who holds it heads the department. */
      heads: z.boolean().default(false),
      /** Small numbers stand above. */
      rank: place.default(0),
      fromOn: field.localDate,
    }),
    answer: z.object({ postId, version }),
  }),
  changePost: defineCommand('people.change-post', {
    says: { ja: '役職を変える', en: 'change a post' },
    input: z.strictObject({
      postId,
      version,
      fromOn: field.localDate,
      name: field.line(40).optional(),
      heads: z.boolean().optional(),
      rank: place.optional(),
    }),
    answer: z.object({ version }),
  }),
}

/** The date of the organisation that is read; today when absent. */
export const on = field.localDate.optional()

export const organisationQueries = {
  departments: defineQuery('people.departments', {
    says: { ja: '部署の一覧', en: 'departments' },
    input: z.strictObject({ on }),
    /** In the order of the tree. `path` is the full name such as 営業本部 / 第一営業部. */
    answer: z.array(
      z.object({
        departmentId,
        version,
        name: z.string(),
        parentId: departmentId.nullable(),
        path: z.string(),
        depth: z.int(),
        place: z.int(),
        /** Since when it has this name and parent, and until when. */
        fromOn: field.localDate,
        untilOn: field.localDate.nullable(),
        memberCount: z.int(),
      }),
    ),
  }),
  posts: defineQuery('people.posts', {
    says: { ja: '役職の一覧', en: 'posts' },
    input: z.strictObject({ on }),
    answer: z.array(z.object({ postId, version, name: z.string(), heads: z.boolean(), rank: z.int() })),
  }),
  organisationChart: defineQuery('people.organisation-chart', {
    says: { ja: '組織図', en: 'organisation chart' },
    input: z.strictObject({ on }),
    answer: z.object({
      on: field.localDate,
      departments: z.array(
        z.object({
          departmentId,
          name: z.string(),
          parentId: departmentId.nullable(),
          path: z.string(),
          depth: z.int(),
          members: z.array(
            z.object({
              personId: field.id,
              displayName: z.string(),
              postId: postId.nullable(),
              postName: z.string().nullable(),
              heads: z.boolean(),
              main: z.boolean(),
            }),
          ),
        }),
      ),
      /** People of the company who stand in no department on that date. */
      unplaced: z.array(z.object({ personId: field.id, displayName: z.string() })),
    }),
  }),
}
