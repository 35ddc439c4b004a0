import { useDepartmentOptions } from '@ennoshita/people/options'
import { ComboBox, Dialog, DoFoot, DoForm, ErrorNote, showToast, t, useSend } from '@ennoshita/ui'
import { useState } from 'react'
import { desk } from '../../contract.ts'
import type { Office } from '../../rules/ready-templates.ts'
import { readyTemplates } from '../../rules/ready-templates.ts'
import { templateNameOf } from '../ask/template-words.ts'
import { guessOffices } from './guess-offices.ts'

const offices = ['general-affairs', 'accounting', 'labour', 'it', 'legal'] as const

function officeWord(office: Office): string {
  const words = {
    'general-affairs': t('総務のこと'),
    accounting: t('経理のこと'),
    labour: t('人事・労務のこと'),
    it: t('PC・アカウントのこと'),
    legal: t('契約・法務のこと'),
  }
  return words[office]
}

/** 既製の依頼の種類: says which department answers what, and takes them all over at once. */
export function ReadyDialog({ onClose }: { readonly onClose: () => void }) {
  const departments = useDepartmentOptions()
  const [chosen, setChosen] = useState<Partial<Record<Office, string | null>>>({})
  const guessed = guessOffices(departments)
  const adding = useSend(desk.addReadyTemplates, {
    refreshes: [desk.templates],
    onDone: ({ addedCount }) => {
      showToast(addedCount === 0 ? t('すでにそろっています。') : t('{count}種類を足しました。', { count: addedCount }))
      onClose()
    },
  })
  const departmentOf = (office: Office) => (office in chosen ? (chosen[office] ?? null) : (guessed[office] ?? null))
  async function add() {
    const answering: Partial<Record<Office, string>> = {}
    for (const office of offices) {
      const departmentId = departmentOf(office)
      if (departmentId !== null) answering[office] = departmentId
    }
    await adding.send({ departments: answering })
  }
  return (
    <Dialog
      title={t('用意された種類をそろえる')}
      isOpen
      onClose={onClose}
      width="medium"
      foot={<DoFoot label={t('そろえる')} isReady onDo={add} onClose={onClose} />}
    >
      <DoForm label={t('用意された種類をそろえる')} onDo={add}>
        {adding.refusal === null ? null : <ErrorNote face={adding.refusal} />}
        <p className="lead">
          {t('どの部門が答えるかだけ決めてください。空のところは、受付にいる人に届きます。あとから直せます。')}
        </p>
        {offices.map((office) => (
          <ComboBox
            key={office}
            label={officeWord(office)}
            options={departments}
            value={departmentOf(office)}
            onChange={(departmentId) => setChosen({ ...chosen, [office]: departmentId })}
            help={readyTemplates
              .filter((template) => template.office === office)
              .map(templateNameOf)
              .join('、')}
          />
        ))}
      </DoForm>
    </Dialog>
  )
}
