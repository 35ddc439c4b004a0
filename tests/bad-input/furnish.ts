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
    ...(await approvalThings(make, people)),
    ...(await otherThings(make, people)),
    ...(await moneyThings(make)),
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

async function ledgerThings(make: Make): Promise<Furniture> {
  await make('ledger.adopt-chart', {})
  const { accountId = '' } = await make('ledger.add-account', {
    code: 'A1',
    name: '試しの資産',
    division: 'investments',
  })
  const { subAccountId = '' } = await make('ledger.add-sub-account', { accountId, code: '1', name: '試しの内訳' })
  const line = { accountId, subAccountId, amount: 1_000 }
  const { journalId = '' } = await make('ledger.post-journal', {
    postedOn: '2026-11-20',
    lines: [
      { ...line, side: 'debit' },
      { ...line, side: 'credit' },
    ],
  })
  return { accountId, subAccountId, journalId }
}

async function moneyThings(make: Make): Promise<Furniture> {
  const books = await ledgerThings(make)
  return { ...books, ...(await vendorThings(make, books)) }
}

async function vendorThings(make: Make, { accountId, subAccountId }: Furniture): Promise<Furniture> {
  await make('payables.set-settings', { version: 0 })
  const holder = { bankCode: '0991', branchCode: '101', accountNumber: '1234567', holder: 'ヨツバシザイ' }
  const { vendorId = '', bankAccountId = '' } = await make('payables.add-vendor', {
    ...{ name: '株式会社よつば資材', nameKana: 'ヨツバシザイ', bankAccount: holder },
  })
  const { recurringId = '' } = await make('payables.add-recurring', {
    ...{ vendorId, title: '倉庫の賃料', startsMonth: '2026-11-01', arrivesDay: 5 },
    lines: [{ accountId, subAccountId, amount: 110_000 }],
  })
  const { importId = '' } = await make('payables.stage-vendor-import', {
    ...{
      fileName: '取引先.csv',
      rows: [
        ['取引先名', 'フリガナ'],
        ['朝凪硝子株式会社', 'アサナギガラス'],
      ],
    },
  })
  const { sourceAccountId = '' } = await make('payables.add-source-account', {
    ...{ name: '試しの現金', kind: 'cash', accountId, subAccountId },
  })
  return { vendorId, bankAccountId, recurringId, sourceAccountId, 'payables.importId': importId }
}

async function approvalThings(make: Make, { personId }: People): Promise<Furniture> {
  const { routeId = '' } = await make('approvals.set-route', {
    kind: 'payables.payment-run',
    name: '試しの経路',
    steps: [{ name: '担当', approvers: [{ by: 'person', personId }] }],
  })
  return { routeId }
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
    ...(module === 'payables' ? vendorFields : {}),
    ...(module === 'approvals' ? { kind: 'payables.invoice' } : {}),
    ...(module === 'ledger' ? { afterJournalId: furniture.journalId, code: 'B2' } : {}),
    ...{ departmentIds: furniture.departmentId, parentId: furniture.departmentId, deedIds: deedId },
    ...{ version: 1, type: 'person', role: 'employee', key: 'on', place: 1, outside: '税務署', callerName: '田中様' },
  }
}

const vendorFields = {
  ...{ bankCode: '0992', branchCode: '024', accountNumber: '7654321', holder: 'ヨツバシザイ' },
  ...{ calledName: '佐倉様', calledNumber: '03-1234-5678', email: 'someone@example.jp', arrivesDay: 5 },
}
