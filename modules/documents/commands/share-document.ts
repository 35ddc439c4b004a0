import type { CommandContext, Tx } from '@ennoshita/kernel/server'

/** Lets people open a document beside its keeper and its department, because they are asked to decide on it; nobody is taken away. */
export async function shareDocument(
  tx: Tx,
  { actor }: Pick<CommandContext, 'actor'>,
  documentId: string,
  personIds: readonly string[],
): Promise<void> {
  await tx.run`insert into documents.reader (company_id, document_id, person_id)
    select d.company_id, d.id, person_id from documents.document d, unnest(${[...new Set(personIds)]}::uuid[]) as person_id
    where d.company_id = ${actor.companyId} and d.id = ${documentId} on conflict do nothing`
}
