import { cell, entry } from '../log/column.ts'
import { actorKinds, type EventLog } from '../log/event-log.ts'
import { tokyoOffsetMinutes } from '../log/instants.ts'

/** What stands behind a name: one person, a program, someone outside, or a name that hides who it was. */
export type ActorNature = 'human' | 'system' | 'external' | 'masked'

/** Words that stand alone or at an end: システム部 佐藤 and John Talbot are people. */
const systemName =
  /^(system|auto(matic|mated)?|bot|batch|cron|timer|rpa|robot)(?![a-z])|^(システム(管理者|連携)?|自動(処理|連携|承認|実行)?|バッチ(処理)?|ロボット)(?![\p{L}ー])|(システム|バッチ|(?<![a-z])(chat|ro)?bot)$/iu
const maskedName =
  /^(unknown|missing|none|null|undefined|n\/?a|-+|\*+|x+|anonym(ous|ized)?|masked|undisclosed|staff( member)?|employee|user|resource|不明|未設定|未登録|匿名|担当者?|社員|職員|従業員|共用|共通)$/i

const hoursOfTheWeek = 168
const hoursAwakeInAWeek = 126
const fewestEventsToTell = 1000

/**
 * The nature of each actor, by its place in `log.actor.texts`. What the log declares (`actorKind`) wins; then telling names;
 * then the clock: whoever is active in more than 126 of the 168 hours of the week is an account that several people or a
 * program use, since one person sleeps six hours a day or more. Judged from 1,000 events on.
 */
export function actorNatures(log: EventLog): ActorNature[] {
  const names = log.actor.texts
  const declared = new Int32Array(names.length).fill(-1)
  const counts = new Int32Array(names.length)
  const hours = new Int32Array(names.length * hoursOfTheWeek)
  for (let event = 0; event < log.eventCount; event++) {
    const actor = cell(log.actor.numbers, event)
    if (actor < 0) continue
    const kind = cell(log.actorKind, event)
    if (kind >= 0) declared[actor] = kind
    counts[actor] = cell(counts, actor) + 1
    const at = cell(log.at, event)
    if (!Number.isNaN(at)) hours[actor * hoursOfTheWeek + hourOfTheWeek(at)] = 1
  }
  return names.map((name, actor) => {
    const kind = actorKinds[cell(declared, actor)]
    if (kind && kind !== 'human') return kind
    if (maskedName.test(name.trim())) return 'masked'
    if (kind) return kind
    if (systemName.test(name.trim())) return 'system'
    if (cell(counts, actor) < fewestEventsToTell) return 'human'
    const active = hours.subarray(actor * hoursOfTheWeek, (actor + 1) * hoursOfTheWeek)
    return active.reduce((sum, hour) => sum + hour, 0) > hoursAwakeInAWeek ? 'masked' : 'human'
  })
}

function hourOfTheWeek(instant: number): number {
  const hours = Math.floor(instant / 3_600_000 + tokyoOffsetMinutes / 60)
  return ((hours % hoursOfTheWeek) + hoursOfTheWeek) % hoursOfTheWeek
}

/** Names of the actors of one nature, in the order of the log. */
export function actorsOf(log: EventLog, natures: readonly ActorNature[], nature: ActorNature): string[] {
  return log.actor.texts.filter((_, actor) => entry(natures, actor) === nature)
}
