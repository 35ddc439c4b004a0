import type { Column } from '@ennoshita/ui'
import {
  Button,
  ConfirmDialog,
  DataTable,
  EmptyState,
  ErrorNote,
  LinkButton,
  Screen,
  Status,
  says,
  showToast,
  Total,
  t,
  useAsk,
  useLanguage,
  useRights,
  useSend,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { approvals } from '../../contract.ts'
import { kindWord } from '../words-of-matters.tsx'
import { PreviewSheet } from './preview-sheet.tsx'
import { RouteDialog } from './route-dialog.tsx'
import type { Route } from './route-words.ts'
import { conditionsWord, stepsWord } from './route-words.ts'

const idOf = (route: Route) => route.routeId ?? route.name
const refreshes = [approvals.routeList, approvals.routePreviews]

function columnsOf(): Column<Route>[] {
  return [
    {
      key: 'kind',
      head: t('種類'),
      width: '8rem',
      card: '2-end',
      cell: (route) => (route.kind === null ? t('すべて') : kindWord(route.kind)),
      sortBy: (route) => route.kind,
    },
    {
      key: 'name',
      head: t('経路'),
      width: '16rem',
      card: '1',
      cell: (route) => route.name,
      sortBy: (route) => route.name,
    },
    { key: 'conditions', head: t('条件'), card: '2', cell: (route) => conditionsWord(route.conditions) },
    {
      key: 'steps',
      head: t('承認する順'),
      card: '3',
      cell: (route) => <span className="cell-lines">{stepsWord(route.steps)}</span>,
    },
    {
      key: 'state',
      head: t('状態'),
      width: '8rem',
      card: '1-end',
      cell: (route) => <StateOf route={route} />,
    },
  ]
}

function StateOf({ route }: { readonly route: Route }) {
  if (route.faults.length > 0)
    return (
      <span title={route.faults.map((fault) => says(fault)).join('、')}>
        <Status colour="red">{t('要確認')}</Status>
      </span>
    )
  if (route.routeId === null) return <Status colour="grey">{t('標準・未登録')}</Status>
  return route.isReady && route.version === 1 ? (
    <Status colour="grey">{t('標準')}</Status>
  ) : (
    <Status colour="green">{t('第{version}版', { version: route.version })}</Status>
  )
}

/** 承認経路: which steps a matter goes, by kind, amount and department; and the look ahead. */
export default function RoutesScreen() {
  const rights = useRights()
  const answer = useAsk(approvals.routeList, {})
  const inUse = useLanguage()
  const [editing, setEditing] = useState<Route | 'new' | null>(null)
  const [retiring, setRetiring] = useState<readonly Route[] | null>(null)
  const adopting = useSend(approvals.adoptRoutes, {
    refreshes,
    onDone: () => showToast(t('標準の経路を登録しました。')),
  })
  const retire = useSend(approvals.retireRoute, { refreshes, onDone: () => showToast(t('経路の使用をやめました。')) })
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language
  const columns = useMemo(columnsOf, [inUse])
  const keeps = rights.may('approvals.keep-routes')
  const isUnwritten = answer.data?.some(({ routeId }) => routeId === null) === true
  async function retireThem() {
    for (const { routeId, version } of retiring ?? []) if (routeId) await retire.send({ routeId, version })
    setRetiring(null)
  }
  return (
    <Screen
      layout="page"
      title={t('承認経路')}
      actions={
        <>
          <LinkButton to="/settings/access?tab=delegations">{t('代理を決める')}</LinkButton>
          {keeps && isUnwritten ? (
            <Button isPending={adopting.isPending} onPress={() => void adopting.send({})}>
              {t('標準の経路を登録')}
            </Button>
          ) : null}
          {keeps ? (
            <Button kind="main" keys="N" onPress={() => setEditing('new')}>
              {t('経路を足す')}
            </Button>
          ) : null}
        </>
      }
      {...(keeps ? { onNew: () => setEditing('new') } : {})}
      totals={<Total label={t('経路')} value={answer.data?.length ?? 0} />}
    >
      {adopting.refusal === null ? null : <ErrorNote face={adopting.refusal} />}
      {retire.refusal === null ? null : <ErrorNote face={retire.refusal} />}
      <DataTable
        label={t('承認経路')}
        rows={answer.data}
        rowId={idOf}
        columns={columns}
        error={answer.error}
        {...(keeps
          ? {
              onOpen: (route: Route) => (route.routeId === null ? undefined : setEditing(route)),
              bulk: (rows: readonly Route[]) => (
                <Button kind="danger" onPress={() => setRetiring(rows.filter(({ routeId }) => routeId !== null))}>
                  {t('使用をやめる')}
                </Button>
              ),
            }
          : {})}
        empty={
          <EmptyState title={t('承認経路がありません')}>
            {t('経路がないと、請求書などを承認に回せません。「経路を足す」から、承認する順を決めてください。')}
          </EmptyState>
        }
      />
      <PreviewSheet />
      {editing === null ? null : (
        <RouteDialog route={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
      <ConfirmDialog
        title={t('使用をやめる')}
        isOpen={retiring !== null && retiring.length > 0}
        onClose={() => setRetiring(null)}
        onConfirm={() => void retireThem()}
        confirmLabel={t('使用をやめる')}
        isDangerous
        isPending={retire.isPending}
      >
        <p>{(retiring ?? []).map(({ name }) => name).join('、')}</p>
        <p>{t('いま回っている案件は、始めたときの経路のまま進みます。')}</p>
      </ConfirmDialog>
    </Screen>
  )
}
