import type { RunningImport } from '@ennoshita/ui'
import {
  Button,
  Checkbox,
  ConfirmDialog,
  DataTable,
  EmptyState,
  ErrorNote,
  LinkButton,
  Progress,
  Total,
  t,
  useAddressState,
  useAsk,
  useLanguage,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { work } from '../../contract.ts'
import { saveFaultyLines } from './faulty-lines.ts'
import type { ImportLine } from './report-columns.tsx'
import { reportColumns } from './report-columns.tsx'
import { useInventoryImport } from './use-inventory-import.ts'

const pageSize = 500
const idOf = (line: ImportLine) => String(line.line)

/** One import: its lines with what was noticed, then applying it, then undoing it as a whole. */
export function ReportSheet(props: { readonly importId: string; readonly onBack: () => void }) {
  const { importId } = props
  const [only, setOnly] = useAddressState('only', '')
  const [from, setFrom] = useState(0)
  const input = { importId, onlyRemarked: only === 'remarked', limit: pageSize, offset: from }
  const answer = useAsk(work.importReports, input)
  const running = useInventoryImport(importId)
  const [isUndoing, setUndoing] = useState(false)
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(reportColumns, [inUse])
  const report = answer.data?.imports.find((one) => one.importId === importId)
  const total = answer.data?.total ?? 0

  return (
    <>
      <div className="filter-bar">
        <div className="filters">
          <Checkbox
            label={t('指摘のある行だけ')}
            value={only === 'remarked'}
            onChange={(isOnly) => {
              setFrom(0)
              setOnly(isOnly ? 'remarked' : '')
            }}
          />
          {report === undefined || report.remarked === 0 ? null : (
            <Button onPress={() => void saveFaultyLines(importId, report.fileName)}>{t('直す行をExcelで保存')}</Button>
          )}
        </div>
        <div className="totals">
          <Total label={t('行')} value={report?.lineCount ?? 0} />
          <Total label={t('指摘')} value={report?.remarked ?? 0} />
          {report?.state === 'staged' ? (
            <>
              <Button onPress={props.onBack} isDisabled={running.isGoing}>
                {t('やめる')}
              </Button>
              <Button kind="main" isDisabled={running.isGoing || report.ready === 0} onPress={running.apply}>
                {t('{count}件を取り込む', { count: report.ready })}
              </Button>
            </>
          ) : null}
          {report?.state === 'applied' ? (
            <>
              <Button isDisabled={running.isGoing} onPress={() => setUndoing(true)}>
                {t('この取り込みを取り消す')}
              </Button>
              <LinkButton kind="main" to="/work/inventory">
                {t('業務棚卸表を開く')}
              </LinkButton>
            </>
          ) : null}
          {report?.state === 'undone' ? <Button onPress={props.onBack}>{t('取り込みの一覧へ')}</Button> : null}
        </div>
      </div>
      <RunNote run={running.now} planned={report?.ready ?? 0} />
      <DataTable
        label={t('取り込みの結果')}
        rows={answer.data?.lines}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        empty={<EmptyState title={only === '' ? t('行がありません') : t('指摘のある行はありません')} />}
      />
      {total <= pageSize ? null : (
        <div className="bulk-bar">
          <span>{t('{from}〜{to}行／{total}行', { from: from + 1, to: Math.min(from + pageSize, total), total })}</span>
          <Button isDisabled={from === 0} onPress={() => setFrom(from - pageSize)}>
            {t('前へ')}
          </Button>
          <Button isDisabled={from + pageSize >= total} onPress={() => setFrom(from + pageSize)}>
            {t('次へ')}
          </Button>
        </div>
      )}
      <ConfirmDialog
        title={t('この取り込みを取り消しますか')}
        isOpen={isUndoing}
        onClose={() => setUndoing(false)}
        confirmLabel={t('取り消す')}
        isDangerous
        onConfirm={() => {
          setUndoing(false)
          running.undo()
        }}
      >
        <p>
          {t('取り込んだ{count}件の業務を消します。そのあと誰かが手を加えた業務は残し、名前をお知らせします。', {
            count: report?.made ?? 0,
          })}
        </p>
      </ConfirmDialog>
    </>
  )
}

function RunNote({ run, planned }: { readonly run: RunningImport | undefined; readonly planned: number }) {
  if (run === undefined) return null
  if (run.refusal !== null) return <ErrorNote face={run.refusal} />
  const label = run.what === 'apply' ? t('取り込んでいます') : t('取り消しています')
  const all = Math.max(1, run.leftCount === null ? planned : run.doneCount + run.leftCount)
  if (!run.isOver)
    return (
      <div className="note">
        <Progress
          label={`${label}　${t('{done}／{count}件', { done: run.doneCount, count: all })}`}
          percent={Math.round((run.doneCount / all) * 100)}
        />
        <p>{t('ほかの画面に移っても続きます。')}</p>
      </div>
    )
  return (
    <div className="note" role="status">
      <p className="note-what">
        {run.what === 'apply'
          ? t('{count}件を取り込みました。', { count: run.doneCount })
          : t('{count}件を取り消しました。', { count: run.doneCount })}
      </p>
      {run.keptNames.length === 0 ? null : (
        <p>{t('そのあと手が加わっていたため残した業務：{names}', { names: run.keptNames.join('、') })}</p>
      )}
    </div>
  )
}
