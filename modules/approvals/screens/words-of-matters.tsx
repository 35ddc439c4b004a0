import { formatYen } from '@ennoshita/formats'
import type { AnswerOf } from '@ennoshita/kernel'
import { isLocalDate } from '@ennoshita/kernel'
import type { StatusColour } from '@ennoshita/ui'
import { dateInTable, Status, t } from '@ennoshita/ui'
import { approvals } from '../contract.ts'
import type { Deed, MatterState } from '../rules/matter.ts'

export type WaitingRow = AnswerOf<typeof approvals.waitingApprovals>['rows'][number]
export type MyRow = AnswerOf<typeof approvals.myMatters>['rows'][number]
export type MatterDetails = AnswerOf<typeof approvals.matterDetails>

/** What is asked again after anything was decided. */
export const matterQueries = [approvals.waitingApprovals, approvals.myMatters, approvals.matterDetails] as const

/** What is approved, in words; a kind of a later module reads as its own screens call it. */
export function kindWord(kind: string): string {
  const words: Readonly<Record<string, string>> = {
    'payables.invoice': t('請求書'),
    'payables.payment-run': t('支払'),
    'payables.vendor': t('取引先'),
  }
  return words[kind] ?? t('書類')
}

/** The kinds for which routes can be set in the settings. */
export const kindsOffered = ['payables.invoice', 'payables.payment-run'] as const

/** Yen as it stands in a table; nothing where there is none. */
export const amountWord = (amount: number | null): string => (amount === null ? '' : formatYen(amount, { unit: '' }))

/** A fact as people read it: dates in the form of the tables. */
export const factWord = (value: string): string => (isLocalDate(value) ? dateInTable(value) : value)

/** The facts of a matter in one line. */
export function factsLine(facts: Readonly<Record<string, string>>): string {
  return Object.values(facts)
    .filter((value) => value !== '')
    .slice(0, 3)
    .map(factWord)
    .join('・')
}

export function waitedWord(days: number): string {
  return days === 0 ? t('今日から') : t('{days}営業日', { days })
}

const colours: Readonly<Record<MatterState, StatusColour>> = {
  waiting: 'blue',
  approved: 'green',
  returned: 'amber',
  withdrawn: 'grey',
}

export function StateFace({ state }: { readonly state: MatterState }) {
  const words = { waiting: t('承認待ち'), approved: t('承認済み'), returned: t('差戻し'), withdrawn: t('引戻し') }
  return <Status colour={colours[state]}>{words[state]}</Status>
}

export function deedWord(deed: Deed): string {
  const words = {
    asked: t('申請した'),
    approved: t('承認した'),
    returned: t('差し戻した'),
    withdrawn: t('引き戻した'),
    'passed-over': t('通過した'),
    'people-found': t('承認する人を決め直した'),
  }
  return words[deed]
}

/** 代: decided in the place of another. */
export function DeputyMark({ name }: { readonly name: string }) {
  return <Status colour="grey">{t('代（{name}さん）', { name })}</Status>
}
