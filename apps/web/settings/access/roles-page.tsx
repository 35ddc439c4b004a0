import type { AnswerOf, RoleFace } from '@ennoshita/kernel'
import { kernel } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  FilterField,
  language,
  Select,
  Status,
  says,
  Total,
  t,
  useAddressState,
  useAsk,
  useFiltered,
  useLanguage,
  useRights,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { RoleDialog } from './role-dialog.tsx'
import { moduleWord, scopeWord } from './scope-words.ts'

export type PermissionFace = AnswerOf<typeof kernel.roles>['permissions'][number]

const idOf = (permission: PermissionFace) => permission.permission
const textOf = (permission: PermissionFace) => `${says(permission.says)} ${moduleWord(permission.module)}`
const groupOf = (permission: PermissionFace) => moduleWord(permission.module)

/** Who holds it and how far, in one line. */
function holdersWord({ permission }: PermissionFace, roles: readonly RoleFace[]): string {
  const holders = roles.flatMap((role) => {
    const scope = role.grants.find((grant) => grant.permission === permission)?.scope
    return scope === undefined ? [] : [`${language() === 'en' ? role.nameEn : role.name} ${scopeWord(scope)}`]
  })
  return holders.length === 0 ? t('だれもできない') : holders.join('・')
}

function columnsOf(roles: readonly RoleFace[]): Column<PermissionFace>[] {
  return [
    {
      key: 'says',
      head: t('できること'),
      card: '1',
      cell: (permission) => (
        <>
          <span title={says(permission.says)}>{says(permission.says)}</span>
          <span className="only-phone">
            <br />
            <Status colour="grey">{holdersWord(permission, roles)}</Status>
          </span>
        </>
      ),
    },
    ...roles.map(
      (role): Column<PermissionFace> => ({
        key: role.role,
        head: language() === 'en' ? role.nameEn : role.name,
        width: '6.5rem',
        card: 'none',
        cell: (permission) => {
          const scope = role.grants.find((grant) => grant.permission === permission.permission)?.scope
          return scope === undefined ? <span title={t('できない')}>—</span> : scopeWord(scope)
        },
      }),
    ),
  ]
}

/** 役割と権限: each sentence against each role, with how far it reaches; a role is changed in its dialog. */
export function RolesPage() {
  const answer = useAsk(kernel.roles, {})
  const [filter, setFilter] = useState('')
  const [only, setOnly] = useAddressState('role', '')
  const [changed, setChanged] = useState<RoleFace | 'new' | null>(null)
  const rights = useRights()
  const inUse = useLanguage()
  const all = useMemo(() => answer.data?.roles ?? [], [answer.data])
  const shown = useMemo(() => all.filter((role) => only === '' || role.role === only), [all, only])
  const granted = useMemo(
    () =>
      only === ''
        ? answer.data?.permissions
        : answer.data?.permissions.filter((permission) =>
            shown.some((role) => role.grants.some((grant) => grant.permission === permission.permission)),
          ),
    [answer.data, shown, only],
  )
  const rows = useFiltered(granted, filter, textOf)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(() => columnsOf(shown), [inUse, shown])
  const chosen = all.find((role) => role.role === only)
  return (
    <>
      <div className="filter-bar">
        <search className="filters">
          <FilterField label={t('できることで絞り込む')} value={filter} onChange={setFilter} />
          <Select
            label={t('役割')}
            hidesLabel
            emptyLabel={t('すべての役割')}
            choices={all.map((role) => ({
              value: role.role,
              label: `${language() === 'en' ? role.nameEn : role.name}（${role.members}）`,
            }))}
            value={only === '' ? null : only}
            onChange={(next) => setOnly(next ?? '')}
          />
          {rights.may('kernel.grant-roles') ? (
            <>
              {chosen === undefined ? null : (
                <Button onPress={() => setChanged(chosen)}>{t('この役割の権限を変える')}</Button>
              )}
              <Button onPress={() => setChanged('new')}>{t('役割を作る')}</Button>
            </>
          ) : null}
        </search>
        <div className="totals">
          <Total label={t('できること')} value={rows?.length ?? 0} />
        </div>
      </div>
      <p className="note note-quiet">
        {t(
          'はじめの決まり：作成は「担当」、承認は「社長」（スマートフォンからもできます）。自分で作ったものを自分で承認することはできません。人が足りないときは「職務分掌の例外」に、名前と理由と期限を登録します。',
        )}
      </p>
      <DataTable
        label={t('役割と権限')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        groupOf={groupOf}
        error={answer.error}
      />
      {changed === null ? null : (
        <RoleDialog
          role={changed === 'new' ? null : changed}
          roles={all}
          permissions={answer.data?.permissions ?? []}
          onClose={() => setChanged(null)}
        />
      )}
    </>
  )
}
