import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  instantInTable,
  Screen,
  Sheet,
  Status,
  showToast,
  ThrownNote,
  t,
  talk,
  useLanguage,
} from '@ennoshita/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { z } from 'zod'
import { useSession } from './session.ts'
import { TwoFactorSheet } from './two-factor-sheet.tsx'
import { useAct } from './use-act.ts'

const openSession = z.object({
  sessionId: z.string(),
  beganAt: z.string().nullish(),
  address: z.string().nullish(),
  browser: z.string().nullish(),
  current: z.boolean().nullish(),
})
const sessionList = z.array(openSession)
type OpenSession = z.output<typeof openSession>

/** One's own account: where it is signed in, and the second factor. */
export function AccountScreen() {
  const session = useSession()
  const account = session.data?.account
  return (
    <Screen title={t('私のアカウント')} period={account?.email} layout="page">
      {account === null || account === undefined ? (
        <Sheet>
          <p>{t('見本の会社では、パスワードも確認コードも使いません。')}</p>
        </Sheet>
      ) : (
        <>
          <TwoFactorSheet isOn={account.twoFactor} onChange={() => void session.refetch()} />
          <SessionsSheet />
        </>
      )}
    </Screen>
  )
}

function SessionsSheet() {
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: () => talk('/api/sessions', sessionList) })
  const act = useAct()
  const language = useLanguage()
  async function revoke(sessionId: string) {
    await talk('/api/session/revoke', z.unknown(), { sessionId })
    await sessions.refetch()
    showToast(t('サインアウトさせました。'))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language, the acts do not change
  const columns = useMemo(() => columnsOf((sessionId) => void act.run(() => revoke(sessionId))), [language])
  return (
    <Sheet title={t('サインインしている場所')}>
      {act.refusal === null ? null : <ThrownNote error={act.refusal} />}
      <DataTable
        label={t('サインインしている場所')}
        rows={sessions.data}
        error={sessions.error}
        rowId={(row) => row.sessionId}
        columns={columns}
      />
    </Sheet>
  )
}

function columnsOf(revoke: (sessionId: string) => void): readonly Column<OpenSession>[] {
  return [
    { key: 'device', head: t('機器'), card: '1', cell: (row) => row.browser || t('わかりません') },
    { key: 'address', head: t('接続元'), width: '12em', card: '2', cell: (row) => row.address ?? '' },
    {
      key: 'since',
      head: t('サインインした日時'),
      width: '12em',
      card: '3',
      cell: (row) => (typeof row.beganAt === 'string' ? instantInTable(row.beganAt, { withYear: true }) : ''),
    },
    {
      key: 'act',
      head: t('操作'),
      width: '13em',
      card: '3-end',
      cell: (row) =>
        row.current === true ? (
          <Status colour="green">{t('この画面')}</Status>
        ) : (
          <Button kind="quiet" onPress={() => revoke(row.sessionId)}>
            {t('サインアウトさせる')}
          </Button>
        ),
    },
  ]
}
