import { Button } from '../controls/button.tsx'
import { t } from '../words/words.ts'

/** Goes to the next page of a long list and back; nothing where one page holds all. */
export function Pager(props: {
  readonly page: number
  readonly onBack: (() => void) | undefined
  readonly onNext: (() => void) | undefined
}) {
  if (props.onBack === undefined && props.onNext === undefined) return null
  return (
    <div className="pager">
      <Button isDisabled={props.onBack === undefined} onPress={props.onBack}>
        {t('前のページ')}
      </Button>
      <span className="figure">{t('{page}ページ目', { page: props.page })}</span>
      <Button isDisabled={props.onNext === undefined} onPress={props.onNext}>
        {t('次のページ')}
      </Button>
    </div>
  )
}
