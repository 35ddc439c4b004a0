import type { AnswerOf } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  DataTable,
  instantInTable,
  Link,
  LinkButton,
  PrintButton,
  Screen,
  Status,
  says,
  ThrownNote,
  Total,
  t,
  useAsk,
  useLanguage,
  usePathPart,
  Waiting,
} from '@ennoshita/ui'
import { useMemo } from 'react'
import { payables } from '../../contract.ts'
import { yenInTable } from '../amounts.ts'
import { readable } from './findings-list.tsx'
import { waitWord } from './invoice-words.tsx'

type History = AnswerOf<typeof payables.invoiceHistories>
type Step = History['steps'][number]

function whoWord({ personName, onBehalfOfName }: Step): string {
  const name = personName ?? t('自動')
  return onBehalfOfName === null ? name : t('{name}（代理：{other}さん）', { name, other: onBehalfOfName })
}

function columnsOf(): Column<Step>[] {
  return [
    {
      key: 'at',
      head: t('日時'),
      width: '9.5rem',
      card: '2',
      cell: (step) => <time dateTime={step.occurredAt}>{instantInTable(step.occurredAt, { withYear: true })}</time>,
    },
    {
      key: 'wait',
      head: t('前からの待ち'),
      width: '6.5rem',
      align: 'end',
      card: '1-end',
      cell: (step) => (step.waitedMinutes === 0 ? '' : waitWord(step.waitedMinutes)),
    },
    {
      key: 'what',
      head: t('できごと'),
      width: '15rem',
      card: '1',
      cell: (step) => (
        <>
          {step.activity.endsWith('-returned') ? (
            <>
              <Status colour="red">{t('戻り')}</Status>{' '}
            </>
          ) : null}
          {says(step.says)}
        </>
      ),
    },
    { key: 'who', head: t('した人'), width: '11rem', card: '2-end', cell: whoWord },
    { key: 'words', head: t('内容・ひらくもの'), card: '3', cell: (step) => <Words step={step} /> },
  ]
}

function Words({ step }: { readonly step: Step }) {
  const others = step.objects.filter(({ type, opens }) => type !== 'invoice' && opens !== null)
  return (
    <span className="cell-lines">
      {step.exception === null ? null : (
        <>
          <Status colour="amber">{t('職務分掌の例外')}</Status> {step.exception}{' '}
        </>
      )}
      {step.comment}{' '}
      {others.map(({ id, label, opens }) => (
        <span key={id}>
          <Link to={opens ?? ''}>{readable(label)}</Link>{' '}
        </span>
      ))}
    </span>
  )
}

/** 経過: one page of the matter from the paper to the payment, with the waits in between; it prints as it stands. */
export default function InvoiceHistoryScreen() {
  const invoiceId = usePathPart('invoiceId')
  const answer = useAsk(payables.invoiceHistories, { invoiceId })
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  const columns = useMemo(columnsOf, [inUse])
  const history = answer.data
  if (answer.error !== null || history === undefined || history.invoiceId !== invoiceId)
    return (
      <Screen title={t('請求書の経過')}>
        {answer.error === null ? <Waiting /> : <ThrownNote error={answer.error} />}
      </Screen>
    )
  const { number, vendorName, total } = history
  return (
    <Screen
      title={number === null ? t('請求書の経過') : t('請求書 No.{number} の経過', { number })}
      period={`${vendorName}${total === null ? '' : `　${t('{amount}円', { amount: yenInTable(total) })}`}`}
      actions={
        <>
          <PrintButton />
          <LinkButton to={`/invoices/${invoiceId}`}>{t('請求書へ')}</LinkButton>
        </>
      }
      totals={
        <>
          <Total label={t('はじめから終わりまで')} value={waitWord(history.elapsedMinutes)} />
          <Total label={t('差戻し')} value={history.returns} unit={t('回')} />
        </>
      }
    >
      <DataTable label={t('請求書の経過')} rows={history.steps} rowId={({ eventId }) => eventId} columns={columns} />
    </Screen>
  )
}
