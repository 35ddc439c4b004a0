import type { RefusalFace } from '@ennoshita/kernel'
import {
  addressOf,
  ask,
  askBytes,
  Button,
  EmptyState,
  ErrorNote,
  faceOf,
  offerFile,
  type PaperLayout,
  Screen,
  SheetActs,
  Total,
  t,
  todayInTokyo,
  useAsk,
  useCursors,
  useOpen,
  useRights,
} from '@ennoshita/ui'
import { useRef, useState } from 'react'
import { documents } from '../../contract.ts'
import type { DocumentRow } from '../document-words.ts'
import { yenWord } from '../document-words.ts'
import { CorrectManyDialog } from './correct-many-dialog.tsx'
import { DocumentFilters } from './document-filters.tsx'
import { DocumentTable } from './document-table.tsx'
import { DropPlace } from './drop-place.tsx'
import { KeepingSheet } from './keeping-sheet.tsx'
import { useDocumentFilter } from './use-document-filter.ts'
import { useKeeping } from './use-keeping.ts'

const atOnce = 200

/** 書類の一覧 on A4 across, for an inspector. */
const listOnPaper: PaperLayout = {
  ...{ title: '書類一覧', period: '', isAcross: true },
  columns: [
    { head: '取引年月日', from: ['取引年月日'] },
    { head: '種別', from: ['書類種別'] },
    { head: '取引先', from: ['取引先'] },
    { head: '金額', from: ['取引金額'], yen: true },
    { head: 'メモ', from: ['メモ', '削除理由'] },
    { head: 'ファイル名', from: ['ファイル名'] },
    { head: '保存日時', from: ['保存日時'] },
    { head: '保存した人', from: ['保存した人'] },
  ],
}
const accepted = '.pdf,.png,.jpg,.jpeg,.xml,.csv,.xlsx,.docx,.zip'

/** 書類: every paper as it was received, found by day, amount and the other side. */
export default function DocumentsScreen() {
  const open = useOpen()
  const { may } = useRights()
  const filter = useDocumentFilter()
  const cursors = useCursors<{ readonly afterOn: string; readonly afterDocumentId: string }>(
    JSON.stringify(filter.input),
  )
  const answer = useAsk(documents.documentList, { ...filter.input, ...cursors.cursor, limit: atOnce })
  const keeping = useKeeping()
  const archive = useArchive()
  const picker = useRef<HTMLInputElement>(null)
  const [correcting, setCorrecting] = useState<{ rows: readonly DocumentRow[]; clear: () => void } | null>(null)
  const rows = answer.data?.documents
  const { next, count = 0 } = answer.data ?? {}
  const canKeep = may('documents.keep')
  const choose = () => picker.current?.click()
  const add = canKeep ? (
    <Button kind="main" keys="N" onPress={choose}>
      {t('ファイルを入れる')}
    </Button>
  ) : null
  return (
    <Screen
      title={t('書類')}
      {...(canKeep ? { onNew: choose } : {})}
      actions={
        <>
          {may('documents.export') && count > 0 ? (
            <>
              <SheetActs read={() => ask(documents.documentExports, filter.input)} layout={listOnPaper} />
              <Button isPending={archive.isPending} onPress={() => void archive.save(filter.input)}>
                {t('見つかった書類をZIPで')}
              </Button>
            </>
          ) : null}
          {add}
        </>
      }
      filters={<DocumentFilters filter={filter} />}
      totals={
        <>
          <Total
            label={t('見つかった書類')}
            value={count >= 10_000 ? t('1万件以上') : count}
            unit={count >= 10_000 ? '' : t('件')}
          />
          <Total
            label={t('表示の合計')}
            value={yenWord((rows ?? []).reduce((sum, row) => sum + (row.amount ?? 0), 0))}
            unit={t('円')}
          />
        </>
      }
    >
      <input
        ref={picker}
        type="file"
        hidden
        multiple
        accept={accepted}
        onChange={(event) => {
          keeping.keep([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {archive.refusal === null ? null : <ErrorNote face={archive.refusal} />}
      <KeepingSheet keeping={keeping} />
      <DropPlace isActive={canKeep} onFiles={keeping.keep}>
        <DocumentTable
          rows={rows}
          error={answer.error}
          onOpen={(row) => open(`/documents/${row.documentId}`)}
          onArchive={
            may('documents.export')
              ? (ids) => void archive.save({ documentIds: [...ids], includeDiscarded: true })
              : undefined
          }
          onCorrect={may('documents.correct') ? (chosen, clear) => setCorrecting({ rows: chosen, clear }) : undefined}
          cursors={{ page: cursors.page, back: cursors.back, on: next ? () => cursors.on(next) : undefined }}
          empty={
            filter.isNarrow ? (
              <EmptyState title={t('この条件に当たる書類はありません')}>
                {t('日付や金額の幅を広げるか、取引先の名前を短くしてください。')}
              </EmptyState>
            ) : (
              <EmptyState title={t('書類はまだありません')} action={add}>
                {t('PDF・写真・デジタルインボイス（XML）を、この画面に落としてください。一度に何枚でも入れられます。')}
              </EmptyState>
            )
          }
        />
      </DropPlace>
      {correcting === null ? null : (
        <CorrectManyDialog rows={correcting.rows} clear={correcting.clear} onClose={() => setCorrecting(null)} />
      )}
    </Screen>
  )
}

/** Saves documents as a ZIP with their list. */
function useArchive() {
  const [isPending, setPending] = useState(false)
  const [refusal, setRefusal] = useState<RefusalFace | null>(null)
  async function save(input: Parameters<typeof addressOf<typeof documents.documentArchives>>[1]) {
    setPending(true)
    setRefusal(null)
    try {
      const bytes = await askBytes(addressOf(documents.documentArchives, input))
      offerFile(`${t('書類')}_${todayInTokyo()}.zip`, new Uint8Array(bytes), 'application/zip')
    } catch (error) {
      setRefusal(faceOf(error))
    } finally {
      setPending(false)
    }
  }
  return { isPending, refusal, save }
}
