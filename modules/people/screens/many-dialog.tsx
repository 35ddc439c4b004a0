import { Button, Dialog, type ManyRun, Progress, runMany, says, t } from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { useState } from 'react'

/** One act for many people: its fields, how far it has come, and afterwards who was refused and why. */
export function ManyDialog<Each>(props: {
  readonly title: string
  readonly all: readonly Each[]
  readonly nameOf: (each: Each) => string
  readonly actLabel: string
  /** Undefined while something is still to be chosen. */
  readonly act: ((each: Each) => Promise<unknown>) | undefined
  readonly onDone: (run: ManyRun<Each>) => void
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const { all, act } = props
  const [run, setRun] = useState<ManyRun<Each> | null>(null)
  const [isOver, setOver] = useState(false)
  const count = run === null ? 0 : run.done.length + run.refused.length

  async function start() {
    if (act === undefined) return
    setRun({ done: [], refused: [] })
    const ended = await runMany(all, act, setRun)
    setOver(true)
    props.onDone(ended)
    if (ended.refused.length === 0) props.onClose()
  }
  const foot = isOver ? (
    <Button kind="main" onPress={props.onClose}>
      {t('閉じる')}
    </Button>
  ) : (
    <>
      <Button onPress={props.onClose} isDisabled={run !== null}>
        {t('キャンセル')}
      </Button>
      <Button kind="main" isPending={run !== null} isDisabled={act === undefined} onPress={() => void start()}>
        {props.actLabel}
      </Button>
    </>
  )
  return (
    <Dialog title={props.title} isOpen onClose={props.onClose} foot={foot}>
      {run === null ? (
        <div className="form-fields">
          {props.children}
          <p className="field-help">{t('対象：{names}', { names: namesShort(all.map(props.nameOf)) })}</p>
        </div>
      ) : (
        <div className="form-fields">
          <Progress
            label={t('{done}／{count}人', { done: count, count: all.length })}
            percent={Math.round((count / Math.max(1, all.length)) * 100)}
          />
          {run.refused.length === 0 ? null : (
            <div className="note note-error" role="alert">
              <p className="note-what">{t('次の{count}人はできませんでした。', { count: run.refused.length })}</p>
              <ul className="plain-list">
                {run.refused.map(({ each, face }) => (
                  <li key={props.nameOf(each)}>
                    {props.nameOf(each)}：{says(face.what)} {says(face.todo)}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </div>
      )}
    </Dialog>
  )
}

/** The first names and how many more. */
export function namesShort(names: readonly string[], most = 5): string {
  const first = names.slice(0, most).join('、')
  return names.length <= most ? first : t('{names} ほか{count}人', { names: first, count: names.length - most })
}
