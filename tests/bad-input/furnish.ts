import { type Headers, jsonOf, type Program } from './program.ts'

/** Ids of what stands in a furnished company, by the names under which inputs ask for them. */
export type Furniture = Readonly<Record<string, string>>

/** Sends a command that must succeed and answers what it answered. */
export async function done(program: Program, headers: Headers, name: string, input: object) {
  const answer = await program.send(name, input, headers)
  if (answer.status !== 200) throw new Error(`${name}: ${answer.body}`)
  return jsonOf(answer)
}

/** Puts one of each thing into a company, through its commands over HTTP. */
export async function furnish(program: Program, headers: Headers): Promise<Furniture> {
  const make = (name: string, input: object) => done(program, headers, name, input)
  const fromOn = '2020-04-01'
  const { departmentId } = await make('people.add-department', { name: '経理部', fromOn })
  const { postId } = await make('people.add-post', { name: '部長', heads: true, fromOn })
  const assignment = { departmentId, postId, fromOn }
  const { personId } = await make('people.add-person', {
    ...{
      familyName: '鈴木',
      givenName: '一郎',
      email: `ichiro-${departmentId}@example.jp`,
      joinedOn: fromOn,
      assignment,
    },
  })
  const third = await make('people.add-person', { familyName: '高橋', givenName: '三郎', joinedOn: fromOn })
  const { assignmentId } = await make('people.assign-person', { personId: third.personId, departmentId, fromOn })
  const people = { departmentId, postId, personId, assignmentId }
  return {
    ...people,
    ...(await workThings(make, people)),
    ...(await deskThings(make, people)),
    ...(await otherThings(make, people)),
  }
}

type Make = (name: string, input: object) => Promise<Record<string, string>>
type People = { readonly departmentId: string; readonly personId: string }

async function workThings(make: Make, { departmentId, personId }: People): Promise<Furniture> {
  const { kindId = '' } = await make('work.add-kind', {
    name: '請求書の発送',
    departmentId,
    steps: [{ text: '印刷する' }],
  })
  const { taskId = '' } = await make('work.add-task', {
    title: '請求書の発送',
    dueOn: '2026-11-25',
    kindId,
    steps: ['印刷する', '封をする'],
  })
  const { deedId = '' } = await make('work.record-deed', { text: 'コピー機の紙づまりを直した' })
  const { entryId = '' } = await make('work.add-entry', {
    sort: 'contract',
    name: '倉庫の賃貸借',
    endsOn: '2027-03-31',
    noticePeriod: '3か月前',
  })
  const { reportId = '' } = await make('work.draft-report', { month: '2026-11-01' })
  const theirs = await make('work.add-task', { title: '郵便の仕分け', assigneeId: personId })
  const about = { type: 'task', id: theirs.taskId }
  const { thanksId = '' } = await make('work.attach-thanks', {
    about,
    toPersonId: personId,
    text: 'ありがとうございます',
  })
  const { importId = '' } = await make('work.stage-inventory-import', {
    fileName: '棚卸.csv',
    rows: [
      ['業務名', '担当'],
      ['郵便', ''],
    ],
  })
  return { kindId, taskId, deedId, entryId, reportId, thanksId, 'work.importId': importId }
}

async function deskThings(make: Make, { personId }: People): Promise<Furniture> {
  const field = { key: 'on', label: '希望日', labelEn: 'wanted', takes: 'date' }
  const { templateId = '' } = await make('desk.add-template', {
    name: '備品の購入',
    nameEn: 'purchase',
    fields: [field],
  })
  const { requestId = '' } = await make('desk.submit-request', { templateId, title: '椅子がほしい' })
  const { messageId = '' } = await make('desk.take-message', { toPersonId: personId, callerName: '田中様' })
  const { collectionId = '' } = await make('desk.start-collection', {
    title: '年末調整の書類',
    dueOn: '2026-11-30',
    personIds: [personId],
  })
  const { noticeId = '' } = await make('desk.publish-notice', { title: '25日までにお願いします' })
  return { templateId, requestId, messageId, collectionId, noticeId }
}

async function otherThings(make: Make, { personId }: People): Promise<Furniture> {
  const fromOn = '2026-11-20'
  const staged = {
    fileName: '名簿.csv',
    fromOn,
    rows: [
      ['氏名', '社員番号'],
      ['佐藤 次郎', '001'],
    ],
  }
  const { importId = '' } = await make('people.stage-people-import', staged)
  const { invitationId = '' } = await make('kernel.invite-person', { personId, email: `ichiro-${personId}@example.jp` })
  return { 'people.importId': importId, invitationId }
}

/** What stands for fields of these names in the input of a command or query of that module. */
export function knownIn(furniture: Furniture, module: string): Readonly<Record<string, unknown>> {
  const { personId, taskId, deedId } = furniture
  const person = [
    'toPersonId',
    'deputyId',
    'deputyIds',
    'mainId',
    'assigneeId',
    'forPersonId',
    'responsibleId',
    'personIds',
  ]
  return {
    ...furniture,
    ...Object.fromEntries(person.map((name) => [name, personId])),
    ...{ id: deedId, objectId: taskId, subjectId: personId, importId: furniture[`${module}.importId`] },
    ...{ departmentIds: furniture.departmentId, parentId: furniture.departmentId, deedIds: deedId },
    ...{ version: 1, type: 'person', role: 'employee', key: 'on', place: 1, outside: '税務署', callerName: '田中様' },
  }
}
