import { useDepartmentOptions } from '@ennoshita/people/options'
import { instantInTable, Sheet, t } from '@ennoshita/ui'
import type { DocumentDetails } from '../document-words.ts'
import { fieldWord, valueWord } from '../document-words.ts'

type Change = DocumentDetails['changes'][number]

/** 訂正・削除の履歴: when, who, why, and what stood there before (電子帳簿保存法施行規則4条1項3号). */
export function ChangesSheet({ document }: { readonly document: DocumentDetails }) {
  const departments = useDepartmentOptions()
  const { changes } = document
  const named = new Map(departments.map(({ value, label }) => [value, label]))
  return (
    <Sheet title={t('訂正・削除の履歴')}>
      {changes.length === 0 ? (
        <p>{t('保存したときのままです。')}</p>
      ) : (
        <ul className="plain-list">
          {changes.map((change) => (
            <li key={change.changedAt}>
              <b>{deedWord(change)}</b>　{instantInTable(change.changedAt, { withYear: true })}{' '}
              {change.changedByName ?? t('自動')}
              {change.reason === '' ? null : <>　{t('理由：{reason}', { reason: change.reason })}</>}
              {differencesOf(change, named).map((line) => (
                <div key={line}>{line}</div>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  )
}

function deedWord({ deed }: Change): string {
  if (deed === 'corrected') return t('内容を直した')
  if (deed === 'replaced') return t('ファイルを差し替えた')
  return deed === 'discarded' ? t('削除扱いにした') : t('元に戻した')
}

function differencesOf({ before, after }: Change, departments: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) => {
    const called = fieldWord(name)
    if (called === '') return []
    return [`${called}：${valueWord(name, before[name], departments)} → ${valueWord(name, after[name], departments)}`]
  })
}
