import { addDays, isLocalDate } from '@ennoshita/kernel'
import { useDepartmentOptions } from '@ennoshita/people/options'
import {
  Button,
  ComboBox,
  DateField,
  EmptyState,
  offerFile,
  Picture,
  PrintButton,
  Screen,
  Select,
  Slider,
  Split,
  ThrownNote,
  Total,
  t,
  todayInTokyo,
  useAddressState,
  useAsk,
  Waiting,
} from '@ennoshita/ui'
import { useState } from 'react'
import { payables } from '../../contract.ts'
import { useVendorOptions } from '../invoice/vendor-options.ts'
import { ArrowCasesDialog } from './arrow-cases-dialog.tsx'
import type { Arrow } from './arrows-table.tsx'
import { ArrowsTable } from './arrows-table.tsx'
import type { MapAnswer } from './invoice-flow.ts'
import { useInvoicePicture } from './invoice-flow.ts'

const daysAtFirst = '90'
const mostArrows = 40
const arrowsAtFirst = 20

/** What the map is of, kept in the address. */
function useMapChoice() {
  const [days, setDays] = useAddressState('days', daysAtFirst)
  const [until, setUntil] = useAddressState('until', '')
  const [vendorId, setVendorId] = useAddressState('vendor', '')
  const [departmentId, setDepartmentId] = useAddressState('department', '')
  const untilOn = isLocalDate(until) ? until : todayInTokyo()
  const input = {
    fromOn: addDays(untilOn, -(Number(days) || Number(daysAtFirst))),
    untilOn,
    ...(vendorId === '' ? {} : { vendorId }),
    ...(departmentId === '' ? {} : { departmentId }),
  }
  return { days, setDays, setUntil, vendorId, setVendorId, departmentId, setDepartmentId, input }
}
type MapChoice = ReturnType<typeof useMapChoice>

/** 請求書の流れ: from receipt to payment, how long each step waits, and where it goes back; an arrow opens its invoices. */
export default function InvoiceMapScreen() {
  const choice = useMapChoice()
  const { fromOn, untilOn } = choice.input
  const [arrows, setArrows] = useState(arrowsAtFirst)
  const [arrow, setArrow] = useState<Arrow | null>(null)
  const answer = useAsk(payables.invoiceMaps, choice.input)
  const picture = useInvoicePicture(answer.data, arrows)
  return (
    <Screen
      title={t('請求書の流れ')}
      period={`${fromOn.replaceAll('-', '/')}〜${untilOn.replaceAll('-', '/')}`}
      actions={
        <>
          <Button
            isDisabled={picture.svg === null}
            onPress={() => {
              const svg = picture.draw('light')
              if (svg !== null) offerFile(`${t('請求書の流れ')}.svg`, svg, 'image/svg+xml')
            }}
          >
            {t('図を保存（SVG）')}
          </Button>
          <PrintButton />
        </>
      }
      filters={<MapFilters choice={choice} />}
      totals={<MapTotals map={answer.data} />}
    >
      {answer.error !== null ? (
        <ThrownNote error={answer.error} />
      ) : answer.data === undefined ? (
        <Waiting />
      ) : picture.svg === null ? (
        <EmptyState title={t('この期間に受け取った請求書はありません')}>
          {t('期間を広げるか、取引先・部署の条件を外してください。')}
        </EmptyState>
      ) : (
        <>
          <div className="picture-bar">
            <p>
              {t(
                '受領から支払までに、何のあとに何が起きたか。時間は中央値で、人ごとの比べは出しません。矢印の行をひらくと、その請求書が見られます。',
              )}
            </p>
            <Slider label={t('矢印の数')} from={1} to={mostArrows} value={arrows} onChange={setArrows} />
          </div>
          <Split width="wide" aside={<ArrowsTable map={answer.data} onOpen={setArrow} />}>
            <Picture svg={picture.svg} label={t('請求書の流れの図')} />
          </Split>
        </>
      )}
      {arrow === null ? null : <ArrowCasesDialog arrow={arrow} of={choice.input} onClose={() => setArrow(null)} />}
    </Screen>
  )
}

function MapTotals({ map }: { readonly map: MapAnswer | undefined }) {
  if (map === undefined) return null
  return (
    <>
      <Total label={t('請求書')} value={map.invoices.toLocaleString('ja-JP')} unit={t('件')} />
      <Total label={t('差し戻されたもの')} value={map.returned.toLocaleString('ja-JP')} unit={t('件')} />
    </>
  )
}

function MapFilters({ choice }: { readonly choice: MapChoice }) {
  const vendors = useVendorOptions()
  const departments = useDepartmentOptions()
  return (
    <>
      <Select
        label={t('期間')}
        hidesLabel
        isRequired
        choices={[
          { value: '30', label: t('30日間') },
          { value: '90', label: t('90日間') },
          { value: '180', label: t('半年間') },
          { value: '365', label: t('1年間') },
        ]}
        value={choice.days}
        onChange={(days) => choice.setDays(days ?? daysAtFirst)}
      />
      <DateField
        label={t('いつまで')}
        hidesLabel
        value={choice.input.untilOn}
        onChange={(until) => choice.setUntil(until ?? '')}
      />
      <ComboBox
        label={t('取引先')}
        hidesLabel
        placeholder={t('すべての取引先')}
        options={vendors.options}
        onText={vendors.onText}
        value={choice.vendorId === '' ? null : choice.vendorId}
        onChange={(vendorId) => choice.setVendorId(vendorId ?? '')}
      />
      <ComboBox
        label={t('発注部署')}
        hidesLabel
        placeholder={t('すべての部署')}
        options={departments}
        value={choice.departmentId === '' ? null : choice.departmentId}
        onChange={(departmentId) => choice.setDepartmentId(departmentId ?? '')}
      />
    </>
  )
}
