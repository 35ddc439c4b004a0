import { expect, test } from 'vitest'
import { readBankAccount } from './bank-account.ts'
import { callBackFault } from './call-back.ts'

const given = {
  ...{ bankCode: '０９９１', bankName: '花園銀行', bankKana: 'ハナゾノ', branchCode: '101', branchName: '緑見町' },
  ...{ branchKana: 'みどりみちょう', accountNumber: '123-4567', holder: '株式会社ヨツバ・シザイ' },
}
const fieldOf = (more: Partial<typeof given>, kana = '') => {
  const read = readBankAccount({ ...given, ...more }, kana)
  return read.ok ? read.warnings.map(({ field }) => field) : `refused ${read.fault.field}`
}

test('an account is kept as banks hold it', () => {
  expect(readBankAccount(given, 'ヨツバシザイ')).toEqual({
    ok: true,
    account: {
      ...given,
      ...{
        bankCode: '0991',
        bankKana: 'ﾊﾅｿﾞﾉ',
        branchKana: 'ﾐﾄﾞﾘﾐﾁﾖｳ',
        accountNumber: '1234567',
        holderKana: 'ｶ)ﾖﾂﾊﾞ.ｼｻﾞｲ',
      },
    },
    warnings: [],
  })
})

test('what banks cannot take is refused by its field', () => {
  expect(fieldOf({ bankCode: '991' })).toBe('refused bankCode')
  expect(fieldOf({ branchCode: '1010' })).toBe('refused branchCode')
  expect(fieldOf({ accountNumber: '123456' })).toBe('refused accountNumber')
  expect(fieldOf({ accountNumber: '１２３４５６a' })).toBe('refused accountNumber')
  expect(fieldOf({ holder: '四葉資材' })).toBe('refused holder')
  const post = readBankAccount({ ...given, bankCode: '9900', accountNumber: '12345678' }, '')
  expect(post).toMatchObject({ ok: false, fault: { ja: expect.stringContaining('記号・番号ではなく') } })
})

test('a holder that is somebody else, or too long, is remarked on', () => {
  expect(fieldOf({ holder: 'ヤマダ タロウ' }, 'ヨツバシザイ')).toEqual(['holder'])
  expect(fieldOf({ holder: 'ヨツバシザイ(カ' }, 'カブシキガイシャ ヨツバシザイ')).toEqual([])
  expect(fieldOf({ holder: 'ア'.repeat(31) })).toEqual(['holder'])
})

const call = {
  ...{ calledNumber: '03-1234-5678', numberSource: '', knownPhone: '０３（１２３４）５６７８' },
  ...{ enteredAt: '2026-11-20T00:00:00.000Z', calledAt: '2026-11-20T01:00:00.000Z', now: '2026-11-20T02:00:00.000Z' },
}

test('a call confirms at the number known before, or at one whose source is told, after the account was entered', () => {
  expect(callBackFault(call)).toBeUndefined()
  expect(callBackFault({ ...call, knownPhone: '' })).toMatchObject({ field: 'numberSource' })
  expect(callBackFault({ ...call, calledNumber: '090-1111-2222' })).toMatchObject({ field: 'numberSource' })
  expect(callBackFault({ ...call, calledNumber: '090-1111-2222', numberSource: '名刺' })).toBeUndefined()
  expect(callBackFault({ ...call, calledNumber: '110' })).toMatchObject({ field: 'calledNumber' })
  expect(callBackFault({ ...call, calledAt: '2026-11-19T23:59:59.000Z' })).toMatchObject({ field: 'calledAt' })
  expect(callBackFault({ ...call, calledAt: '2026-11-20T02:00:01.000Z' })).toMatchObject({ field: 'calledAt' })
})
