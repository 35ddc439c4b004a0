import {
  Button,
  EmptyState,
  FilterField,
  LinkButton,
  monthOfScreen,
  PrintButton,
  Screen,
  Sheet,
  Tabs,
  ThrownNote,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useRights,
  useSettledText,
  Waiting,
} from '@ennoshita/ui'
import { desk } from '../../contract.ts'
import { AnswersSheet } from './answers-sheet.tsx'
import { AskForm } from './ask-form.tsx'
import { MyRequests } from './my-requests.tsx'
import { templateNameOf } from './template-words.ts'

/** たのむ・きく: answers first, then the form of one kind of request; and what I asked before. */
export default function AskScreen() {
  const [tab, setTab] = useAddressState('tab', 'ask')
  const [templateId, choose] = useAddressState('kind', '')
  const text = useSettledText('text')
  const mine = useAsk(desk.myRequests, { open: true, limit: 500 })
  const waiting = mine.data?.rows.filter((row) => row.state !== 'answered') ?? []
  const toReply = waiting.filter((row) => row.state === 'asked-back').length
  return (
    <Screen
      layout="page"
      title={t('たのむ・きく')}
      period={monthOfScreen(todayInTokyo())}
      actions={<PrintButton />}
      onNew={() => {
        setTab('ask')
        choose('')
      }}
      filters={
        <FilterField
          label={t('困っていること・知りたいこと')}
          value={text.typed}
          onChange={(typed) => {
            text.setTyped(typed)
            if (tab !== 'ask') setTab('ask')
          }}
        />
      }
      totals={
        <>
          {toReply === 0 ? null : <Total label={t('返事を待たれている')} value={toReply} unit={t('件')} />}
          <Total label={t('回答待ち')} value={waiting.length} unit={t('件')} />
        </>
      }
    >
      <Tabs
        label={t('たのむ・きく')}
        chosen={tab}
        onChoose={setTab}
        pages={[
          {
            key: 'ask',
            label: t('たのむ・きく'),
            content: (
              <Asking
                text={text.settled}
                templateId={templateId}
                choose={choose}
                onSent={() => {
                  text.setTyped('')
                  setTab('mine')
                }}
              />
            ),
          },
          {
            key: 'mine',
            label: t('自分の依頼'),
            count: mine.data?.rows.length ?? 0,
            content: <MyRequests onAsk={() => setTab('ask')} />,
          },
        ]}
      />
    </Screen>
  )
}

function Asking(props: {
  readonly text: string
  readonly templateId: string
  readonly choose: (templateId: string) => void
  readonly onSent: () => void
}) {
  const [by] = useAddressState('by', '')
  const rights = useRights()
  const answer = useAsk(desk.templates, {})
  const template = answer.data?.find((each) => each.templateId === props.templateId)
  return (
    <>
      {props.text === '' ? null : <AnswersSheet text={props.text} />}
      {template === undefined ? (
        <ChooseTemplate choose={props.choose} />
      ) : (
        <AskForm
          key={template.templateId}
          template={template}
          sought={props.text}
          isForAnother={by === 'phone' && rights.may('desk.answer', 'company')}
          onBack={() => props.choose('')}
          onSent={() => {
            props.choose('')
            props.onSent()
          }}
        />
      )}
      {props.text === '' && template === undefined ? <AnswersSheet text="" /> : null}
    </>
  )
}

function ChooseTemplate({ choose }: { readonly choose: (templateId: string) => void }) {
  const answer = useAsk(desk.templates, {})
  const rights = useRights()
  if (answer.error !== null) return <ThrownNote error={answer.error} />
  if (answer.data === undefined) return <Waiting />
  return (
    <Sheet title={t('何をたのみますか・ききますか')}>
      {answer.data.length === 0 ? (
        <EmptyState
          title={t('依頼の種類がまだありません')}
          action={
            rights.may('desk.keep-templates') ? (
              <LinkButton kind="main" to="/desk/templates">
                {t('依頼の種類を用意する')}
              </LinkButton>
            ) : undefined
          }
        >
          {t('受付の担当の人が、依頼の種類を用意すると使えるようになります。')}
        </EmptyState>
      ) : (
        <ul className="plain-list choices">
          {answer.data.map((template) => (
            <li key={template.templateId}>
              <Button onPress={() => choose(template.templateId)}>{templateNameOf(template)}</Button>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}
