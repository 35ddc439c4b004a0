import pg from 'pg'
import { instantOf } from '../clock/clock.ts'
import { parameter } from './parameter.ts'

/** What the server answered to one statement: its rows, how many rows it touched, and its tag, such as `COMMIT`. */
export type Told = { readonly rows: object[]; readonly count: number; readonly tag: string }

/** A statement with its numbered parameters; with a name it is parsed and planned once per connection. */
export type Statement = {
  readonly text: string
  readonly name: string | undefined
  readonly values: readonly unknown[]
}

/** How what the database sends becomes values of the program: days stay text, instants and whole numbers are plain. */
export const types = new pg.TypeOverrides()
types.setTypeParser(pg.types.builtins.DATE, (text) => text)
types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => instantOf(text))
types.setTypeParser(pg.types.builtins.INT8, (text) => {
  const amount = BigInt(text)
  const plain = Number(amount)
  if (!Number.isSafeInteger(plain)) throw new RangeError(`${text} does not fit a safe integer; select it as text`)
  return plain
})

type Ask = Statement & {
  readonly bound: (string | Buffer | null)[]
  resolve(told: Told): void
  reject(cause: unknown): void
}
type Column = { readonly name: string; readonly read: (text: string) => unknown }

/** The named statements that a connection has parsed, with the columns that each answers. */
const learned = new WeakMap<pg.Connection, Map<string, readonly Column[]>>()

/** The way of one connection's statements to the server. */
export type Turns = {
  /** Sends a statement with the others of this turn. */
  ask(statement: Statement): Promise<Told>
  /** Sends a statement in place of those that have not gone yet; these fail. */
  instead(statement: Statement): Promise<Told>
}

/**
 * Opens the way. Statements asked for before the program waits travel together behind a single Sync: one packet there, one
 * back, and what follows a failure is not carried out. Those asked for while a packet is under way travel with the next.
 */
export function turnsOf(client: pg.ClientBase): Turns {
  let waiting: Ask[] = []
  let isUnderWay = false
  const send = () => {
    if (isUnderWay || waiting.length === 0) return
    isUnderWay = true
    const turn = new Turn(waiting, () => {
      isUnderWay = false
      send()
    })
    waiting = []
    client.query(turn)
  }
  const ask = (statement: Statement): Promise<Told> =>
    new Promise((resolve, reject) => {
      waiting.push({ ...statement, bound: statement.values.map(parameter), resolve, reject })
      if (waiting.length === 1) queueMicrotask(send)
    })
  return {
    ask,
    instead(statement) {
      for (const { reject } of waiting) reject(new Error('A statement came after the end of its transaction.'))
      waiting = []
      return ask(statement)
    },
  }
}

/** Statements behind one Sync (PostgreSQL documentation, 54.2.4 Pipelining), in the form that a pg client takes. */
class Turn implements pg.Submittable {
  readonly #asks: readonly Ask[]
  readonly #over: () => void
  readonly #told: Told[] = []
  #learned = new Map<string, readonly Column[]>()
  #columns: readonly Column[] = []
  #rows: object[] = []
  #unreadable: unknown

  constructor(asks: readonly Ask[], over: () => void) {
    this.#asks = asks
    this.#over = over
  }

  submit(connection: pg.Connection): void {
    this.#learned = learned.get(connection) ?? this.#learned
    learned.set(connection, this.#learned)
    const sent = new Set<string>()
    connection.stream.cork()
    for (const { text, name = '', bound } of this.#asks) {
      const isLearned = this.#learned.has(name)
      if (!isLearned && !sent.has(name)) {
        if (name) connection.close({ type: 'S', name }, true) // it may be there from a turn that failed
        connection.parse({ name, text, types: [] }, true)
        if (name) sent.add(name)
      }
      connection.bind({ statement: name, values: bound }, true)
      if (!isLearned) connection.describe({ type: 'P' }, true)
      connection.execute({}, true)
    }
    connection.sync()
    connection.stream.uncork()
    this.#next()
  }

  #next(): void {
    this.#columns = this.#learned.get(this.#asks[this.#told.length]?.name ?? '') ?? []
    this.#rows = []
  }

  handleRowDescription({ fields }: { fields: readonly pg.FieldDef[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => {
      const read = types.getTypeParser(dataTypeID, 'text') as unknown as Column['read'] // as: the texts of this type
      return { name, read }
    })
  }

  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    try {
      const row: Record<string, unknown> = {}
      for (const [place, { name, read }] of this.#columns.entries()) {
        const text = fields[place]
        row[name] = text == null ? null : read(text)
      }
      this.#rows.push(row)
    } catch (cause) {
      this.#unreadable ??= cause
    }
  }

  handleCommandComplete({ text }: { text: string }): void {
    const name = this.#asks[this.#told.length]?.name
    if (name) this.#learned.set(name, this.#columns)
    const [tag = '', ...counts] = text.split(' ')
    this.#told.push({ rows: this.#rows, count: Number(counts.at(-1) ?? 0), tag })
    this.#next()
  }

  handleEmptyQuery(): void {
    this.handleCommandComplete({ text: '' })
  }

  handleError(cause: unknown): void {
    for (const { reject } of this.#asks) reject(cause)
    this.#over()
  }

  handleReadyForQuery(): void {
    if (this.#unreadable) {
      this.handleError(this.#unreadable)
      return
    }
    for (const [place, { resolve, reject }] of this.#asks.entries()) {
      const told = this.#told[place]
      if (told) resolve(told)
      else reject(new Error('The server gave no answer to a statement.'))
    }
    this.#over()
  }
}
