import { describe, expect, test } from 'vitest'
import { type KnownCompany, type PeopleSheet, readPeopleTable } from './people-table.ts'

const empty: KnownCompany = { people: [], departments: [], posts: [], mayMake: true }

function linesOf(sheet: PeopleSheet, known: KnownCompany = empty) {
  const read = readPeopleTable(sheet, known)
  if (!read.ok) throw new Error(read.fault.what.ja)
  return read.lines
}

test('a sheet with a title above its header, kana of half width and dates of the eras', () => {
  const lines = linesOf({
    rows: [
      ['社員名簿', '', '', '', '', ''],
      ['社員番号', '氏名', 'フリガナ', '部署', '入社日', 'メール'],
      ['００１', '髙﨑　真一', 'ﾀｶｻｷ ｼﾝｲﾁ', '営業本部／第一営業部', '平成31年4月1日', 'ｔａ@example.jp'],
      ['', '', '', '', '', ''],
      ['002', '山田太郎', '', '', 'R3.10.1', ''],
    ],
  })
  expect(lines.map(({ line, state }) => [line, state])).toEqual([
    [3, 'accepted'],
    [5, 'accepted'],
  ])
  expect(lines[0]?.draft).toEqual({
    employeeNumber: '001',
    familyName: '髙﨑',
    givenName: '真一',
    familyKana: 'タカサキ',
    givenKana: 'シンイチ',
    formerFamilyName: '',
    department: '営業本部 / 第一営業部',
    post: '',
    email: 'ta@example.jp',
    phone: '',
    joinedOn: '2019-04-01',
    leftOn: null,
  })
  expect(lines[1]?.draft).toMatchObject({ familyName: '山田太郎', givenName: '', joinedOn: '2021-10-01' })
  expect(lines[1]?.faults[0]?.ja).toContain('姓と名の間に空白がない')
})

test('faults name line, column and what to do', () => {
  const lines = linesOf({
    rows: [
      ['社員番号', '姓', '名', '入社日', '退職日', 'メール'],
      ['1', '', '太郎', '2021-04-01', '', ''],
      ['2', '鈴木', '愛', '2021/2/30', '', 'suzuki'],
      ['2', '田中', '実', '2021-04-01', '2020-03-31', ''],
    ],
    lines: [1, 2, 3, 4],
  })
  expect(lines.flatMap((each) => each.faults.map((one) => `${one.line}行${one.column}列 ${one.ja}`))).toEqual([
    '2行2列 氏名がありません。氏名（または姓）を入力してください。',
    '3行4列 「2021/2/30」という日はありません。2021年2月は28日までです。',
    '3行6列 「suzuki」はメールアドレスの形ではありません。直すか、空にしてください。',
    '4行5列 退職日（2020年3月31日）が入社日（2021年4月1日）より前です。どちらかを直してください。',
    '4行1列 社員番号「2」は3行目にもあります。番号を直すか、兼務の行なら削って、取り込んだ後に兼務を加えてください。',
  ])
  expect(lines.every((each) => each.state === 'faulty')).toBe(true)
})

test('people who are there already are left out', () => {
  const known = {
    ...empty,
    people: [
      { number: '001', name: '髙﨑真一', kana: 'タカサキシンイチ', displayName: '髙﨑 真一' },
      { number: null, name: '佐藤花子', kana: 'サトウハナコ', displayName: '佐藤 花子' },
    ],
  }
  const lines = linesOf(
    {
      rows: [
        ['社員番号', '氏名', 'フリガナ'],
        ['001', '高崎 真一', ''],
        ['', '佐藤 花子', 'さとう はなこ'],
        ['', '佐藤 花子', 'さとう かこ'],
        ['009', '髙﨑 真一', 'タカサキ シンイチ'],
      ],
    },
    known,
  )
  expect(lines.map((each) => each.state)).toEqual(['known', 'known', 'accepted', 'accepted'])
  expect(lines[1]?.faults[0]?.ja).toContain('同姓同名の別の方なら、社員番号を付けてください')
})

test('the same name twice without numbers is asked about', () => {
  const lines = linesOf({
    rows: [
      ['氏名', 'フリガナ'],
      ['佐藤 花子', 'サトウ ハナコ'],
      ['佐藤　花子', 'ｻﾄｳ ﾊﾅｺ'],
      ['佐藤 花子', 'サトウ カコ'],
    ],
  })
  expect(lines.map((each) => each.state)).toEqual(['accepted', 'faulty', 'accepted'])
  expect(lines[1]?.faults[0]?.ja).toBe('2行目と同じ氏名です。別の方なら社員番号を付け、同じ方なら行を削ってください。')
})

describe('departments', () => {
  const known: KnownCompany = {
    people: [],
    departments: [
      { name: '総務課', path: '本社 / 総務課', opensOn: null, closesOn: null },
      { name: '総務課', path: '工場 / 総務課', opensOn: null, closesOn: null },
      { name: '企画室', path: '企画室', opensOn: null, closesOn: '2027-03-31' },
      { name: '広報課', path: '広報課', opensOn: '2027-04-01', closesOn: null },
    ],
    posts: [{ name: '主任', opensOn: null }],
    mayMake: false,
  }
  test.each([
    ['本社 / 総務課', '主任', undefined],
    ['総務課', '', '「総務課」という部署が2つあります。「本社 / 総務課」のように、上の部署から書いてください。'],
    ['企画室', '', '「企画室」は2027年3月31日で廃止されます。廃止されない部署を書いてください。'],
    ['広報課', '', '部署「広報課」は2027年4月1日からです。取り込みの基準日をその日以降にしてください。'],
    ['広報室', '', '部署「広報室」は登録されていません。名前を直すか、管理者に部署の登録を頼んでください。'],
    ['本社>総務課', '部長', '役職「部長」は登録されていません。名前を直すか、管理者に役職の登録を頼んでください。'],
  ])('%s %s', (department, post, fault) => {
    const [line] = linesOf(
      {
        rows: [
          ['氏名', '部署', '役職'],
          ['田中 実', department, post],
        ],
      },
      known,
    )
    expect(line?.faults[0]?.ja).toBe(fault)
  })
})

test('a table without names is refused; columns named by hand are taken', () => {
  const rows = [
    ['コード', '誰', 'いつ'],
    ['7', '田中 実', '2021-04-01'],
  ]
  expect(readPeopleTable({ rows }, empty)).toMatchObject({ ok: false, fault: { code: 'people.import-without-header' } })
  const [line] = linesOf({ rows, headerRow: 0, mapping: { employeeNumber: 0, fullName: 1, joinedOn: 2 } })
  expect(line).toMatchObject({ line: 2, draft: { employeeNumber: '7', familyName: '田中', joinedOn: '2021-04-01' } })
})
