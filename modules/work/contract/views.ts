import { defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'

const sentence = z.object({ ja: z.string(), en: z.string() })

/** What hangs on one person, what stops without them, and how work flows. */
export const views = {
  absencePreviews: defineQuery('work.absence-previews', {
    says: { ja: 'この人が休むと止まること', en: 'what stops while someone is away' },
    input: z.strictObject({ personId: field.id, from: field.localDate, until: field.localDate }),
    answer: z.object({
      personName: z.string(),
      activities: z.array(
        z.object({
          kindId: field.id.nullable(),
          taskId: field.id.nullable(),
          name: z.string(),
          dueOns: z.array(field.localDate),
          legalDeadline: z.string(),
          minutes: z.int(),
          substituteNames: z.array(z.string()),
          /** Nobody else is named or has done it. */
          stops: z.boolean(),
        }),
      ),
      stoppingCount: z.int(),
      legalDeadlineCount: z.int(),
      /** Minutes that nobody else can take, of all in these days. */
      uncoveredMinutes: z.int(),
      allMinutes: z.int(),
      summary: sentence,
    }),
  }),
  keyPersonList: defineQuery('work.key-person-list', {
    says: { ja: '一人に頼っている業務（備えの確認）', en: 'work that hangs on one person' },
    input: z.strictObject({ departmentId: field.id.optional(), onlyMine: field.flag.default(false) }),
    answer: z.object({
      asOf: field.localDate,
      rows: z.array(
        z.object({
          kindId: field.id,
          name: z.string(),
          departmentName: z.string(),
          level: z.enum(['high', 'middle', 'low', 'few']),
          label: sentence,
          /** Such as 年末調整は佐藤さんだけ。副担当なし、手順書なし。 */
          says: sentence,
          reasons: z.array(z.string()),
          doerIds: z.array(field.id),
          isMine: z.boolean(),
        }),
      ),
      counts: z.object({ high: z.int(), middle: z.int(), low: z.int(), few: z.int() }),
    }),
  }),
  workMaps: defineQuery('work.work-maps', {
    says: { ja: '業務の流れ', en: 'the flow of work' },
    input: z
      .strictObject({
        kindId: field.id.optional(),
        objectType: z
          .string()
          .regex(/^[a-z][a-z-]{0,39}$/)
          .optional(),
        from: field.localDate,
        to: field.localDate,
        limit: z.coerce.number().int().min(1).max(50_000).default(20_000),
      })
      .refine((asked) => (asked.kindId === undefined) !== (asked.objectType === undefined), {
        error: '業務か対象の種類の、どちらか一方を選んでください。/ Choose either a kind of work or a type of object.',
        path: ['kindId'],
      }),
    answer: z.object({
      /** Rows for @ennoshita/mining's logOf. The department stands in for the person; `isMine` marks the asking person's own. */
      rows: z.array(
        z.object({
          caseId: field.id,
          activity: z.string(),
          at: z.string(),
          endedAt: z.string().nullable(),
          actorKind: z.enum(['human', 'system', 'external']),
          department: z.string(),
          isMine: z.boolean(),
        }),
      ),
      isCut: z.boolean(),
      /** How many occurrences the rule expects in these days and how many the log holds; null where none can be expected. */
      coverage: z.object({ expected: z.int(), held: z.int(), says: sentence }).nullable(),
    }),
  }),
} as const
