import { DateField, dateInTable, FormDialog, showToast, TextField, t, todayInTokyo, useForm } from '@ennoshita/ui'
import { work } from '../../contract.ts'
import { nextTerm, noticeDate, readNoticePeriod } from '../../rules/register-notice.ts'
import type { EntryDetails } from './entry-panel.tsx'

const refreshes = [work.registerEntries, work.entryDetails, work.tasksToday]
/** The next term that is proposed where the paper names none; months. */
const usualTermMonths = 12

type About = { readonly entry: EntryDetails; readonly onClose: () => void }

/** 期限を更新する: the next term is proposed, its notice date shown. */
export function RenewEntryDialog({ entry, onClose }: About) {
  const proposed = entry.endsOn === null ? null : nextTerm(entry.endsOn, entry.renewalMonths ?? usualTermMonths)
  const form = useForm(work.renewEntry, {
    draftKey: `${entry.entryId}.${entry.version}`,
    initial: { entryId: entry.entryId, version: entry.version, ...proposed },
    refreshes,
    onDone: () => {
      onClose()
      showToast(t('「{name}」を更新しました。', { name: entry.name }))
    },
  })
  const period = readNoticePeriod(entry.noticePeriod)
  const { endsOn } = form.draft
  const notice = period === undefined || !endsOn ? null : noticeDate(endsOn, period)
  return (
    <FormDialog title={t('期限を更新する')} saveLabel={t('更新する')} form={form} isOpen onClose={onClose}>
      <p className="lead">{entry.name}</p>
      <DateField label={t('開始日')} {...form.field('startsOn')} />
      <DateField
        label={t('終了日')}
        autoFocus
        {...form.field('endsOn')}
        {...(notice === null ? {} : { help: t('次の通知期限は{date}です。', { date: dateInTable(notice) }) })}
      />
      <TextField label={t('覚え書き')} {...form.field('note')} />
    </FormDialog>
  )
}

/** 期限台帳から終える: cancelled, sold, scrapped. It stays to be read. */
export function EndEntryDialog({ entry, onClose }: About) {
  const form = useForm(work.endEntry, {
    draftKey: entry.entryId,
    initial: { entryId: entry.entryId, version: entry.version, endedOn: todayInTokyo() },
    refreshes,
    onDone: () => {
      onClose()
      showToast(t('「{name}」を台帳から終えました。', { name: entry.name }))
    },
  })
  return (
    <FormDialog title={t('台帳から終える')} saveLabel={t('終える')} form={form} isOpen onClose={onClose}>
      <p className="lead">{t('{name}　記録は「終わったもの」に残ります。', { name: entry.name })}</p>
      <DateField label={t('終えた日')} {...form.field('endedOn')} />
      <TextField label={t('理由')} placeholder={t('例：解約、売却')} autoFocus {...form.field('reason')} />
    </FormDialog>
  )
}
