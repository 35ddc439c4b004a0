import {
  Button,
  ConfirmDialog,
  DataTable,
  EmptyState,
  ErrorNote,
  LinkButton,
  Progress,
  Screen,
  Select,
  Total,
  t,
  useAddressState,
  useAsk,
  useLanguage,
  useOpen,
  usePathPart,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { people } from '../../contract.ts'
import type { Applying } from './applying.ts'
import { useApplying } from './applying.ts'
import { LineDialog } from './line-dialog.tsx'
import type { Preview, PreviewLine } from './report-columns.tsx'
import { lineStateWord, reportColumns } from './report-columns.tsx'
import { saveFaultyLines } from './save-faulty-lines.ts'

const atOnce = 500
const states = ['accepted', 'known', 'faulty', 'applied', 'undone', 'kept'] as const
const idOf = (line: PreviewLine) => String(line.line)

/** 名簿の取り込み, second half: line by line, then applied, and undone as a whole if wanted. */
export default function ImportReportScreen() {
  const importId = usePathPart('importId')
  const [state, setState] = useAddressState('state', '')
  const [from, setFrom] = useState(0)
  const [looked, setLooked] = useState<PreviewLine | null>(null)
  const chosen = states.find((each) => each === state)
  const answer = useAsk(people.importPreviews, {
    importId,
    limit: atOnce,
    offset: from,
    ...(chosen === undefined ? {} : { state: chosen }),
  })
  const applying = useApplying(importId)
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language, the acts do not change
  const columns = useMemo(reportColumns, [inUse])
  const preview = answer.data
  return (
    <Screen
      title={t('名簿の取り込み')}
      period={preview === undefined ? t('3／3　行を確かめて取り込む') : t('3／3　{file}', { file: preview.fileName })}
      actions={<Acts importId={importId} preview={preview} applying={applying} />}
      filters={
        <Select
          label={t('結果')}
          hidesLabel
          emptyLabel={t('すべての行')}
          choices={states
            .filter((each) => (preview?.counts[each] ?? 0) > 0)
            .map((each) => ({ value: each, label: `${lineStateWord(each)}（${preview?.counts[each] ?? 0}）` }))}
          value={chosen}
          onChange={(next) => {
            setFrom(0)
            setState(next ?? '')
          }}
        />
      }
      totals={preview === undefined ? null : <Totals preview={preview} />}
    >
      <ProgressNote now={applying.now} planned={preview?.counts.accepted ?? 0} />
      {preview?.state === 'staged' && preview.counts.faulty > 0 ? (
        <div className="note">
          <p>
            {t(
              '{count}行は直すところがあります。その行を残して取り込むこともできます。直した行だけをあとから取り込めます。',
              {
                count: preview.counts.faulty,
              },
            )}{' '}
            <Button kind="quiet" onPress={() => void saveFaultyLines(importId, preview.fileName)}>
              {t('直す行をExcelで保存')}
            </Button>
          </p>
        </div>
      ) : null}
      <DataTable
        label={t('取り込みの結果')}
        rows={preview?.lines}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        onOpen={setLooked}
        markOf={(line) => (line.state === 'faulty' ? 'late' : undefined)}
        empty={<EmptyState title={t('この結果の行はありません')} />}
      />
      {from === 0 && (preview?.lines.length ?? 0) < atOnce ? null : (
        <div className="pager">
          <Button isDisabled={from === 0} onPress={() => setFrom(Math.max(0, from - atOnce))}>
            {t('前へ')}
          </Button>
          <Button isDisabled={(preview?.lines.length ?? 0) < atOnce} onPress={() => setFrom(from + atOnce)}>
            {t('次へ')}
          </Button>
        </div>
      )}
      {looked === null ? null : <LineDialog line={looked} onClose={() => setLooked(null)} />}
    </Screen>
  )
}

function Totals({ preview }: { readonly preview: Preview }) {
  const { counts } = preview
  return preview.state === 'staged' ? (
    <>
      <Total label={t('取り込めます')} value={counts.accepted} />
      <Total label={t('登録済み')} value={counts.known} />
      <Total label={t('直してください')} value={counts.faulty} />
    </>
  ) : (
    <>
      <Total label={t('取り込み済み')} value={counts.applied} />
      {counts.undone + counts.kept === 0 ? null : <Total label={t('取り消し済み')} value={counts.undone} />}
      {counts.kept === 0 ? null : <Total label={t('残しました')} value={counts.kept} />}
    </>
  )
}

function Acts(props: {
  readonly importId: string
  readonly preview: Preview | undefined
  readonly applying: ReturnType<typeof useApplying>
}) {
  const { preview, applying } = props
  const [isAsking, setAsking] = useState(false)
  const open = useOpen()
  if (preview === undefined) return null
  const canApply = preview.state !== 'undone' && preview.counts.accepted > 0
  const isApplied = preview.counts.applied > 0
  return (
    <>
      {preview.state === 'staged' && !isApplied ? (
        <Button isDisabled={applying.isGoing} onPress={() => open('/people/imports/new')}>
          {t('ファイルを選び直す')}
        </Button>
      ) : null}
      {isApplied && preview.state !== 'undone' ? (
        <Button isDisabled={applying.isGoing} onPress={() => setAsking(true)}>
          {t('この取り込みを取り消す')}
        </Button>
      ) : null}
      {canApply ? (
        <Button kind="main" isDisabled={applying.isGoing} onPress={applying.apply}>
          {t('{count}人を取り込む', { count: preview.counts.accepted })}
        </Button>
      ) : (
        <LinkButton kind="main" to="/people">
          {t('社員の一覧へ')}
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
          applying.undo()
        }}
      >
        <p>
          {t('取り込んだ{count}人の登録を消します。そのあとで内容を変えた人や、何かを記録した人は残します。', {
            count: preview.counts.applied,
          })}
        </p>
      </ConfirmDialog>
    </>
  )
}

function ProgressNote({ now, planned }: { readonly now: Applying | undefined; readonly planned: number }) {
  if (now === undefined) return null
  if (now.refusal !== null) return <ErrorNote face={now.refusal} />
  const all = Math.max(1, now.leftCount === null ? planned : now.doneCount + now.leftCount)
  if (!now.isOver)
    return (
      <div className="note">
        <Progress
          label={now.what === 'apply' ? t('取り込んでいます') : t('取り消しています')}
          percent={now.what === 'apply' ? Math.round((now.doneCount / all) * 100) : undefined}
        />
        <p>{t('ほかの画面に移っても続きます。')}</p>
      </div>
    )
  return (
    <div className="note" role="status">
      <p className="note-what">
        {now.what === 'apply'
          ? t('{count}人を取り込みました。', { count: now.doneCount })
          : t('{count}人の登録を取り消しました。', { count: now.doneCount })}
      </p>
      {now.keptCount === 0 ? null : (
        <p>
          {t('そのあとで手が加わった{count}人は残しました。表の「残しました」の行です。', { count: now.keptCount })}
        </p>
      )}
    </div>
  )
}
