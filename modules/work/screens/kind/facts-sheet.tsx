import type { AnswerOf } from '@ennoshita/kernel'
import { Button, dateInTable, Facts, Sheet, Status, t } from '@ennoshita/ui'
import { useState } from 'react'
import type { work } from '../../contract.ts'
import { dueWord, minutesWord } from '../inventory/inventory-columns.tsx'
import { difficultyChoices, improvementChoices, reliefChoices, timingWord, trustWord, wordOf } from '../kind-words.ts'
import { KindFormDialog } from './kind-form-dialog.tsx'

export type KindDetails = AnswerOf<typeof work.kindDetails>
type Kind = KindDetails['kind']

/** 担当: main person, deputies, and that there is none. */
export function peopleFacts(kind: Kind) {
  const deputies = kind.deputyNames.join('、') || kind.deputiesText
  return [
    [t('主担当'), kind.mainName || kind.mainText || <Status colour="amber">{t('決まっていません')}</Status>],
    [t('副担当'), deputies || <Status colour="amber">{t('いません')}</Status>],
    [t('部門'), kind.departmentName || t('決まっていません')],
  ] as const
}

function lawFact(law: Kind['law']) {
  if (law === null) return t('なし')
  return (
    <>
      <p>
        {law.name} {law.article}
      </p>
      {law.deadline === '' ? null : <p>{t('期限：{deadline}', { deadline: law.deadline })}</p>}
      <p>
        <Status colour={law.trust === 'V' ? 'green' : 'amber'}>{trustWord(law.trust)}</Status>{' '}
        {law.url === '' ? null : (
          <a className="link" href={law.url} target="_blank" rel="noreferrer">
            {t('出典')}
          </a>
        )}
      </p>
    </>
  )
}

function manualFact(kind: Kind) {
  if (kind.hasManual !== true) return <Status colour="amber">{t('ありません')}</Status>
  const updated = kind.manualOn === null ? '' : t('（{date} 更新）', { date: dateInTable(kind.manualOn) })
  return `${kind.manualPlace === '' ? t('あり') : kind.manualPlace}${updated}`
}

/** What is known of the kind of work, and the way to rewrite it. */
export function FactsSheet({ details }: { readonly details: KindDetails }) {
  const { kind } = details
  const [isEditing, setEditing] = useState(false)
  return (
    <Sheet
      title={t('業務のあらまし')}
      actions={
        <Button kind="quiet" onPress={() => setEditing(true)}>
          {t('書き直す')}
        </Button>
      }
    >
      <Facts
        facts={[
          ...peopleFacts(kind),
          [t('時期'), timingWord(kind.timing)],
          [t('期日の決まり'), dueWord(kind) || t('決まっていません')],
          [t('1件の時間'), kind.usualMinutes === null ? t('書かれていません') : minutesWord(kind.usualMinutes)],
          [t('根拠法令'), lawFact(kind.law)],
          [t('使用帳票'), kind.papers.join('、') || t('なし')],
          [t('使用システム'), kind.systems.join('、') || t('なし')],
          [t('マニュアル'), manualFact(kind)],
          [
            t('難易度'),
            wordOf(difficultyChoices(), kind.difficulty === null ? null : String(kind.difficulty)) ||
              t('書かれていません'),
          ],
          ...(kind.issues === '' ? [] : [[t('課題'), kind.issues] as const]),
          ...(kind.improvement === null
            ? []
            : [[t('改善区分'), wordOf(improvementChoices(), kind.improvement)] as const]),
          ...(kind.relief === null ? [] : [[t('自動化・外注'), wordOf(reliefChoices(), kind.relief)] as const]),
          ...(kind.notes === '' ? [] : [[t('備考'), kind.notes] as const]),
        ]}
      />
      {isEditing ? <KindFormDialog kind={kind} onClose={() => setEditing(false)} /> : null}
    </Sheet>
  )
}
