import { useDepartmentOptions } from '@ennoshita/people/options'
import type { GridColumn } from '@ennoshita/ui'
import { Button, cellName, EditableGrid, says, t, useLanguage } from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import type { Finding } from '../../contract.ts'
import { yenInTable } from '../amounts.ts'
import { useAccountOptions, useAllSubAccountOptions } from '../options.ts'
import type { EntryDraft, LineDraft } from './entry-draft.ts'
import { newLine, rowIdAt } from './entry-draft.ts'
import { bookOnlyOptions, groundOptions, purposeOptions, taxKindOptions } from './invoice-words.tsx'
import { splitDays, splitLines } from './split-lines.ts'
import type { Entry } from './use-entry.ts'

const rowIdOf = (line: LineDraft) => line.rowId

/** The sum and what can be done, `children`, and the lines: account, amount, tax class, department, description; the rest of the columns when they are wanted. */
export function LinesGrid({ entry, children }: { readonly entry: Entry; readonly children: ReactNode }) {
  const { draft } = entry
  const hasFurther = draft.lines.some(
    (line) => line.serviceFrom !== null || line.spreadFrom !== null || line.subAccountId !== null,
  )
  const [isFurther, setFurther] = useState(hasFurther)
  const columns = useColumns(draft, isFurther)
  const cuts = splitDays(draft)
  const errors = useMemo(
    () => (entry.wasAsked ? errorsOf(draft, entry.findings) : {}),
    [draft, entry.findings, entry.wasAsked],
  )
  const sum = draft.lines.reduce((total, { amount }) => total + (amount ?? 0), 0)
  return (
    <>
      <div className="picture-bar">
        <p>
          {t('明細の合計 {sum}円', { sum: yenInTable(sum) })}
          {draft.includesTax ? t('（税込）') : t('（税抜）')}
        </p>
        {cuts.map(({ day, label }) => (
          <Button
            key={day}
            kind="quiet"
            onPress={() => {
              entry.change({ lines: splitLines(draft) })
              setFurther(true)
            }}
          >
            {t('{date}で分ける', { date: label })}
          </Button>
        ))}
        <Button kind="quiet" onPress={() => setFurther(!isFurther)}>
          {isFurther ? t('列を減らす') : t('期間・補助科目・控除・前払の列を出す')}
        </Button>
      </div>
      {children}
      <EditableGrid
        label={t('明細')}
        rows={draft.lines}
        columns={columns}
        rowId={rowIdOf}
        errors={errors}
        canRemove
        newRow={() =>
          newLine(draft.lines, { accountId: draft.lines.at(-1)?.accountId ?? null, departmentId: draft.departmentId })
        }
        onChange={(lines, unread) => {
          entry.setUnreadCells(unread)
          entry.change({ lines })
        }}
      />
    </>
  )
}

function useColumns(draft: EntryDraft, isFurther: boolean): readonly GridColumn<LineDraft>[] {
  const accounts = useAccountOptions()
  const subAccounts = useAllSubAccountOptions()
  const departments = useDepartmentOptions()
  const inUse = useLanguage()
  const near = draft.invoicedOn
  // biome-ignore lint/correctness/useExhaustiveDependencies: heads follow the language in use
  return useMemo(() => {
    const day = { kind: 'date', width: '7.5rem', ...(near === null ? {} : { near }) } as const
    return [
      { key: 'accountId', head: t('勘定科目'), kind: 'choice', options: accounts, width: '9rem' },
      { key: 'amount', head: t('金額'), kind: 'amount', width: '7rem' },
      { key: 'taxKind', head: t('税率'), kind: 'choice', options: taxKindOptions(), width: '5.5rem' },
      ...(isFurther
        ? ([
            { key: 'serviceFrom', head: t('役務の初日'), ...day },
            { key: 'serviceUntil', head: t('役務の末日'), ...day },
          ] as const)
        : []),
      { key: 'departmentId', head: t('部門'), kind: 'choice', options: departments, width: '8rem' },
      { key: 'description', head: t('摘要'), kind: 'text', width: '14rem' },
      ...(isFurther
        ? ([
            { key: 'subAccountId', head: t('補助科目'), kind: 'choice', options: subAccounts, width: '9rem' },
            { key: 'ground', head: t('控除の根拠'), kind: 'choice', options: groundOptions(), width: '8rem' },
            { key: 'bookOnly', head: t('帳簿のみの理由'), kind: 'choice', options: bookOnlyOptions(), width: '9rem' },
            { key: 'use', head: t('用途区分'), kind: 'choice', options: purposeOptions(), width: '8rem' },
            { key: 'isFee', head: t('源泉の対象'), kind: 'flag', width: '6rem' },
            { key: 'spreadFrom', head: t('前払 初月'), ...day },
            { key: 'spreadUntil', head: t('前払 末月'), ...day },
          ] as const)
        : []),
    ]
  }, [accounts, subAccounts, departments, isFurther, near, inUse])
}

/** The mistakes of lines, by the cell they mean. */
function errorsOf(draft: EntryDraft, findings: readonly Finding[]): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const { field, says: words } of findings) {
    const [, place, key] = /^lines\.(\d+)\.(\w+)$/.exec(field) ?? []
    const rowId = place === undefined ? undefined : rowIdAt(draft, Number(place))
    if (rowId !== undefined && key !== undefined) errors[cellName(rowId, key)] = says(words)
  }
  return errors
}
