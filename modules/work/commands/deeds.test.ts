import { runCommand, runQuery } from '@ennoshita/kernel/server'
import { storyOf, type TestOffice } from '@ennoshita/kernel/test'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { work } from '../contract.ts'
import { foundCompany, hire, openWorkOffice, type Staff } from './writing/test-staff.ts'

let office: TestOffice
beforeAll(async () => {
  office = await openWorkOffice()
})
afterAll(() => office.close())
beforeEach(() => office.clock.set('2026-11-20T09:00:00+09:00'))

async function company() {
  const { companyId, departments } = await foundCompany(office, ['総務部', '営業部'])
  const affairs = departments.get('総務部') ?? ''
  return {
    companyId,
    sato: await hire(office, companyId, '佐藤 花子', 'clerk', affairs),
    suzuki: await hire(office, companyId, '鈴木 一郎', 'employee', affairs),
    tanaka: await hire(office, companyId, '田中 三郎', 'employee', departments.get('営業部')),
    head: await hire(office, companyId, '山本 部長', 'head', affairs),
    president: await hire(office, companyId, '中村 社長', 'president'),
    administrator: await hire(office, companyId, '小林 管理', 'administrator', affairs),
    outsider: await hire(office, companyId, '外部 協力', 'outsider'),
  }
}

const shown = async (staff: Staff) =>
  (await runQuery(office, work.deedsOfTeam, staff, {})).rows.map((row) => `${row.doer.name}：${row.text}`)
const own = async (staff: Staff, text = '') =>
  (await runQuery(office, work.myDeeds, staff, { text })).rows.map((row) => row.text)

