import {
  dateInTable,
  EmptyState,
  LinkButton,
  monthOfScreen,
  PrintButton,
  Screen,
  Select,
  Sheet,
  Status,
  ThrownNote,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useRights,
  Waiting,
} from '@ennoshita/ui'
import { desk } from '../../contract.ts'
import { AnswerAct } from './answer-act.tsx'
import type { MyCollection } from './collection-words.tsx'
import { AnswerState, answerWord } from './collection-words.tsx'

/** 自分に求められているもの: each with its words and its answer in one tap. */
export default function MyCollectionsScreen() {
  const [answered, setAnswered] = useAddressState('answered', '')
  const rights = useRights()
  const answer = useAsk(desk.myCollections, { answered: answered !== '', limit: 100 })
  const rows = answer.data?.rows
  return (
    <Screen
      layout="page"
      title={t('自分に求められているもの')}
      period={monthOfScreen(todayInTokyo())}
      actions={
        <>
          <PrintButton />
          {rights.may('desk.collect') ? <LinkButton to="/desk/collections">{t('集めているもの')}</LinkButton> : null}
        </>
      }
      filters={
        <Select
          label={t('状態')}
          hidesLabel
          emptyLabel={t('まだのもの')}
          choices={[{ value: 'yes', label: t('答えたもの') }]}
          value={answered === '' ? null : 'yes'}
          onChange={(next) => setAnswered(next ?? '')}
        />
      }
      totals={<Total label={t('合計')} value={rows?.length ?? 0} unit={t('件')} />}
    >
      {answer.error === null ? null : <ThrownNote error={answer.error} />}
      {rows === undefined && answer.error === null ? <Waiting /> : null}
      {rows?.length === 0 ? (
        <EmptyState title={answered === '' ? t('求められているものはありません') : t('答えたものはまだありません')}>
          {t('書類や回答をお願いされると、ここと「今日」に出ます。')}
        </EmptyState>
      ) : null}
      {rows?.map((row) => (
        <MySheet key={row.collectionId} row={row} />
      ))}
    </Screen>
  )
}

function MySheet({ row }: { readonly row: MyCollection }) {
  const isLate = row.state === 'open' && row.dueOn < todayInTokyo()
  return (
    <Sheet title={row.title} actions={row.state === 'open' ? undefined : <AnswerState state={row.state} />}>
      <p className="marks">
        {t('期日 {date}', { date: dateInTable(row.dueOn) })}
        {isLate ? <Status colour="amber">{t('今からでも受け付けています')}</Status> : null}
      </p>
      {row.explanation === '' ? null : <p className="prose">{row.explanation}</p>}
      {row.state === 'open' ? (
        <AnswerAct key={row.collectionId} row={row} />
      ) : (
        <p className="prose">{answerWord(row)}</p>
      )}
    </Sheet>
  )
}
