import { EmptyState, Link, Sheet, Status, ThrownNote, t, useAsk, Waiting } from '@ennoshita/ui'
import { desk } from '../../contract.ts'

/** よくある質問: answers that were given before, found however they are typed. */
export function AnswersSheet({ text }: { readonly text: string }) {
  const answer = useAsk(desk.answeredQuestions, { text, limit: 8 })
  if (answer.error !== null) return <ThrownNote error={answer.error} />
  if (answer.data === undefined) return <Waiting />
  const { rows, more } = answer.data
  if (rows.length === 0 && text === '') return null
  return (
    <Sheet title={text === '' ? t('最近の回答') : t('「{text}」への答え', { text })}>
      {rows.length === 0 ? (
        <EmptyState title={t('まだ答えがありません')}>{t('下の種類から選んで、きいてみてください。')}</EmptyState>
      ) : (
        <ul className="plain-list answers">
          {rows.map((row) => (
            <li key={row.requestId}>
              <details open={rows.length === 1}>
                <summary>
                  {row.question} {row.isShared ? null : <Status colour="grey">{t('自分に見える依頼')}</Status>}
                </summary>
                <p className="prose">{row.answer}</p>
                {row.isShared ? null : <Link to={`/desk/requests/${row.requestId}`}>{t('やりとりを開く')}</Link>}
              </details>
            </li>
          ))}
        </ul>
      )}
      {more ? <p className="lead">{t('ほかにもあります。言葉を足すと絞り込めます。')}</p> : null}
    </Sheet>
  )
}
