import { dateInWords } from '@ennoshita/kernel'
import { type LocalDate, refuse, type Words } from '@ennoshita/kernel/server'
import type { RunState } from '../../rules/payment/payment-form.ts'

const stateWords: Readonly<Record<RunState, Words>> = {
  prepared: { ja: '準備中', en: 'being prepared' },
  released: { ja: '承認済み', en: 'released' },
  'file-taken': { ja: 'ファイル出力済み', en: 'its file was taken' },
  paid: { ja: '支払済み', en: 'paid' },
  cancelled: { ja: '取りやめ', en: 'cancelled' },
}

/** Refuses an act that the state of the run does not allow, and says what would have to come before. */
export function refuseState(state: RunState, wanted: Words, todo: Words): never {
  const is = stateWords[state]
  refuse({
    kind: 'conflict',
    code: 'payables.run-state',
    what: { ja: `この支払は「${is.ja}」のため、${wanted.ja}`, en: `This payment run is ${is.en}: ${wanted.en}` },
    field: 'runId',
    rule: {
      says: {
        ja: '支払は、準備・承認・ファイル出力・支払済みの順に進みます。',
        en: 'A run is prepared, released, its file taken, and then paid.',
      },
    },
    todo,
  })
}

/** Refuses an act on an older version than the one that stands. */
export function refuseOlder(): never {
  refuse({
    kind: 'conflict',
    code: 'payables.older-version',
    what: {
      ja: 'ほかの人が先に変更しました。何も変更していません。',
      en: 'Somebody changed it meanwhile. Nothing was changed.',
    },
    field: 'version',
    todo: { ja: '開き直して、もう一度お試しください。', en: 'Reload and try again.' },
  })
}

/** Refuses by field: what is wrong, what to do, and the rule or law where there is one. */
export function refusePayment(
  field: string,
  code: string,
  what: Words,
  todo: Words,
  rule?: { says: Words; source?: string },
): never {
  refuse({ kind: 'bad-input', code: `payables.${code}`, what, field, ...(rule ? { rule } : {}), todo })
}

/** As refusePayment, for what cannot be done now although the input is well formed. */
export function refuseConflict(
  field: string,
  code: string,
  what: Words,
  todo: Words,
  rule?: { says: Words; source?: string },
): never {
  refuse({ kind: 'conflict', code: `payables.${code}`, what, field, ...(rule ? { rule } : {}), todo })
}

/** Refuses a day in the future for what has happened. */
export function refuseFuture(field: string, on: LocalDate, today: LocalDate): void {
  if (on <= today) return
  refusePayment(
    field,
    'not-yet',
    { ja: `${dateInWords(on)}はまだ来ていません。`, en: `${on} has not come yet.` },
    { ja: '今日までの日付を入力してください。', en: 'Give today or an earlier day.' },
  )
}
