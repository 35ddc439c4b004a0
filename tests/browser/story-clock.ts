/** Lets every `new Date()` of a program or a page run from another instant on, so that a story is told on a day of its own. */
export function runFrom(instant: string): void {
  const Real = Date
  const ahead = Real.parse(instant) - Real.now()
  globalThis.Date = class extends Real {
    constructor(...given: [] | [number | string]) {
      if (given[0] === undefined) super(Real.now() + ahead)
      else super(given[0])
    }
    static override now(): number {
      return Real.now() + ahead
    }
  } as DateConstructor // as: it is called as a function nowhere in the program
  const { prototype } = Intl.DateTimeFormat
  const get = Object.getOwnPropertyDescriptor(prototype, 'format')?.get
  if (get === undefined) throw new Error('dates are formatted in another way here')
  Object.defineProperty(prototype, 'format', {
    configurable: true,
    get() {
      const format = get.call(this)
      return (date?: Date | number) => format(date ?? new Date())
    },
  })
}

const instant = process.env.ENNOSHITA_STORY_FROM
if (instant) runFrom(instant)
