import {
  Button,
  Menu,
  ObjectHistory,
  Screen,
  Sheet,
  Split,
  Status,
  Tabs,
  ThrownNote,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useOpen,
  usePathPart,
  useRights,
  Waiting,
} from '@ennoshita/ui'
import { useState } from 'react'
import { people } from '../../contract.ts'
import { AssignmentsSheet } from './assignments-sheet.tsx'
import { EraseDialog, LeavingDialog, RestoreDialog } from './leaving-dialogs.tsx'
import { MembershipSheet } from './membership-sheet.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { PersonFacts } from './person-facts.tsx'
import { PersonFormDialog } from './person-form-dialog.tsx'
import type { PersonDetails } from './person-parts.ts'

/** 人: one person with facts, assignments over time, roles, and what happened. */
export default function PersonScreen() {
  const personId = usePathPart('personId')
  const answer = useAsk(people.personDetails, { personId })
  if (answer.error !== null)
    return (
      <Screen title={t('人')} layout="page">
        <ThrownNote error={answer.error} />
      </Screen>
    )
  if (answer.data === undefined || answer.data.personId !== personId)
    return (
      <Screen title={t('人')} layout="page">
        <Waiting />
      </Screen>
    )
  return <PersonPage person={answer.data} />
}

type Above = 'edit' | 'move' | 'leave' | 'restore' | 'erase' | null

function PersonPage({ person }: { readonly person: PersonDetails }) {
  const [tab, setTab] = useAddressState('tab', 'assignments')
  const [above, setAbove] = useState<Above>(null)
  const rights = useRights()
  const keeps = rights.may('people.keep-register', 'company') && !person.erased
  const close = () => setAbove(null)
  const membership = person.membership
  return (
    <Screen
      layout="page"
      title={person.displayName || t('名前を消した人')}
      period={
        <>
          {person.kana} <PersonState person={person} />
        </>
      }
      actions={<Acts person={person} keeps={keeps} setAbove={setAbove} />}
    >
      <Split
        width="wide"
        aside={<PersonFacts person={person} {...(keeps ? { onEdit: () => setAbove('edit') } : {})} />}
      >
        <Tabs
          label={t('人の詳細')}
          chosen={tab}
          onChoose={setTab}
          pages={[
            {
              key: 'assignments',
              label: t('所属'),
              content: <AssignmentsSheet person={person} keeps={keeps} />,
            },
            ...(membership === null
              ? []
              : [
                  {
                    key: 'roles',
                    label: t('役割とサインイン'),
                    content: <MembershipSheet person={person} membership={membership} />,
                  },
                ]),
            ...(person.history === null
              ? []
              : [
                  {
                    key: 'history',
                    label: t('経緯'),
                    content: (
                      <Sheet title={t('この人の登録に起きたこと')}>
                        <ObjectHistory objectId={person.personId} modules={['people', 'kernel']} hidesFilter />
                      </Sheet>
                    ),
                  },
                ]),
          ]}
        />
      </Split>
      {above === 'edit' ? <PersonFormDialog person={person} onClose={close} /> : null}
      {above === 'move' ? <MoveDialog person={person} onClose={close} /> : null}
      {above === 'leave' ? <LeavingDialog person={person} onClose={close} /> : null}
      {above === 'restore' ? <RestoreDialog person={person} onClose={close} /> : null}
      {above === 'erase' ? <EraseDialog person={person} onClose={close} /> : null}
    </Screen>
  )
}

function PersonState({ person }: { readonly person: PersonDetails }) {
  const leftOn = person.register?.leftOn ?? null
  if (person.erased) return <Status colour="grey">{t('個人情報を消しました')}</Status>
  if (leftOn === null) return null
  return leftOn < todayInTokyo() ? (
    <Status colour="grey">{t('{date} 退職', { date: leftOn.replaceAll('-', '/') })}</Status>
  ) : (
    <Status colour="amber">{t('{date} 退職予定', { date: leftOn.replaceAll('-', '/') })}</Status>
  )
}

function Acts(props: {
  readonly person: PersonDetails
  readonly keeps: boolean
  readonly setAbove: (above: Above) => void
}) {
  const { person, keeps, setAbove } = props
  const open = useOpen()
  const rights = useRights()
  const leftOn = person.register?.leftOn ?? null
  const hasLeft = leftOn !== null && leftOn < todayInTokyo()
  const acts = [
    ...(keeps ? [{ label: t('登録内容を変える'), run: () => setAbove('edit') }] : []),
    ...(keeps && leftOn === null
      ? [{ label: t('退職を登録する'), run: () => setAbove('leave'), isDangerous: true }]
      : []),
    ...(keeps && leftOn !== null ? [{ label: t('退職を取り消す'), run: () => setAbove('restore') }] : []),
    ...(hasLeft && !person.erased && rights.may('people.erase-names')
      ? [{ label: t('個人情報を消す'), run: () => setAbove('erase'), isDangerous: true }]
      : []),
  ]
  return (
    <>
      <Menu
        face={t('その他')}
        label={t('その他の操作')}
        entries={[
          { label: t('社員の一覧へ'), run: () => open('/people') },
          { label: t('印刷'), run: () => window.print() },
          ...(acts.length === 0 ? [] : (['line', ...acts] as const)),
        ]}
      />
      {keeps && leftOn === null ? (
        <Button kind="main" onPress={() => setAbove('move')}>
          {t('異動を登録')}
        </Button>
      ) : null}
    </>
  )
}
