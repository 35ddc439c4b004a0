import { describe, expect, test } from 'vitest'
import { readTable } from './read-table.ts'
import { writeCorrectionFile } from './write-correction-file.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('a file to correct and import again', () => {
  const table = readTable(utf8('番号,氏名,入社日\n001,山田,2026/4/1\n002,佐藤,2026/2/30\n003,"鈴木, 次郎",\n'))
  const faults = [
    { line: 3, column: 3, message: '「2026/2/30」という日はありません。', messageEn: 'No such day.' },
    { line: 4, column: 3, message: '入社日を入れてください。', messageEn: 'Enter the day.' },
    { line: 4, message: '番号が重複しています。', messageEn: 'Twice.' },
  ]
  test('holds the rows with faults, what is wrong first, columns named as in this file', () => {
    expect(textOf(writeCorrectionFile(table, faults))).toBe(
      'エラー,番号,氏名,入社日\r\nD列：「2026/2/30」という日はありません。,002,佐藤,2026/2/30\r\n"D列：入社日を入れてください。\n番号が重複しています。",003,"鈴木, 次郎",\r\n',
    )
  })
  test('is read without the added column', () => {
    expect(readTable(writeCorrectionFile(table, faults)).sheets[0]?.rows).toEqual([
      ['番号', '氏名', '入社日'],
      ['002', '佐藤', '2026/2/30'],
      ['003', '鈴木, 次郎', ''],
    ])
  })
  test('below a preamble, of the sheet the faults name; nothing wrong gives the header alone', () => {
    const book = {
      sheets: [
        { name: '表紙', rows: [['x']], lines: [1] },
        { name: '名簿', rows: [['社員名簿'], ['番号'], ['1']], lines: [1, 2, 3] },
      ],
    }
    const fault = { sheet: '名簿', line: 3, message: '短い', messageEn: 'short' }
    expect(textOf(writeCorrectionFile(book, [fault], { headerRow: 1 }))).toBe('エラー,番号\r\n短い,1\r\n')
    expect(textOf(writeCorrectionFile(table, []))).toBe('エラー,番号,氏名,入社日\r\n')
  })
})
