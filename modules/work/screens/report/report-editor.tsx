import {
  Button,
  Checkbox,
  ConfirmDialog,
  ErrorNote,
  Menu,
  monthOfScreen,
  Screen,
  Sheet,
  Split,
  showToast,
  TextArea,
  TextField,
  t,
  useOpen,
  useSend,
} from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { useState } from 'react'
import type { ReportSection } from '../../contract/report.ts'
import { work } from '../../contract.ts'
import { sheetsOf } from '../../rules/report-length.ts'
import { ReportPage } from './report-page.tsx'
import type { ReportDetails } from './report-screen.tsx'
import { SendReportDialog } from './send-report-dialog.tsx'
import { useReportDraft } from './use-report-draft.ts'

/** The draft of the page: each part can be changed or left out; beside it stands exactly what would be sent. */
export function ReportEditor({ details }: { readonly details: ReportDetails }) {
  const draft = useReportDraft(details)
  const { written } = draft
  const [asking, setAsking] = useState<'send' | 'discard' | null>(null)
  const open = useOpen()
  const discarding = useSend(work.discardReport, {
    refreshes: [work.myReports],
    onDone: () => {
      open('/work/report')
      showToast(t('下書きを捨てました。'))
    },
  })
  const isEmpty = written.sections.every((section) => section.isLeftOut || section.text.trim() === '')
  return (
    <Screen
      layout="page"
      title={t('今月の縁の下')}
      period={`${monthOfScreen(details.month)}　${draft.isChanged ? t('書きかけ') : t('保存しました')}`}
      actions={
        <>
          <Menu
            face={t('その他')}
            label={t('その他の操作')}
            entries={[
              { label: t('印刷'), run: () => window.print() },
              { label: t('下書きを捨てる'), run: () => setAsking('discard'), isDangerous: true },
            ]}
          />
          <Button keys="Ctrl Enter" isPending={draft.isPending} onPress={() => void draft.save()}>
            {t('保存')}
          </Button>
          <Button
            kind="main"
            isDisabled={isEmpty}
            onPress={() => void draft.save().then((isSaved) => (isSaved ? setAsking('send') : undefined))}
          >
            {t('送る前に確かめる')}
          </Button>
        </>
      }
    >
      {draft.refusal === null ? null : <ErrorNote face={draft.refusal} />}
      {discarding.refusal === null ? null : <ErrorNote face={discarding.refusal} />}
      <Split
        width="wide"
        aside={
          <Preview sections={written.sections}>
            <ReportPage {...written} month={details.month} authorName={details.author.name} />
          </Preview>
        }
      >
        <form
          className="form only-screen"
          aria-label={t('今月の縁の下')}
          onSubmit={(event) => event.preventDefault()}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) void draft.save()
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            void draft.save()
          }}
        >
          <TextField label={t('題名')} value={written.title} onChange={(title) => draft.change({ title })} />
          {written.sections.map((section) => (
            <SectionFields
              key={section.key}
              section={section}
              change={(some) => draft.changeSection(section.key, some)}
            />
          ))}
        </form>
      </Split>
      {asking === 'send' ? (
        <SendReportDialog
          details={{ ...details, ...written, sections: [...written.sections], version: draft.version }}
          onClose={() => setAsking(null)}
        />
      ) : null}
      <ConfirmDialog
        title={t('下書きを捨てますか')}
        isOpen={asking === 'discard'}
        onClose={() => setAsking(null)}
        onConfirm={() => void discarding.send({ reportId: details.reportId })}
        confirmLabel={t('捨てる')}
        isDangerous
        isPending={discarding.isPending}
      >
        {t('書き足した言葉は元に戻せません。記録そのものは残るので、下書きはもう一度作れます。')}
      </ConfirmDialog>
    </Screen>
  )
}

function Preview(props: { readonly sections: readonly ReportSection[]; readonly children: ReactNode }) {
  const sheets = sheetsOf(props.sections)
  return (
    <>
      <p className="lead only-screen">{t('このとおりに届きます。送るまで、あなただけが読めます。')}</p>
      {sheets === 1 ? null : (
        <p className="note note-quiet only-screen">
          {t('印刷するとA4で{count}枚になります。削るか、送らない部分を選ぶと一枚に収まります。', { count: sheets })}
        </p>
      )}
      {props.children}
    </>
  )
}

function SectionFields(props: {
  readonly section: ReportSection
  readonly change: (some: Partial<ReportSection>) => void
}) {
  const { section, change } = props
  return (
    <Sheet>
      <div className="form-fields">
        <TextField
          label={t('見出し')}
          value={section.heading}
          isDisabled={section.isLeftOut}
          onChange={(heading) => change({ heading })}
        />
        <TextArea
          label={t('「{heading}」の中身', { heading: section.heading })}
          rows={Math.min(12, section.text.split('\n').length + 1)}
          value={section.text}
          isDisabled={section.isLeftOut}
          onChange={(text) => change({ text })}
        />
        <Checkbox
          label={t('この部分は送らない')}
          value={section.isLeftOut}
          onChange={(isLeftOut) => change({ isLeftOut })}
        />
      </div>
    </Sheet>
  )
}
