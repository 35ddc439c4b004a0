import type { LocalDate } from '@ennoshita/kernel'
import { kernel } from '@ennoshita/kernel'
import { Button, ComboBox, DateField, Select, send, showToast, t, useRefresh, useRights } from '@ennoshita/ui'
import { useState } from 'react'
import { people } from '../../contract.ts'
import { ManyDialog } from '../many-dialog.tsx'
import { useDepartmentOptions, usePostOptions } from '../options.ts'
import { useRoleChoices } from '../role-words.ts'
import type { Listed } from './people-columns.tsx'

type ActProps = { readonly all: readonly Listed[]; readonly onDone: () => void; readonly onClose: () => void }
const nameOf = (person: Listed) => person.displayName

/** What can be done to the selected people at once. */
export function BulkActs(props: {
  readonly on: LocalDate
  readonly all: readonly Listed[]
  readonly clear: () => void
}) {
  const [act, setAct] = useState<'move' | 'role' | 'invite' | null>(null)
  const rights = useRights()
  const refresh = useRefresh()
  const about = {
    all: props.all,
    onClose: () => setAct(null),
    onDone: () => {
      props.clear()
      void refresh([
        people.peopleList,
        people.personDetails,
        people.departments,
        people.organisationChart,
        kernel.members,
      ])
    },
  }
  return (
    <>
      {rights.may('people.keep-register', 'company') ? (
        <Button onPress={() => setAct('move')}>{t('異動を登録')}</Button>
      ) : null}
      {rights.may('kernel.grant-roles') ? <Button onPress={() => setAct('role')}>{t('役割を加える')}</Button> : null}
      {rights.may('kernel.invite') ? <Button onPress={() => setAct('invite')}>{t('招待を送る')}</Button> : null}
      {act === 'move' ? <MoveMany {...about} on={props.on} /> : null}
      {act === 'role' ? <GiveRole {...about} /> : null}
      {act === 'invite' ? <InviteMany {...about} /> : null}
    </>
  )
}

function MoveMany(props: ActProps & { readonly on: LocalDate }) {
  const [on, setOn] = useState<LocalDate | null>(props.on)
  const [departmentId, setDepartmentId] = useState<string | null>(null)
  const [postId, setPostId] = useState<string | null>(null)
  const departments = useDepartmentOptions(on ?? undefined)
  const posts = usePostOptions(on ?? undefined)
  const isReady = on !== null && departmentId !== null
  return (
    <ManyDialog
      title={t('異動をまとめて登録')}
      all={props.all}
      nameOf={nameOf}
      actLabel={t('{count}人の異動を登録', { count: props.all.length })}
      act={
        isReady
          ? ({ personId }) => send(people.movePerson, { personId, departmentId, postId, on, endsOthers: false })
          : undefined
      }
      onDone={({ done }) => {
        showToast(t('{count}人の異動を登録しました。', { count: done.length }))
        props.onDone()
      }}
      onClose={props.onClose}
    >
      <DateField
        label={t('異動日')}
        isRequired
        value={on}
        onChange={setOn}
        help={t('この日から新しい部署です。先の日付も登録できます。')}
      />
      <ComboBox
        label={t('異動先の部署')}
        isRequired
        options={departments}
        value={departmentId}
        onChange={setDepartmentId}
      />
      <Select label={t('役職')} emptyLabel={t('なし')} choices={posts} value={postId} onChange={setPostId} />
    </ManyDialog>
  )
}

function GiveRole(props: ActProps) {
  const [role, setRole] = useState<string | null>(null)
  const choices = useRoleChoices()
  return (
    <ManyDialog
      title={t('役割をまとめて加える')}
      all={props.all}
      nameOf={nameOf}
      actLabel={t('{count}人に加える', { count: props.all.length })}
      act={role === null ? undefined : ({ personId }) => send(kernel.grantRole, { personId, role })}
      onDone={({ done }) => {
        showToast(t('{count}人に役割を加えました。', { count: done.length }))
        props.onDone()
      }}
      onClose={props.onClose}
    >
      <Select label={t('加える役割')} isRequired choices={choices} value={role} onChange={setRole} />
    </ManyDialog>
  )
}

function InviteMany(props: ActProps) {
  const invited = props.all.filter((person) => person.email !== '')
  const without = props.all.length - invited.length
  return (
    <ManyDialog
      title={t('招待をまとめて送る')}
      all={invited}
      nameOf={nameOf}
      actLabel={t('{count}人に送る', { count: invited.length })}
      act={invited.length === 0 ? undefined : ({ personId, email }) => send(kernel.invitePerson, { personId, email })}
      onDone={({ done }) => {
        showToast(t('{count}人に招待を送りました。', { count: done.length }))
        props.onDone()
      }}
      onClose={props.onClose}
    >
      <p>{t('登録されているメールアドレスに、7日間使えるリンクを送ります。')}</p>
      {without === 0 ? null : (
        <p className="note">{t('{count}人はメールアドレスがないため、送りません。', { count: without })}</p>
      )}
    </ManyDialog>
  )
}
