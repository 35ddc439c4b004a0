import { AmountField, FieldRow, Menu, t } from '@ennoshita/ui'
import type { RatedKind, StatedTax } from '../../rules/invoice/invoice-form.ts'
import { ratedKinds } from '../../rules/invoice/invoice-form.ts'
import { yenInTable } from '../amounts.ts'
import { taxKindWord } from './invoice-words.tsx'
import type { Entry } from './use-entry.ts'

/** Per rate the base and the tax, as the paper states them; reckoned from the lines until someone writes them. */
export function TaxFields({ entry }: { readonly entry: Entry }) {
  const { taxes } = entry.draft
  const byHand = entry.draft.byHand.includes('taxes')
  const left = ratedKinds.filter((kind) => !taxes.some(({ taxKind }) => taxKind === kind))
  const write = (taxKind: RatedKind, some: Partial<StatedTax>) =>
    entry.change({ taxes: taxes.map((tax) => (tax.taxKind === taxKind ? { ...tax, ...some } : tax)) })
  return (
    <>
      {taxes.map(({ taxKind, base, tax }) => (
        <FieldRow key={taxKind}>
          <AmountField
            label={
              entry.draft.includesTax
                ? t('{rate}対象（税込）', { rate: taxKindWord(taxKind) })
                : t('{rate}対象（税抜）', { rate: taxKindWord(taxKind) })
            }
            name={`base.${taxKind}`}
            value={base}
            onChange={(value) => write(taxKind, { base: value ?? 0 })}
          />
          <AmountField
            label={t('{rate}の消費税', { rate: taxKindWord(taxKind) })}
            name={`tax.${taxKind}`}
            value={tax}
            onChange={(value) => write(taxKind, { tax: value ?? 0 })}
            help={checkWord(entry, taxKind, byHand)}
          />
        </FieldRow>
      ))}
      {left.length === 0 || taxes.length === 0 ? null : (
        <span>
          <Menu
            kind="quiet"
            face={t('ほかの税率を足す')}
            entries={left.map((taxKind) => ({
              label: taxKindWord(taxKind),
              run: () => entry.change({ taxes: [...taxes, { taxKind, base: 0, tax: 0 }] }),
            }))}
          />
        </span>
      )}
    </>
  )
}

/** Whether the tax can be that of its rate, rounded once; a figure that we reckoned says so. */
function checkWord(entry: Entry, taxKind: RatedKind, byHand: boolean): string | undefined {
  const check = entry.preview.data?.taxes.find((each) => each.taxKind === taxKind)
  if (check === undefined) return undefined
  if (!byHand) return t('計算した額です。紙の額と比べてください。')
  if (check.isAcceptable) return t('税率ごとの端数処理に合っています。')
  return t('計算では{taxes}円です。', { taxes: check.acceptableTaxes.map(yenInTable).join('・') })
}
