import type { MenuEntry } from '@ennoshita/ui'
import {
  Button,
  Menu,
  ObjectHistory,
  Screen,
  Sheet,
  Split,
  Status,
  Tabs,
  ThrownNote,
  t,
  useAddressState,
  useAsk,
  useOpen,
  usePathPart,
  Waiting,
} from '@ennoshita/ui'
import { useState } from 'react'
import { payables } from '../../contract.ts'
import { AccountsPage } from './accounts-page.tsx'
import { BankAccountDialog } from './bank-account-dialog.tsx'
import { ChangeVendorDialog } from './change-vendor-dialog.tsx'
import { ProtectionNote } from './protection-note.tsx'
import { RestoreVendorDialog, RetireVendorDialog } from './retire-dialogs.tsx'
import { VendorFacts } from './vendor-facts.tsx'
import { VendorInvoices } from './vendor-invoices.tsx'
import { VendorWarnings } from './vendor-warnings.tsx'
import type { VendorDetails } from './vendor-words.tsx'
import { HoldFace, LawClassFace } from './vendor-words.tsx'

/** 取引先: one vendor with its terms, bank accounts, last invoices and what happened. */
export default function VendorScreen() {
  const vendorId = usePathPart('vendorId')
  const answer = useAsk(payables.vendorDetails, { vendorId })
  if (answer.error !== null)
    return (
      <Screen title={t('取引先')} layout="page">
        <ThrownNote error={answer.error} />
      </Screen>
    )
  if (answer.data === undefined || answer.data.vendorId !== vendorId)
    return (
      <Screen title={t('取引先')} layout="page">
        <Waiting />
      </Screen>
    )
  return <VendorPage vendor={answer.data} />
}

type Above = 'change' | 'account' | 'retire' | 'restore' | null

function VendorPage({ vendor }: { readonly vendor: VendorDetails }) {
  const [tab, setTab] = useAddressState('tab', 'accounts')
  const [above, setAbove] = useState<Above>(null)
  const close = () => setAbove(null)
  return (
    <Screen
      layout="page"
      title={vendor.name}
      period={
        <>
          {vendor.nameKana}　{vendor.code} <HoldFace hold={vendor.hold} /> <LawClassFace lawClass={vendor.lawClass} />{' '}
          {vendor.retiredOn === null ? null : <Status colour="grey">{t('使用をやめた')}</Status>}
        </>
      }
      actions={<Acts vendor={vendor} onAct={setAbove} />}
    >
      <Split width="wide" aside={<VendorFacts vendor={vendor} />}>
        <VendorWarnings vendor={vendor} />
        <ProtectionNote protection={vendor.protection} />
        <Tabs
          label={t('取引先の詳細')}
          chosen={tab}
          onChoose={setTab}
          pages={[
            {
              key: 'accounts',
              label: t('振込先口座'),
              count: vendor.accounts.length,
              content: <AccountsPage vendor={vendor} onEnter={() => setAbove('account')} />,
            },
            { key: 'invoices', label: t('最近の請求書'), content: <VendorInvoices vendor={vendor} /> },
            {
              key: 'history',
              label: t('経緯'),
              content: (
                <Sheet title={t('この取引先に起きたこと')}>
                  <ObjectHistory objectId={vendor.vendorId} hidesFilter />
                </Sheet>
              ),
            },
          ]}
        />
      </Split>
      {above === 'change' ? <ChangeVendorDialog vendor={vendor} onClose={close} /> : null}
      {above === 'account' ? <BankAccountDialog vendor={vendor} onClose={close} /> : null}
      {above === 'retire' ? <RetireVendorDialog vendor={vendor} onClose={close} /> : null}
      {above === 'restore' ? <RestoreVendorDialog vendor={vendor} onClose={close} /> : null}
    </Screen>
  )
}

function Acts({ vendor, onAct }: { readonly vendor: VendorDetails; readonly onAct: (above: Above) => void }) {
  const open = useOpen()
  const keeps = vendor.may.keep
  const isRetired = vendor.retiredOn !== null
  const acts: MenuEntry[] = isRetired
    ? [{ label: t('使用を再開する'), run: () => onAct('restore') }]
    : [{ label: t('使用をやめる'), run: () => onAct('retire'), isDangerous: true }]
  return (
    <>
      <Menu
        face={t('その他')}
        label={t('その他の操作')}
        entries={[
          { label: t('この取引先の請求書'), run: () => open(`/invoices?vendor=${vendor.vendorId}`) },
          { label: t('取引先の一覧へ'), run: () => open('/vendors') },
          { label: t('印刷'), run: () => window.print() },
          ...(keeps ? (['line', ...acts] as const) : []),
        ]}
      />
      {keeps && !isRetired ? (
        <Button kind="main" onPress={() => onAct('change')}>
          {t('登録内容を変える')}
        </Button>
      ) : null}
    </>
  )
}
