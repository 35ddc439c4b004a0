import type { Column } from '@ennoshita/ui'
import {
  Button,
  Checkbox,
  ConfirmDialog,
  DataTable,
  dateInTable,
  EmptyState,
  ErrorNote,
  LinkButton,
  Screen,
  Status,
  showToast,
  Total,
  t,
  useAddressState,
  useAsk,
  useLanguage,
  useRights,
  useSend,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import type { SourceAccountShown } from '../../../contract.ts'
import { payables } from '../../../contract.ts'
import { accountTypeWord, paymentQueries } from '../payment-words.tsx'
import { AddSourceDialog, ChangeSourceDialog } from './source-dialogs.tsx'
import { cutOffWord, kindWord } from './source-words.ts'

const idOf = (row: SourceAccountShown) => row.sourceAccountId

function columnsOf(): Column<SourceAccountShown>[] {
  return [
    { key: 'name', head: t('名前'), width: '14rem', card: '1', cell: (row) => row.name, sortBy: (row) => row.name },
    { key: 'kind', head: t('種類'), width: '6rem', card: 'none', cell: (row) => kindWord(row.kind) },
    {
      key: 'bank',
      head: t('銀行・支店・口座'),
      card: '2',
      cell: ({ bank }) =>
        bank === null
          ? ''
          : `${bank.bankName} ${bank.branchName} ${accountTypeWord(bank.accountType)} ${bank.accountNumber}`,
    },
    {
      key: 'client',
      head: t('委託者コード'),
      width: '8rem',
      card: 'none',
      cell: ({ bank }) => bank?.clientCode ?? '',
    },
    {
      key: 'books',
      head: t('勘定科目'),
      width: '12rem',
      card: '3',
      cell: (row) => [row.accountName, row.subAccountName].filter((part) => part !== null).join('・'),
    },
    {
      key: 'cutOff',
      head: t('銀行の締切'),
      width: '11rem',
      card: 'none',
      cell: ({ bank }) => (bank === null ? '' : cutOffWord(bank.cutOffDays, bank.cutOffTime)),
    },
    {
      key: 'state',
      head: t('状態'),
      width: '10rem',
      card: '1-end',
      cell: (row) =>
        row.closedOn === null ? (
          <Status colour="green">{t('使用中')}</Status>
        ) : (
          <Status colour="grey">{t('{date} まで', { date: dateInTable(row.closedOn) })}</Status>
        ),
    },
  ]
}

/** 振込元口座: the accounts that money is paid from, each with its 委託者コード, cut-off and fees. */
export default function SourceAccountsScreen() {
  const [closed, setClosed] = useAddressState('closed', '')
  const [isAdding, setAdding] = useState(false)
  const [chosen, setChosen] = useState<SourceAccountShown | null>(null)
  const [closing, setClosing] = useState<SourceAccountShown | null>(null)
  const rights = useRights()
  const inUse = useLanguage()
  const answer = useAsk(payables.sourceAccounts, { closed: closed !== '' })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  const keeps = rights.may('payables.keep-source-accounts')
  const add = (
    <Button kind="main" keys="N" onPress={() => setAdding(true)}>
      {t('口座を登録')}
    </Button>
  )
  return (
    <Screen
      title={t('振込元口座')}
      actions={
        <>
          <LinkButton to="/payments">{t('支払へ')}</LinkButton>
          {keeps ? add : null}
        </>
      }
      {...(keeps ? { onNew: () => setAdding(true) } : {})}
      filters={
        <Checkbox
          label={t('使わなくなった口座も示す')}
          value={closed !== ''}
          onChange={(isShown) => setClosed(isShown ? 'yes' : '')}
        />
      }
      totals={<Total label={t('口座')} value={answer.data?.length ?? 0} unit={t('件')} />}
    >
      <DataTable
        label={t('振込元口座')}
        rows={answer.data}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        {...(keeps ? { onOpen: setChosen } : {})}
        empty={
          <EmptyState title={t('振込元口座はまだありません')} {...(keeps ? { action: add } : {})}>
            {keeps
              ? t('銀行の総合振込の契約書にある口座と委託者コードを登録すると、振込ファイルを作れます。')
              : t('振込元口座は、管理者か社長が登録します。')}
          </EmptyState>
        }
      />
      {isAdding ? <AddSourceDialog onClose={() => setAdding(false)} /> : null}
      {chosen === null ? null : (
        <ChangeSourceDialog
          account={chosen}
          onClose={() => setChosen(null)}
          onStop={() => {
            setClosing(chosen)
            setChosen(null)
          }}
        />
      )}
      {closing === null ? null : <StopDialog account={closing} onClose={() => setClosing(null)} />}
    </Screen>
  )
}

function StopDialog({ account, onClose }: { readonly account: SourceAccountShown; readonly onClose: () => void }) {
  const closing = useSend(payables.closeSourceAccount, {
    refreshes: paymentQueries,
    onDone: () => {
      showToast(t('「{name}」の使用をやめました。', { name: account.name }))
      onClose()
    },
  })
  return (
    <ConfirmDialog
      title={t('この口座の使用をやめますか')}
      isOpen
      isDangerous
      onClose={onClose}
      confirmLabel={t('使用をやめる')}
      isPending={closing.isPending}
      onConfirm={() => void closing.send({ sourceAccountId: account.sourceAccountId, version: account.version })}
    >
      {closing.refusal === null ? null : <ErrorNote face={closing.refusal} />}
      <p>{t('「{name}」から新しい支払を準備できなくなります。これまでの支払は残ります。', { name: account.name })}</p>
    </ConfirmDialog>
  )
}
