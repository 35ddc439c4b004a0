import { useDepartmentOptions } from '@ennoshita/people/options'
import type { Column } from '@ennoshita/ui'
import {
  Button,
  ConfirmDialog,
  DataTable,
  EmptyState,
  FilterField,
  KeyLine,
  PrintButton,
  Screen,
  Select,
  Status,
  send,
  showToast,
  Total,
  t,
  useAddressState,
  useAsk,
  useFiltered,
  useLanguage,
  useMany,
  useRights,
} from '@ennoshita/ui'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
import { desk } from '../../contract.ts'
import type { Template } from '../ask/template-words.ts'
import { templateNameOf } from '../ask/template-words.ts'
import { ReadyDialog } from './ready-dialog.tsx'
import { AddTemplateDialog, ChangeTemplateDialog } from './template-dialog.tsx'

const idOf = (template: Template) => template.templateId
const textOf = (template: Template) =>
  [template.name, template.nameEn, template.guide, ...template.fields.map((field) => field.label)].join(' ')

function columnsOf(departmentName: (departmentId: string | null) => string): Column<Template>[] {
  return [
    { key: 'name', head: t('名前'), card: '1', cell: templateNameOf, sortBy: templateNameOf },
    {
      key: 'state',
      head: t('状態'),
      width: '7rem',
      card: '1-end',
      cell: (template) =>
        template.isRetired ? (
          <Status colour="grey">{t('受付をやめた')}</Status>
        ) : (
          <Status colour="green">{t('受付中')}</Status>
        ),
    },
    {
      key: 'department',
      head: t('答える部門'),
      width: '12rem',
      card: '2',
      cell: (template) => departmentName(template.departmentId),
      sortBy: (template) => departmentName(template.departmentId),
    },
    {
      key: 'days',
      head: t('ふだんの日数'),
      width: '8rem',
      align: 'end',
      card: '2-end',
      cell: (template) => (template.usualDays === 0 ? t('その日') : t('{days}営業日', { days: template.usualDays })),
      sortBy: (template) => template.usualDays,
    },
    {
      key: 'fields',
      head: t('項目'),
      card: '3',
      cell: (template) => template.fields.map((field) => field.label).join('、'),
    },
  ]
}

type Above =
  | { readonly what: 'add' }
  | { readonly what: 'ready' }
  | { readonly what: 'change'; readonly template: Template }
type Retiring = { readonly templates: readonly Template[]; readonly clear: () => void }

/** 依頼の種類: what may be asked, who answers, and what the form asks for. */
export default function TemplatesScreen() {
  const [retired, setRetired] = useAddressState('retired', '')
  const [filter, setFilter] = useState('')
  const [above, setAbove] = useState<Above | null>(null)
  const rights = useRights()
  const keeps = rights.may('desk.keep-templates')
  const answer = useAsk(desk.templates, { retired: retired !== '' })
  const rows = useFiltered(answer.data, filter, textOf)
  const close = () => setAbove(null)
  const ready = <Button onPress={() => setAbove({ what: 'ready' })}>{t('用意された種類をそろえる')}</Button>
  return (
    <Screen
      title={t('依頼の種類')}
      {...(keeps ? { onNew: () => setAbove({ what: 'add' }) } : {})}
      actions={
        <>
          <PrintButton />
          {keeps ? ready : null}
          {keeps ? (
            <Button kind="main" keys="N" onPress={() => setAbove({ what: 'add' })}>
              {t('種類を足す')}
            </Button>
          ) : null}
        </>
      }
      filters={
        <>
          <FilterField label={t('名前・項目で絞り込む')} value={filter} onChange={setFilter} />
          <Select
            label={t('状態')}
            hidesLabel
            emptyLabel={t('受付中')}
            choices={[{ value: 'yes', label: t('やめたものも') }]}
            value={retired === '' ? null : 'yes'}
            onChange={(next) => setRetired(next ?? '')}
          />
        </>
      }
      totals={<Total label={t('合計')} value={rows?.length ?? 0} unit={t('種類')} />}
    >
      <TemplateTable
        rows={rows}
        error={answer.error}
        keeps={keeps}
        isNarrowed={filter !== ''}
        ready={ready}
        onChange={(template) => setAbove({ what: 'change', template })}
      />
      {above?.what === 'add' ? (
        <AddTemplateDialog
          position={Math.max(0, ...(answer.data ?? []).map((each) => each.position)) + 10}
          onClose={close}
        />
      ) : null}
      {above?.what === 'ready' ? <ReadyDialog onClose={close} /> : null}
      {above?.what === 'change' ? <ChangeTemplateDialog template={above.template} onClose={close} /> : null}
    </Screen>
  )
}

function TemplateTable(props: {
  readonly rows: readonly Template[] | undefined
  readonly error: unknown
  readonly keeps: boolean
  readonly isNarrowed: boolean
  readonly ready: ReactNode
  readonly onChange: (template: Template) => void
}) {
  const many = useMany()
  const inUse = useLanguage()
  const departments = useDepartmentOptions()
  const [retiring, setRetiring] = useState<Retiring | null>(null)
  const columns = useMemo(
    () => columnsOf((id) => departments.find((each) => each.value === id)?.label ?? t('受付')),
    [inUse, departments],
  )
  async function retire() {
    if (retiring === null) return
    const done = await many.each(
      retiring.templates.filter((template) => !template.isRetired),
      ({ templateId }) => send(desk.retireTemplate, { templateId }),
      [desk.templates],
    )
    retiring.clear()
    setRetiring(null)
    if (done.length > 0) showToast(t('{count}種類の受付をやめました。', { count: done.length }))
  }
  return (
    <>
      {many.face}
      <DataTable
        label={t('依頼の種類')}
        rows={props.rows}
        rowId={idOf}
        columns={columns}
        error={props.error}
        {...(props.keeps
          ? {
              onOpen: props.onChange,
              bulk: (templates: readonly Template[], clear: () => void) => (
                <Button onPress={() => setRetiring({ templates, clear })}>{t('受付をやめる')}</Button>
              ),
            }
          : {})}
        empty={
          props.isNarrowed ? (
            <EmptyState title={t('この条件に当たるものはありません')} />
          ) : (
            <EmptyState title={t('依頼の種類がまだありません')} action={props.keeps ? props.ready : undefined}>
              {t('備品、名刺、証明書、契約書の確認など、よくある15種類をすぐに使い始められます。')}
            </EmptyState>
          )
        }
      />
      {props.keeps ? (
        <KeyLine
          keys={[
            ['N', t('種類を足す')],
            ['Enter', t('直す')],
            ['Space', t('まとめて')],
          ]}
        />
      ) : null}
      <ConfirmDialog
        title={t('受付をやめますか')}
        isOpen={retiring !== null}
        onClose={() => setRetiring(null)}
        onConfirm={() => void retire()}
        confirmLabel={t('受付をやめる')}
        isDangerous
      >
        <p>{t('選んだ種類では、新しい依頼を出せなくなります。これまでの依頼はそのまま残ります。')}</p>
      </ConfirmDialog>
    </>
  )
}
