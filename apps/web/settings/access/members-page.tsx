import type { AnswerOf } from '@ennoshita/kernel'
import { kernel } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  ask,
  Button,
  DataTable,
  dateInTable,
  EmptyState,
  ErrorNote,
  FilterField,
  instantInTable,
  language,
  Select,
  Status,
  send,
  showToast,
  Total,
  t,
  useAddressState,
  useAsk,
  useFiltered,
  useLanguage,
  useOpen,
  useRefresh,
  useRights,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { useAct } from '../../sign-in/use-act.ts'

export type Member = AnswerOf<typeof kernel.members>[number]
type State = 'signs-in' | 'invited' | 'expired' | 'not-invited' | 'ended'

const most = 500
const idOf = (member: Member) => member.personId

/** How far a member is on the way to signing in. */
export function stateOf(member: Member): State {
  if (member.untilOn !== null && !member.signsIn && member.invitation === null) return 'ended'
  if (member.signsIn) return 'signs-in'
  if (member.invitation === null) return 'not-invited'
  return member.invitation.expired ? 'expired' : 'invited'
}

function stateWord(state: State): string {
  const words: Record<State, string> = {
    'signs-in': t('サインインできます'),
    invited: t('招待中'),
    expired: t('招待の期限切れ'),
    'not-invited': t('未招待'),
    ended: t('終わり'),
  }
  return words[state]
}

const colours = { 'signs-in': 'green', invited: 'blue', expired: 'red', 'not-invited': 'grey', ended: 'grey' } as const

function columnsOf(nameOfRole: (role: string) => string): Column<Member>[] {
  return [
    {
      key: 'name',
      head: t('氏名'),
      width: '12rem',
      card: '1',
      cell: (member) => member.name ?? t('名前を消した人'),
      sortBy: (member) => member.name,
    },
    { key: 'roles', head: t('役割'), card: '2', cell: (member) => member.roles.map(nameOfRole).join('、') },
    {
      key: 'state',
      head: t('サインイン'),
      width: '10rem',
      card: '1-end',
      cell: (member) => <Status colour={colours[stateOf(member)]}>{stateWord(stateOf(member))}</Status>,
      sortBy: (member) => stateWord(stateOf(member)),
    },
    {
      key: 'invitation',
      head: t('招待の宛先と期限'),
      width: '21rem',
      card: '3',
      cell: (member) =>
        member.invitation === null ? '' : `${member.invitation.email}　${instantInTable(member.invitation.expiresAt)}`,
    },
    {
      key: 'from',
      head: t('利用開始'),
      width: '8rem',
      card: 'none',
      cell: (member) => dateInTable(member.fromOn),
      sortBy: (member) => member.fromOn,
    },
    {
      key: 'until',
      head: t('利用の最終日'),
      width: '8rem',
      card: 'none',
      cell: (member) => (member.untilOn === null ? '' : dateInTable(member.untilOn)),
    },
  ]
}

/** 利用者と招待: who belongs to the company, with which roles, and whether they can sign in. */
export function MembersPage() {
  const [filter, setFilter] = useState('')
  const [state, setState] = useAddressState('state', '')
  const first = useAsk(kernel.members, { limit: most })
  const second = useAsk(kernel.members, { limit: most, offset: most }, { when: first.data?.length === most })
  const roles = useAsk(kernel.roles, {})
  const inUse = useLanguage()
  const open = useOpen()
  const rights = useRights()
  const nameOfRole = useMemo(() => {
    const names = new Map(roles.data?.roles.map((role) => [role.role, language() === 'en' ? role.nameEn : role.name]))
    return (role: string) => names.get(role) ?? role
  }, [roles.data])
  const textOf = useMemo(
    () => (member: Member) =>
      [member.name ?? '', member.invitation?.email ?? '', ...member.roles.map(nameOfRole)].join(' '),
    [nameOfRole],
  )
  const all = useMemo(
    () =>
      first.data === undefined
        ? undefined
        : [...first.data, ...(second.data ?? [])].filter((member) => state === '' || stateOf(member) === state),
    [first.data, second.data, state],
  )
  const rows = useFiltered(all, filter, textOf)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(() => columnsOf(nameOfRole), [inUse, nameOfRole])
  const states: readonly State[] = ['signs-in', 'invited', 'expired', 'not-invited', 'ended']
  return (
    <>
      <div className="filter-bar">
        <search className="filters">
          <FilterField label={t('氏名・役割・メールで絞り込む')} value={filter} onChange={setFilter} />
          <Select
            label={t('サインイン')}
            hidesLabel
            emptyLabel={t('すべて')}
            choices={states.map((value) => ({ value, label: stateWord(value) }))}
            value={states.find((each) => each === state)}
            onChange={(next) => setState(next ?? '')}
          />
        </search>
        <div className="totals">
          <Total label={t('利用者')} value={rows?.length ?? 0} />
        </div>
      </div>
      <DataTable
        label={t('利用者')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        error={first.error}
        onOpen={(member) => open(`/people/${member.personId}?tab=roles`)}
        {...(rights.may('kernel.invite')
          ? {
              bulk: (selected: readonly Member[], clear: () => void) => (
                <InvitationActs selected={selected} clear={clear} />
              ),
            }
          : {})}
        empty={<EmptyState title={t('この条件に当たる利用者はいません')} />}
      />
    </>
  )
}

function InvitationActs({ selected, clear }: { readonly selected: readonly Member[]; readonly clear: () => void }) {
  const act = useAct()
  const refresh = useRefresh()
  const open = selected.flatMap((member) =>
    member.invitation === null || member.signsIn ? [] : [{ ...member.invitation, personId: member.personId }],
  )
  const [only] = open.length === 1 ? open : []
  async function withdraw() {
    for (const { invitationId } of open) await send(kernel.withdrawInvitation, { invitationId })
    await refresh([kernel.members])
    showToast(t('{count}件の招待を取り消しました。', { count: open.length }))
    clear()
  }
  async function again() {
    for (const { personId, email } of open) await send(kernel.invitePerson, { personId, email })
    await refresh([kernel.members])
    showToast(t('{count}人に招待を送り直しました。', { count: open.length }))
    clear()
  }
  async function copy(invitationId: string) {
    const { link } = await ask(kernel.invitationLinks, { invitationId })
    await navigator.clipboard.writeText(link)
    showToast(t('リンクをコピーしました。本人にだけ渡してください。'))
  }
  return (
    <>
      {act.refusal === null ? null : <ErrorNote face={act.refusal} />}
      <Button isPending={act.isPending} isDisabled={open.length === 0} onPress={() => void act.run(again)}>
        {t('招待を送り直す')}
      </Button>
      <Button isDisabled={open.length === 0 || act.isPending} onPress={() => void act.run(withdraw)}>
        {t('招待を取り消す')}
      </Button>
      {only === undefined || only.expired ? null : (
        <Button onPress={() => void act.run(() => copy(only.invitationId))}>{t('リンクをコピー')}</Button>
      )}
    </>
  )
}
