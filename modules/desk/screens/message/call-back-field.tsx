import { TextField, t } from '@ennoshita/ui'
import { useState } from 'react'
import { callBackInstant, readCallBackTime } from '../../rules/call-back-time.ts'
import { callBackWord, timeInTokyo } from './message-words.tsx'

/** 何時までに: a day and time as one hears it at the telephone; says how it was understood. */
export function CallBackField(props: {
  readonly value: string | null | undefined
  readonly onChange: (instant: string | null) => void
  readonly onProblem: (sentence: string | null) => void
  readonly error: string | undefined
}) {
  const { value } = props
  const [text, setText] = useState(() => {
    if (!value) return ''
    const { on, at } = timeInTokyo(value)
    return `${on.slice(5).replace('-', '/')} ${at}`
  })
  function write(next: string) {
    setText(next)
    const time = readCallBackTime(next, timeInTokyo())
    props.onChange(time === undefined ? null : callBackInstant(time))
    const isUnclear = next.trim() !== '' && time === undefined
    props.onProblem(isUnclear ? t('「15:00」「明日10時」「11/24 9:30」のように書いてください。') : null)
  }
  return (
    <TextField
      label={t('何時までに折り返すか')}
      placeholder={t('15:00、明日10時')}
      value={text}
      onChange={write}
      error={props.error}
      help={value ? callBackWord(value) : t('聞いていなければ空のままで。')}
    />
  )
}
