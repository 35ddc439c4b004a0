import { field } from '@ennoshita/kernel'
import { z } from 'zod'
import { dueRule } from './due-rule.ts'

/** 発生時期: 日 週 月 四半期 年 随時. */
export const timings = ['daily', 'weekly', 'monthly', 'quarterly', 'yearly', 'as-needed'] as const
export type Timing = (typeof timings)[number]
/** 改善区分: やめる まとめる 並べ替え 簡素化. */
export const improvements = ['stop', 'combine', 'rearrange', 'simplify'] as const
/** 自動化・外注可否. */
export const reliefs = ['automation', 'outsourcing', 'both', 'neither'] as const

/** 根拠法令と期限: V = seen in an official text, S = secondary source, M = from memory. */
export const kindLaw = z.strictObject({
  name: field.line(120),
  article: z.string().trim().max(120).default(''),
  deadline: z.string().trim().max(200).default(''),
  url: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default(''),
  trust: z.enum(['V', 'S', 'M']).default('M'),
})

const shortLine = z.string().trim().max(120)
/** Minutes of one occurrence, up to a thousand hours. */
const usualMinutes = z.int().min(0).max(60_000)

/** What people write about a kind of work (業務棚卸表の列); each may be changed alone. */
export const kindFields = {
  /** 大分類, 中分類, 小分類＝業務名. */
  major: shortLine,
  middle: shortLine,
  name: field.line(120),
  departmentId: field.id.nullable(),
  timing: z.enum(timings),
  /** The timing as it was written, kept where no rule could be read from it. */
  timingText: z.string().trim().max(200),
  dueRule: dueRule.nullable(),
  usualMinutes: usualMinutes.nullable(),
  /** 月間件数, as people declare it. */
  monthlyCount: z.number().min(0).max(100_000).nullable(),
  difficulty: z.int().min(1).max(3).nullable(),
  law: kindLaw.nullable(),
  papers: z.array(field.line(120)).max(40),
  systems: z.array(field.line(120)).max(40),
  hasManual: z.boolean().nullable(),
  manualPlace: z.string().trim().max(500),
  manualOn: field.localDate.nullable(),
  /** つまずきやすい点. */
  goesWrong: field.text(),
  notes: field.text(),
  /** 課題. */
  issues: field.text(),
  improvement: z.enum(improvements).nullable(),
  relief: z.enum(reliefs).nullable(),
}

export const kindChanges = z.strictObject(kindFields).partial()
export type KindChanges = z.output<typeof kindChanges>

export const kindStep = z.strictObject({
  text: field.line(300),
  /** Role or department that does it. */
  who: z.string().trim().max(80).default(''),
  usualMinutes: usualMinutes.nullable().default(null),
})
export type KindStep = z.output<typeof kindStep>

/** A kind of work as lists and its own page show it. */
export const kindRow = z.object({
  kindId: field.id,
  ...kindFields,
  departmentName: z.string(),
  mainId: field.id.nullable(),
  mainName: z.string(),
  deputyIds: z.array(field.id),
  deputyNames: z.array(z.string()),
  /** Names from an import that matched nobody. */
  mainText: z.string(),
  deputiesText: z.string(),
  state: z.enum(['active', 'retired']),
  version: z.int(),
  stepCount: z.int(),
  confirmedAt: z.string().nullable(),
  confirmedBy: field.id.nullable(),
  /** Whether the steps are still those that were confirmed. */
  isConfirmed: z.boolean(),
})
export type KindRow = z.output<typeof kindRow>
