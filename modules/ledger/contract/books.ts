import { defineCommand, defineQuery, field } from '@ennoshita/kernel'
import { z } from 'zod'
import { divisionNames, sumNames } from '../rules/divisions.ts'
import { accountId, side, subAccountId } from './chart.ts'

/** Any day of the month. */
const month = field.localDate
const journalId = field.id

export const bookCommands = {
  lockMonth: defineCommand('ledger.lock-month', {
    says: { ja: '月を締める', en: 'lock a month' },
    input: z.strictObject({ month }),
    answer: z.object({ month }),
  }),
  unlockMonth: defineCommand('ledger.unlock-month', {
    says: { ja: '月の締めを解く', en: 'unlock a month' },
    input: z.strictObject({ month, reason: field.line(200) }),
    answer: z.object({ month }),
  }),
}

/** Yen on the account's or group's own side: below zero when it stands on the other one. */
const figures = {
  opening: z.int(),
  debit: z.int(),
  credit: z.int(),
  closing: z.int(),
}

export const bookQueries = {
  trialBalances: defineQuery('ledger.trial-balances', {
    says: { ja: '合計残高試算表', en: 'trial balance' },
    /** Months of one fiscal year. */
    input: z.strictObject({
      fromMonth: month,
      untilMonth: month,
      bySubAccount: field.flag.default(false),
      byDepartment: field.flag.default(false),
    }),
    answer: z.object({
      fromMonth: month,
      untilMonth: month,
      fiscalYear: z.object({ startsOn: field.localDate, endsOn: field.localDate }),
      /** Accounts with a balance or a movement, in the order of the statements. */
      accounts: z.array(
        z.object({
          accountId,
          code: z.string(),
          name: z.string(),
          division: z.enum(divisionNames),
          side,
          ...figures,
          /** By sub-account and department, as asked for. */
          parts: z.array(
            z.object({
              subAccountId: subAccountId.nullable(),
              subAccountName: z.string().nullable(),
              departmentId: field.id.nullable(),
              departmentName: z.string().nullable(),
              ...figures,
            }),
          ),
        }),
      ),
      /** 区分 and 段階利益, in order. A profit below zero is a loss. */
      groups: z.array(
        z.object({ group: z.enum([...divisionNames, ...sumNames]), ja: z.string(), en: z.string(), side, ...figures }),
      ),
      /** 借方合計 and 貸方合計: always equal in a company's whole books. */
      debit: z.int(),
      credit: z.int(),
    }),
  }),
  accountLedgers: defineQuery('ledger.account-ledgers', {
    says: { ja: '総勘定元帳', en: 'general ledger of an account' },
    /** Days of one fiscal year. */
    input: z.strictObject({
      accountId,
      subAccountId: subAccountId.optional(),
      departmentId: field.id.optional(),
      fromOn: field.localDate,
      untilOn: field.localDate,
      /** The last line of the page before. */
      afterOn: field.localDate.optional(),
      afterJournalId: journalId.optional(),
      afterLine: z.coerce.number().int().min(1).max(10_000).optional(),
      limit: z.coerce.number().int().min(1).max(500).default(100),
    }),
    answer: z.object({
      accountId,
      code: z.string(),
      name: z.string(),
      side,
      /** The balance before the first line of this page, on the account's own side. */
      opening: z.int(),
      /** The balance at the end of `untilOn`, however many pages lie before it. */
      closing: z.int(),
      lines: z.array(
        z.object({
          journalId,
          line: z.int(),
          number: z.int().nullable(),
          postedOn: field.localDate,
          description: z.string(),
          partner: z.string(),
          note: z.string(),
          subAccountName: z.string().nullable(),
          departmentName: z.string().nullable(),
          /** What clerks call the tax class on that day; the books for consumption tax need it (消費税法30条8項). */
          taxName: z.string(),
          /** 相手方勘定科目; null where several stand there (諸口). */
          counterAccountId: accountId.nullable(),
          counterAccount: z.string().nullable(),
          side,
          amount: z.int(),
          /** After this line, on the account's own side. */
          balance: z.int(),
        }),
      ),
      next: z.object({ afterOn: field.localDate, afterJournalId: journalId, afterLine: z.int() }).nullable(),
    }),
  }),
  monthLocks: defineQuery('ledger.month-locks', {
    says: { ja: '締めた月', en: 'locked months' },
    input: z.strictObject({}),
    /** The newest first. */
    answer: z.array(
      z.object({ month, lockedAt: field.instant, lockedBy: field.id.nullable(), lockedByName: z.string().nullable() }),
    ),
  }),
}
