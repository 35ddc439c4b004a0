import type { EventObject } from '@ennoshita/kernel/server'

/** A telephone message as events and search know it: by who called. */
export function messageObject(message: {
  messageId: string
  callerCompany: string
  callerName: string
  callerNumber: string
  toPersonId: string
  takenById: string | null
  departmentId: string | null
}): EventObject {
  const caller = [message.callerCompany.trim(), message.callerName.trim()].filter((part) => part !== '').join(' ')
  return {
    type: 'message',
    id: message.messageId,
    label: {
      text: `伝言：${caller === '' ? message.callerNumber.trim() : `${caller}様`}`,
      opens: `/desk/messages/${message.messageId}`,
      may: 'desk.see-messages',
      own: message.takenById === null ? [message.toPersonId] : [message.toPersonId, message.takenById],
      departmentId: message.departmentId,
    },
  }
}
