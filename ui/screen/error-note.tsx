import type { RefusalFace } from '@ennoshita/kernel'
import { Button } from '../controls/button.tsx'
import { faceOf } from '../talk/client.ts'
import { says, t } from '../words/words.ts'

/** A refusal in words: what happened, by which rule and source, and what to do next. */
export function ErrorNote({ face, again }: { readonly face: RefusalFace; readonly again?: (() => void) | undefined }) {
  const source = face.rule?.source
  return (
    <div className="note note-error" role="alert">
      <p className="note-what">{says(face.what)}</p>
      {face.rule === undefined ? null : (
        <p>
          {t('きまり')}：{says(face.rule.says)}
          {source === undefined || isCommandName(source) ? null : <RuleSource source={source} />}
        </p>
      )}
      <p>{says(face.todo)}</p>
      {again === undefined ? null : <Button onPress={again}>{t('もう一度試す')}</Button>}
    </div>
  )
}

/** A rule of the program's own names its command as its source: that tells a reader nothing. */
const isCommandName = (source: string) => /^[a-z-]+\.[a-z-]+$/.test(source)

/** The note for anything that a query or a command threw. */
export function ThrownNote({ error, again }: { readonly error: unknown; readonly again?: (() => void) | undefined }) {
  return <ErrorNote face={faceOf(error)} again={again} />
}

function RuleSource({ source }: { readonly source: string }) {
  if (!source.startsWith('https://')) return <span className="note-source">（{source}）</span>
  return (
    <a className="link note-source" href={source} target="_blank" rel="noreferrer">
      {t('出典')}
    </a>
  )
}
