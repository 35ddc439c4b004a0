import type { PintInvoice, PintParty } from '@ennoshita/formats'
import { readPintInvoice } from '@ennoshita/formats'
import type { ReactNode } from 'react'
import { useEffect, useMemo, useRef } from 'react'
import { dateInTable } from '../screen/days.ts'
import { t } from '../words/words.ts'
import type { PaperFault } from './paper-source.ts'
import { paperFaults } from './paper-source.ts'
import { amountOfPint, categoryOfPint, linesOfAccounts, linesOfParty } from './pint-words.ts'

/** A JP PINT invoice as a sheet that people read: everything that a clerk checks on paper, in its usual order. */
export function PintPaper(props: {
  readonly bytes: Uint8Array
  readonly name: string
  readonly save: ReactNode
  readonly onFault: (fault: PaperFault) => void
}) {
  const { bytes, onFault } = props
  const tell = useRef(onFault)
  tell.current = onFault
  const invoice = useMemo(() => readOrNull(bytes), [bytes])
  useEffect(() => {
    if (invoice === null) tell.current(paperFaults.noInvoice)
  }, [invoice])
  if (invoice === null) return null
  return (
    <div className="viewer">
      <div className="viewer-bar" role="toolbar" aria-label={t('書類の見え方')}>
        <span>{t('デジタルインボイス（JP PINT）')}</span>
        <span className="viewer-save">{props.save}</span>
      </div>
      <section
        className="viewer-frame"
        aria-label={t('書類 {name}', { name: props.name })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        <PintSheet invoice={invoice} />
      </section>
    </div>
  )
}

function readOrNull(bytes: Uint8Array): PintInvoice | null {
  try {
    return readPintInvoice(bytes)
  } catch {
    return null
  }
}

function PintSheet({ invoice }: { readonly invoice: PintInvoice }) {
  const amount = (value: number | string | undefined) => amountOfPint(value, invoice.currency)
  const facts: readonly (readonly [string, string])[] = [
    [t('請求書番号'), invoice.number],
    [t('請求日'), dateInTable(invoice.issuedOn)],
    [t('支払期日'), invoice.dueOn === undefined ? '' : dateInTable(invoice.dueOn)],
    [t('対象期間'), periodWord(invoice)],
    [t('注文番号'), invoice.order?.number ?? ''],
  ]
  return (
    <article className="viewer-sheet">
      <h2>{invoice.document === 'invoice' ? t('デジタル請求書') : t('返還請求書（マイナス）')}</h2>
      <div className="viewer-parties">
        <Party title={t('買手')} party={invoice.buyer} />
        <Party title={t('売手')} party={invoice.seller} />
      </div>
      <p className="viewer-total">
        {t('請求金額')} <b className="figure">{amount(invoice.totals?.payable ?? invoice.totals?.withTax)}</b>
      </p>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
      <PintLines invoice={invoice} />
      <PintTaxes invoice={invoice} />
      {linesOfAccounts(invoice).length === 0 ? null : (
        <>
          <h3>{t('振込先')}</h3>
          {linesOfAccounts(invoice).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </>
      )}
      {invoice.note === undefined ? null : (
        <>
          <h3>{t('備考')}</h3>
          <p className="viewer-note">{invoice.note}</p>
        </>
      )}
    </article>
  )
}

function Party({ title, party }: { readonly title: string; readonly party: PintParty }) {
  return (
    <div>
      <h3>{title}</h3>
      {linesOfParty(party).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {party.registrationNumber === undefined ? null : (
        <p>{t('登録番号 {number}', { number: party.registrationNumber })}</p>
      )}
    </div>
  )
}

function PintLines({ invoice }: { readonly invoice: PintInvoice }) {
  return (
    <table className="viewer-lines">
      <thead>
        <tr>
          <th scope="col">{t('品目')}</th>
          <th scope="col" data-align="end">
            {t('数量')}
          </th>
          <th scope="col" data-align="end">
            {t('単価')}
          </th>
          <th scope="col">{t('税率')}</th>
          <th scope="col" data-align="end">
            {t('金額（税抜）')}
          </th>
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line) => (
          <tr key={line.id}>
            <td>{line.item.name}</td>
            <td data-align="end">{line.quantity.value}</td>
            <td data-align="end">{amountOfPint(line.price.amount, invoice.currency)}</td>
            <td>{categoryOfPint(line.item.tax)}</td>
            <td data-align="end">{amountOfPint(line.netAmount, invoice.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function PintTaxes({ invoice }: { readonly invoice: PintInvoice }) {
  return (
    <table className="viewer-lines">
      <thead>
        <tr>
          <th scope="col">{t('税率ごと')}</th>
          <th scope="col" data-align="end">
            {t('対象額')}
          </th>
          <th scope="col" data-align="end">
            {t('消費税額')}
          </th>
        </tr>
      </thead>
      <tbody>
        {(invoice.tax?.subtotals ?? []).map((each) => (
          <tr key={`${each.category.code} ${each.category.percent ?? ''}`}>
            <td>{categoryOfPint(each.category)}</td>
            <td data-align="end">{amountOfPint(each.base, invoice.currency)}</td>
            <td data-align="end">{amountOfPint(each.tax, invoice.currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function periodWord({ period }: PintInvoice): string {
  if (period === undefined) return ''
  const [from, until] = [period.startsOn, period.endsOn].map((day) => (day === undefined ? '' : dateInTable(day)))
  return `${from}〜${until}`
}
