import type { LocalDate } from '@ennoshita/kernel'
import type { Column } from '@ennoshita/ui'
import {
  Button,
  ConfirmDialog,
  DataTable,
  dateInTable,
  EmptyState,
  ErrorNote,
  Menu,
  Sheet,
  Status,
  showToast,
  t,
  todayInTokyo,
  useLanguage,
  useSend,
} from '@ennoshita/ui'
import { useMemo, useState } from 'react'
import { people } from '../../contract.ts'
import { AddSideDialog, EndAssignmentDialog } from './assignment-dialogs.tsx'
import type { PersonDetails, Placement } from './person-parts.ts'
import { showingPeople } from './person-parts.ts'

const idOf = (placement: Placement) => placement.assignmentId

function stateFace(placement: Placement, today: LocalDate) {
  if (placement.fromOn > today) return <Status colour="blue">{t('予定')}</Status>
  if (placement.untilOn !== null && placement.untilOn < today) return <Status colour="grey">{t('終わり')}</Status>
  return <Status colour="green">{t('いま')}</Status>
}

function periodWord({ fromOn, untilOn }: Placement): string {
  return untilOn === null
    ? t('{from} から', { from: dateInTable(fromOn) })
    : t('{from} 〜 {until}', { from: dateInTable(fromOn), until: dateInTable(untilOn) })
}

function columnsOf(
  today: LocalDate,
  acts: { readonly end: (placement: Placement) => void; readonly cancel: (placement: Placement) => void } | null,
): Column<Placement>[] {
  return [
    { key: 'period', head: t('期間'), width: '13.5rem', card: '2', cell: periodWord, sortBy: (each) => each.fromOn },
    { key: 'department', head: t('部署'), card: '1', cell: (each) => each.departmentPath },
    { key: 'post', head: t('役職'), width: '7rem', card: '3', cell: (each) => each.postName ?? t('なし') },
    {
      key: 'main',
      head: t('本務・兼務'),
      width: '5.5rem',
      card: '3-end',
      cell: (each) => (each.main ? t('本務') : t('兼務')),
    },
    { key: 'state', head: t('状態'), width: '5.5rem', card: '1-end', cell: (each) => stateFace(each, today) },
    ...(acts === null
      ? []
      : [
          {
            key: 'act',
            head: t('操作'),
            width: '4rem',
            card: '2-end' as const,
            cell: (each: Placement) => (
              <Menu
                kind="quiet"
                face="…"
                label={t('{department}の所属への操作', { department: each.departmentPath })}
                entries={[
                  { label: t('所属を終える'), run: () => acts.end(each) },
                  { label: t('登録の間違いとして取り消す'), run: () => acts.cancel(each), isDangerous: true },
                ]}
              />
            ),
          },
        ]),
  ]
}

/** 所属: past, present and entered ahead, newest first; 兼務 is added, ended and taken back here. */
export function AssignmentsSheet({ person, keeps }: { readonly person: PersonDetails; readonly keeps: boolean }) {
  const today = todayInTokyo()
  const [isAdding, setAdding] = useState(false)
  const [ending, setEnding] = useState<Placement | null>(null)
  const [cancelling, setCancelling] = useState<Placement | null>(null)
  const cancel = useSend(people.cancelAssignment, {
    refreshes: showingPeople,
    onDone: () => showToast(t('取り消しました。')),
  })
  const rows = useMemo(
    () => [...(person.history ?? person.placements)].sort((one, other) => other.fromOn.localeCompare(one.fromOn)),
    [person],
  )
  const inUse = useLanguage()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the heads follow the language, the acts do not change
  const columns = useMemo(
    () => columnsOf(today, keeps ? { end: setEnding, cancel: setCancelling } : null),
    [inUse, today, keeps],
  )
  return (
    <Sheet
      title={t('所属の移り変わり')}
      actions={
        keeps ? (
          <Button kind="quiet" onPress={() => setAdding(true)}>
            {t('兼務を加える')}
          </Button>
        ) : null
      }
    >
      {cancel.refusal === null ? null : <ErrorNote face={cancel.refusal} />}
      <DataTable
        label={t('所属の移り変わり')}
        rows={rows}
        rowId={idOf}
        columns={columns}
        empty={
          <EmptyState title={t('まだどの部署にも所属していません')}>
            {keeps ? t('右上の「異動を登録」で、最初の部署と日付を決めてください。') : null}
          </EmptyState>
        }
      />
      {isAdding ? <AddSideDialog person={person} onClose={() => setAdding(false)} /> : null}
      {ending === null ? null : <EndAssignmentDialog placement={ending} onClose={() => setEnding(null)} />}
      <ConfirmDialog
        title={t('この所属の登録を取り消しますか')}
        isOpen={cancelling !== null}
        onClose={() => setCancelling(null)}
        confirmLabel={t('取り消す')}
        isDangerous
        onConfirm={() => {
          if (cancelling !== null) void cancel.send({ assignmentId: cancelling.assignmentId })
          setCancelling(null)
        }}
      >
        <p>
          {t(
            '「{department}」の所属は、はじめからなかったことになります。異動で終わるときは「所属を終える」を使ってください。',
            {
              department: cancelling?.departmentPath ?? '',
            },
          )}
        </p>
      </ConfirmDialog>
    </Sheet>
  )
}
