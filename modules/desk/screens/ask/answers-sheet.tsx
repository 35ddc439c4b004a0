import { EmptyState, Link, Sheet, Status, ThrownNote, t, useAsk, Waiting } from '@ennoshita/ui'
import { desk } from '../../contract.ts'

const fewShared = 5

/** よくある質問: answers that were given before, found however they are typed; without a text the latest shared ones. */
export function AnswersSheet({ text }: { readonly text: string }) {
  const answer = useAsk(desk.answeredQuestions, { text, limit: text === '' ? 100 : 8 })
  if (answer.error !== null) return <ThrownNote error={answer.error} />
  if (answer.data === undefined) return <Waiting />
  const { more } = answer.data
  const rows = text === '' ? answer.data.rows.filter((row) => row.isShared).slice(0, fewShared) : answer.data.rows
  if (rows.length === 0 && text === '') return null
  return (
    <Sheet title={text === '' ? t('よくある質問') : t('「{text}」への答え', { text })}>
      {rows.length === 0 ? (
        <EmptyState title={t('まだ答えがありません')}>{t('下の種類から選んで、きいてみてください。')}</EmptyState>
      ) : (
        <ul className="plain-list answers">
          {rows.map((row) => (
            <li key={row.requestId}>
              <details open={rows.length === 1}>
                <summary>
                  {row.question} {row.isShared ? null : <Status colour="grey">{t('未掲載')}</Status>}
                </summary>
                <p className="prose">{row.answer}</p>
                {row.isShared ? null : <Link to={`/desk/requests/${row.requestId}`}>{t('やりとりを開く')}</Link>}
              </details>
            </li>
          ))}
        </ul>
      )}
      {more && text !== '' ? <p className="lead">{t('ほかにもあります。言葉を足すと絞り込めます。')}</p> : null}
    </Sheet>
  )
}
