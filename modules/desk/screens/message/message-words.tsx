import type { AnswerOf } from '@ennoshita/kernel'
import { Status, t, weekdayWord } from '@ennoshita/ui'
import { desk } from '../../contract.ts'
import type { CallBackTime } from '../../rules/call-back-time.ts'

export type Message = AnswerOf<typeof desk.messages>['rows'][number]

export const messageQueries = [desk.messages]
export const messageIdOf = (message: Message): string => message.messageId
export const messageTextOf = (message: Message): string =>
  [message.to.name, callerOf(message), message.callerNumber, message.text, message.takenBy?.name].join(' ')

/** Who called: 株式会社みどり 佐藤様. */
export function callerOf(message: Pick<Message, 'callerCompany' | 'callerName' | 'callerNumber'>): string {
  const bare = message.callerName.replace(/\s*(様|さま|さん|殿)$/, '')
  const name = bare === '' ? '' : t('{name}様', { name: bare })
  const words = [message.callerCompany, name].filter((part) => part !== '').join(' ')
  return words === '' ? message.callerNumber : words
}

export function wantsWord(wants: Message['wants']): string {
  const words = {
    'call-back': t('折り返してほしい'),
    'will-call-again': t('またかけてくださる'),
    'hear-only': t('伝えるだけ'),
  }
  return words[wants]
}

/** What became of the message, or what is still to be done. */
export function MessageState({ message }: { readonly message: Message }) {
  if (message.settledAt !== null)
    return <Status colour="green">{message.outcome === 'called-back' ? t('折り返し済み') : t('済み')}</Status>
  if (message.isCallBackDue) return <Status colour="red">{t('時刻を過ぎています')}</Status>
  return message.wants === 'call-back' ? (
    <Status colour="amber">{t('折り返しを')}</Status>
  ) : (
    <Status colour="blue">{t('伝言あり')}</Status>
  )
}

const tokyo = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' })

/** An instant as day and time of day in Asia/Tokyo; without one, now by this machine's clock. */
export function timeInTokyo(instant?: string): CallBackTime {
  const [on = '', at = ''] = (instant === undefined ? tokyo.format() : tokyo.format(Date.parse(instant))).split(' ')
  return { on, at }
}

/** 11/20(金) 15:00まで. */
export function callBackWord(instant: string | null): string {
  if (instant === null) return ''
  const { on, at } = timeInTokyo(instant)
  return t('{time}まで', { time: `${on.slice(5).replace('-', '/')}(${weekdayWord(on)}) ${at}` })
}
