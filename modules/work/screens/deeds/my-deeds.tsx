import { formatMinutes } from '@ennoshita/formats'
import type { AnswerOf } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  EmptyState,
  ErrorNote,
  instantInTable,
  language,
  Status,
  showToast,
  t,
  useAsk,
  useSend,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { work } from '../../contract.ts'
import { ChangeDeedDialog } from './change-deed-dialog.tsx'
import { deedQueries } from './deed-queries.ts'
import { GroupDeedsDialog } from './group-deeds-dialog.tsx'

export type MyDeed = AnswerOf<typeof work.myDeeds>['rows'][number]

const idOf = (deed: MyDeed) => deed.deedId

function columnsOf(): Column<MyDeed>[] {
  return [
    {
      key: 'at',
      head: t('いつ'),
      width: '7rem',
      card: '2',
      cell: (deed) => instantInTable(deed.occurredAt),
      sortBy: (deed) => deed.occurredAt,
    },
    { key: 'text', head: t('したこと'), card: '1', cell: (deed) => deed.text, sortBy: (deed) => deed.text },
    {
      key: 'for',
      head: t('だれのために'),
      width: '8rem',
      card: '2-end',
      cell: (deed) => deed.forPerson?.name ?? deed.forWhom,
    },
    {
      key: 'kind',
      head: t('業務'),
      width: '12rem',
      card: '3',
      cell: (deed) => deed.kindName,
      sortBy: (deed) => deed.kindName,
    },
    {
      key: 'minutes',
      head: t('時間'),
      width: '4.5rem',
      align: 'end',
      card: 'none',
      cell: (deed) => (deed.minutes === null ? '' : formatMinutes(deed.minutes, language())),
    },
    {
      key: 'shown',
      head: t('見せ方'),
      width: '7rem',
      card: '3-end',
      cell: (deed) =>
        deed.isShared ? (
          <Status colour="blue">{t('見せている')}</Status>
        ) : (
          <Status colour="grey">{t('自分だけ')}</Status>
        ),
    },
    {
      key: 'thanks',
      head: t('ありがとう'),
      width: '11rem',
      card: 'none',
      cell: (deed) => deed.thanks.map((thanks) => `「${thanks.text}」${thanks.from.name}`).join('　'),
    },
  ]
}

/** One's own record, which nobody else reads until it is shown. Enter opens a line; what is ticked can be shown or grouped. */
export function MyDeeds({ text }: { readonly text: string }) {
  const answer = useAsk(work.myDeeds, { text, limit: 200 })
  const sharing = useSend(work.shareDeeds, { refreshes: deedQueries })
  const [changing, setChanging] = useState<MyDeed | null>(null)
  const [grouping, setGrouping] = useState<readonly MyDeed[] | null>(null)
  const columns = useMemo(columnsOf, [])
  async function share(deeds: readonly MyDeed[], isShared: boolean, clear: () => void) {
    const deedIds = deeds.map(idOf)
    if ((await sharing.send({ deedIds, isShared })) === undefined) return
    clear()
    showToast(isShared ? t('社内の人が読めるようにしました。') : t('自分だけが読めるようにしました。'), {
      undo: () => void sharing.send({ deedIds, isShared: !isShared }),
    })
  }
  return (
    <>
      {sharing.refusal === null ? null : <ErrorNote face={sharing.refusal} />}
      <DataTable
        label={t('自分の記録')}
        rows={answer.data?.rows}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        onOpen={setChanging}
        bulk={(deeds, clear) => (
          <>
            <Button onPress={() => setGrouping(deeds)}>{t('業務にまとめる')}</Button>
            <Button onPress={() => void share(deeds, true, clear)}>{t('社内に見せる')}</Button>
            <Button onPress={() => void share(deeds, false, clear)}>{t('自分だけにする')}</Button>
          </>
        )}
        empty={
          <EmptyState title={text === '' ? t('記録はまだありません') : t('見つかりません')}>
            {t('名前のない仕事も、一行で残せます。どの画面でも「.」を押してください。')}
          </EmptyState>
        }
      />
      {changing === null ? null : <ChangeDeedDialog deed={changing} onClose={() => setChanging(null)} />}
      {grouping === null ? null : <GroupDeedsDialog deeds={grouping} onClose={() => setGrouping(null)} />}
    </>
  )
}
