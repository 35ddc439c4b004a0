import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { dueRule } from './due-rule.ts'

const touched = z.object({ taskId: field.id, version: z.int() })
const ofTask = z.strictObject({ taskId: field.id })
const subject = z.strictObject({ type: z.string().regex(/^[a-z][a-z-]{0,39}$/), id: field.id })
const usualMinutes = z.int().min(0).max(60_000)

/** A task as lists show it. */
export const taskRow = z.object({
  taskId: field.id,
  title: z.string(),
  kindId: field.id.nullable(),
  state: z.enum(['open', 'started', 'done', 'dropped']),
  assigneeId: field.id.nullable(),
  assigneeName: z.string(),
  deputyIds: z.array(field.id),
  departmentId: field.id.nullable(),
  dueOn: field.localDate.nullable(),
  legalDueOn: field.localDate.nullable(),
  usualMinutes: z.int().nullable(),
  askedById: field.id.nullable(),
  askedByName: z.string(),
  askedNote: z.string(),
  waitingForId: field.id.nullable(),
  waitingForName: z.string(),
  waitingSince: z.string().nullable(),
  doneAt: z.string().nullable(),
  doneById: field.id.nullable(),
  doneByName: z.string(),
  stepCount: z.int(),
  tickedCount: z.int(),
  isRepeated: z.boolean(),
  version: z.int(),
})
export type TaskRow = z.output<typeof taskRow>

