import type { LocalDate } from '@ennoshita/kernel'
import { ComboBox, DateField, FormDialog, showToast, TextField, t, useForm } from '@ennoshita/ui'
import { people } from '../../contract.ts'
import { useDepartmentOptions } from '../options.ts'
import type { Department } from './organisation-parts.ts'
import { showingOrganisation } from './organisation-parts.ts'
import { PlaceField } from './place-field.tsx'

/** A new department from a day on. */
export function AddDepartmentDialog(props: {
  readonly on: LocalDate
  readonly parentId: string | null
  readonly onClose: () => void
}) {
  const form = useForm(people.addDepartment, {
    draftKey: `${props.parentId ?? ''}.${props.on}`,
    initial: { parentId: props.parentId, fromOn: props.on },
    refreshes: showingOrganisation,
    onDone: () => {
      props.onClose()
      showToast(t('部署を加えました。'))
    },
  })
  const departments = useDepartmentOptions(form.draft.fromOn ?? undefined)
  return (
    <FormDialog title={t('部署を加える')} form={form} isOpen onClose={props.onClose}>
      <TextField label={t('部署名')} autoFocus {...form.field('name')} />
      <ComboBox
        label={t('上位の部署')}
        options={departments}
        {...form.field('parentId')}
        help={t('空欄なら、いちばん上に置きます。')}
      />
      <DateField
        label={t('設ける日')}
        {...form.field('fromOn')}
        help={t('先の日付にすると、その日から組織図に現れます。')}
      />
      <PlaceField {...form.field('place')} label={t('並び順')} />
    </FormDialog>
  )
}

/** Name, parent and place of a department from a day on; a circle is told at the parent. */
export function ChangeDepartmentDialog(props: {
  readonly on: LocalDate
  readonly department: Department
  readonly departments: readonly Department[]
  readonly onClose: () => void
}) {
  const { department } = props
  const form = useForm(people.changeDepartment, {
    draftKey: `${department.departmentId}.${department.version}.${props.on}`,
    initial: {
      departmentId: department.departmentId,
      version: department.version,
      fromOn: props.on,
      name: department.name,
      parentId: department.parentId,
      place: department.place,
    },
    refreshes: showingOrganisation,
    onDone: () => {
      props.onClose()
      showToast(t('部署を変えました。'))
    },
  })
  const departments = useDepartmentOptions(form.draft.fromOn ?? undefined)
  return (
    <FormDialog title={t('「{name}」を変える', { name: department.name })} form={form} isOpen onClose={props.onClose}>
      <DateField
        label={t('いつから')}
        autoFocus
        {...form.field('fromOn')}
        help={t('この日より前の名称と所属先は、そのまま残ります。')}
      />
      <TextField label={t('部署名')} {...form.field('name')} isRequired />
      <ComboBox
        label={t('上位の部署')}
        options={departments}
        {...form.field('parentId')}
        help={t('空欄なら、いちばん上に置きます。')}
      />
      <PlaceField {...form.field('place')} label={t('並び順')} />
    </FormDialog>
  )
}

/** 廃止: the last day of a department; who is still in it is told by the refusal. */
export function CloseDepartmentDialog(props: {
  readonly on: LocalDate
  readonly department: Department
  readonly onClose: () => void
}) {
  const { department } = props
  const form = useForm(people.closeDepartment, {
    draftKey: `${department.departmentId}.${department.version}`,
    initial: { departmentId: department.departmentId, version: department.version, untilOn: props.on },
    refreshes: showingOrganisation,
    onDone: () => {
      props.onClose()
      showToast(t('廃止を登録しました。'))
    },
  })
  return (
    <FormDialog
      title={t('「{name}」を廃止する', { name: department.name })}
      form={form}
      isOpen
      onClose={props.onClose}
      saveLabel={t('廃止する')}
    >
      <p>{t('所属する人の異動と、下の部署の所属替えを先に登録しておきます。過去の記録にはこの部署が残ります。')}</p>
      <DateField label={t('最終日')} autoFocus {...form.field('untilOn')} />
    </FormDialog>
  )
}
