import type { AnswerOf } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  ImportReport,
  importColumns,
  importLineStates,
  importLinesAtOnce,
  Link,
  send,
  t,
  useAddressState,
  useAsk,
  useLanguage,
  usePathPart,
  useRunningImport,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { payables } from '../../../contract.ts'

type PreviewLine = AnswerOf<typeof payables.vendorImportPreviews>['lines'][number]

const linesAtOnce = 200

/** 取引先の取り込み, second half: line by line, then applied, and undone as a whole if wanted. */
export default function ImportReportScreen() {
  const importId = usePathPart('importId')
  const [state, setState] = useAddressState('state', '')
  const [from, setFrom] = useState(0)
  const chosen = importLineStates.find((each) => each === state)
  const answer = useAsk(payables.vendorImportPreviews, {
    ...{ importId, limit: importLinesAtOnce, offset: from },
    ...(chosen === undefined ? {} : { state: chosen }),
  })
  const running = useRunningImport(importId, {
    async apply() {
      const { applied, remaining } = await send(payables.applyVendorImport, { importId, limit: linesAtOnce })
      return { done: applied, left: remaining }
    },
    async undo() {
      const { undone, kept } = await send(payables.undoVendorImport, { importId })
      return { done: undone, left: 0, kept }
    },
    refreshes: [payables.vendorImportPreviews, payables.vendorList, payables.waitingBankAccounts],
  })
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(() => importColumns(ownColumns()), [inUse])
  return (
    <ImportReport
      title={t('取引先の取り込み')}
      words={{
        take: (count) => t('{count}社を取り込む', { count }),
        taken: (count) => t('{count}社を取り込みました。', { count }),
        takenBack: (count) => t('{count}社の登録を取り消しました。', { count }),
        keptBack: (count) => t('そのあとで手が加わった{count}社は残しました。', { count }),
        undoes: (count) =>
          t('取り込んだ{count}社の登録を消します。そのあとで内容を変えた取引先や、請求書のある取引先は残します。', {
            count,
          }),
      }}
      preview={answer.data}
      error={answer.error}
      running={running}
      columns={columns}
      state={chosen}
      setState={setState}
      from={from}
      setFrom={setFrom}
      list={{ label: t('取引先の一覧へ'), to: '/vendors' }}
      again="/vendors/imports/new"
    />
  )
}

function ownColumns(): Column<PreviewLine>[] {
  return [
    {
      key: 'name',
      head: t('取引先'),
      width: '16rem',
      card: '1',
      cell: (line) =>
        line.vendorId === null || line.state === 'undone' ? (
          (line.draft?.name ?? '')
        ) : (
          <Link to={`/vendors/${line.vendorId}`}>{line.draft?.name ?? t('この取引先を見る')}</Link>
        ),
    },
    {
      key: 'number',
      head: t('登録番号'),
      width: '9.5rem',
      card: 'none',
      cell: (line) => line.draft?.registrationNumber ?? '',
    },
    {
      key: 'bank',
      head: t('振込先口座'),
      width: '16rem',
      card: '2',
      cell: ({ draft }) =>
        draft === null || draft.bank === null
          ? ''
          : `${draft.bank.bankCode}-${draft.bank.branchCode} …${draft.bank.lastDigits} ${draft.bank.holderKana}`,
    },
  ]
}
