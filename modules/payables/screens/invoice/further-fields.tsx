import { AmountField, Button, DateField, FieldRow, Sheet, TextField, t, todayInTokyo } from '@ennoshita/ui'
import type { ForeignAmount } from '../../rules/invoice/invoice-form.ts'
import { yenInTable } from '../amounts.ts'
import { readUnits, writeUnits } from './foreign-units.ts'
import type { Entry } from './use-entry.ts'

/** 源泉徴収: shown where the vendor has a fee from which tax is withheld; another amount than the law's needs a reason. */
export function WithholdingFields({ entry }: { readonly entry: Entry }) {
  const told = entry.preview.data?.withheld ?? null
  const { draft } = entry
  if (told === null && draft.withholding === null) return null
  const proposed = told?.proposed ?? 0
  const differs = draft.withholding !== null && draft.withholding !== proposed
  return (
    <>
      <FieldRow>
        <AmountField
          label={t('源泉徴収税額')}
          name="withholding"
          value={draft.withholding ?? proposed}
          onChange={(withholding) => entry.change({ withholding: withholding === proposed ? null : withholding })}
          help={
            told === null
              ? t('この取引先は源泉徴収の対象ではありません。')
              : t('対象額{base}円から計算すると{amount}円です。', {
                  base: yenInTable(told.base),
                  amount: yenInTable(told.proposed),
                })
          }
        />
        <AmountField
          label={t('差引支払額')}
          isReadOnly
          value={entry.preview.data?.payable ?? null}
          onChange={() => undefined}
        />
      </FieldRow>
      {differs || draft.withholdingReason !== '' ? (
        <TextField label={t('計算と違う額にする理由')} isRequired={differs} {...entry.tie('withholdingReason')} />
      ) : null}
    </>
  )
}

/** 外貨建て: the amount in its currency, the rate of the day and where it was read. */
export function ForeignFields({ entry }: { readonly entry: Entry }) {
  const { foreign } = entry.draft
  if (foreign === null)
    return (
      <span>
        <Button
          kind="quiet"
          onPress={() =>
            entry.change({
              foreign: {
                currency: 'USD',
                amountMinor: 0,
                rateMillionths: 0,
                rateOn: entry.draft.invoicedOn ?? todayInTokyo(),
                rateSource: '',
              },
            })
          }
        >
          {t('外貨建てにする')}
        </Button>
      </span>
    )
  const write = (some: Partial<ForeignAmount>) => entry.change({ foreign: { ...foreign, ...some } })
  return (
    <Sheet
      title={t('外貨建て')}
      actions={
        <Button kind="quiet" onPress={() => entry.change({ foreign: null })}>
          {t('円建てに戻す')}
        </Button>
      }
    >
      <FieldRow>
        <TextField
          label={t('通貨')}
          name="foreign.currency"
          value={foreign.currency}
          onChange={(currency) => write({ currency: currency.toUpperCase() })}
        />
        <UnitsField
          label={t('外貨の金額')}
          name="foreign.amountMinor"
          places={decimalsOf(foreign.currency)}
          value={foreign.amountMinor}
          onChange={(amountMinor) => write({ amountMinor })}
        />
      </FieldRow>
      <FieldRow>
        <UnitsField
          label={t('レート（1通貨あたりの円）')}
          name="foreign.rateMillionths"
          places={6}
          value={foreign.rateMillionths}
          onChange={(rateMillionths) => write({ rateMillionths })}
        />
        <TextField
          label={t('レートの出典')}
          name="foreign.rateSource"
          placeholder={t('例：取引銀行の当日TTM')}
          value={foreign.rateSource}
          onChange={(rateSource) => write({ rateSource })}
        />
      </FieldRow>
      <DateField
        label={t('レートの日')}
        name="foreign.rateOn"
        value={foreign.rateOn}
        onChange={(rateOn) => write({ rateOn: rateOn ?? todayInTokyo() })}
      />
    </Sheet>
  )
}

function UnitsField(props: {
  readonly label: string
  readonly name: string
  readonly places: number
  readonly value: number
  readonly onChange: (value: number) => void
}) {
  return (
    <TextField
      label={props.label}
      name={props.name}
      value={props.value === 0 ? '' : writeUnits(props.value, props.places)}
      onChange={(text) => {
        const units = readUnits(text, props.places)
        if (units !== undefined) props.onChange(units)
      }}
    />
  )
}

/** ISO 4217: how many decimals a currency has; the usual two where it is not known here. */
function decimalsOf(currency: string): number {
  if (['KRW', 'VND', 'CLP'].includes(currency)) return 0
  return ['KWD', 'BHD', 'JOD', 'OMR', 'TND'].includes(currency) ? 3 : 2
}
