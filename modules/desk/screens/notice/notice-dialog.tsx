import {
  DateField,
  FieldRow,
  FormDialog,
  showToast,
  TextArea,
  TextField,
  t,
  todayInTokyo,
  useForm,
} from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { desk } from '../../contract.ts'
import { KindField } from '../kind-field.tsx'
import type { Notice } from './notice-words.tsx'
import { noticeQueries } from './notice-words.tsx'

/** お知らせを出す. */
export function PublishDialog({ onClose }: { readonly onClose: () => void }) {
  const form = useForm(desk.publishNotice, {
    initial: { shownFrom: todayInTokyo() },
    refreshes: noticeQueries,
    onDone: () => {
      showToast(t('お知らせを出しました。'))
      onClose()
    },
  })
  return (
    <FormDialog title={t('お知らせを出す')} form={form} isOpen onClose={onClose} saveLabel={t('出す')} width="medium">
      <NoticeFields
        title={
          <TextField
            {...form.field('title')}
            label={t('見出し')}
            autoFocus
            placeholder={t('経費の締切が25日なのはなぜ')}
          />
        }
        body={<TextArea {...form.field('body')} label={t('お知らせ')} rows={5} />}
        reason={
          <TextArea
            {...form.field('reason')}
            label={t('どうしてそうなのか')}
            rows={4}
            help={t('その日までに裏方で何をしているかを書くと、納得してもらえます。')}
          />
        }
        from={<DateField {...form.field('shownFrom')} label={t('いつから')} />}
        until={
          <DateField {...form.field('shownUntil')} label={t('いつまで')} help={t('空なら、下げるまで出ています。')} />
        }
        kind={
          <KindField
            value={form.draft.kindId}
            onChange={(kindId) => form.change({ kindId })}
            error={form.errors.kindId}
          />
        }
      />
    </FormDialog>
  )
}

/** お知らせを直す: whoever has read the earlier words sees it as unread again. */
export function ChangeDialog({ notice, onClose }: { readonly notice: Notice; readonly onClose: () => void }) {
  const { noticeId, version, title, body, reason, kindId, shownFrom, shownUntil } = notice
  const form = useForm(desk.changeNotice, {
    draftKey: `${noticeId}.${version}`,
    initial: {
      noticeId,
      version,
      title,
      body,
      reason,
      kindId,
      shownFrom,
      ...(shownUntil === null ? {} : { shownUntil }),
    },
    refreshes: noticeQueries,
    onDone: () => {
      showToast(t('お知らせを直しました。'))
      onClose()
    },
  })
  return (
    <FormDialog title={t('お知らせを直す')} form={form} isOpen onClose={onClose} width="medium">
      <NoticeFields
        title={<TextField {...form.field('title')} label={t('見出し')} autoFocus />}
        body={<TextArea {...form.field('body')} label={t('お知らせ')} rows={5} />}
        reason={<TextArea {...form.field('reason')} label={t('どうしてそうなのか')} rows={4} />}
        from={<DateField {...form.field('shownFrom')} label={t('いつから')} />}
        until={<DateField {...form.field('shownUntil')} label={t('いつまで')} />}
        kind={
          <KindField
            value={form.draft.kindId}
            onChange={(next) => form.change({ kindId: next })}
            error={form.errors.kindId}
          />
        }
      />
    </FormDialog>
  )
}

function NoticeFields(props: Readonly<Record<'title' | 'body' | 'reason' | 'from' | 'until' | 'kind', ReactNode>>) {
  return (
    <>
      {props.title}
      {props.body}
      {props.reason}
      <FieldRow>
        {props.from}
        {props.until}
      </FieldRow>
      {props.kind}
    </>
  )
}
