import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  dateInTable,
  Facts,
  instantInTable,
  Link,
  LinkButton,
  ObjectHistory,
  PrintButton,
  Screen,
  Sheet,
  Split,
  Status,
  ThrownNote,
  Total,
  t,
  useAsk,
  useLanguage,
  useOpen,
  usePathPart,
  useRights,
  Waiting,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import type { LineShown } from '../../contract.ts'
import { ledger } from '../../contract.ts'
import { monthEnd, monthOf } from '../months.ts'
import type { JournalDetails } from '../words.ts'
import { yen, yenOrEmpty } from '../words.ts'
import { ReverseDialog } from './reverse-dialog.tsx'

const idOf = (line: LineShown) => String(line.line)

/** One journal: its lines, what it came from, and what took it back. */
export default function JournalScreen() {
  const journalId = usePathPart('journalId')
  const answer = useAsk(ledger.journalDetails, { journalId })
  if (answer.error !== null || answer.data?.journalId !== journalId)
    return (
      <Screen title={t('仕訳')} layout="page">
        {answer.error === null ? <Waiting /> : <ThrownNote error={answer.error} />}
      </Screen>
    )
  const journal = answer.data
  return (
    <Screen
      layout="page"
      title={journal.number === null ? t('仕訳') : t('仕訳 No.{number}', { number: journal.number })}
      period={
        <>
          {dateInTable(journal.postedOn)} <StateOf journal={journal} />
        </>
      }
      actions={<Acts journal={journal} />}
      totals={<Total label={t('合計')} value={yen(journal.amount)} unit={t('円')} />}
    >
      <Split
        width="wide"
        aside={
          <>
            <RelatedSheet journal={journal} />
            <FactsSheet journal={journal} />
          </>
        }
      >
        <LinesTable journal={journal} />
        <Sheet title={t('経緯')}>
          <ObjectHistory objectId={journalId} hidesFilter />
        </Sheet>
      </Split>
    </Screen>
  )
}

function StateOf({ journal }: { readonly journal: JournalDetails }) {
  if (journal.reversedBy !== null) return <Status colour="grey">{t('取消済み')}</Status>
  if (journal.reverses !== null) return <Status colour="amber">{t('赤伝票')}</Status>
  return journal.kind === 'closing' ? <Status colour="blue">{t('決算整理')}</Status> : null
}

function Acts({ journal }: { readonly journal: JournalDetails }) {
  const [isReversing, setReversing] = useState(false)
  const { may } = useRights()
  const canReverse = journal.reverses === null && journal.reversedBy === null && may('ledger.reverse-journals')
  return (
    <>
      {may('ledger.post-journals') ? (
        <LinkButton to={`/journals/new?copy=${journal.journalId}`}>{t('写して書く')}</LinkButton>
      ) : null}
      <PrintButton />
      {canReverse ? <Button onPress={() => setReversing(true)}>{t('取り消す（赤伝票）')}</Button> : null}
      {isReversing ? <ReverseDialog journal={journal} onClose={() => setReversing(false)} /> : null}
    </>
  )
}

function typeWord(type: string): string {
  if (type === 'document') return t('書類')
  if (type === 'invoice') return t('受け取った請求書')
  if (type === 'matter') return t('承認の記録')
  if (type === 'payment-run') return t('支払の記録')
  if (type === 'vendor') return t('取引先')
  return ''
}

/** What an inspector asks for next: the paper, the invoice and who approved it. */
function RelatedSheet({ journal }: { readonly journal: JournalDetails }) {
  const { related, reverses, reversedBy } = journal
  const shown = related.filter(({ type }) => typeWord(type) !== '')
  return (
    <Sheet title={t('もとになったもの')}>
      {shown.length === 0 && reverses === null && reversedBy === null ? (
        <p>{t('手で書いた振替伝票です。つながる書類はありません。')}</p>
      ) : (
        <Facts
          facts={[
            ...shown.map(
              ({ type, id, text, opens }) =>
                [
                  typeWord(type),
                  <Link key={id} to={opens}>
                    {text}
                  </Link>,
                ] as const,
            ),
            ...(reverses === null
              ? []
              : [[t('取り消した仕訳'), <OtherJournal key="reverses" link={reverses} />] as const]),
            ...(reversedBy === null
              ? []
              : [[t('取り消した赤伝票'), <OtherJournal key="reversed" link={reversedBy} />] as const]),
          ]}
        />
      )}
    </Sheet>
  )
}

