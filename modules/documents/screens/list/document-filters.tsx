import { AmountField, Button, Checkbox, DateField, FilterField, Select, TextField, t } from '@ennoshita/ui'
import { useState } from 'react'
import { kindChoices } from '../document-words.ts'
import type { DocumentFilter } from './use-document-filter.ts'

/** The search that the law asks for: days, amounts and the other side, alone or together (電子帳簿保存法施行規則2条6項5号); on a phone most of it waits behind a button. */
export function DocumentFilters({ filter }: { readonly filter: DocumentFilter }) {
  const [isMore, setMore] = useState(filter.hasMore)
  return (
    <>
      <FilterField label={t('取引先・ファイル名・メモ')} value={filter.text.typed} onChange={filter.text.setTyped} />
      <span className="only-phone">
        <Button kind="quiet" onPress={() => setMore(!isMore)}>
          {isMore ? t('条件を減らす') : t('条件を増やす')}
        </Button>
      </span>
      <div className="more-filters" data-open={isMore ? '' : undefined}>
        <MoreFilters filter={filter} />
      </div>
    </>
  )
}

function MoreFilters({ filter }: { readonly filter: DocumentFilter }) {
  return (
    <>
      <DateField
        label={t('取引年月日 この日から')}
        hidesLabel
        placeholder={t('取引日から')}
        value={filter.from || null}
        onChange={(on) => filter.setFrom(on ?? '')}
      />
      <DateField
        label={t('取引年月日 この日まで')}
        hidesLabel
        placeholder={t('取引日まで')}
        value={filter.until || null}
        onChange={(on) => filter.setUntil(on ?? '')}
      />
      <AmountField
        label={t('金額の下限')}
        hidesLabel
        placeholder={t('金額の下限')}
        value={numberOf(filter.min)}
        onChange={(amount) => filter.setMin(textOf(amount))}
      />
      <AmountField
        label={t('金額の上限')}
        hidesLabel
        placeholder={t('金額の上限')}
        value={numberOf(filter.max)}
        onChange={(amount) => filter.setMax(textOf(amount))}
      />
      <TextField
        label={t('取引先')}
        hidesLabel
        width="medium"
        placeholder={t('取引先')}
        value={filter.partner.typed}
        onChange={filter.partner.setTyped}
      />
      <Select
        label={t('種別')}
        hidesLabel
        emptyLabel={t('すべての種別')}
        choices={kindChoices()}
        value={filter.kind ?? null}
        onChange={(kind) => filter.setKind(kind ?? '')}
      />
      <Checkbox
        label={t('削除扱いも')}
        value={filter.discarded !== ''}
        onChange={(is) => filter.setDiscarded(is ? 'yes' : '')}
      />
    </>
  )
}

const numberOf = (text: string): number | null => (text === '' ? null : Number(text))
const textOf = (amount: number | null): string => (amount === null ? '' : String(amount))
