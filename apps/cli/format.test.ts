import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encodeCp932, readJournals } from '@ennoshita/formats'
import { describe, expect, test } from 'vitest'
import { programFolder, settingsOf } from '../server/settings.ts'
import { checkFile, format } from './format.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const folder = () => mkdtempSync(join(tmpdir(), 'ennoshita-format-'))
const run = async (...words: string[]) => {
  const lines: string[] = []
  const code = await format(words, settingsOf({}), (line) => void lines.push(line))
  return { code, lines }
}

const voucher =
  '2000,7,,2026/11/20,消耗品費,,,課対仕入込10%適格,3300,300,現金,,,対象外,3300,,文具店C 用紙,,,0,,,1,0,no\r\n'
const unbalanced = voucher.replace('対象外,3300', '対象外,3000')

describe('ennoshita format convert', () => {
  test('弥生 to マネーフォワード: the file, and what could not be said in it', async () => {
    const [input, output] = [join(folder(), '仕訳.txt'), join(folder(), 'mf.csv')]
    writeFileSync(input, encodeCp932(voucher).bytes)
    const { code, lines } = await run('convert', '--from', 'yayoi', '--to', 'moneyforward', input, output)
    expect({ code, lines }).toEqual({
      code: 0,
      lines: [
        '  ・ 付箋1「1」：「付箋1」の列がこの形式にないため、「1」を書いていません。（1か所：1件目）',
        `仕訳 1件を ${output} に書きました / 1 journals written`,
      ],
    })
    const back = readJournals(readFileSync(output), { from: 'moneyforward' })
    expect(back.journals[0]?.lines[0]).toMatchObject({ account: '消耗品費', amount: 3300, invoiceText: '適格' })
    expect(await run('convert', '--from=yayoi', '--to=freee', input, output)).toMatchObject({
      code: 1,
      lines: [expect.stringContaining('既にあります')],
    })
  })
  test('a file with faults is not written', async () => {
    const [input, output] = [join(folder(), 'a.txt'), join(folder(), 'b.csv')]
    writeFileSync(input, encodeCp932(unbalanced).bytes)
    const { code, lines } = await run('convert', '--from', 'yayoi', '--to', 'freee', input, output)
    expect(code).toBe(1)
    expect(lines[0]).toContain('× 1行目：1行目からの仕訳（番号7）は借方と貸方の合計が300円違います')
    expect(() => readFileSync(output)).toThrow('ENOENT')
  })
  test('what is asked wrongly is answered with how to ask', async () => {
    expect((await run()).lines.join('\n')).toContain('format check')
    expect((await run('convert', 'a', 'b')).code).toBe(1)
    expect((await run('check', join(folder(), 'none.csv'))).lines).toEqual([expect.stringContaining('見つかりません')])
    await expect(run('convert', '--from', 'sap', '--to', 'freee', 'a', 'b')).rejects.toThrow('「sap」は知りません')
  })
})

describe('ennoshita format check', () => {
  test.each<[string, Uint8Array, string, number]>([
    ['弥生', encodeCp932(voucher).bytes, '仕訳：弥生会計', 0],
    ['弥生 that does not balance', encodeCp932(unbalanced).bytes, '仕訳：弥生会計', 1],
    [
      'a bank',
      utf8('取引日,入出金(円),残高(円),入出金先内容\n20261120,1000,1000,テスト\n'),
      '銀行の入出金明細（rakuten、1行）',
      0,
    ],
    ['全銀 that is cut off', utf8(`1210${'0'.repeat(116)}`), '全銀協規定形式', 1],
    ['XML that is no invoice', utf8('<?xml version="1.0"?><a/>'), '電子インボイス（JP PINT）', 1],
    ['another table', utf8('氏名,住所\n山田,東京\n'), '不明な形式', 1],
    ['nothing', new Uint8Array(), '不明な形式', 1],
  ])('%s is recognised by its content', (_name, bytes, kind, least) => {
    const checked = checkFile(bytes)
    expect(checked.kind).toContain(kind)
    expect(checked.faults.length > 0 ? 1 : 0).toBe(least)
  })
  test('from the command line', () => {
    const file = join(folder(), '仕訳.txt')
    writeFileSync(file, encodeCp932(voucher).bytes)
    const start = join(programFolder, 'apps/cli/start.mjs')
    const asked = spawnSync(process.execPath, [start, 'format', 'check', file], { encoding: 'utf8' })
    expect(asked.stdout, asked.stderr).toBe('仕訳：弥生会計（仕訳データ25項目）（1件）\n誤りはありません / no faults\n')
    expect(asked.status).toBe(0)
  })
})
