import { desk } from '@ennoshita/desk'
import type { LocalDate } from '@ennoshita/kernel'
import { runQuery } from '@ennoshita/kernel/server'
import { idOf, idsOf, known, type World } from './world.ts'

/** What was planted in the sample and can be found again by looking at its log. */
export type Truths = {
  readonly seed: number
  readonly startOn: LocalDate
  readonly endOn: LocalDate
  /** Work that one person alone knows: no deputy, no manual. */
  readonly alone: { personId: string; name: string; kinds: { kindId: string; name: string }[] }
  /** The kind of request that always waits, in working days until the answer, beside all others. */
  readonly alwaysWaits: { name: string; answererId: string; medianDays: number; otherMedianDays: number }
  /** 月末・25日: the days, and how many times as much is done on one of them as on another working day. */
  readonly peak: { days: LocalDate[]; factor: number }
  readonly absence: { personId: string; name: string; fromOn: LocalDate; untilOn: LocalDate }
  /** The nameless work recorded most often. */
  readonly unsung: { kindId: string; name: string; count: number; ofAll: number }
  /** Work handed to and fro between two people. */
  readonly pingPong: { kindId: string; name: string; personIds: string[]; handOvers: number }
  readonly nextNotice: { entryId: string; name: string; noticeOn: LocalDate }
  /** The collection under way, and how many have not answered. */
  readonly collection: { collectionId: string; title: string; unansweredCount: number }
  /** The vendor whose invoices are often returned. */
  readonly oftenReturned: { vendorId: string; name: string }
  /** The step of approval that waits for one person. */
  readonly slowStep: { personId: string; name: string; departmentName: string }
  /** The invoice that was entered twice, and cancelled. */
  readonly secondCopy: { invoiceId: string; vendorId: string; vendorName: string } | null
  /** The vendor whose new bank account waits to be confirmed. */
  readonly changedAccount: { vendorId: string; name: string }
}

const alone = { key: 'kanzaki', kinds: ['year-end-adjustment', 'standard-remuneration', 'monthly-remuneration-change'] }

/** Takes together what was planted, with the numbers that the lived stories came to. */
export async function truthsOf(world: World, nextNotice: Truths['nextNotice']): Promise<Truths> {
  const { seed, startOn, endOn, absence, kinds } = world
  const pingPong = known(kinds, 'expense-claim-check')
  const { name } = known(world.members, alone.key)
  return {
    ...{ seed, startOn, endOn },
    alone: {
      personId: idOf(world, alone.key),
      name,
      kinds: alone.kinds.map((key) => ({ kindId: known(kinds, key).kindId, name: known(kinds, key).name })),
    },
    alwaysWaits: {
      name: '契約書の確認',
      answererId: idOf(world, 'shimazu'),
      medianDays: medianWait(world, true),
      otherMedianDays: medianWait(world, false),
    },
    peak: peakOf(world),
    absence: {
      ...{ fromOn: absence.fromOn, untilOn: absence.untilOn },
      personId: idOf(world, absence.key),
      name: known(world.members, absence.key).name,
    },
    unsung: unsungOf(world),
    pingPong: {
      ...{ kindId: pingPong.kindId, name: pingPong.name, handOvers: world.tally.handOversOfPingPong },
      personIds: idsOf(world, [pingPong.main, pingPong.pingPong ?? pingPong.main]),
    },
    nextNotice,
    collection: await collectionOf(world),
    ...invoiceTruthsOf(world),
  }
}

function invoiceTruthsOf(world: World): Pick<Truths, 'oftenReturned' | 'slowStep' | 'secondCopy' | 'changedAccount'> {
  const { vendors, tally, data } = world
  const [returned, changed] = [vendors.find((each) => each.returned), vendors.find((each) => each.account2)]
  if (!returned || !changed) throw new Error('No vendor of the sample is returned, or none changes its account.')
  const slow = known(world.members, 'onodera')
  const department = data.company.departments.find(({ key }) => key === slow.departmentKey)
  return {
    oftenReturned: { vendorId: returned.vendorId, name: returned.name },
    slowStep: { personId: slow.personId, name: slow.name, departmentName: department?.name ?? '' },
    secondCopy: tally.secondCopy ?? null,
    changedAccount: { vendorId: changed.vendorId, name: changed.name },
  }
}

function medianWait(world: World, isReview: boolean): number {
  const days = world.tally.waits.filter((each) => each.isReview === isReview).map((each) => each.days)
  return days.sort((one, other) => one - other)[Math.floor(days.length / 2)] ?? 0
}

function peakOf(world: World): Truths['peak'] {
  const open = world.days.all(world.startOn, world.endOn).filter(world.days.isOpen)
  const mean = (days: readonly LocalDate[]) =>
    days.reduce((sum, on) => sum + (world.tally.actsOfDay.get(on) ?? 0), 0) / Math.max(1, days.length)
  const days = open.filter(world.days.isPeak)
  const usual = mean(open.filter((on) => !world.days.isPeak(on)))
  return { days, factor: Math.round((mean(days) / Math.max(1, usual)) * 10) / 10 }
}

function unsungOf(world: World): Truths['unsung'] {
  const [most] = [...world.tally.deeds].sort(([, one], [, other]) => other - one)
  const kind = [...world.kinds.values()].find(({ name }) => name === most?.[0])
  const ofAll = [...world.tally.deeds.values()].reduce((sum, count) => sum + count, 0)
  return { kindId: kind?.kindId ?? '', name: most?.[0] ?? '', count: most?.[1] ?? 0, ofAll }
}

async function collectionOf(world: World): Promise<Truths['collection']> {
  const { rows } = await runQuery(world.office, desk.collections, world.program, {})
  const [under] = rows
  return { collectionId: under?.collectionId ?? '', title: under?.title ?? '', unansweredCount: under?.openCount ?? 0 }
}
