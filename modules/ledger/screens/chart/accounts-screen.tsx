import type { Column } from '@ennoshita/ui'
import {
  ask,
  Button,
  Checkbox,
  ConfirmDialog,
  DataTable,
  dateInTable,
  EmptyState,
  ErrorNote,
  FilterField,
  Screen,
  SheetActs,
  Status,
  showToast,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useFiltered,
  useLanguage,
  useRights,
  useSend,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import type { AccountShown } from '../../contract.ts'
import { ledger } from '../../contract.ts'
import { taxClassName } from '../../rules/tax-class.ts'
import { divisionWord } from '../division-words.ts'
import { accountsOnPaper } from '../paper-layouts.ts'
import { AccountDialog } from './account-dialog.tsx'
import { AddAccountDialog } from './add-account-dialog.tsx'

const idOf = (account: AccountShown) => account.accountId
const textOf = (account: AccountShown) =>
  [account.code, account.name, account.kana, account.divisionName, ...account.parts.map(({ name }) => name)].join(' ')

/** 勘定科目: the chart of accounts with its sub-accounts. */
export default function AccountsScreen() {
  const { may } = useRights()
  const canKeep = may('ledger.keep-chart')
  const [filter, setFilter] = useState('')
  const [closed, setClosed] = useAddressState('closed', '')
  const [isAdding, setAdding] = useState(false)
  const [changing, setChanging] = useState<string | null>(null)
  const answer = useAsk(ledger.accountList, { includeClosed: closed !== '' })
  const rows = useFiltered(answer.data, filter, textOf)
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  const chosen = answer.data?.find((each) => each.accountId === changing)
  const add = () => setAdding(true)
  return (
    <Screen
      title={t('勘定科目')}
      {...(canKeep ? { onNew: add } : {})}
      actions={
        <>
          <SheetActs
            read={() => ask(ledger.accountExports, { text: filter, includeClosed: closed !== '' })}
            layout={accountsOnPaper({ title: '勘定科目', period: '' })}
          />
          {canKeep ? (
            <Button kind="main" keys="N" onPress={add}>
              {t('勘定科目を設ける')}
            </Button>
          ) : null}
        </>
      }
      filters={
        <>
          <FilterField label={t('番号・名前・かな・補助科目')} value={filter} onChange={setFilter} />
          <Checkbox label={t('閉じた科目も')} value={closed !== ''} onChange={(is) => setClosed(is ? 'yes' : '')} />
        </>
      }
      totals={<Total label={t('科目')} value={rows?.length ?? 0} unit={t('件')} />}
    >
      <DataTable
        label={t('勘定科目')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        groupOf={(account) => divisionWord(account.division)}
        {...(canKeep ? { onOpen: (account: AccountShown) => setChanging(account.accountId) } : {})}
        empty={
          filter === '' ? <NoChart canKeep={canKeep} /> : <EmptyState title={t('この条件に当たる科目はありません')} />
        }
      />
      {isAdding ? <AddAccountDialog onClose={() => setAdding(false)} /> : null}
      {chosen === undefined ? null : (
        <AccountDialog
          key={`${chosen.accountId} ${chosen.version}`}
          account={chosen}
          onClose={() => setChanging(null)}
        />
      )}
    </Screen>
  )
}

/** The first step of the books: the standard chart in one act. */
function NoChart({ canKeep }: { readonly canKeep: boolean }) {
  const [isAsking, setAsking] = useState(false)
  const adopting = useSend(ledger.adoptChart, {
    refreshes: [ledger.accountList],
    onDone: ({ accounts }) => {
      setAsking(false)
      showToast(t('{count}の勘定科目を取り入れました。', { count: accounts }))
    },
  })
  return (
    <EmptyState
      title={t('勘定科目がまだありません')}
      action={
        canKeep ? (
          <Button kind="main" onPress={() => setAsking(true)}>
            {t('標準の勘定科目を取り入れる')}
          </Button>
        ) : null
      }
    >
      {t(
        '日本の中小企業でよく使う約200科目を、かな・区分・税区分つきで用意しています。あとから名前を変え、足し、閉じられます。',
      )}
      <ConfirmDialog
        title={t('標準の勘定科目を取り入れますか')}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={() => void adopting.send({})}
        confirmLabel={t('取り入れる')}
        isPending={adopting.isPending}
      >
        {adopting.refusal === null ? null : <ErrorNote face={adopting.refusal} />}
        <p>{t('科目の区分と貸借は、あとから変えられません。名前・番号・税区分は変えられます。')}</p>
      </ConfirmDialog>
    </EmptyState>
  )
}

function partsWord({ parts }: AccountShown): string {
  const [first, second] = parts
  if (first === undefined) return ''
  const names = second === undefined ? first.name : `${first.name}、${second.name}`
  return parts.length > 2 ? t('{names} ほか{count}件', { names, count: parts.length - 2 }) : names
}

function columnsOf(): Column<AccountShown>[] {
  const today = todayInTokyo()
  return [
    { key: 'code', head: t('番号'), width: '6rem', card: '1-end', cell: (account) => account.code },
    { key: 'name', head: t('勘定科目'), width: '24%', card: '1', cell: (account) => account.name },
    { key: 'kana', head: t('カナ'), width: '18%', card: 'none', cell: (account) => account.kana },
    {
      key: 'side',
      head: t('貸借'),
      width: '5rem',
      card: 'none',
      cell: (account) => (account.side === 'debit' ? t('借方') : t('貸方')),
    },
    {
      key: 'tax',
      head: t('税区分'),
      width: '9rem',
      card: '2',
      cell: (account) => taxClassName(account.taxClass, today),
    },
    {
      key: 'parts',
      head: t('補助科目'),
      card: '3',
      cell: (account) => <span title={account.parts.map(({ name }) => name).join('、')}>{partsWord(account)}</span>,
    },
    {
      key: 'state',
      head: t('状態'),
      width: '9rem',
      card: '2-end',
      cell: (account) =>
        account.closedOn === null ? null : (
          <Status colour="grey">{t('{date}まで', { date: dateInTable(account.closedOn) })}</Status>
        ),
    },
  ]
}
