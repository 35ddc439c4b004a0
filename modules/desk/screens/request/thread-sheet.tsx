import { instantInTable, Sheet, Status, t, useAsk } from '@ennoshita/ui'
import { desk } from '../../contract.ts'
import { fieldLines } from './field-lines.ts'
import type { Post, RequestDetails } from './request-words.tsx'
import { postWord } from './request-words.tsx'

/** やりとり: what was asked, and every word since, oldest first. */
export function ThreadSheet({ request }: { readonly request: RequestDetails }) {
  const templates = useAsk(desk.templates, { retired: true })
  const fields = templates.data?.find((each) => each.templateId === request.templateId)?.fields ?? []
  const lines = fieldLines(fields, request.values)
  return (
    <Sheet>
      <ol className="plain-list thread">
        <li>
          <p className="thread-head">
            <b>{request.submitter?.name ?? t('名前を消した人')}</b>
            <Status colour="grey">{t('依頼')}</Status>
            <time dateTime={request.submittedAt}>{instantInTable(request.submittedAt)}</time>
          </p>
          {lines.length === 0 ? null : (
            <dl className="facts">
              {lines.map((line) => (
                <div key={line.key}>
                  <dt>{line.label}</dt>
                  <dd>{line.value}</dd>
                </div>
              ))}
            </dl>
          )}
          {request.body === '' ? null : <p className="prose">{request.body}</p>}
        </li>
        {request.thread.map((post) => (
          <li key={post.postId} data-kind={post.kind}>
            <PostFace post={post} />
          </li>
        ))}
      </ol>
    </Sheet>
  )
}

function PostFace({ post }: { readonly post: Post }) {
  const colour = post.kind === 'answer' ? 'green' : post.kind === 'ask-back' ? 'amber' : 'grey'
  return (
    <>
      <p className="thread-head">
        <b>{post.author?.name ?? t('自動')}</b>
        <Status colour={colour}>{postWord(post)}</Status>
        <time dateTime={post.writtenAt}>{instantInTable(post.writtenAt)}</time>
      </p>
      {post.text === '' ? null : <p className="prose">{post.text}</p>}
    </>
  )
}
