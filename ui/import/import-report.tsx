import { useState } from 'react'
import { Button } from '../controls/button.tsx'
import { LinkButton } from '../controls/link.tsx'
import { Progress } from '../controls/progress.tsx'
import { ConfirmDialog } from '../dialogs/dialog.tsx'
import { Select } from '../fields/choice.tsx'
import { EmptyState } from '../screen/empty-state.tsx'
import { ErrorNote } from '../screen/error-note.tsx'
import { Screen, Total } from '../screen/screen.tsx'
import type { Column } from '../tables/column.ts'
import { DataTable } from '../tables/data-table.tsx'
import { Pager } from '../tables/pager.tsx'
import { t } from '../words/words.ts'
import type { ImportLine, ImportLineState } from './import-lines.tsx'
import { importLineStates, importLinesAtOnce, lineStateWord } from './import-lines.tsx'
import type { RunningImport, useRunningImport } from './running-import.ts'

type Preview<Line> = {
  readonly fileName: string
  readonly state: 'staged' | 'applied' | 'undone'
  readonly counts: Readonly<Record<ImportLineState, number>>
  readonly lines: readonly Line[]
}

/** What an import of these things says; each takes the number of things. */
export type ImportWords = {
  readonly take: (count: number) => string
  readonly taken: (count: number) => string
  readonly takenBack: (count: number) => string
  readonly keptBack: (count: number) => string
  /** What undoing the import takes away and what it leaves. */
  readonly undoes: (count: number) => string
}

/** The second half of an import: line by line, then applied, and undone as a whole if wanted. */
export function ImportReport<Line extends ImportLine>(props: {
  readonly title: string
  readonly words: ImportWords
  readonly preview: Preview<Line> | undefined
  readonly error: Error | null
  readonly running: ReturnType<typeof useRunningImport>
  readonly columns: readonly Column<Line>[]
  readonly state: ImportLineState | undefined
  readonly setState: (state: ImportLineState | '') => void
  /** The first line that is shown, from 0. */
  readonly from: number
  readonly setFrom: (from: number) => void
  readonly list: { readonly label: string; readonly to: string }
  /** Where another file is chosen. */
  readonly again: string
  readonly onOpen?: (line: Line) => void
  readonly onSaveFaulty?: () => void
}) {
  const { preview, from, setFrom, running, words } = props
  const count = preview?.lines.length ?? 0
  return (
    <Screen
      title={props.title}
      period={preview === undefined ? t('3／3　行を確かめて取り込む') : t('3／3　{file}', { file: preview.fileName })}
      actions={preview === undefined ? undefined : <Acts {...props} preview={preview} />}
      filters={
        <Select
          label={t('結果')}
          hidesLabel
          emptyLabel={t('すべての行')}
          choices={importLineStates
            .filter((each) => (preview?.counts[each] ?? 0) > 0)
            .map((each) => ({ value: each, label: `${lineStateWord(each)}（${preview?.counts[each] ?? 0}）` }))}
          value={props.state}
          onChange={(next) => {
            setFrom(0)
            props.setState(next ?? '')
          }}
        />
      }
      totals={importLineStates
        .filter((each) => (preview?.counts[each] ?? 0) > 0)
        .map((each) => <Total key={each} label={lineStateWord(each)} value={preview?.counts[each] ?? 0} />)}
    >
      <RunningNote now={running.now} planned={preview?.counts.accepted ?? 0} words={words} />
      {preview?.state === 'staged' && preview.counts.faulty > 0 ? (
        <div className="note">
          <p>
            {t(
              '{count}行は直すところがあります。その行を残して取り込むこともできます。直した行だけをあとから取り込めます。',
              { count: preview.counts.faulty },
            )}{' '}
            {props.onSaveFaulty === undefined ? null : (
              <Button kind="quiet" onPress={props.onSaveFaulty}>
                {t('直す行をExcelで保存')}
              </Button>
            )}
          </p>
        </div>
      ) : null}
      <DataTable
        label={t('取り込みの結果')}
        rows={preview?.lines}
        rowId={({ line }) => String(line)}
        columns={props.columns}
        error={props.error}
        {...(props.onOpen === undefined ? {} : { onOpen: props.onOpen })}
        markOf={(line) => (line.state === 'faulty' ? 'late' : undefined)}
        empty={<EmptyState title={t('この結果の行はありません')} />}
      />
      <Pager
        page={from / importLinesAtOnce + 1}
        onBack={from === 0 ? undefined : () => setFrom(Math.max(0, from - importLinesAtOnce))}
        onNext={count === importLinesAtOnce ? () => setFrom(from + importLinesAtOnce) : undefined}
      />
    </Screen>
  )
}

function Acts<Line>(props: {
  readonly words: ImportWords
  readonly preview: Preview<Line>
  readonly running: ReturnType<typeof useRunningImport>
  readonly list: { readonly label: string; readonly to: string }
  readonly again: string
}) {
  const { preview, running, words, list } = props
  const [isAsking, setAsking] = useState(false)
  const canApply = preview.state !== 'undone' && preview.counts.accepted > 0
  const isApplied = preview.counts.applied > 0
  return (
    <>
      {preview.state === 'staged' && !isApplied ? (
        <LinkButton to={props.again}>{t('ファイルを選び直す')}</LinkButton>
      ) : null}
      {isApplied && preview.state !== 'undone' ? (
        <Button isDisabled={running.isGoing} onPress={() => setAsking(true)}>
          {t('この取り込みを取り消す')}
        </Button>
      ) : null}
      {canApply ? (
        <Button kind="main" isDisabled={running.isGoing} onPress={running.apply}>
          {words.take(preview.counts.accepted)}
        </Button>
      ) : (
        <LinkButton kind="main" to={list.to}>
          {list.label}
        </LinkButton>
      )}
      <ConfirmDialog
        title={t('この取り込みを取り消しますか')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        confirmLabel={t('取り消す')}
        isDangerous
        onConfirm={() => {
          setAsking(false)
          running.undo()
        }}
      >
        <p>{words.undoes(preview.counts.applied)}</p>
      </ConfirmDialog>
    </>
  )
}

function RunningNote(props: {
  readonly now: RunningImport | undefined
  readonly planned: number
  readonly words: ImportWords
}) {
  const { now, planned, words } = props
  if (now === undefined) return null
  if (now.refusal !== null) return <ErrorNote face={now.refusal} />
  const all = Math.max(1, now.leftCount === null ? planned : now.doneCount + now.leftCount)
  if (!now.isOver)
    return (
      <div className="note">
        <Progress
          label={now.what === 'apply' ? t('取り込んでいます') : t('取り消しています')}
          percent={now.what === 'apply' ? Math.floor((now.doneCount * 100) / all) : undefined}
        />
        <p>{t('ほかの画面に移っても続きます。')}</p>
      </div>
    )
  return (
    <div className="note" role="status">
      <p className="note-what">{now.what === 'apply' ? words.taken(now.doneCount) : words.takenBack(now.doneCount)}</p>
      {now.keptCount === 0 ? null : <p>{words.keptBack(now.keptCount)}</p>}
    </div>
  )
}
