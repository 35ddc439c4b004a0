import { Link, t, useAsk, useRights } from '@ennoshita/ui'
import { work } from '../../contract.ts'

/** Tasks that stand in nobody's day, because their kind names nobody: said to those who can give them to someone. */
export function UnassignedNote() {
  const grants = useRights()
  const answer = useAsk(work.taskList, { unassigned: true, limit: 1 }, { when: grants.may('work.manage-kinds') })
  const count = answer.data?.total ?? 0
  if (count === 0) return null
  return (
    <div className="note" role="status">
      <p className="note-what">{t('やることのうち{count}件は、担当が決まっていません。', { count })}</p>
      <p className="marks">
        <Link to="/work/tasks?person=nobody">{t('見て引き受ける・渡す')}</Link>
        <Link to="/work/inventory">{t('業務に担当を決める')}</Link>
      </p>
    </div>
  )
}
