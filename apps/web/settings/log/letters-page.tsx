import type { AnswerOf, RefusalFace } from '@ennoshita/kernel'
import { kernel } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  EmptyState,
  ErrorNote,
  faceOf,
  instantInTable,
  send,
  showToast,
  Total,
  t,
  useAsk,
  useLanguage,
  useRefresh,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'

type Letter = AnswerOf<typeof kernel.deadLetters>[number]
const idOf = (letter: Letter) => letter.jobId

function columnsOf(): Column<Letter>[] {
  return [
    { key: 'flow', head: t('連携'), width: '16rem', card: '1', cell: (letter) => letter.flow ?? t('名前のない連携') },
    {
      key: 'fault',
      head: t('届かなかった理由'),
      card: '2',
      cell: (letter) => <span title={letter.fault}>{letter.fault}</span>,
    },
    {
      key: 'attempts',
      head: t('試した回数'),
      width: '7rem',
      align: 'end',
      card: '1-end',
      cell: (letter) => letter.attempts,
      sortBy: (letter) => letter.attempts,
    },
    {
      key: 'at',
      head: t('最後に試した日時'),
      width: '11rem',
      card: '3',
      cell: (letter) => instantInTable(letter.lastTriedAt, { withYear: true }),
      sortBy: (letter) => letter.lastTriedAt,
    },
  ]
}

/** 届かなかった連携: what could not be handed on between parts of the program, why, and trying again. */
export function LettersPage() {
  const answer = useAsk(kernel.deadLetters, {})
  const refresh = useRefresh()
  const [refusal, setRefusal] = useState<RefusalFace | null>(null)
  const [isPending, setPending] = useState(false)
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  async function retry(letters: readonly Letter[], clear: () => void) {
    setPending(true)
    setRefusal(null)
    try {
      for (const { jobId } of letters) await send(kernel.retryDeadLetter, { jobId })
      showToast(t('{count}件を送り直しました。数秒後に結果が分かります。', { count: letters.length }))
      clear()
    } catch (error) {
      setRefusal(faceOf(error))
    } finally {
      setPending(false)
      await refresh([kernel.deadLetters])
    }
  }
  return (
    <>
      <div className="filter-bar">
        <div className="filters" />
        <div className="totals">
          <Total label={t('届かなかった連携')} value={answer.data?.length ?? 0} />
        </div>
      </div>
      {refusal === null ? null : <ErrorNote face={refusal} />}
      <DataTable
        label={t('届かなかった連携')}
        rows={answer.data}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        bulk={(selected, clear) => (
          <Button isPending={isPending} onPress={() => void retry(selected, clear)}>
            {t('送り直す')}
          </Button>
        )}
        empty={
          <EmptyState title={t('届かなかった連携はありません')}>
            {t('ある画面での登録が、ほかの画面やメールに伝わらなかったとき、ここに理由とともに残ります。')}
          </EmptyState>
        }
      />
    </>
  )
}
