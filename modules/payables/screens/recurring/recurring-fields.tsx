import type { InputOf } from '@ennoshita/kernel'
import { useDepartmentOptions } from '@ennoshita/people/options'
import { addMonths } from '@ennoshita/statutes'
import { AmountField, Button, ComboBox, FieldRow, Select, TextArea, TextField, t, todayInTokyo } from '@ennoshita/ui'
import type { payables } from '../../contract.ts'
import { taxKindOptions } from '../invoice/invoice-words.tsx'
import { useAccountOptions } from '../options.ts'
import type { RecurringLine } from './recurring-dialogs.tsx'
import { everyMonthsChoices, monthWord } from './recurring-words.ts'

type Changing = InputOf<typeof payables.changeRecurring>
type RecurringDraft = {
  readonly [Name in Exclude<keyof Changing, 'recurringId' | 'version'>]?: Changing[Name] | null | undefined
}
type FieldsProps = {
  readonly draft: RecurringDraft
  readonly errors: Readonly<Record<string, string>>
  readonly onChange: (some: RecurringDraft) => void
}

const everyMonths = [1, 2, 3, 6, 12] as const

/** Months to choose from, with the one already chosen wherever it lies. */
function monthChoices(back: number, ahead: number, chosen: string | null | undefined) {
  const thisMonth = `${todayInTokyo().slice(0, 7)}-01`
  const months = Array.from({ length: back + ahead + 1 }, (_, index) => addMonths(thisMonth, index - back))
  return [...new Set([...months, ...(chosen == null ? [] : [chosen])])]
    .toSorted()
    .map((month) => ({ value: month, label: monthWord(month) }))
}

/** What is invoiced again and again: how often, when it arrives, and the lines it usually has. */
export function RecurringFields({ draft, errors, onChange }: FieldsProps) {
  return (
    <>
      <TextField
        label={t('内容')}
        isRequired
        value={draft.title}
        error={errors.title}
        onChange={(title) => onChange({ title })}
        help={t('例：本社家賃、電気料金、顧問料')}
      />
      <FieldRow>
        <Select
          label={t('間隔')}
          isRequired
          choices={everyMonthsChoices()}
          value={String(draft.everyMonths ?? 1)}
          onChange={(text) => onChange({ everyMonths: everyMonths.find((each) => String(each) === text) ?? 1 })}
        />
        <Select
          label={t('最初の役務の月')}
          isRequired
          choices={monthChoices(24, 12, draft.startsMonth)}
          value={draft.startsMonth}
          error={errors.startsMonth}
          onChange={(startsMonth) => onChange({ startsMonth: startsMonth ?? undefined })}
        />
        <Select
          label={t('最後の役務の月')}
          emptyLabel={t('決めない')}
          choices={monthChoices(12, 60, draft.endsMonth)}
          value={draft.endsMonth}
          error={errors.endsMonth}
          onChange={(endsMonth) => onChange({ endsMonth })}
        />
      </FieldRow>
      <FieldRow>
        <Select
          label={t('届く月')}
          isRequired
          choices={[t('当月'), t('翌月'), t('翌々月'), t('{months}か月後', { months: 3 })].map((label, at) => ({
            value: String(at),
            label,
          }))}
          value={String(draft.arrivesMonthsLater ?? 1)}
          onChange={(months) => onChange({ arrivesMonthsLater: Number(months) })}
        />
        <Select
          label={t('届く日')}
          isRequired
          choices={Array.from({ length: 31 }, (_, index) => ({
            value: String(index + 1),
            label: index === 30 ? t('末日') : t('{day}日', { day: index + 1 }),
          }))}
          value={String(draft.arrivesDay ?? 10)}
          error={errors.arrivesDay}
          onChange={(day) => onChange({ arrivesDay: Number(day) })}
        />
      </FieldRow>
      <LineFields draft={draft} errors={errors} onChange={onChange} />
      <TextArea
        label={t('覚え書き')}
        rows={2}
        value={draft.note}
        error={errors.note}
        onChange={(note) => onChange({ note })}
      />
    </>
  )
}

function LineFields({ draft, errors, onChange }: FieldsProps) {
  const accounts = useAccountOptions()
  const departments = useDepartmentOptions()
  const given = draft.lines ?? []
  const lines: readonly Partial<RecurringLine>[] = given.length === 0 ? [{}] : given
  const change = (at: number, some: Partial<RecurringLine>) =>
    onChange({
      lines: lines.map((line, index) => filled(index === at ? { ...line, ...some } : line)),
    })
  return (
    <fieldset className="field radio-group">
      <legend className="field-label">{t('いつもの明細（税込）')}</legend>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name and is only added at the end
        <FieldRow key={at}>
          <ComboBox
            label={t('勘定科目')}
            isRequired
            options={accounts}
            value={line.accountId || null}
            error={errors[`lines.${at}.accountId`]}
            onChange={(accountId) => change(at, { accountId: accountId ?? '' })}
          />
          <AmountField
            label={t('金額')}
            isRequired
            value={line.amount || null}
            error={errors[`lines.${at}.amount`] ?? (at === 0 ? errors.lines : undefined)}
            onChange={(amount) => change(at, { amount: amount ?? 0 })}
          />
          <Select
            label={t('税区分')}
            isRequired
            choices={taxKindOptions()}
            value={line.taxKind ?? 'standard'}
            onChange={(taxKind) => change(at, { taxKind: taxKind ?? 'standard' })}
          />
          <ComboBox
            label={t('部門')}
            options={departments}
            value={line.departmentId}
            onChange={(departmentId) => change(at, { departmentId })}
          />
        </FieldRow>
      ))}
      <div>
        <Button kind="quiet" onPress={() => onChange({ lines: [...lines, {}].map(filled) })}>
          {t('明細を足す')}
        </Button>
      </div>
    </fieldset>
  )
}

/** A line that is still being written; the command's own check names what is missing. */
const filled = (line: Partial<RecurringLine>): RecurringLine => ({ accountId: '', amount: 0, ...line })
