import { newId } from '@ennoshita/kernel'
import { Button, MinutesField, TextField, t } from '@ennoshita/ui'
import type { ClipboardEvent, KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { EditedStep } from '../../rules/step-list.ts'
import { emptyStep, moveStep, pasteSteps } from '../../rules/step-list.ts'

/**
 * Steps written one below the other. Enter begins the next step, Alt+↑↓ moves a step, Backspace in an empty one removes it,
 * pasted lines become steps.
 */
export function StepsEditor(props: {
  readonly steps: readonly EditedStep[]
  readonly onChange: (steps: readonly EditedStep[]) => void
  readonly onSave: () => void
}) {
  const { steps, onChange } = props
  const frame = useRef<HTMLOListElement>(null)
  const [wanted, setWanted] = useState<number | null>(null)
  useEffect(() => {
    if (wanted === null) return
    frame.current?.querySelectorAll<HTMLInputElement>('[data-step] input[name="text"]')[wanted]?.focus()
    setWanted(null)
  }, [wanted])

  function change(at: number, some: Partial<EditedStep>) {
    onChange(steps.map((step, place) => (place === at ? { ...step, ...some } : step)))
  }
  function remove(at: number) {
    const left = steps.filter((_, place) => place !== at)
    onChange(left.length === 0 ? [emptyStep(newId())] : left)
    setWanted(Math.max(0, at - 1))
  }
  function move(at: number, by: -1 | 1) {
    onChange(moveStep(steps, at, by))
    setWanted(Math.min(Math.max(0, at + by), steps.length - 1))
  }
  function onKeyDown(event: KeyboardEvent<HTMLLIElement>, at: number) {
    if (event.nativeEvent.isComposing || event.key === 'Process') return
    const isText = event.target instanceof HTMLInputElement && event.target.name === 'text'
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) props.onSave()
    else if (event.altKey && event.key === 'ArrowUp') move(at, -1)
    else if (event.altKey && event.key === 'ArrowDown') move(at, 1)
    else if (event.key === 'Enter' && isText) {
      onChange([...steps.slice(0, at + 1), emptyStep(newId()), ...steps.slice(at + 1)])
      setWanted(at + 1)
    } else if (event.key === 'Backspace' && isText && steps[at]?.text === '' && steps.length > 1) remove(at)
    else return
    event.preventDefault()
  }
  function onPaste(event: ClipboardEvent<HTMLLIElement>, at: number) {
    const text = event.clipboardData.getData('text/plain')
    if (!text.trim().includes('\n')) return
    event.preventDefault()
    onChange(pasteSteps(steps, at, text, newId))
  }
  return (
    <>
      <ol ref={frame} className="steps">
        {steps.map((step, at) => (
          <li
            key={step.id}
            data-step=""
            onKeyDown={(event) => onKeyDown(event, at)}
            onPaste={(event) => onPaste(event, at)}
          >
            <div className="step-fields">
              <TextField
                name="text"
                label={t('{number}番目の手順', { number: at + 1 })}
                hidesLabel
                value={step.text}
                onChange={(text) => change(at, { text: text.slice(0, 300) })}
              />
              <TextField
                label={t('{number}番目の手順をする人', { number: at + 1 })}
                hidesLabel
                placeholder={t('する人')}
                width="medium"
                value={step.who}
                onChange={(who) => change(at, { who: who.slice(0, 80) })}
              />
              <MinutesField
                label={t('{number}番目の手順の時間', { number: at + 1 })}
                hidesLabel
                placeholder={t('時間')}
                width="short"
                value={step.usualMinutes}
                onChange={(usualMinutes) => change(at, { usualMinutes })}
              />
              <Button kind="quiet" label={t('上へ')} isDisabled={at === 0} onPress={() => move(at, -1)}>
                ↑
              </Button>
              <Button kind="quiet" label={t('下へ')} isDisabled={at === steps.length - 1} onPress={() => move(at, 1)}>
                ↓
              </Button>
              <Button kind="quiet" label={t('この手順を消す')} onPress={() => remove(at)}>
                ×
              </Button>
            </div>
          </li>
        ))}
      </ol>
      <p className="field-help">
        {t('Enter 次の手順　Alt+↑↓ 順番を変える　空の行でBackspace 消す　何行かをまとめて貼り付けられます')}
      </p>
    </>
  )
}
