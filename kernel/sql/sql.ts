import type pg from 'pg'
import { type Statement, type Told, turnsOf } from './turn.ts'

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
export function statement(piece: Sql): Statement {
  let known = byTemplate.get(piece.texts)
  if (!known) {
    known = prepared(piece.texts)
    byTemplate.set(piece.texts, known)
  }
  return { ...known, values: piece.values }
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

/** The door to one transaction: for the work inside it, and for what opens and ends it. */
export type Door = {
  readonly tx: Tx
  /** Sends a statement that opens or ends the transaction, whether the door is open or closed. */
  send(piece: Sql): Promise<Told>
  /** Lets nothing more of the work through: a statement that was left behind then fails instead of reaching the next transaction. */
  close(): void
  /** Closes the door and takes the transaction back; answers why it could not, where the connection is broken. */
  takeBack(): Promise<Error | undefined>
}

/** Opens a door on a connection. A failure that nobody awaits does not end the program: the commit finds it and is refused. */
export function doorOf(client: pg.ClientBase): Door {
  const turns = turnsOf(client)
  let isOpen = true
  const asked = (texts: TemplateStringsArray, parts: unknown[]): Promise<Told> => {
    if (!isOpen) return Promise.reject(new Error('A statement came after the end of its transaction.'))
    return turns.ask(statement(sql(texts, ...parts)))
  }
  const minded = <Answer>(answer: Promise<Answer>): Promise<Answer> => {
    answer.catch(() => undefined)
    return answer
  }
  return {
    send: (piece) => minded(turns.ask(statement(piece))),
    close() {
      isOpen = false
    },
    takeBack() {
      isOpen = false
      return turns.instead(statement(sql`rollback`)).then(
        () => undefined,
        (failure: Error) => failure,
      )
    },
    tx: {
      rows: <Row extends object>(texts: TemplateStringsArray, ...parts: unknown[]) =>
        minded<Row[]>(asked(texts, parts).then(({ rows }) => rows as Row[])), // as: the caller states what its SQL selects
      row: <Row extends object>(texts: TemplateStringsArray, ...parts: unknown[]) =>
        minded<Row | undefined>(asked(texts, parts).then(({ rows }) => (rows as Row[])[0])), // as: the caller states what its SQL selects
      run: (texts, ...parts) => minded(asked(texts, parts).then(({ count }) => count)),
    },
  }
}
