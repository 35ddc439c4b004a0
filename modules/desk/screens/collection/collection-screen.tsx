import { useDepartmentOptions } from '@ennoshita/people/options'
import {
  Button,
  Checkbox,
  ConfirmDialog,
  dateInTable,
  ErrorNote,
  Facts,
  FilterField,
  Link,
  Menu,
  ObjectHistory,
  Screen,
  Sheet,
  Split,
  Status,
  showToast,
  Tabs,
  ThrownNote,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useFiltered,
  useOpen,
  usePathPart,
  useSend,
  Waiting,
} from '@ennoshita/ui'
import { useState } from 'react'
import { desk } from '../../contract.ts'
import { useKindLabel } from '../options.ts'
import { AddPeopleDialog } from './add-people-dialog.tsx'
import { AskedTable } from './asked-table.tsx'
import { ChangeCollectionDialog } from './change-collection-dialog.tsx'
import type { AskedPerson, CollectionDetails } from './collection-words.tsx'
import { answerKindWord, answerWord, collectionQueries } from './collection-words.tsx'
import { reminderWord } from './reminder-days-field.tsx'

const atOnce = 500
const textOf = (row: AskedPerson) => `${row.name} ${answerWord(row)}`

/** One collection: who has not answered, what came in, and when the product reminds. */
export default function CollectionScreen() {
  const collectionId = usePathPart('collectionId')
  const [onlyOpen, setOnlyOpen] = useAddressState('open', '')
  const [from, setFrom] = useAddressState('from', '0')
  const offset = Number(from) || 0
  const answer = useAsk(desk.collectionDetails, { collectionId, onlyOpen: onlyOpen !== '', limit: atOnce, offset })
  const [filter, setFilter] = useState('')
  const [tab, setTab] = useAddressState('tab', 'people')
  const rows = useFiltered(answer.data?.people, filter, textOf)
  if (answer.error !== null || answer.data?.collectionId !== collectionId)
    return (
      <Screen title={t('回収と催促')} layout="page">
        {answer.error === null ? <Waiting /> : <ThrownNote error={answer.error} />}
      </Screen>
    )
  const collection = answer.data
  return (
    <Screen
      layout="page"
      title={collection.title}
      period={
        <>
          {t('期日 {date}', { date: dateInTable(collection.dueOn) })} <StateOf collection={collection} />
        </>
      }
      actions={<Acts collection={collection} />}
      filters={
        <>
          <FilterField label={t('名前・答えで絞り込む')} value={filter} onChange={setFilter} />
          <Checkbox
            label={t('まだの人だけ')}
            value={onlyOpen !== ''}
            onChange={(isOnly) => setOnlyOpen(isOnly ? 'yes' : '')}
          />
        </>
      }
      totals={
        <>
          <Total label={t('まだの人')} value={collection.openCount} unit={t('名')} />
          <Total label={t('お願いした人')} value={collection.askedCount} unit={t('名')} />
        </>
      }
    >
      <Split width="wide" aside={<PlanSheet collection={collection} />}>
        <Tabs
          label={t('回収と催促')}
          chosen={tab}
          onChoose={setTab}
          pages={[
            {
              key: 'people',
              label: t('相手'),
              content: (
                <>
                  <AskedTable collection={collection} rows={rows} />
                  {offset === 0 && !collection.more ? null : (
                    <div className="pager">
                      <Button isDisabled={offset === 0} onPress={() => setFrom(String(Math.max(0, offset - atOnce)))}>
                        {t('前へ')}
                      </Button>
                      <Button isDisabled={!collection.more} onPress={() => setFrom(String(offset + atOnce))}>
                        {t('次へ')}
                      </Button>
                    </div>
                  )}
                </>
              ),
            },
            { key: 'history', label: t('経緯'), content: <ObjectHistory objectId={collectionId} hidesFilter /> },
          ]}
        />
      </Split>
    </Screen>
  )
}

function StateOf({ collection }: { readonly collection: CollectionDetails }) {
  if (collection.closedAt !== null) return <Status colour="grey">{t('締めました')}</Status>
  return collection.openCount === 0 ? <Status colour="green">{t('そろいました')}</Status> : null
}

function Acts({ collection }: { readonly collection: CollectionDetails }) {
  const open = useOpen()
  const [above, setAbove] = useState<'change' | 'people' | 'close' | null>(null)
  const close = () => setAbove(null)
  const closing = useSend(desk.closeCollection, {
    refreshes: collectionQueries,
    onDone: () => {
      showToast(t('締めました。答えは、あとからでも受け取れます。'))
      close()
    },
  })
  const { collectionId } = collection
  const isOpen = collection.closedAt === null
  return (
    <>
      <Menu
        face={t('その他')}
        label={t('その他の操作')}
        entries={[
          ...(isOpen ? [{ label: t('相手を足す'), run: () => setAbove('people') }] : []),
          { label: t('一覧へ'), run: () => open('/desk/collections') },
          { label: t('印刷'), run: () => window.print() },
        ]}
      />
      {isOpen ? (
        <>
          <Button onPress={() => setAbove('change')}>{t('直す')}</Button>
          <Button onPress={() => setAbove('close')}>{t('締める')}</Button>
        </>
      ) : null}
      {above === 'change' ? <ChangeCollectionDialog collection={collection} onClose={close} /> : null}
      {above === 'people' ? <AddPeopleDialog collectionId={collectionId} onClose={close} /> : null}
      <ConfirmDialog
        title={t('この回収を締めますか')}
        isOpen={above === 'close'}
        onClose={close}
        onConfirm={() => void closing.send({ collectionId })}
        confirmLabel={t('締める')}
        isPending={closing.isPending}
      >
        {closing.refusal === null ? null : <ErrorNote face={closing.refusal} />}
        <p>
          {collection.openCount === 0
            ? t('全員の分がそろっています。')
            : t('{count}人の分がまだです。締めると、お知らせはもう届きません。', { count: collection.openCount })}
        </p>
      </ConfirmDialog>
    </>
  )
}

function PlanSheet({ collection }: { readonly collection: CollectionDetails }) {
  const today = todayInTokyo()
  const departments = useDepartmentOptions()
  const kind = useKindLabel(collection.kindId)
  const department = departments.find((each) => each.value === collection.departmentId)
  return (
    <Sheet title={t('この回収')}>
      {collection.explanation === '' ? null : <p className="prose">{collection.explanation}</p>}
      <Facts
        facts={[
          [t('答え方'), answerKindWord(collection.answerKind)],
          [t('集める部門'), department?.label ?? t('受付')],
          ...collection.reminderDays.map((day, place) => {
            const date = collection.reminderDates[place] ?? ''
            return [
              t('お知らせ {count}回目', { count: place + 1 }),
              <span key={day} className="marks">
                {dateInTable(date)}（{reminderWord(day)}）
                {date < today ? <Status colour="grey">{t('済み')}</Status> : null}
              </span>,
            ] as const
          }),
          ...(collection.reminderDays.length === 0 ? [[t('お知らせ'), t('送りません')] as const] : []),
          ...(kind === undefined
            ? []
            : [
                [
                  t('業務'),
                  <Link key="kind" to={kind.opens}>
                    {kind.label}
                  </Link>,
                ] as const,
              ]),
        ]}
      />
      <p className="lead">
        {t('お知らせは、まだの人だけに、一人{count}回までです。', { count: collection.reminderDays.length })}
      </p>
    </Sheet>
  )
}
