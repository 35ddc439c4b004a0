import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'

/** One thing that a template asks for beside title and text. */
export const templateField = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
  label: field.line(60),
  labelEn: field.line(60),
  takes: z.enum(['line', 'text', 'number', 'date', 'choice', 'yes-no']),
  required: z.boolean().default(false),
  /** For `choice`: what may be chosen. */
  choices: z.array(field.line(60)).max(30).default([]),
})

export type TemplateField = z.output<typeof templateField>

const templateContent = {
  name: field.line(60),
  nameEn: field.line(60),
  /** Shown above the form. */
  guide: field.text(1000).default(''),
  fields: z
    .array(templateField)
    .max(20)
    .refine((fields) => new Set(fields.map((each) => each.key)).size === fields.length, {
      error: '同じ項目名が二つあります。/ Two fields have the same key.',
    })
    .refine((fields) => fields.every((each) => (each.takes === 'choice') === each.choices.length > 0), {
      error: '選択肢は「選ぶ」項目にだけ、一つ以上入れてください。/ Choices belong to fields that take a choice.',
    })
    .default([]),
  /** Business days within which it is usually answered. */
  usualDays: z.int().min(0).max(90).default(3),
  departmentId: field.id.nullable().default(null),
  kindId: field.id.nullable().default(null),
  position: z.int().min(0).max(10_000).default(0),
}

export const templateContracts = {
  addTemplate: defineCommand('desk.add-template', {
    says: { ja: '依頼の種類を足す', en: 'add a kind of request' },
    input: z.strictObject(templateContent),
    answer: z.object({ templateId: field.id }),
  }),
  changeTemplate: defineCommand('desk.change-template', {
    says: { ja: '依頼の種類を直す', en: 'change a kind of request' },
    input: z.strictObject({ templateId: field.id, version: z.int(), ...templateContent }),
    answer: z.object({ version: z.int() }),
  }),
  retireTemplate: defineCommand('desk.retire-template', {
    says: { ja: '依頼の種類の受付をやめる', en: 'retire a kind of request' },
    input: z.strictObject({ templateId: field.id }),
    answer: z.object({}),
  }),
  addReadyTemplates: defineCommand('desk.add-ready-templates', {
    says: { ja: '既製の依頼の種類をそろえる', en: 'add the ready kinds of request' },
    /** Who answers: accounting, labour, general-affairs, it, legal; absent ones come to whoever sits at the desk. */
    input: z.strictObject({
      departments: z
        .partialRecord(z.enum(['accounting', 'labour', 'general-affairs', 'it', 'legal']), field.id)
        .default({}),
    }),
    answer: z.object({ addedCount: z.int() }),
  }),
  templates: defineQuery('desk.templates', {
    says: { ja: '依頼の種類', en: 'kinds of request' },
    input: z.strictObject({ retired: field.flag.default(false) }),
    answer: z.array(
      z.object({
        templateId: field.id,
        slug: z.string(),
        name: z.string(),
        nameEn: z.string(),
        guide: z.string(),
        fields: z.array(templateField),
        usualDays: z.int(),
        departmentId: field.id.nullable(),
        kindId: field.id.nullable(),
        position: z.int(),
        isRetired: z.boolean(),
        version: z.int(),
      }),
    ),
  }),
}
