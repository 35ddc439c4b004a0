import { readZengin } from '../zengin/read-zengin.ts'
import { linesOf } from './line-keys.ts'
import type { BankStatement, Entry } from './statement.ts'

/** Whether the bytes begin like 入出金取引明細 of 全銀 (a header record of kind 03). */
export function isZenginStatement(bytes: Uint8Array): boolean {
  return bytes[0] === 0x31 && bytes[1] === 0x30 && bytes[2] === 0x33 && bytes.length >= 200
}

/** The lines of 入出金取引明細, each with the balance that follows from 取引前残高. A fault's line is its record, its column the byte. */
export function readZenginStatement(bytes: Uint8Array, near: string | undefined): BankStatement {
  const { files, faults } = readZengin(bytes, near === undefined ? {} : { near })
  const entries: Entry[] = []
  for (const file of files) {
    if (file.kind !== '03') continue
    const { bankCode, branchCode, accountType, accountNumber, openingBalance } = file.header
    let balance = openingBalance
    for (const { accountingDate, direction, amount, clientName, summary } of file.records) {
      const isDeposit = direction === '1'
      balance += isDeposit ? amount : -amount
      entries.push({
        ...{
          date: accountingDate,
          description: [...new Set([summary, clientName])].filter((one) => one !== '').join(' '),
        },
        ...{ withdrawal: isDeposit ? 0 : amount, deposit: isDeposit ? amount : 0 },
        balance: Number.isNaN(balance) ? undefined : balance,
        account: [bankCode, branchCode, accountType, accountNumber].join('-'),
        ...{ line: entries.length + 1, isRead: accountingDate !== '' && !Number.isNaN(amount), isCarried: false },
      })
    }
  }
  const accounts = new Set(entries.map(({ account }) => account))
  return {
    account: [...accounts][0] ?? '',
    layout: 'zengin-03',
    lines: linesOf(entries, accounts.size > 1),
    faults: faults.map(({ rule, record, byte, message, messageEn }) => ({
      ...{ rule: rule === 'balance' ? 'balance' : 'file', line: record, column: byte, message, messageEn },
    })),
  }
}
