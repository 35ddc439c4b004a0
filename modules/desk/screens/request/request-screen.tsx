import {
  Button,
  ErrorNote,
  Menu,
  ObjectHistory,
  Screen,
  Split,
  showToast,
  Tabs,
  ThrownNote,
  t,
  useAddressState,
  useAsk,
  useKeys,
  useOpen,
  usePathPart,
  useRights,
  useSend,
  Waiting,
} from '@ennoshita/ui'
import { useState } from 'react'
import { desk } from '../../contract.ts'
import { Composer } from './composer.tsx'
import { FactsSheet, SharedSheet } from './facts-sheet.tsx'
import { LinkDialog } from './link-dialog.tsx'
import type { OpenAct } from './open-acts.ts'
import { openActs } from './open-acts.ts'
import { PassDialog } from './pass-dialog.tsx'
import { PromiseDialog } from './promise-dialog.tsx'
import { requestQueries } from './request-queries.ts'
import type { RequestDetails } from './request-words.tsx'
import { StateFace } from './request-words.tsx'
import { ShareDialog } from './share-dialog.tsx'
import { ThreadSheet } from './thread-sheet.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** 依頼の中身: the talk between who asked and who answers, the same screen for both. */
export default function RequestScreen() {
  const requestId = usePathPart('requestId')
  const answer = useAsk(desk.requestDetails, { requestId }, { everySeconds: 60 })
  if (answer.error !== null || answer.data?.requestId !== requestId)
    return (
      <Screen title={t('依頼')} layout="page">
        {answer.error === null ? <Waiting /> : <ThrownNote error={answer.error} />}
      </Screen>
    )
  return <RequestPage key={requestId} request={answer.data} />
}

function RequestPage({ request }: { readonly request: RequestDetails }) {
  const rights = useRights()
  const acts = openActs(request, { personId: rights.personId, answersAll: rights.may('desk.answer', 'company') })
  const [tab, setTab] = useAddressState('tab', 'thread')
  return (
    <Screen
      layout="page"
      title={request.title}
      period={
        <>
          {request.number}　{request.templateName} <StateFace state={request.state} />
        </>
      }
      actions={<Acts request={request} acts={acts} />}
    >
      <Split
        width="wide"
        aside={
          <>
            <FactsSheet request={request} />
            {request.sharedAnswer === null ? null : (
              <SharedSheet
                shared={request.sharedAnswer}
                requestId={request.requestId}
                canTakeBack={acts.includes('share')}
              />
            )}
          </>
        }
      >
        <Tabs
          label={t('依頼')}
          chosen={tab}
          onChoose={setTab}
          pages={[
            {
              key: 'thread',
              label: t('やりとり'),
              content: (
                <>
                  <ThreadSheet request={request} />
                  <Composer request={request} acts={acts} />
                </>
              ),
            },
            { key: 'history', label: t('経緯'), content: <ObjectHistory objectId={request.requestId} hidesFilter /> },
          ]}
        />
      </Split>
    </Screen>
  )
}

type Above = 'promise' | 'pass' | 'share' | 'link' | 'withdraw'

function Acts({ request, acts }: { readonly request: RequestDetails; readonly acts: readonly OpenAct[] }) {
  const open = useOpen()
  const [above, setAbove] = useState<Above | null>(null)
  const { requestId, number, assignee } = request
  const taking = useSend(desk.takeRequest, {
    refreshes: requestQueries,
    onDone: () => showToast(t('{number} を引き受けました。', { number })),
  })
  const closing = useSend(desk.closeRequest, {
    refreshes: requestQueries,
    onDone: () => showToast(t('{number} を完了にしました。', { number })),
  })
  const take = () => void taking.send({ requestId, ...(assignee === null ? {} : { insteadOf: assignee.personId }) })
  const canTake = acts.includes('take') || acts.includes('take-over')
  useKeys([
    ...(acts.includes('take') ? [{ key: 't', says: t('引き受ける'), run: take }] : []),
    ...(acts.includes('promise') ? [{ key: 'p', says: t('回答予定日を決める'), run: () => setAbove('promise') }] : []),
    ...(acts.includes('pass') ? [{ key: 'h', says: t('ほかへ回す'), run: () => setAbove('pass') }] : []),
  ])
  const close = () => setAbove(null)
  const entry = (act: OpenAct, what: Above, label: string) =>
    acts.includes(act) ? [{ label, run: () => setAbove(what) }] : []
  return (
    <>
      {taking.refusal === null ? null : <ErrorNote face={taking.refusal} />}
      {closing.refusal === null ? null : <ErrorNote face={closing.refusal} />}
      {canTake ? (
        <Button isPending={taking.isPending} onPress={take} {...(acts.includes('take') ? { keys: 'T' } : {})}>
          {acts.includes('take') ? t('引き受ける') : t('代わりに引き受ける')}
        </Button>
      ) : null}
      {acts.includes('promise') ? (
        <Button keys="P" onPress={() => setAbove('promise')}>
          {t('回答予定日')}
        </Button>
      ) : null}
      {acts.includes('close') ? (
        <Button isPending={closing.isPending} onPress={() => void closing.send({ requestId })}>
          {t('完了にする')}
        </Button>
      ) : null}
      <Menu
        face={t('その他')}
        label={t('その他の操作')}
        entries={[
          ...entry('pass', 'pass', t('ほかへ回す')),
          ...entry('share', 'share', t('よくある質問に載せる')),
          ...entry('link', 'link', t('業務に結ぶ')),
          { label: t('受付の一覧へ'), run: () => open('/desk/requests') },
          { label: t('印刷'), run: () => window.print() },
          ...(acts.includes('withdraw')
            ? [{ label: t('取り下げる'), run: () => setAbove('withdraw'), isDangerous: true }]
            : []),
        ]}
      />
      {above === 'promise' ? <PromiseDialog rows={[request]} onClose={close} onDone={close} /> : null}
      {above === 'pass' ? <PassDialog rows={[request]} onClose={close} onDone={close} /> : null}
      {above === 'share' ? <ShareDialog request={request} onClose={close} /> : null}
      {above === 'link' ? <LinkDialog request={request} onClose={close} /> : null}
      {above === 'withdraw' ? <WithdrawDialog request={request} onClose={close} /> : null}
    </>
  )
}
