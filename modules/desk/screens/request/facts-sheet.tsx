import {
  Button,
  dateInTable,
  ErrorNote,
  Facts,
  instantInTable,
  Link,
  Sheet,
  showToast,
  t,
  useSend,
} from '@ennoshita/ui'
import { desk } from '../../contract.ts'
import { useKindLabel } from '../options.ts'
import { requestQueries } from './request-queries.ts'
import type { RequestDetails } from './request-words.tsx'
import { PromiseFace, waitedWord } from './request-words.tsx'

/** Who, by when, how long, for which kind of work. */
export function FactsSheet({ request }: { readonly request: RequestDetails }) {
  const kind = useKindLabel(request.kindId)
  const isWaiting = request.answeredAt === null && request.closedAt === null && request.state !== 'withdrawn'
  return (
    <Sheet title={t('この依頼')}>
      <Facts
        facts={[
          [t('依頼した人'), request.submitter?.name ?? t('名前を消した人')],
          [t('担当'), request.assignee?.name ?? t('まだ決まっていません')],
          [t('部門'), request.departmentName ?? t('受付')],
          [t('受け付けた時刻'), instantInTable(request.submittedAt, { withYear: true })],
          [t('希望日'), request.wantedOn === null ? t('なし') : dateInTable(request.wantedOn)],
          [t('回答予定日'), <PromiseFace key="promise" row={request} />],
          [isWaiting ? t('待ち') : t('回答までの日数'), waitedWord(request)],
          ...(request.reopenedCount === 0
            ? []
            : [[t('もう一度の質問'), t('{count}回', { count: request.reopenedCount })] as const]),
          [
            t('業務'),
            request.kindId === null ? (
              t('結んでいません')
            ) : kind === undefined ? (
              t('業務')
            ) : (
              <Link key="kind" to={kind.opens}>
                {kind.label}
              </Link>
            ),
          ],
        ]}
      />
    </Sheet>
  )
}

/** What everybody may read of this answer. */
export function SharedSheet(props: {
  readonly shared: { readonly question: string; readonly answer: string }
  readonly requestId: string
  readonly canTakeBack: boolean
}) {
  const takingBack = useSend(desk.unshareAnswer, {
    refreshes: requestQueries,
    onDone: () => showToast(t('よくある質問から下ろしました。')),
  })
  return (
    <Sheet
      title={t('よくある質問に載っています')}
      actions={
        props.canTakeBack ? (
          <Button
            kind="quiet"
            isPending={takingBack.isPending}
            onPress={() => void takingBack.send({ requestId: props.requestId })}
          >
            {t('下ろす')}
          </Button>
        ) : undefined
      }
    >
      {takingBack.refusal === null ? null : <ErrorNote face={takingBack.refusal} />}
      <p className="prose">
        <b>{props.shared.question}</b>
      </p>
      <p className="prose">{props.shared.answer}</p>
    </Sheet>
  )
}
