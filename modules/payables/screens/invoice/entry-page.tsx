import { Button, Menu, ObjectHistory, Screen, Sheet, Split, showToast, t, useKeys, useOpen } from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { CancelDialog } from './cancel-dialog.tsx'
import type { InvoiceDetails } from './entry-draft.ts'
import { EntryForm, goToMistake } from './entry-form.tsx'
import { useEntryQueue } from './entry-queue.ts'
import { fieldsRead, marksOf } from './entry-readings.ts'
import { fieldLabel, InvoiceState } from './invoice-words.tsx'
import { ReturnedNote, useMatter } from './matter.tsx'
import { PaperAside, PaperDrop } from './paper-aside.tsx'
import { type Entry, useEntry } from './use-entry.ts'

/** Enters an invoice: the paper at the left, the form at the right. Ctrl+Enter submits and opens the next of the queue. */
export function EntryPage(props: { readonly invoice: InvoiceDetails | null; readonly documentId: string | null }) {
  const { invoice } = props
  const entry = useEntry(invoice, props.documentId)
  const way = useWayOn(invoice?.invoiceId ?? null)
  const [field, setField] = useState<string | null>(null)
  const marks = useMemo(
    () => (entry.readings === undefined ? [] : marksOf(entry.readings, fieldLabel)),
    [entry.readings],
  )
  const { documentId } = entry.draft
  async function submit() {
    entry.ask()
    if (entry.isPending || isUnread(entry)) return
    if ((await entry.submit()) === undefined) return
    showToast(t('承認を申請しました。'))
    way.goOn()
  }
  async function save() {
    if (entry.isPending || isUnread(entry)) return
    const made = await entry.save()
    if (made === undefined) return
    showToast(t('下書きに保存しました。'))
    if (invoice === null) way.stayOn(made.invoiceId)
  }
  return (
    <Screen
      layout="page"
      title={invoice === null ? t('請求書の入力') : titleOf(invoice)}
      period={invoice === null ? undefined : <InvoiceState invoice={invoice} />}
      actions={<Acts invoice={invoice} isPending={entry.isPending} way={way} onSave={save} onSubmit={submit} />}
    >
      {invoice === null ? null : <WhyHere invoice={invoice} />}
      <Split
        side="start"
        width="half"
        onPhone="above"
        aside={
          documentId === null ? (
            <PaperDrop onDocument={(id) => entry.change({ documentId: id })} />
          ) : (
            <PaperAside
              documentId={documentId}
              name={invoice?.documentName ?? t('請求書')}
              marks={marks}
              activeMark={markOf(field)}
            />
          )
        }
      >
        <ReadNote
          count={entry.readings === undefined ? 0 : fieldsRead(entry.readings).length}
          source={entry.readings?.source}
        />
        <EntryForm entry={entry} vendorName={invoice?.vendorName ?? ''} onSubmit={submit} onField={setField} />
        {invoice === null ? null : (
          <Sheet title={t('経緯')}>
            <ObjectHistory objectId={invoice.invoiceId} hidesFilter />
          </Sheet>
        )}
      </Split>
    </Screen>
  )
}

/** Whether something that was typed cannot be read; the cursor goes there, beside what is wrong with it. */
function isUnread(entry: Entry): boolean {
  const field = entry.unread()
  if (field === undefined) return false
  showToast(t('読み取れない欄があります。赤い欄を直してください。'))
  goToMistake(document.querySelector(field === '' ? 'main .grid' : 'main'), field)
  return true
}

export function titleOf({ number }: InvoiceDetails): string {
  return number === null ? t('請求書') : t('請求書 No.{number}', { number })
}

/** Bases stand beside their tax on the paper, and both days of a service in one place. */
function markOf(field: string | null): string | null {
  if (field === 'serviceUntil') return 'serviceFrom'
  return field?.startsWith('base.') === true ? field.replace('base.', 'tax.') : field
}

/** Where it goes on: to the next of the queue, else back to the list. */
function useWayOn(invoiceId: string | null) {
  const queue = useEntryQueue()
  const open = useOpen()
  return {
    left: queue.left(invoiceId),
    goOn: () => {
      const next = queue.goOn(invoiceId)
      open(next === undefined ? '/invoices' : `/invoices/${next}`)
    },
    stayOn: (made: string) => open(`/invoices/${made}`),
  }
}

function Acts(props: {
  readonly invoice: InvoiceDetails | null
  readonly isPending: boolean
  readonly way: ReturnType<typeof useWayOn>
  readonly onSave: () => Promise<void>
  readonly onSubmit: () => Promise<void>
}) {
  const { invoice, way } = props
  const open = useOpen()
  const [isCancelling, setCancelling] = useState(false)
  useKeys([
    { key: 'Ctrl+s', says: t('下書きに保存する'), run: () => void props.onSave() },
    { key: 'Ctrl+enter', says: t('承認を申請して次へ進む'), run: () => void props.onSubmit() },
  ])
  return (
    <>
      {way.left === 0 ? null : <span className="lead">{t('残り{count}件', { count: way.left })}</span>}
      {invoice === null ? null : (
        <Menu
          face={t('その他')}
          label={t('その他の操作')}
          entries={[
            ...(way.left === 0 ? [] : [{ label: t('あとにして次へ'), run: way.goOn }]),
            { label: t('経過を一枚で見る'), run: () => open(`/invoices/${invoice.invoiceId}/history`) },
            ...(invoice.may.cancel
              ? [{ label: t('取り消す'), run: () => setCancelling(true), isDangerous: true }]
              : []),
          ]}
        />
      )}
      <Button keys="Ctrl S" isDisabled={props.isPending} onPress={() => void props.onSave()}>
        {t('下書きに保存')}
      </Button>
      <Button kind="main" keys="Ctrl Enter" isPending={props.isPending} onPress={() => void props.onSubmit()}>
        {way.left === 0 ? t('承認を申請') : t('申請して次へ')}
      </Button>
      {isCancelling && invoice !== null ? (
        <CancelDialog invoice={invoice} corrects={false} onClose={() => setCancelling(false)} />
      ) : null}
    </>
  )
}

/** How much was read from the paper, and how surely. */
function ReadNote({ count, source }: { readonly count: number; readonly source: 'xml' | 'text' | 'none' | undefined }) {
  if (source === undefined) return null
  if (source === 'none' || count === 0)
    return <p className="lead">{t('この紙からは文字を読み取れません。左の紙を見ながら入力してください。')}</p>
  return (
    <p className="lead">
      {source === 'xml'
        ? t('デジタルインボイスから{count}項目を読み取りました。', { count })
        : t('紙から{count}項目を読み取りました。欄に移ると、読んだ場所が左に示されます。確かめてください。', { count })}
    </p>
  )
}

/** What is to be changed, where it was returned, and what it replaces. */
function WhyHere({ invoice }: { readonly invoice: InvoiceDetails }) {
  const matter = useMatter(invoice)
  const { replaces } = invoice
  return (
    <>
      {invoice.state === 'returned' ? <ReturnedNote matter={matter} /> : null}
      {replaces === null ? null : (
        <p className="note">
          {replaces.number === null
            ? t('取り消した請求書の訂正です。')
            : t('取り消した請求書 No.{number} の訂正です。', { number: replaces.number })}
        </p>
      )}
    </>
  )
}
