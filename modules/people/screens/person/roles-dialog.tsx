import type { Choice } from '@ennoshita/ui'
import { Button, Checkbox, Dialog, ErrorNote, showToast, t, useSend } from '@ennoshita/ui'
import { useState } from 'react'
import { people } from '../../contract.ts'
import { roleWord } from '../role-words.ts'
import type { PersonDetails } from './person-parts.ts'
import { showingPeople } from './person-parts.ts'

/** The roles of one person, ticked. */
export function RolesDialog(props: {
  readonly person: PersonDetails
  readonly roles: readonly string[]
  readonly choices: readonly Choice[]
  readonly onClose: () => void
}) {
  const { person, roles } = props
  const [chosen, setChosen] = useState<readonly string[]>(roles)
  const setRoles = useSend(people.setRoles, {
    refreshes: showingPeople,
    onDone: () => {
      props.onClose()
      showToast(t('役割を変えました。'))
    },
  })
  const helps: Record<string, string> = {
    president: t('すべてを見て、承認する人'),
    administrator: t('部署・役割・会社の設定を変える人'),
    clerk: t('書類や名簿を作成・登録する人'),
    head: t('自分の部署のことを見て、承認する人'),
    employee: t('自分の仕事と社内の名簿を使う人'),
    outsider: t('頼まれたことだけを見る、社外の人'),
  }
  const offered =
    props.choices.length > 0 ? props.choices : roles.map((role) => ({ value: role, label: roleWord(role) }))
  const isSame = [...chosen].sort().join() === [...roles].sort().join()
  return (
    <Dialog
      title={t('{name}さんの役割', { name: person.displayName })}
      isOpen
      onClose={props.onClose}
      foot={
        <>
          <Button onPress={props.onClose}>{t('キャンセル')}</Button>
          <Button
            kind="main"
            isPending={setRoles.isPending}
            isDisabled={isSame || chosen.length === 0}
            onPress={() => void setRoles.send({ personId: person.personId, roles: [...chosen], was: [...roles] })}
          >
            {t('保存')}
          </Button>
        </>
      }
    >
      <div className="form-fields">
        {setRoles.refusal === null ? null : <ErrorNote face={setRoles.refusal} />}
        {offered.map((choice) => {
          const help = helps[choice.value]
          return (
            <Checkbox
              key={choice.value}
              label={choice.label}
              value={chosen.includes(choice.value)}
              onChange={(isOn) =>
                setChosen(isOn ? [...chosen, choice.value] : chosen.filter((role) => role !== choice.value))
              }
              {...(help === undefined ? {} : { help })}
            />
          )
        })}
        <p className="field-help">{t('役割ごとに何ができるかは、「人と権限」で1文ずつ読めます。')}</p>
      </div>
    </Dialog>
  )
}
