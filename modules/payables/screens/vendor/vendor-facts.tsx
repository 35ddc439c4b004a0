import { dateInTable, Facts, Sheet, Status, t } from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { yenInTable } from '../amounts.ts'
import { feeBearerWord, methodWord } from '../payment/payment-words.tsx'
import { PayDaysTable } from './pay-days-table.tsx'
import type { VendorDetails } from './vendor-words.tsx'
import { commissionWord, lawClassWord, shiftWord, termsWord, withholdingWord } from './vendor-words.tsx'

type Fact = readonly [name: string, value: ReactNode]

/** What is registered of the vendor, and the next days of payment. */
export function VendorFacts({ vendor }: { readonly vendor: VendorDetails }) {
  const { terms } = vendor
  return (
    <>
      <Sheet title={t('支払条件')}>
        <Facts
          facts={[
            [t('支払条件'), termsWord(terms)],
            ...(terms === null ? [] : [[t('銀行が休みのとき'), shiftWord(terms.payment.shift)] satisfies Fact]),
            [t('支払方法'), methodWord(vendor.method)],
            [t('振込手数料'), feeBearerWord(vendor.feeBearer)],
            [t('計上する科目'), vendor.payable === 'trade' ? t('買掛金') : t('未払金')],
            ...(vendor.withholdingKind === null
              ? []
              : [[t('源泉徴収する報酬'), withholdingWord(vendor.withholdingKind)] satisfies Fact]),
          ]}
        />
        {terms === null ? null : <PayDaysTable days={vendor.nextPayDays} />}
      </Sheet>
      <Sheet title={t('登録内容')}>
        <Facts facts={registered(vendor)} />
      </Sheet>
    </>
  )
}

function registered(vendor: VendorDetails): Fact[] {
  const orNone = (text: string | null) => (text === null || text === '' ? t('登録なし') : text)
  const facts: Fact[] = [
    [t('法人・個人'), vendor.isIndividual ? t('個人') : t('法人')],
    [t('登録番号'), <RegistrationFact key="registration" vendor={vendor} />],
    ...(vendor.isIndividual ? [] : [[t('法人番号'), orNone(vendor.corporateNumber)] satisfies Fact]),
    [t('法の区分'), lawClassWord(vendor.lawClass)],
    ...(vendor.commissionKind === null
      ? []
      : [[t('委託する仕事'), commissionWord(vendor.commissionKind)] satisfies Fact]),
    ...(vendor.capital === null
      ? []
      : [[t('相手の資本金（円）'), t('{amount}円', { amount: yenInTable(vendor.capital) })] satisfies Fact]),
    ...(vendor.employees === null
      ? []
      : [[t('相手の従業員'), t('{count}人', { count: vendor.employees })] satisfies Fact]),
    [t('電話'), orNone(vendor.phone)],
    [t('メール'), orNone(vendor.email)],
    [t('先方の担当者'), orNone(vendor.contact)],
    [t('住所'), orNone([postalWord(vendor.postalCode), vendor.address].filter((part) => part !== '').join(' '))],
    [t('いつも発注する部門'), orNone(vendor.departmentName)],
    ...(vendor.note === '' ? [] : [[t('覚え書き'), vendor.note] satisfies Fact]),
  ]
  return facts
}

const postalWord = (code: string | null) => (code === null ? '' : `〒${code.slice(0, 3)}-${code.slice(3)}`)

function RegistrationFact({ vendor }: { readonly vendor: VendorDetails }) {
  const { registrationNumber, registeredFrom, registeredUntil } = vendor
  if (registrationNumber === null) return <Status colour="grey">{t('登録なし')}</Status>
  const since = [
    ...(registeredFrom === null ? [] : [t('{date} から', { date: dateInTable(registeredFrom) })]),
    ...(registeredUntil === null ? [] : [t('{date} まで', { date: dateInTable(registeredUntil) })]),
  ].join(' ')
  return (
    <span className="marks">
      {registrationNumber}
      {vendor.isRegistered ? (
        <Status colour="green">{t('今日は有効')}</Status>
      ) : (
        <Status colour="red">{t('登録期間外')}</Status>
      )}
      {since}
    </span>
  )
}
