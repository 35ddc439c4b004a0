import type { MyCollection } from '../collection/collection-words.tsx'
import type { Message } from '../message/message-words.tsx'
import type { RequestRow } from '../request/request-words.tsx'

/** One thing that someone asks of me; `until` is a date, or an instant for a call to return. */
export type AskedRow = { readonly id: string; readonly until: string | null; readonly isLate: boolean } & (
  | { readonly kind: 'request'; readonly request: RequestRow }
  | { readonly kind: 'collection'; readonly collection: MyCollection }
  | { readonly kind: 'message'; readonly message: Message }
)

/**
 * What is asked of me, in one order: calls to return first, then by the day, then what has none. A request that waits for the
 * one who asked is not mine to do now; one that nobody has taken counts where it came to my department or to none.
 */
export function askedRows(
  asked: {
    readonly mine: readonly RequestRow[]
    readonly untaken: readonly RequestRow[]
    readonly collections: readonly MyCollection[]
    readonly messages: readonly Message[]
  },
  myDepartmentIds: readonly string[],
  today: string,
): AskedRow[] {
  const untaken = asked.untaken.filter(
    ({ departmentId }) => departmentId === null || myDepartmentIds.includes(departmentId),
  )
  const requests = [...asked.mine.filter(({ state }) => state !== 'asked-back'), ...untaken]
  return [
    ...asked.messages.map((message) => ({
      ...{ kind: 'message' as const, id: message.messageId, message },
      ...{ until: message.callBackBy, isLate: message.isCallBackDue },
    })),
    ...requests.map((request) => ({
      ...{ kind: 'request' as const, id: request.requestId, request },
      ...{ until: request.promisedOn ?? request.wantedOn, isLate: request.isPastPromise },
    })),
    ...asked.collections.map((collection) => ({
      ...{ kind: 'collection' as const, id: collection.collectionId, collection },
      ...{ until: collection.dueOn, isLate: collection.dueOn < today },
    })),
  ].toSorted((a, b) => placeOf(a) - placeOf(b) || (a.until ?? '').localeCompare(b.until ?? ''))
}

function placeOf(row: AskedRow): number {
  if (row.kind === 'message') return 0
  return row.until === null ? 2 : 1
}
