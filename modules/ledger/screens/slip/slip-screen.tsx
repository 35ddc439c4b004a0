import { useDepartmentOptions } from '@ennoshita/people/options'
import {
  Button,
  Checkbox,
  DateField,
  EditableGrid,
  EmptyState,
  FieldRow,
  FormFrame,
  KeyHint,
  LinkButton,
  monthOfScreen,
  Screen,
  TextField,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  useKeys,
  useLanguage,
} from '@ennoshita/ui'
import type { KeyboardEvent } from 'react'
import { useEffect, useMemo, useRef } from 'react'
import { ledger } from '../../contract.ts'
import { yen } from '../words.ts'
import type { Balance, SlipRow } from './slip.ts'
import { emptyRow } from './slip.ts'
import { slipColumns } from './slip-columns.ts'
import { useSlip } from './use-slip.ts'

const rowIdOf = (row: SlipRow) => row.id
const none = [] as const

/** 振替伝票: written without the mouse, one after the other. */
export default function SlipScreen() {
  const accounts = useAsk(ledger.accountList, {})
  const departments = useDepartmentOptions()
  const known = accounts.data ?? none
  const writing = useSlip(known)
  const { slip, balance, form, change } = writing
  const today = todayInTokyo()
  const postedOn = slip.postedOn ?? today
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(
    () => slipColumns({ accounts: known, departments, postedOn }),
    [inUse, known, departments, postedOn],
  )
  useCopyOnce(writing.copyJournal)
  useKeys([{ key: 'Ctrl+b', says: t('前の伝票を写す'), run: () => void writing.copyPrevious() }])
  if (accounts.data?.length === 0)
    return (
      <Screen title={t('振替伝票')}>
        <EmptyState
          title={t('勘定科目がまだありません')}
          action={<LinkButton to="/accounts">{t('勘定科目へ')}</LinkButton>}
        >
          {t('先に、標準の勘定科目を取り入れてください。')}
        </EmptyState>
      </Screen>
    )
  return (
    <Screen
      layout="page"
      title={t('振替伝票')}
      period={monthOfScreen(postedOn)}
      actions={
        <>
          <LinkButton to="/journals">{t('仕訳帳')}</LinkButton>
          <Button onPress={() => void writing.copyPrevious()}>{t('前の伝票を写す')}</Button>
          <Button kind="main" keys="Ctrl Enter" isPending={form.isPending} onPress={() => void form.submit()}>
            {t('記帳する')}
          </Button>
        </>
      }
      totals={<BalanceFace balance={balance} />}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the fields within listen; this only goes on from the last of them */}
      <div onKeyDown={goOnToGrid}>
        <FormFrame key={writing.count} form={form} label={t('振替伝票')}>
          <FieldRow>
            <DateField
              label={t('日付')}
              isRequired
              autoFocus
              value={slip.postedOn}
              onChange={(on) => change({ postedOn: on })}
              error={writing.fieldFaults.postedOn ?? fieldRefused(form, 'postedOn')}
            />
            <TextField
              label={t('取引先')}
              width="medium"
              value={slip.partner}
              onChange={(partner) => change({ partner })}
              error={fieldRefused(form, 'partner')}
            />
            <TextField
              label={t('摘要')}
              value={slip.description}
              onChange={(description) => change({ description })}
              error={fieldRefused(form, 'description')}
            />
          </FieldRow>
        </FormFrame>
      </div>
      <SlipGrid writing={writing} columns={columns} />
    </Screen>
  )
}

function SlipGrid(props: {
  readonly writing: ReturnType<typeof useSlip>
  readonly columns: ReturnType<typeof slipColumns>
}) {
  const { writing, columns } = props
  return (
    <form
      aria-label={t('伝票の行')}
      onSubmit={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
        event.preventDefault()
        void writing.form.submit()
      }}
    >
      <EditableGrid
        key={writing.count}
        label={t('伝票の行')}
        rows={writing.slip.rows}
        rowId={rowIdOf}
        columns={columns}
        newRow={emptyRow}
        canRemove
        errors={writing.cellFaults}
        onChange={writing.changeRows}
      />
      <Checkbox
        label={t('決算整理')}
        value={writing.slip.isClosing}
        onChange={(isClosing) => writing.change({ isClosing })}
      />
      <p className="key-line">
        <span>
          <KeyHint keys="Ctrl Enter" /> {t('記帳する')}
        </span>
        <span>
          <KeyHint keys="Ctrl Delete" /> {t('行を消す')}
        </span>
        <span>{t('科目は番号・名前・かな・ローマ字で。金額のない行が一つなら、差額が入ります。')}</span>
      </p>
    </form>
  )
}

/** Enter in the last field above goes on to the first cell. */
function goOnToGrid(event: KeyboardEvent<HTMLElement>) {
  const fields = [...event.currentTarget.querySelectorAll('input')].filter(({ tabIndex }) => tabIndex >= 0)
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
  if (event.target === fields.at(-1)) document.querySelector<HTMLElement>('main .cell-input')?.focus()
}

function fieldRefused(form: ReturnType<typeof useSlip>['form'], field: string): string | undefined {
  return form.refusal?.field === field ? form.refusal.what.ja : undefined
}

/** 写して書く: the journal named in the address is copied once. */
function useCopyOnce(copy: (journalId: string) => Promise<void>) {
  const [journalId, setJournalId] = useAddressState('copy', '')
  const isCopied = useRef(false)
  useEffect(() => {
    if (journalId === '' || isCopied.current) return
    isCopied.current = true
    void copy(journalId).then(() => setJournalId(''))
  })
}

function BalanceFace({ balance }: { readonly balance: Balance }) {
  const { debit, credit, tax, open } = balance
  const rest = debit - credit
  return (
    <>
      <Total label={t('借方')} value={yen(debit)} unit={t('円')} />
      <Total label={t('貸方')} value={yen(credit)} unit={t('円')} />
      {tax === 0 ? null : <Total label={t('消費税')} value={yen(tax)} unit={t('円')} />}
      <span role="status">
        {rest === 0
          ? debit === 0
            ? ''
            : t('貸借は合っています')
          : open === null
            ? t('差額 {amount}円', { amount: yen(Math.abs(rest)) })
            : t('差額 {amount}円は{row}行目に入ります', { amount: yen(open.amount), row: open.at + 1 })}
      </span>
    </>
  )
}
