import { collectionContracts } from './contract/collections.ts'
import { messageContracts } from './contract/messages.ts'
import { noticeContracts } from './contract/notices.ts'
import { requestContracts } from './contract/requests.ts'
import { templateContracts } from './contract/templates.ts'

export { type TemplateField, templateField } from './contract/templates.ts'

/** Every command and query of the desk, as a browser may know it. */
export const desk = {
  ...requestContracts,
  ...templateContracts,
  ...messageContracts,
  ...collectionContracts,
  ...noticeContracts,
}
