import { describe, expect, test } from 'vitest'
import { PintDocumentError } from '../pint-document-error.ts'
import { pathOf, reached } from './element.ts'
import { readXml } from './read-xml.ts'

const cbc = 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2'
const invoice = 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2'

const messageOf = (xml: string | Uint8Array): string => {
  try {
    readXml(xml)
    return 'read'
  } catch (error) {
    return error instanceof PintDocumentError ? `${error.faults[0]?.line ?? ''} ${error.faults[0]?.message}` : 'crash'
  }
}

describe('names have their usual prefixes whatever the file calls them', () => {
  test('a prefix of its own, a default namespace inside, and a prefix that changes its meaning', () => {
    const { root } = readXml(
      `<x:Invoice xmlns:x="${invoice}" xmlns:cbc="urn:other"><ID xmlns="${cbc}">1</ID><b:ID xmlns:b="${cbc}">2</b:ID><cbc:ID>3</cbc:ID><ID>4</ID></x:Invoice>`,
    )
    expect(root.name).toBe('Invoice')
    expect(root.children.map(({ name, text }) => `${name}=${text}`)).toEqual([
      'cbc:ID=1',
      'cbc:ID=2',
      '{urn:other}ID=3',
      '{}ID=4',
    ])
  })

  test('an Invoice of another namespace is no UBL invoice', () => {
    expect(readXml('<Invoice/>').root.name).toBe('{}Invoice')
    expect(readXml('<Invoice xmlns="urn:x"/>').root.name).toBe('{urn:x}Invoice')
  })
})

describe('texts are what they say', () => {
  test('references, CDATA, comments, line ends and attributes', () => {
    const { root } = readXml(
      '<?xml version="1.0"?><!-- a --><a b="1 &lt; 2&#10;3" c=\'"\'>R&amp;D<!-- no --><![CDATA[<&>]]>&#x9AD9;\r\nx\ry</a><!-- b -->\n',
    )
    expect(root.text).toBe('R&D<&>髙\nx\ny')
    expect([...root.attributes]).toEqual([
      ['b', '1 < 2\n3'],
      ['c', '"'],
    ])
  })

  test('a place is counted from 1, with its line', () => {
    const { root, lineOf } = readXml('<a>\n<b/>\n<b><c/></b>\n</a>')
    const [c] = reached(root, '{}b/{}c')
    expect(c && [pathOf(c), lineOf(c)]).toEqual(['/{}a/{}b[2]/{}c', 3])
  })

  test.each([
    ['UTF-8 with its mark', new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('<a>髙</a>')])],
    [
      'UTF-16 with its mark',
      new Uint8Array([0xff, 0xfe, 0x3c, 0, 0x61, 0, 0x3e, 0, 0xd9, 0x9a, 0x3c, 0, 0x2f, 0, 0x61, 0, 0x3e, 0]),
    ],
    ['UTF-16 without', new Uint8Array([0, 0x3c, 0, 0x61, 0, 0x3e, 0x9a, 0xd9, 0, 0x3c, 0, 0x2f, 0, 0x61, 0, 0x3e])],
    [
      'Windows-31J as declared',
      new Uint8Array([
        ...new TextEncoder().encode('<?xml version="1.0" encoding="Windows-31J"?><a>'),
        0xfb,
        0xfc,
        ...new TextEncoder().encode('</a>'),
      ]),
    ],
  ])('%s', (_, bytes) => {
    expect(readXml(bytes).root.text).toBe('髙')
  })
})

describe('what could harm or cannot be read is refused with its line', () => {
  test.each([
    ['<!DOCTYPE a [<!ENTITY x "y">]>\n<a>&x;</a>', '文書型宣言'],
    ['<a>\n&x;</a>', '実体参照 &x;'],
    ['<a>R&D</a>', '& は &amp;'],
    ['<a>&#0;</a>', '使えない文字の番号'],
    ['<a>&#xD800;</a>', '使えない文字の番号'],
    ['<a>\u0001</a>', '制御文字'],
    [`${'<a>'.repeat(41)}${'</a>'.repeat(41)}`, '入れ子が深すぎます'],
    [`<a>${'<b/>'.repeat(2_000)}</a>`, '要素が多すぎます'],
    ['<a><b></a>', '始まりと合いません'],
    ['<a b="1" b="2"/>', '属性が重なっています'],
    ['<x:a/>', '接頭辞「x」'],
    ['<a/><b/>', '根の要素が二つ'],
    ['<a', '閉じていません'],
    ['<a>', '途中で終わっています'],
    ['', '途中で終わっています'],
    ['請求書', '要素の外'],
    ['<a b=1/>', '閉じていません'],
    ['<1/>', '名前ではありません'],
    ['<a>1 < 2</a>', 'の後に名前がありません'],
    ['<a><!-- </a>', '閉じていません'],
  ])('%s', (xml, message) => {
    expect(messageOf(xml)).toContain(message)
  })

  test('bytes that are not of the encoding, and an encoding nobody knows', () => {
    expect(messageOf(new Uint8Array([0x3c, 0x61, 0x3e, 0x93, 0xfa]))).toContain('utf-8 として読めない')
    expect(messageOf(new TextEncoder().encode('<?xml version="1.0" encoding="EBCDIC-JP"?><a/>'))).toContain('EBCDIC-JP')
  })

  test('a file over 60 MB', () => {
    expect(messageOf(new Uint8Array(60_000_001))).toContain('60MB')
  })
})
