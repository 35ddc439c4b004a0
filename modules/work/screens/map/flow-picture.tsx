import type { AnswerOf } from '@ennoshita/kernel'
import { Button, EmptyState, offerFile, Picture, says, t } from '@ennoshita/ui'
import type { work } from '../../contract.ts'
import type { useFlow } from './flow-of-work.ts'

type Flow = ReturnType<typeof useFlow>
type MapAnswer = AnswerOf<typeof work.workMaps>

/** The picture, or what is missing for one. */
export function FlowPicture({ flow }: { readonly flow: Flow }) {
  if (flow.svg === null)
    return (
      <EmptyState title={t('この期間の記録はまだありません')}>
        {t('やることを「着手」「終えた」と記していくと、ここに流れが現れます。期間を広げることもできます。')}
      </EmptyState>
    )
  return <Picture svg={flow.svg} label={t('業務の流れ図')} />
}

/** How much of the work the log holds, in a sentence, and whether the log was cut. */
export function CoverageNote({ answer }: { readonly answer: MapAnswer | undefined }) {
  if (answer === undefined || answer.rows.length === 0) return null
  return (
    <p>
      {answer.coverage === null
        ? t('決まった期日や月間件数がないため、記録がこの業務のどれだけを捉えているかは計算できません。')
        : says(answer.coverage.says)}
      {answer.isCut ? ` ${cutSentence()}` : ''}
    </p>
  )
}

const cutSentence = () => t('記録が多いため、一部だけを使っています。期間を短くしてください。')

/** Says that the log was cut, where coverage cannot be asked. */
export function CutNote({ answer }: { readonly answer: MapAnswer }) {
  return <p>{answer.isCut ? cutSentence() : ''}</p>
}

/** Saves the picture as it is on paper: light, in the language in use. */
export function SaveSvgButton({ flow, name }: { readonly flow: Flow; readonly name: string }) {
  return (
    <Button
      isDisabled={flow.svg === null}
      onPress={() => {
        const svg = flow.draw('light')
        if (svg !== null) offerFile(`${name}.svg`, svg, 'image/svg+xml')
      }}
    >
      {t('図を保存（SVG）')}
    </Button>
  )
}
