import type { LocalDate } from '@ennoshita/kernel'
import { runQuery } from '@ennoshita/kernel/server'
import { type JournalLine, ledger } from '@ennoshita/ledger'
import { monthEnd } from '@ennoshita/statutes'
import { diceFor } from './dice.ts'
import { foundedOn } from './founding.ts'
import { act, instantAt, known, type World } from './world.ts'

/** An account of the standard chart by its code, with the sub-account that the sample uses of it. */
export type BookAccount = { readonly accountId: string; readonly subAccountId: string | null }

type Entry = readonly [code: string, amount: number]

const bank = '花園銀行'
const fee = '源泉所得税（報酬）'

/** The chart of accounts, the accounts at the bank, and what stood in the books before the lived days. */
export async function openBooks(world: World): Promise<void> {
  const at = instantAt(foundedOn(world), 570)
  await act(world, 'takasaki', ledger.adoptChart, {}, at)
  const chart = await runQuery(world.office, ledger.accountList, world.program, {})
  for (const { accountId, code } of chart) world.accounts.set(code, { accountId, subAccountId: null })
  const addPart = async (code: string, part: string, name: string, kana: string) => {
    const { accountId } = known(world.accounts, code)
    const { subAccountId } = await act(
      world,
      'takasaki',
      ledger.addSubAccount,
      { accountId, code: part, name, kana },
      at,
    )
    world.accounts.set(code, { accountId, subAccountId })
  }
  await addPart('103', '1', bank, 'ハナゾノギンコウ')
  await addPart('214', '1', fee, 'ゲンセンショトクゼイ')
  const opening = foundedOn(world)
  await postAs(world, opening, at, '期中の残高の引継ぎ', [
    [
      ['103', 148_000_000],
      ['112', 96_400_000],
      ['125', 18_250_000],
      ['150', 64_000_000],
      ['153', 41_300_000],
      ['158', 52_000_000],
    ],
    [
      ['202', 38_700_000],
      ['251', 120_000_000],
      ['160', 37_500_000],
      ['300', 30_000_000],
      ['319', 193_750_000],
    ],
  ])
}

/** What the books take besides invoices, each month on its last working day: sales, money that came in, pay, depreciation. */
export function writeBooks(world: World): void {
  const months = [...new Set(world.days.all(world.startOn, world.endOn).map((on) => on.slice(0, 7)))]
  for (const month of months) {
    const last = world.days.onOrBefore(monthEnd(`${month}-01`))
    if (last < world.startOn || last > world.endOn) continue
    const dice = diceFor(world.seed, 'books', month)
    const write = (at: number, text: string, sides: Sides) => {
      const instant = instantAt(last, at)
      world.diary.write(last, instant, `books ${month}`, () => postAs(world, last, instant, text, sides))
    }
    for (const name of ['営業一部', '営業二部']) {
      const net = dice.between(310, 460) * 100_000
      write(1050, `${name} ${Number(month.slice(5))}月分売上`, [
        [['112', (net * 11) / 10]],
        [
          ['400', net],
          ['216', net / 10],
        ],
      ])
    }
    const received = dice.between(610, 780) * 100_000
    write(1056, '売掛金の入金', [[['103', received]], [['112', received]]])
    const pay = dice.between(196, 204) * 100_000
    write(1060, '給与', [
      [
        ['600', 2_800_000],
        ['601', pay],
        ['605', 3_350_000],
      ],
      [['103', pay + 6_150_000]],
    ])
    write(1066, '減価償却（月割）', [[['648', 742_000]], [['160', 742_000]]])
  }
}

type Sides = readonly [debit: readonly Entry[], credit: readonly Entry[]]

async function postAs(world: World, on: LocalDate, at: string, description: string, sides: Sides): Promise<void> {
  const lines: JournalLine[] = sides.flatMap((entries, place) =>
    entries.map(([code, amount]) => ({
      ...known(world.accounts, code),
      side: place === 0 ? ('debit' as const) : ('credit' as const),
      amount,
    })),
  )
  await act(world, 'takasaki', ledger.postJournal, { postedOn: on, description, lines }, at)
}
