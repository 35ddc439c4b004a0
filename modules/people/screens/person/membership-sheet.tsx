import { kernel } from '@ennoshita/kernel'
import {
  Button,
  dateInTable,
  Facts,
  instantInTable,
  Sheet,
  Status,
  showToast,
  t,
  useAsk,
  useRights,
  useSend,
} from '@ennoshita/ui'
import { useState } from 'react'
import { roleWord, useRoleChoices } from '../role-words.ts'
import { InviteDialog, LinkDialog } from './invite-dialog.tsx'
import type { PersonDetails } from './person-parts.ts'
import { showingPeople } from './person-parts.ts'
import { RolesDialog } from './roles-dialog.tsx'

type Membership = NonNullable<PersonDetails['membership']>
const most = 500

/** 役割とサインイン: what the person may do, and whether they can sign in yet. */
export function MembershipSheet(props: { readonly person: PersonDetails; readonly membership: Membership }) {
  const { person, membership } = props
  const rights = useRights()
  const choices = useRoleChoices()
  const [isChoosing, setChoosing] = useState(false)
  const seesMembers = rights.may('kernel.see-members')
  const nameOf = (role: string) => choices.find((choice) => choice.value === role)?.label ?? roleWord(role)
  return (
    <>
      <Sheet
        title={t('役割')}
        actions={
          rights.may('people.give-roles') && !person.erased ? (
            <Button kind="quiet" onPress={() => setChoosing(true)}>
              {t('役割を変える')}
            </Button>
          ) : null
        }
      >
        <Facts
          facts={[
            [t('いまの役割'), membership.roles.map(nameOf).join('、') || t('なし')],
            [
              t('利用できる期間'),
              membership.untilOn === null
                ? t('{from} から', { from: dateInTable(membership.fromOn) })
                : t('{from} 〜 {until}', {
                    from: dateInTable(membership.fromOn),
                    until: dateInTable(membership.untilOn),
                  }),
            ],
          ]}
        />
      </Sheet>
      {seesMembers ? <SignInSheet person={person} /> : null}
      {isChoosing ? (
        <RolesDialog person={person} roles={membership.roles} choices={choices} onClose={() => setChoosing(false)} />
      ) : null}
    </>
  )
}

function useMember(personId: string) {
  const first = useAsk(kernel.members, { limit: most })
  const second = useAsk(kernel.members, { limit: most, offset: most }, { when: first.data?.length === most })
  return [...(first.data ?? []), ...(second.data ?? [])].find((member) => member.personId === personId)
}

function SignInSheet({ person }: { readonly person: PersonDetails }) {
  const member = useMember(person.personId)
  const rights = useRights()
  const [above, setAbove] = useState<'invite' | 'link' | null>(null)
  const withdraw = useSend(kernel.withdrawInvitation, {
    refreshes: showingPeople,
    onDone: () => showToast(t('招待を取り消しました。')),
  })
  if (member === undefined) return null
  const { invitation } = member
  const invites = rights.may('kernel.invite') && !member.signsIn && !person.erased
  return (
    <Sheet
      title={t('サインイン')}
      actions={
        invites ? (
          <>
            {invitation === null || invitation.expired ? null : (
              <>
                <Button kind="quiet" onPress={() => setAbove('link')}>
                  {t('リンクを渡す')}
                </Button>
                <Button
                  kind="quiet"
                  isPending={withdraw.isPending}
                  onPress={() => void withdraw.send({ invitationId: invitation.invitationId })}
                >
                  {t('招待を取り消す')}
                </Button>
              </>
            )}
            <Button kind="quiet" onPress={() => setAbove('invite')}>
              {invitation === null ? t('招待を送る') : t('招待を送り直す')}
            </Button>
          </>
        ) : null
      }
    >
      {member.signsIn ? (
        <p>
          <Status colour="green">{t('サインインできます')}</Status>
        </p>
      ) : invitation === null ? (
        <p>
          <Status colour="grey">{t('まだ招待していません')}</Status>{' '}
          {t('招待すると、自分でパスワードを決めてサインインできるようになります。')}
        </p>
      ) : (
        <p>
          <Status colour={invitation.expired ? 'red' : 'blue'}>
            {invitation.expired ? t('招待の期限が切れました') : t('招待中')}
          </Status>{' '}
          {t('宛先 {email}　期限 {until}', {
            email: invitation.email,
            until: instantInTable(invitation.expiresAt, { withYear: true }),
          })}
        </p>
      )}
      {above === 'invite' ? <InviteDialog person={person} onClose={() => setAbove(null)} /> : null}
      {above === 'link' && invitation !== null ? (
        <LinkDialog invitationId={invitation.invitationId} onClose={() => setAbove(null)} />
      ) : null}
    </Sheet>
  )
}