/** Commands and queries of tasks. */
export const tasks = {
  addTask: defineCommand('work.add-task', {
    says: { ja: 'やることを足す', en: 'add a task' },
    input: z.strictObject({
      title: field.line(200),
      dueOn: field.localDate.nullable().default(null),
      legalDueOn: field.localDate.nullable().default(null),
      /** The asking person when absent; null for nobody yet. */
      assigneeId: field.id.nullable().optional(),
      deputyIds: z.array(field.id).max(20).default([]),
      kindId: field.id.nullable().default(null),
      note: field.text().default(''),
      steps: z.array(field.line(300)).max(100).default([]),
      usualMinutes: usualMinutes.nullable().default(null),
      /** Repeats: the next task is made when this one is finished. */
      repeats: dueRule.nullable().default(null),
      subject: subject.nullable().default(null),
    }),
    answer: touched,
  }),
  changeTask: defineCommand('work.change-task', {
    says: { ja: 'やることを書き直す', en: 'change a task' },
    input: z.strictObject({
      taskId: field.id,
      version: z.int(),
      title: field.line(200).optional(),
      note: field.text().optional(),
      dueOn: field.localDate.nullable().optional(),
      deputyIds: z.array(field.id).max(20).optional(),
      usualMinutes: usualMinutes.nullable().optional(),
      repeats: dueRule.nullable().optional(),
    }),
    answer: touched,
  }),
  startTask: defineCommand('work.start-task', {
    says: { ja: '着手する', en: 'start a task' },
    input: ofTask,
    answer: touched,
  }),
  tickStep: defineCommand('work.tick-step', {
    says: { ja: '手順に印を付ける', en: 'tick a step' },
    input: z.strictObject({ taskId: field.id, place: z.int().min(1).max(100) }),
    answer: touched,
  }),
  untickStep: defineCommand('work.untick-step', {
    says: { ja: '手順の印を外す', en: 'untick a step' },
    input: z.strictObject({ taskId: field.id, place: z.int().min(1).max(100) }),
    answer: touched,
  }),
  finishTask: defineCommand('work.finish-task', {
    says: { ja: '終える', en: 'finish a task' },
    input: z.strictObject({ taskId: field.id, touchMinutes: field.minutes.optional() }),
    answer: touched.extend({ nextTaskId: field.id.nullable() }),
  }),
  reopenTask: defineCommand('work.reopen-task', {
    says: { ja: 'もう一度開く', en: 'reopen a task' },
    input: ofTask.extend({ reason: z.string().trim().max(500).default('') }),
    answer: touched,
  }),
  handOverTask: defineCommand('work.hand-over-task', {
    says: { ja: '引き継ぐ', en: 'hand over a task' },
    input: ofTask.extend({ toPersonId: field.id, note: z.string().trim().max(1000).default('') }),
    answer: touched,
  }),
  waitFor: defineCommand('work.wait-for', {
    says: { ja: '相手を待つ', en: 'wait for someone' },
    input: ofTask
      .extend({ personId: field.id.nullable().default(null), outside: z.string().trim().max(120).default('') })
      .refine((wait) => (wait.personId === null) !== (wait.outside === ''), {
        error: '社内の人か社外の相手の、どちらか一方を選んでください。/ Choose either a person or someone outside.',
        path: ['personId'],
      }),
    answer: touched,
  }),
  stopWaiting: defineCommand('work.stop-waiting', {
    says: { ja: '待つのを終える', en: 'stop waiting' },
    input: ofTask,
    answer: touched,
  }),
  postponeTask: defineCommand('work.postpone-task', {
    says: { ja: '期日を延ばす', en: 'postpone a task' },
    input: ofTask.extend({ dueOn: field.localDate, reason: z.string().trim().max(500).default('') }),
    answer: touched,
  }),
  dropTask: defineCommand('work.drop-task', {
    says: { ja: '取りやめる', en: 'drop a task' },
    input: ofTask.extend({ reason: field.line(500) }),
    answer: touched,
  }),
  commentTask: defineCommand('work.comment-task', {
    says: { ja: 'ひとこと残す', en: 'comment on a task' },
    input: ofTask.extend({ text: field.text(2000).min(1) }),
    answer: z.object({ commentId: field.id }),
  }),
  planTasks: defineCommand('work.plan-tasks', {
    says: { ja: '業務の期日から、やることを用意する', en: 'make tasks from the kinds of work' },
    input: z.strictObject({
      days: z.int().min(1).max(400).default(62),
      limit: z.int().min(1).max(2_000).default(1_000),
    }),
    answer: z.object({ made: z.int(), moved: z.int(), withdrawn: z.int(), left: z.int() }),
  }),
  planOccasionTasks: defineCommand('work.plan-occasion-tasks', {
    says: { ja: '出来事から、やることを用意する', en: 'make the tasks of an occasion' },
    input: z.strictObject({ occasion: field.line(40), on: field.localDate, subject }),
    answer: z.object({ taskIds: z.array(field.id), alreadyThere: z.int() }),
  }),
  tasksToday: defineQuery('work.tasks-today', {
    says: { ja: '今日', en: 'today' },
    input: z.strictObject({}),
    answer: z.object({
      on: field.localDate,
      /** Overdue, due today, then those without a date. */
      due: z.array(taskRow),
      /** Due in the next seven days. */
      soon: z.array(taskRow),
      /** Others cannot go on until I answer. */
      waitingForMe: z.array(taskRow),
      /** Given to me by someone else. */
      askedOfMe: z.array(taskRow),
      waitingForOthers: z.array(taskRow),
      doneToday: z.array(taskRow),
    }),
  }),
  taskCalendar: defineQuery('work.task-calendar', {
    says: { ja: '予定表', en: 'the calendar of tasks' },
    input: z.strictObject({
      from: field.localDate,
      to: field.localDate,
      /** The asking person when neither person nor department is named. */
      personId: field.id.optional(),
      departmentId: field.id.optional(),
    }),
    answer: z.object({
      days: z.array(
        z.object({
          on: field.localDate,
          isOff: z.boolean(),
          /** Usual minutes of what is open, and how many of the tasks have none. */
          loadMinutes: z.int(),
          withoutMinutes: z.int(),
          taskCount: z.int(),
        }),
      ),
      tasks: z.array(taskRow),
    }),
  }),
  taskList: defineQuery('work.task-list', {
    says: { ja: 'やることの一覧', en: 'list of tasks' },
    input: z.strictObject({
      ...field.page,
      kindId: field.id.optional(),
      personId: field.id.optional(),
      departmentId: field.id.optional(),
      subjectId: field.id.optional(),
      /** Only tasks that nobody has: kinds without 主担当 make them. */
      unassigned: field.flag.default(false),
      text: z.string().max(100).optional(),
      state: z.enum(['open', 'done', 'dropped']).default('open'),
    }),
    answer: z.object({ total: z.int(), rows: z.array(taskRow) }),
  }),
  taskDetails: defineQuery('work.task-details', {
    says: { ja: 'やることの中身', en: 'a task in full' },
    input: ofTask,
    answer: z.object({
      task: taskRow.extend({
        note: z.string(),
        kindName: z.string(),
        repeats: dueRule.nullable(),
        dropReason: z.string(),
        /** The asking person's own minutes only. */
        ownMinutes: z.int().nullable(),
        subject: subject.nullable(),
      }),
      steps: z.array(
        z.object({
          place: z.int(),
          text: z.string(),
          who: z.string(),
          tickedAt: z.string().nullable(),
          tickedByName: z.string(),
        }),
      ),
      comments: z.array(
        z.object({
          commentId: field.id,
          text: z.string(),
          writtenAt: z.string(),
          writtenById: field.id.nullable(),
          writtenByName: z.string(),
        }),
      ),
    }),
  }),
} as const
