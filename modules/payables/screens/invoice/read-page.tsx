import {
  Button,
  ErrorNote,
  Menu,
  ObjectHistory,
  Screen,
  Sheet,
  Split,
  showToast,
  t,
  useKeys,
  useOpen,
  useSend,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { payables } from '../../contract.ts'
import { CancelDialog } from './cancel-dialog.tsx'
import type { InvoiceDetails } from './entry-draft.ts'
import { titleOf } from './entry-page.tsx'
import { FactsSheet } from './facts-sheet.tsx'
import { FindingsList } from './findings-list.tsx'
import { InvoiceState, invoiceQueries } from './invoice-words.tsx'
import { JournalSheet } from './journal-sheet.tsx'
import { LinesSheet } from './lines-sheet.tsx'
import type { Matter } from './matter.tsx'
import { MatterSheet, openStepOf, useMatter } from './matter.tsx'
import { NoPaper, PaperAside } from './paper-aside.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { WithdrawDialog } from './withdraw-dialog.tsx'

/** An invoice to be read and decided on: the paper first on a phone, then what was entered; one tap approves. */
export function ReadPage({ invoice }: { readonly invoice: InvoiceDetails }) {
  const matter = useMatter(invoice)
  const acts = useDeciding(invoice, matter)
  const warnings = useMemo(() => invoice.findings.filter(({ code }) => code !== 'missing'), [invoice.findings])
  return (
    <Screen
      layout="page"
      title={titleOf(invoice)}
      period={
        <>
          {invoice.vendorName} <InvoiceState invoice={invoice} />
        </>
      }
      actions={<Acts invoice={invoice} deciding={acts} matter={matter} />}
    >
      {acts.refusal === null ? null : <ErrorNote face={acts.refusal} />}
      <Split
        side="start"
        width="half"
        onPhone="above"
        aside={
          invoice.documentId === null ? (
            <NoPaper />
          ) : (
            <PaperAside documentId={invoice.documentId} name={invoice.documentName ?? t('請求書')} />
          )
        }
      >
        <FactsSheet invoice={invoice} />
        {invoice.state === 'approved' || invoice.state === 'cancelled' ? null : <FindingsList findings={warnings} />}
        <LinesSheet invoice={invoice} />
        <JournalSheet journal={invoice.journal} />
        <MatterSheet matter={matter} />
        <Sheet title={t('経緯')}>
          <ObjectHistory objectId={invoice.invoiceId} hidesFilter />
        </Sheet>
      </Split>
    </Screen>
  )
}

function useDeciding(invoice: InvoiceDetails, matter: Matter | undefined) {
  const { invoiceId, version } = invoice
  const approving = useSend(payables.approveInvoice, { refreshes: invoiceQueries })
  const accepting = useSend(payables.acceptInvoice, { refreshes: invoiceQueries })
  return {
    approve: async () => {
      if (approving.isPending) return
      const onBehalfOf = matter?.may.onBehalfOf?.personId
      const step = openStepOf(matter)
      const done = await approving.send({ invoiceId, version, step }, onBehalfOf === undefined ? {} : { onBehalfOf })
      if (done === undefined) return
      showToast(
        done.state === 'approved' ? t('承認しました。仕訳を計上しました。') : t('承認しました。次の段に回りました。'),
      )
    },
    accept: async () => {
      if ((await accepting.send({ invoiceId, version })) !== undefined) showToast(t('検収しました。'))
    },
    isPending: approving.isPending || accepting.isPending,
    refusal: approving.refusal ?? accepting.refusal,
  }
}

type Above = 'return' | 'withdraw' | 'cancel' | 'correct'

function Acts(props: {
  readonly invoice: InvoiceDetails
  readonly deciding: ReturnType<typeof useDeciding>
  readonly matter: ReturnType<typeof useMatter>
}) {
  const { invoice, deciding } = props
  const { may } = invoice
  const open = useOpen()
  const [above, setAbove] = useState<Above | null>(null)
  useKeys([
    ...(may.decide ? [{ key: 'a', says: t('承認する'), run: () => void deciding.approve() }] : []),
    ...(may.decide ? [{ key: 'r', says: t('差し戻す'), run: () => setAbove('return') }] : []),
    ...(may.accept ? [{ key: 'k', says: t('検収する'), run: () => void deciding.accept() }] : []),
  ])
  const close = () => setAbove(null)
  return (
    <>
      {may.accept ? (
        <Button keys="K" isPending={deciding.isPending} onPress={() => void deciding.accept()}>
          {t('検収')}
        </Button>
      ) : null}
      <Menu
        face={t('その他')}
        label={t('その他の操作')}
        entries={[
          { label: t('経過を一枚で見る'), run: () => open(`/invoices/${invoice.invoiceId}/history`) },
          ...(invoice.vendorId === null
            ? []
            : [{ label: t('取引先を見る'), run: () => open(`/vendors/${invoice.vendorId}`) }]),
          { label: t('印刷'), run: () => window.print() },
          ...(may.withdraw ? [{ label: t('申請を引き戻す'), run: () => setAbove('withdraw') }] : []),
          ...(may.cancel && invoice.state === 'approved'
            ? [{ label: t('取り消して訂正する'), run: () => setAbove('correct'), isDangerous: true }]
            : []),
          ...(may.cancel ? [{ label: t('取り消す'), run: () => setAbove('cancel'), isDangerous: true }] : []),
        ]}
      />
      {may.decide ? (
        <>
          <Button keys="R" onPress={() => setAbove('return')}>
            {t('差し戻す')}
          </Button>
          <Button kind="main" keys="A" isPending={deciding.isPending} onPress={() => void deciding.approve()}>
            {t('承認')}
          </Button>
        </>
      ) : null}
      {above === 'return' ? <ReturnDialog invoice={invoice} matter={props.matter} onClose={close} /> : null}
      {above === 'withdraw' ? <WithdrawDialog invoice={invoice} onClose={close} /> : null}
      {above === 'cancel' ? <CancelDialog invoice={invoice} corrects={false} onClose={close} /> : null}
      {above === 'correct' ? <CancelDialog invoice={invoice} corrects onClose={close} /> : null}
    </>
  )
}
