import type { LocalDate, Words } from '@ennoshita/kernel'

/** A number counts as known when it stood in the register so many days before the account was told: who asks for another account often tells another number too. */
export const knownForDays = 30

export const phoneDigits = (text: string): string => text.normalize('NFKC').replace(/\D/g, '')

type CallBack = {
  readonly calledNumber: string
  readonly numberSource: string
  /** Null: no number was known before. */
  readonly knownPhone: string
  readonly calledAt: LocalDate
  readonly enteredAt: LocalDate
  readonly now: LocalDate
}

/** Why the call does not confirm a bank account, by the field; undefined when it does. */
export function callBackFault(call: CallBack): { field: string; says: Words; todo: Words } | undefined {
  const called = phoneDigits(call.calledNumber)
  if (called.length < 8 || called.length > 15)
    return {
      field: 'calledNumber',
      says: { ja: '電話番号は市外局番からの8〜15桁です。', en: 'A telephone number has 8 to 15 digits.' },
      todo: { ja: 'かけた番号を入力してください。', en: 'Give the number that was called.' },
    }
  if (call.calledAt > call.now || call.calledAt < call.enteredAt)
    return {
      field: 'calledAt',
      says: {
        ja: '電話は、口座が登録された後、今までの間にかけたものに限ります。',
        en: 'The call lies between the entry of the account and now.',
      },
      todo: { ja: '電話をかけた日時を直してください。', en: 'Correct when the call was made.' },
    }
  if (called !== phoneDigits(call.knownPhone) && call.numberSource.trim() === '')
    return {
      field: 'numberSource',
      says: {
        ja: `以前から登録されている番号${call.knownPhone === '' ? 'がありません' : `（${call.knownPhone}）と違います`}。変更を知らせてきた連絡にある番号では、確認になりません。`,
        en: `${call.knownPhone === '' ? 'No number was known before' : `It is not the number known before (${call.knownPhone})`}. A number told along with the account confirms nothing.`,
      },
      todo: {
        ja: '以前の契約書や名刺など、番号を何で知っているかを入力してください。',
        en: 'Say where the number is known from, such as an earlier contract.',
      },
    }
  return undefined
}
