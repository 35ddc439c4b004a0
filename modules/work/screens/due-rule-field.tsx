import type { DueRule } from '@ennoshita/statutes'
import { describeDueRule, parseDueRule } from '@ennoshita/statutes'
import type { FieldTie } from '@ennoshita/ui'
import { language, TextField, t } from '@ennoshita/ui'
import { useState } from 'react'

/** 期日の決まり in words; what was understood is said below while writing. */
export function DueRuleField(props: FieldTie<DueRule> & { readonly label: string }) {
  const [text, setText] = useState(() => (props.value ? describeDueRule(props.value) : ''))
  const reading = text.trim() === '' ? null : parseDueRule(text)
  const isEnglish = language() === 'en'
  const understood = reading?.ok === true ? describeDueRule(reading.rule, language()) : ''
  const assumed = reading?.ok === true ? reading.assumed : undefined
  const hint = t('例：毎月25日、翌月10日（休日なら前営業日）、毎週金曜、3月末、随時')
  return (
    <TextField
      label={props.label}
      name={props.name}
      value={text}
      isRequired={props.isRequired}
      error={props.error}
      help={understood === '' ? hint : `${understood}　${(isEnglish ? assumed?.messageEn : assumed?.message) ?? ''}`}
      onChange={(next) => {
        setText(next)
        const read = next.trim() === '' ? null : parseDueRule(next)
        props.onProblem(read?.ok === false ? (isEnglish ? read.messageEn : read.message) : null)
        props.onChange(read?.ok === true ? read.rule : null)
      }}
    />
  )
}
