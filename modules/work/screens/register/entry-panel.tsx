import type { AnswerOf } from '@ennoshita/kernel'
import { usePeopleOptions } from '@ennoshita/people/options'
import type { MenuEntry } from '@ennoshita/ui'
import { Button, Dialog, dateInTable, Facts, Link, Menu, ThrownNote, t, useAsk, Waiting } from '@ennoshita/ui'
import { useState } from 'react'
import { work } from '../../contract.ts'
import { EndEntryDialog, RenewEntryDialog } from './entry-acts.tsx'
import { ChangeEntryDialog } from './entry-dialog.tsx'
import { daysLeftWord, nextWord, renewalWord, sortWord } from './entry-words.ts'

export type EntryDetails = AnswerOf<typeof work.entryDetails>

/** One entry of the register: its dates, where its paper lies, the terms before, and what can be done. */
export function EntryPanel({ entryId, onClose }: { readonly entryId: string; readonly onClose: () => void }) {
  const answer = useAsk(work.entryDetails, { entryId })
  const [asking, setAsking] = useState<'change' | 'renew' | 'end' | null>(null)
  const entry = answer.data
  if (entry !== undefined && asking === 'change')
    return <ChangeEntryDialog entry={contentOf(entry)} onClose={() => setAsking(null)} />
  if (entry !== undefined && asking === 'renew')
    return <RenewEntryDialog entry={entry} onClose={() => setAsking(null)} />
  if (entry !== undefined && asking === 'end') return <EndEntryDialog entry={entry} onClose={() => setAsking(null)} />
  const more: MenuEntry[] = [{ label: t('台帳から終える'), run: () => setAsking('end'), isDangerous: true }]
  return (
    <Dialog
      title={entry?.name ?? t('期限台帳')}
      isOpen
      onClose={onClose}
      width="medium"
      foot={
        <>
          {entry?.state === 'active' ? <Menu face={t('その他')} label={t('その他の操作')} entries={more} /> : null}
          <Button keys="Esc" onPress={onClose}>
            {t('閉じる')}
          </Button>
          {entry?.state === 'active' ? (
            <>
              <Button onPress={() => setAsking('change')}>{t('直す')}</Button>
              <Button kind="main" isDisabled={entry.endsOn === null} onPress={() => setAsking('renew')}>
                {t('更新する')}
              </Button>
            </>
          ) : null}
        </>
      }
    >
      {answer.error === null ? null : <ThrownNote error={answer.error} />}
      {entry === undefined ? answer.error === null ? <Waiting /> : null : <EntryFacts entry={entry} />}
    </Dialog>
  )
}

function EntryFacts({ entry }: { readonly entry: EntryDetails }) {
  const everyone = usePeopleOptions()
  const nameOf = (personId: string | undefined) => everyone.find((person) => person.value === personId)?.label ?? ''
  const day = (on: string | null) => (on === null ? '' : dateInTable(on))
  const notice = entry.noticePeriod === '' ? day(entry.noticeOn) : `${day(entry.noticeOn)}（${entry.noticePeriod}）`
  return (
    <>
      <Facts
        facts={[
          [
            t('次の期日'),
            entry.nextOn === null
              ? t('ありません')
              : `${day(entry.nextOn)} ${nextWord(entry.nextIs)}　${daysLeftWord(entry.daysLeft)}`,
          ],
          [t('種別'), sortWord(entry.sort)],
          [t('相手先'), entry.counterpart],
          [t('番号'), entry.reference],
          [t('期間'), `${day(entry.startsOn)} – ${entry.endsOn === null ? t('定めなし') : day(entry.endsOn)}`],
          [t('通知期限'), notice],
          [t('更新'), renewalWord(entry.renews)],
          [t('担当'), entry.responsible?.name ?? t('まだいません')],
          [t('副担当'), entry.deputy?.name ?? nameOf(entry.deputy?.personId)],
          [t('保管場所'), entry.place],
          [t('覚え書き'), entry.notes],
          ...(entry.endedOn === null ? [] : [[t('終えた日'), `${day(entry.endedOn)}　${entry.endReason}`] as const]),
        ]}
      />
      {entry.taskIds.length === 0 ? null : (
        <p>
          {entry.taskIds.slice(0, 3).map((taskId) => (
            <Link key={taskId} to={`/work/tasks/${taskId}`}>
              {t('この期限のやることを開く')}
            </Link>
          ))}
        </p>
      )}
      {entry.terms.length === 0 ? null : (
        <>
          <h3 className="sheet-title">{t('これまでの期間')}</h3>
          <ul className="plain-list">
            {entry.terms.map((term) => (
              <li key={term.renewedAt}>
                {day(term.startsOn)} – {day(term.endsOn)}　{term.note}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function contentOf(entry: EntryDetails) {
  return {
    entryId: entry.entryId,
    version: entry.version,
    sort: entry.sort,
    name: entry.name,
    counterpart: entry.counterpart,
    reference: entry.reference,
    startsOn: entry.startsOn,
    endsOn: entry.endsOn,
    noticePeriod: entry.noticePeriod,
    noticeTypedOn: entry.noticeTypedOn,
    renews: entry.renews,
    renewalMonths: entry.renewalMonths,
    leadDays: entry.leadDays,
    responsibleId: entry.responsible?.personId ?? null,
    deputyId: entry.deputy?.personId ?? null,
    departmentId: entry.departmentId,
    kindId: entry.kindId,
    place: entry.place,
    notes: entry.notes,
  }
}
