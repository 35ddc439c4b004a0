import type { Column } from '@ennoshita/ui'
import {
  Button,
  DataTable,
  instantInTable,
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
import { useAct } from '../../sign-in/use-act.ts'
import { browserWord } from './browser-word.ts'

const sessionLines = z.array(
  z.object({
    sessionId: z.string(),
    current: z.boolean(),
    beganAt: z.string(),
    expiresAt: z.string(),
    address: z.string(),
    browser: z.string(),
  }),
)
type SessionLine = z.output<typeof sessionLines>[number]
const idOf = (line: SessionLine) => line.sessionId

function columnsOf(end: (line: SessionLine) => void): readonly Column<SessionLine>[] {
  return [
    {
      key: 'browser',
      head: t('機器とブラウザー'),
      card: '1',
      cell: (line) => <span title={line.browser}>{browserWord(line.browser) || t('わかりません')}</span>,
    },
    { key: 'address', head: t('接続元'), width: '11em', card: '2', cell: (line) => line.address },
    {
      key: 'began',
      head: t('サインインした日時'),
      width: '11em',
      card: '3',
      cell: (line) => instantInTable(line.beganAt, { withYear: true }),
      sortBy: (line) => line.beganAt,
    },
    {
      key: 'act',
      head: t('操作'),
      width: '13em',
      card: '3-end',
      cell: (line) =>
        line.current ? (
          <Status colour="green">{t('この画面')}</Status>
        ) : (
          <Button kind="quiet" onPress={() => end(line)}>
            {t('サインアウトさせる')}
          </Button>
        ),
    },
  ]
}

/** Where the account is signed in; any place but this one can be signed out from here. */
export function SessionsSheet() {
  const sessions = useQuery({ queryKey: ['session-lines'], queryFn: () => talk('/api/sessions', sessionLines) })
  const act = useAct()
  const inUse = useLanguage()
  async function end(line: SessionLine) {
    await talk('/api/session/revoke', z.unknown(), { sessionId: line.sessionId })
    await sessions.refetch()
    showToast(t('サインアウトさせました。'))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language, the acts do not change
  const columns = useMemo(() => columnsOf((line) => void act.run(() => end(line))), [inUse])
  return (
    <Sheet title={t('サインインしている場所')}>
      {act.refusal === null ? null : <ThrownNote error={act.refusal} />}
      <DataTable
        label={t('サインインしている場所')}
        rows={sessions.data}
        error={sessions.error}
        rowId={idOf}
        columns={columns}
      />
    </Sheet>
  )
}