function OtherJournal({ link }: { readonly link: NonNullable<JournalDetails['reverses']> }) {
  return (
    <>
      <Link to={`/journals/${link.journalId}`}>{`No.${link.number ?? ''} ${dateInTable(link.postedOn)}`}</Link>
      <br />
      {t('理由：{reason}', { reason: link.reason })}
    </>
  )
}

function FactsSheet({ journal }: { readonly journal: JournalDetails }) {
  const { madeBy } = journal
  return (
    <Sheet title={t('伝票')}>
      <Facts
        facts={[
          [t('日付'), dateInTable(journal.postedOn)],
          [
            t('伝票番号'),
            journal.number === null
              ? ''
              : t('{number}（{year}年度）', { number: journal.number, year: journal.numberedIn.slice(0, 4) }),
          ],
          [t('取引先'), journal.partner],
          [t('摘要'), journal.description],
          [t('書いた人'), madeBy === null ? '' : (madeBy.personName ?? t('自動'))],
          [t('書いた時刻'), madeBy === null ? '' : instantInTable(madeBy.occurredAt, { withYear: true })],
        ]}
      />
    </Sheet>
  )
}

function LinesTable({ journal }: { readonly journal: JournalDetails }) {
  const open = useOpen()
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(() => columnsOf(journal), [inUse, journal])
  const [from, until] = [monthOf(journal.postedOn), monthEnd(journal.postedOn)]
  return (
    <DataTable
      label={t('仕訳の行')}
      rows={journal.lines}
      rowId={idOf}
      columns={columns}
      onOpen={(line) => open(`/ledgers/${line.accountId}?from=${from}&until=${until}`)}
    />
  )
}

function AccountFace({ line }: { readonly line: LineShown }) {
  const more = [line.subAccountName, line.departmentName].filter((part) => part !== null).join('・')
  return <span className="cell-lines">{more === '' ? line.accountName : `${line.accountName}（${more}）`}</span>
}

function columnsOf({ lines, amount }: JournalDetails): Column<LineShown>[] {
  const hasTax = lines.some(({ taxAmount }) => taxAmount !== 0)
  const hasNote = lines.some(({ note }) => note !== '')
  return [
    {
      key: 'debit',
      head: t('借方科目'),
      card: '1',
      cell: (line) => (line.side === 'debit' ? <AccountFace line={line} /> : null),
    },
    {
      key: 'debit-amount',
      head: t('借方金額'),
      width: '7rem',
      align: 'end',
      card: '1-end',
      cell: (line) => (line.side === 'debit' ? yen(line.amount) : ''),
      foot: yen(amount),
    },
    {
      key: 'credit',
      head: t('貸方科目'),
      card: '2',
      cell: (line) => (line.side === 'credit' ? <AccountFace line={line} /> : null),
    },
    {
      key: 'credit-amount',
      head: t('貸方金額'),
      width: '7rem',
      align: 'end',
      card: '2-end',
      cell: (line) => (line.side === 'credit' ? yen(line.amount) : ''),
      foot: yen(amount),
    },
    {
      key: 'tax',
      head: t('税区分'),
      width: '8rem',
      card: '3',
      cell: (line) => <span className="cell-lines">{line.taxName}</span>,
    },
    ...(hasTax
      ? [
          {
            key: 'tax-amount',
            head: t('うち税'),
            width: '5.5rem',
            align: 'end',
            card: '3-end',
            cell: (line: LineShown) => yenOrEmpty(line.taxAmount),
          } as const,
        ]
      : []),
    ...(hasNote
      ? [{ key: 'note', head: t('備考'), width: '16%', card: 'none', cell: (line: LineShown) => line.note } as const]
      : []),
  ]
}