describe('これもやった', () => {
  test('takes one line; the doer alone reads it, whatever the role of others', async () => {
    const { sato, ...others } = await company()
    const { deedId } = await runCommand(office, work.recordDeed, sato, {
      text: 'コピー機の紙詰まりを直した',
      minutes: 15,
      forWhom: '営業部',
      occurredAt: '2026-11-19T17:40:00+09:00',
    })
    const { rows } = await runQuery(office, work.myDeeds, sato, {})
    expect(rows).toMatchObject([
      { text: 'コピー機の紙詰まりを直した', minutes: 15, forWhom: '営業部', isShared: false },
    ])
    expect(await own(sato, 'こぴー機')).toEqual(['コピー機の紙詰まりを直した'])
    const { companyId, ...people } = others
    for (const person of Object.values(people)) {
      expect(await own(person)).toEqual([])
      if (person !== others.outsider) expect(await shown(person)).toEqual([])
      await expect(runCommand(office, work.removeDeed, person, { deedId })).rejects.toMatchObject({
        face: { kind: 'not-found' },
      })
      await expect(
        runCommand(office, work.attachThanks, person, { about: { type: 'deed', id: deedId }, text: '拝見しました' }),
      ).rejects.toMatchObject({ face: { kind: 'not-found' } })
    }
    expect((await storyOf(office, companyId)).join()).not.toContain('紙詰まり')
  })

  test('is shown and hidden by choice; thanks reach the doer and are read by nobody else', async () => {
    const { companyId, sato, tanaka, suzuki } = await company()
    const { deedId } = await runCommand(office, work.recordDeed, sato, { text: '来客のお茶を出した' })
    await runCommand(office, work.shareDeeds, sato, { deedIds: [deedId], isShared: true })
    expect(await shown(tanaka)).toEqual(['佐藤 花子：来客のお茶を出した'])
    const about = { type: 'deed' as const, id: deedId }
    const { thanksId } = await runCommand(office, work.attachThanks, tanaka, { about, text: '商談がまとまりました' })
    await expect(runCommand(office, work.attachThanks, sato, { about, text: '自分へ' })).rejects.toMatchObject({
      face: { code: 'work.thanks-to-oneself' },
    })
    const [deed] = (await runQuery(office, work.myDeeds, sato, {})).rows
    expect(deed?.thanks.map((thanks) => `${thanks.from.name}：${thanks.text}`)).toEqual([
      '田中 三郎：商談がまとまりました',
    ])
    const received = async (staff: Staff) =>
      (await runQuery(office, work.thanksReceived, staff, {})).rows.map((row) => row.text)
    expect(await received(sato)).toEqual(['商談がまとまりました'])
    expect(await received(suzuki)).toEqual([])
    expect(JSON.stringify(await runQuery(office, work.deedsOfTeam, suzuki, {}))).not.toContain('商談')
    await expect(runCommand(office, work.removeThanks, sato, { thanksId })).rejects.toMatchObject({
      face: { kind: 'not-found' },
    })
    await runCommand(office, work.shareDeeds, sato, { deedIds: [deedId], isShared: false })
    expect(await shown(tanaka)).toEqual([])
    const names = new Map([sato, tanaka].map((staff, index) => [staff.personId, ['佐藤', '田中'][index] ?? '']))
    expect((await storyOf(office, companyId, names)).filter((line) => !line.includes(' システム '))).toEqual([
      '11/20 09:00 佐藤 これもやった（これもやった）',
      '11/20 09:00 佐藤 これもやったを見せた（これもやった）',
      '11/20 09:00 田中 ありがとうを添えた（これもやった・佐藤 花子）',
      '11/20 09:00 佐藤 これもやったをしまった（これもやった）',
    ])
  })

  test('several become a kind of work, new or existing, named by the person', async () => {
    const { sato } = await company()
    const deedIds = []
    for (const text of ['加湿器の水を替えた', '加湿器を掃除した'])
      deedIds.push((await runCommand(office, work.recordDeed, sato, { text })).deedId)
    const newKind = { name: '加湿器の手入れ', major: '総務', middle: '設備' }
    const { kindId } = await runCommand(office, work.groupDeeds, sato, { deedIds, newKind })
    const { rows } = await runQuery(office, work.myDeeds, sato, {})
    expect(rows.map((row) => [row.kindId, row.kindName])).toEqual([
      [kindId, '加湿器の手入れ'],
      [kindId, '加湿器の手入れ'],
    ])
    expect((await runQuery(office, work.myDeeds, sato, { ungrouped: true })).rows).toEqual([])
    const inventory = await runQuery(office, work.inventoryRows, sato, {})
    expect(inventory.rows.map((row) => [row.major, row.middle, row.name, row.mainName])).toEqual([
      ['総務', '設備', '加湿器の手入れ', '佐藤 花子'],
    ])
    const [first] = deedIds
    await runCommand(office, work.groupDeeds, sato, { deedIds: first ? [first] : [], kindId: null })
    expect((await runQuery(office, work.myDeeds, sato, { ungrouped: true })).rows).toHaveLength(1)
  })

  test('a new kind needs the right to register one; the ids of another company are not found', async () => {
    const { sato, outsider } = await company()
    const other = await company()
    const { deedId } = await runCommand(office, work.recordDeed, outsider, { text: '請求書を折った' })
    await expect(
      runCommand(office, work.groupDeeds, outsider, { deedIds: [deedId], newKind: { name: '封入' } }),
    ).rejects.toMatchObject({ face: { code: 'work.new-kind' } })
    const unseen = { face: { kind: 'not-found' } }
    const foreign = await runCommand(office, work.addKind, other.sato, { name: '他社の業務' })
    await expect(
      runCommand(office, work.recordDeed, sato, { text: '一', kindId: foreign.kindId }),
    ).rejects.toMatchObject(unseen)
    await expect(
      runCommand(office, work.recordDeed, sato, { text: '二', forPersonId: other.sato.personId }),
    ).rejects.toMatchObject(unseen)
    await expect(
      runCommand(office, work.shareDeeds, other.sato, { deedIds: [deedId], isShared: true }),
    ).rejects.toMatchObject(unseen)
    await runCommand(office, work.removeDeed, outsider, { deedId })
    expect(await own(outsider)).toEqual([])
  })

  test('thanks for a task go to one of those who did it, from someone who may see it', async () => {
    const { sato, suzuki, tanaka, head } = await company()
    const { taskId } = await runCommand(office, work.addTask, head, {
      title: '倉庫の鍵を渡す',
      assigneeId: sato.personId,
    })
    await runCommand(office, work.finishTask, sato, { taskId })
    const about = { type: 'task' as const, id: taskId }
    const text = '助かりました'
    const toSato = { about, toPersonId: sato.personId, text }
    await expect(runCommand(office, work.attachThanks, tanaka, toSato)).rejects.toMatchObject({
      face: { kind: 'not-found', field: 'about.id' },
    })
    await expect(
      runCommand(office, work.attachThanks, head, { about, toPersonId: suzuki.personId, text }),
    ).rejects.toMatchObject({ face: { field: 'toPersonId' } })
    await runCommand(office, work.attachThanks, head, toSato)
    expect((await runQuery(office, work.thanksReceived, sato, {})).rows.map((row) => row.about.text)).toEqual([
      '倉庫の鍵を渡す',
    ])
  })
})
