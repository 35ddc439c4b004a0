import type pg from 'pg'

/** A piece of SQL with its values; pieces nest, values always travel as parameters. */
export type Sql = { readonly texts: readonly string[]; readonly values: readonly unknown[] }

/** Writes a piece of SQL to be nested in another. */
export function sql(texts: TemplateStringsArray, ...parts: unknown[]): Sql {
  if (!parts.some(isSql)) return { texts, values: parts }
  const flatTexts: string[] = [texts[0] ?? '']
  const values: unknown[] = []
  parts.forEach((part, index) => {
    const after = texts[index + 1] ?? ''
    if (isSql(part)) {
      flatTexts[flatTexts.length - 1] += part.texts[0] ?? ''
      flatTexts.push(...part.texts.slice(1))
      values.push(...part.values)
      flatTexts[flatTexts.length - 1] += after
    } else {
      values.push(part)
      flatTexts.push(after)
    }
  })
  return { texts: flatTexts, values }
}

/** Nests an identifier or other text of the program's own; never text that came from outside. */
export function raw(text: string): Sql {
  return { texts: [text], values: [] }
}

/** Joins pieces by a separator such as `and`; an empty list gives `otherwise`. */
export function join(pieces: readonly Sql[], separator: string, otherwise: Sql): Sql {
  const [first, ...rest] = pieces
  if (!first) return otherwise
  return rest.reduce((all, piece) => sql`${all}${raw(separator)}${piece}`, first)
}

function isSql(part: unknown): part is Sql {
  return typeof part === 'object' && part !== null && 'texts' in part && 'values' in part
}

type Prepared = { readonly text: string; readonly name: string | undefined }

const byText = new Map<string, Prepared>()
/** The same piece of program writes the same template each time: its text is put together once. */
const byTemplate = new WeakMap<readonly string[], Prepared>()

function prepared(texts: readonly string[]): Prepared {
  const text = texts.map((part, index) => (index === 0 ? part : `$${index}${part}`)).join('')
  const known = byText.get(text)
  if (known) return known
  const fresh = { text, name: byText.size < 5_000 ? `s${byText.size}` : undefined }
  if (fresh.name) byText.set(text, fresh)
  return fresh
}

/** What goes to the server: numbered parameters and a statement name, so that it is planned once per connection. */
export function statement(piece: Sql): pg.QueryConfig & { name?: string } {
  let known = byTemplate.get(piece.texts)
  if (!known) {
    known = prepared(piece.texts)
    byTemplate.set(piece.texts, known)
  }
  const values = [...piece.values]
  return known.name ? { name: known.name, text: known.text, values } : { text: known.text, values }
}

/**
 * One transaction's door to the database. Statements sent without awaiting the one before travel together.
 * The row type is the caller's statement of what the SQL selects; a query's answer is checked against its schema.
 */
export type Tx = {
  /** All rows. */
  rows<Row extends object>(texts: TemplateStringsArray, ...parts: unknown[]): Promise<Row[]>
  /** The first row, if there is one. */
  row<Row extends object>(texts: TemplateStringsArray, ...parts: unknown[]): Promise<Row | undefined>
  /** Runs a statement and says how many rows it touched. */
  run(texts: TemplateStringsArray, ...parts: unknown[]): Promise<number>
}

/**
 * The same door for the work of one transaction, to be closed when that work is over: a statement that was left behind
 * unawaited then fails instead of reaching the next transaction on the connection.
 */
export function closingTxOf(client: pg.ClientBase): { readonly tx: Tx; close(): void } {
  let open = true
  const door = txOf(client)
  const asking = <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const sent = open ? ask() : Promise.reject(new Error('A statement came after the end of its transaction.'))
    sent.catch(() => undefined) // a failure that nobody awaits does not end the program: the commit finds it and is refused
    return sent
  }
  return {
    tx: {
      rows: (texts, ...parts) => asking(() => door.rows(texts, ...parts)),
      row: (texts, ...parts) => asking(() => door.row(texts, ...parts)),
      run: (texts, ...parts) => asking(() => door.run(texts, ...parts)),
    },
    close() {
      open = false
    },
  }
}

/** Opens the door of a connection whose transaction the caller governs. */
export function txOf(client: pg.ClientBase): Tx {
  return {
    async rows<Row extends object>(texts: TemplateStringsArray, ...parts: unknown[]) {
      const found = await client.query<Row>(statement(sql(texts, ...parts)))
      return found.rows
    },
    async row<Row extends object>(texts: TemplateStringsArray, ...parts: unknown[]) {
      const found = await client.query<Row>(statement(sql(texts, ...parts)))
      return found.rows[0]
    },
    async run(texts, ...parts) {
      const done = await client.query(statement(sql(texts, ...parts)))
      return done.rowCount ?? 0
    },
  }
}
