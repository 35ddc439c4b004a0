import { EmptyState, instantInTable, ThrownNote, t, useAsk, Waiting } from '@ennoshita/ui'
import { work } from '../../contract.ts'

/** もらったありがとう: the words themselves, newest first. */
export function ThanksReceived() {
  const answer = useAsk(work.thanksReceived, { limit: 100 })
  if (answer.error !== null) return <ThrownNote error={answer.error} />
  if (answer.data === undefined) return <Waiting />
  if (answer.data.rows.length === 0)
    return (
      <EmptyState title={t('ここには、もらった言葉が並びます')}>
        {t('添えられた「ありがとう」は、あなただけが読めます。')}
      </EmptyState>
    )
  return (
    <div className="sheet">
      <ul className="plain-list talk">
        {answer.data.rows.map((thanks) => (
          <li key={thanks.thanksId}>
            <p className="talk-who">
              {thanks.from.name} <time>{instantInTable(thanks.writtenAt)}</time>　{thanks.about.text}
            </p>
            <p className="written">{thanks.text}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
