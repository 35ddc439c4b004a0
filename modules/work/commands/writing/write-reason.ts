import { type CommandContext, newId } from '@ennoshita/kernel/server'

/** Keeps a reason or remark with the task, not in the log: it may hold what the log must be able to forget. */
export async function writeReason(
  { tx, actor }: CommandContext,
  taskId: string,
  text: string,
  now: string,
): Promise<string> {
  const commentId = newId()
  await tx.run`insert into work.task_comment (company_id, id, task_id, text, written_at, written_by)
    values (${actor.companyId}, ${commentId}, ${taskId}, ${text}, ${now}, ${actor.personId ?? null})`
  return commentId
}
