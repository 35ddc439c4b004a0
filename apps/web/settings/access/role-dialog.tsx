import type { RoleFace } from '@ennoshita/kernel'
import { kernel } from '@ennoshita/kernel'
import { FieldRow, FormDialog, Select, says, showToast, TextField, t, useForm } from '@ennoshita/ui'
import type { PermissionFace } from './roles-page.tsx'
import type { Scope } from './scope-words.ts'
import { moduleWord, scopeWord } from './scope-words.ts'

const scopes: readonly Scope[] = ['own', 'department', 'company']

/** One role: its name, and for each sentence how far it reaches. A new one begins as a copy or empty. */
export function RoleDialog(props: {
  readonly role: RoleFace | null
  readonly roles: readonly RoleFace[]
  readonly permissions: readonly PermissionFace[]
  readonly onClose: () => void
}) {
  const { role, permissions } = props
  const form = useForm(kernel.defineRole, {
    draftKey: role?.role ?? '',
    initial:
      role === null
        ? { grants: {} }
        : { role: role.role, name: role.name, nameEn: role.nameEn, grants: grantsOf(role) },
    refreshes: [kernel.roles, kernel.members],
    onDone: () => {
      props.onClose()
      showToast(t('役割を保存しました。'))
    },
  })
  const grants: Readonly<Record<string, Scope>> = form.draft.grants ?? {}
  const modules = [...new Set(permissions.map((permission) => permission.module))]
  function grant(permission: string, scope: Scope | null) {
    const others = Object.fromEntries(Object.entries(grants).filter(([name]) => name !== permission))
    form.change({ grants: scope === null ? others : { ...others, [permission]: scope } })
  }
  return (
    <FormDialog
      title={role === null ? t('役割を作る') : t('「{name}」の権限', { name: role.name })}
      form={form}
      isOpen
      onClose={props.onClose}
      width="wide"
    >
      {role === null ? (
        <FieldRow>
          <TextField
            label={t('短い名前')}
            autoFocus
            {...form.field('role')}
            help={t('英小文字と数字とハイフン。あとから変えられません。例：payroll-clerk')}
          />
          <Select
            label={t('もとにする役割')}
            emptyLabel={t('何もできない状態から')}
            choices={props.roles.map((each) => ({ value: each.role, label: each.name }))}
            value={null}
            onChange={(base) => {
              const from = props.roles.find((each) => each.role === base)
              if (from !== undefined) form.change({ grants: grantsOf(from) })
            }}
          />
        </FieldRow>
      ) : (
        <p>{t('この役割の人は{count}人います。保存すると、すぐに全員に効きます。', { count: role.members })}</p>
      )}
      <FieldRow>
        <TextField label={t('名前')} {...form.field('name')} />
        <TextField label={t('名前（英語）')} {...form.field('nameEn')} />
      </FieldRow>
      {modules.map((module) => (
        <fieldset key={module} className="field">
          <legend className="field-label">{moduleWord(module)}</legend>
          {permissions
            .filter((permission) => permission.module === module)
            .map((permission) => (
              <FieldRow key={permission.permission}>
                <Select
                  label={says(permission.says)}
                  emptyLabel={t('できない')}
                  choices={scopes.map((scope) => ({ value: scope, label: scopeWord(scope) }))}
                  value={grants[permission.permission] ?? null}
                  error={form.errors[`grants.${permission.permission}`]}
                  onChange={(scope) => grant(permission.permission, scope)}
                />
              </FieldRow>
            ))}
        </fieldset>
      ))}
    </FormDialog>
  )
}

function grantsOf(role: RoleFace): Record<string, Scope> {
  return Object.fromEntries(role.grants.map((each) => [each.permission, each.scope]))
}
