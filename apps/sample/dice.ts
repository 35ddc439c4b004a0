/** A seeded source of chance: the same seed and names give the same throws on every machine, in whatever order others throw. */
export type Dice = {
  /** A whole number between both bounds, included. */
  between(least: number, most: number): number
  /** True so many times in a hundred. */
  chance(percent: number): boolean
  pick<Thing>(things: readonly Thing[]): Thing
  pickWeighted<Thing extends { weight: number }>(things: readonly Thing[]): Thing
}

/** Dice of their own for a story, by the names that tell it from all others. */
export function diceFor(seed: number, ...names: readonly (string | number)[]): Dice {
  const next = mulberry32(fnv1a(`${seed} ${names.join(' ')}`))
  const between = (least: number, most: number) => least + (next() % (most - least + 1))
  const pick = <Thing>(things: readonly Thing[]): Thing => {
    const thing = things[between(0, things.length - 1)]
    if (thing === undefined) throw new RangeError('There is nothing to pick from.')
    return thing
  }
  return {
    between,
    chance: (percent) => between(1, 100) <= percent,
    pick,
    pickWeighted(things) {
      const all = things.reduce((sum, { weight }) => sum + weight, 0)
      let left = between(1, Math.max(1, all))
      for (const thing of things) {
        left -= thing.weight
        if (left <= 0) return thing
      }
      return pick(things)
    },
  }
}

/** FNV-1a, 32 bits (G. Fowler, L. C. Noll, K.-P. Vo). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193)
  return hash >>> 0
}

/** Mulberry32 (T. Ettinger): 32 bits at a time. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}
