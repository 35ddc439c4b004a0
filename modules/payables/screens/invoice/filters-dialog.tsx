import { useDepartmentOptions } from '@ennoshita/people/options'
import { AmountField, Button, ComboBox, Dialog, DoForm, FieldRow, t } from '@ennoshita/ui'
import { useState } from 'react'
import type { FurtherFilters, InvoiceFilters } from './invoice-filters.ts'
import { useVendorOptions } from './vendor-options.ts'

const none: FurtherFilters = { vendorId: null, departmentId: null, amountFrom: null, amountUntil: null }

/** The filters that are seldom used: vendor, department, amounts. */
export function FiltersDialog({
  filters,
  onClose,
}: {
  readonly filters: InvoiceFilters
  readonly onClose: () => void
}) {
  const vendors = useVendorOptions()
  const departments = useDepartmentOptions()
  const [draft, setDraft] = useState(filters.further)
  const [isUnread, setUnread] = useState(false)
  const problem = (sentence: string | null) => setUnread(sentence !== null)
  function apply(next: FurtherFilters) {
    filters.setFurther(next)
    onClose()
  }
  return (
    <Dialog
      title={t('くわしく絞り込む')}
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={() => apply(none)}>{t('すべて外す')}</Button>
          <Button kind="main" keys="Ctrl Enter" isDisabled={isUnread} onPress={() => apply(draft)}>
            {t('絞り込む')}
          </Button>
        </>
      }
    >
      <DoForm label={t('くわしく絞り込む')} onDo={async () => (isUnread ? undefined : apply(draft))}>
        <ComboBox
          label={t('取引先')}
          autoFocus
          options={vendors.options}
          onText={vendors.onText}
          value={draft.vendorId}
          onChange={(vendorId) => setDraft({ ...draft, vendorId })}
        />
        <ComboBox
          label={t('発注部署')}
          options={departments}
          value={draft.departmentId}
          onChange={(departmentId) => setDraft({ ...draft, departmentId })}
        />
        <FieldRow>
          <AmountField
            label={t('金額（から）')}
            value={draft.amountFrom}
            onProblem={problem}
            onChange={(amountFrom) => setDraft({ ...draft, amountFrom })}
          />
          <AmountField
            label={t('金額（まで）')}
            value={draft.amountUntil}
            onProblem={problem}
            onChange={(amountUntil) => setDraft({ ...draft, amountUntil })}
          />
        </FieldRow>
      </DoForm>
    </Dialog>
  )
}
