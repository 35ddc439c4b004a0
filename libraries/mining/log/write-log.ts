import { cell, entry } from './column.ts'
import type { EventLog } from './event-log.ts'
import { wordsOf } from './event-words.ts'
import { wholeOf } from './file-bytes.ts'
import type { ObjectLog } from './object-log.ts'
import { xesKeys } from './read-xes.ts'
import { objectLogOf, ocelJsonOf } from './write-ocel-json.ts'

export interface WriteOptions {
  format: 'xes' | 'csv' | 'ocel-json'
}

/**
 * Writes a log as a file that `readLog` reads back as it was, and other tools read too: XES (IEEE 1849-2016), CSV in UTF-8
 * with the mark that Excel needs, or OCEL 2.0 JSON (each case an object of type `case`). Times are written in UTC, to the
 * microsecond. Characters that XML cannot hold are written as U+FFFD; spaces round a text are lost in CSV. Only OCEL holds
 * an object-centric log: throws a RangeError for another format, since flattening it is the caller's choice (`flattenLog`).
 */
export function writeLog(log: EventLog | ObjectLog, { format }: WriteOptions): Uint8Array {
  if ('events' in log) {
    if (format === 'ocel-json') return encoded([ocelJsonOf(log)])
    throw new RangeError(
      `${format}: flattenLog で案件を選んでください。/ Flatten the log first: only OCEL holds objects.`,
    )
  }
  if (format === 'ocel-json') return encoded([ocelJsonOf(objectLogOf(log))])
  return encoded(format === 'xes' ? xesTexts(log) : csvTexts(log))
}

/** Encodes texts piece by piece, so that no text of the whole file is made. */
function encoded(texts: Iterable<string>): Uint8Array {
  const encoder = new TextEncoder()
  const pieces: Uint8Array[] = []
  let gathered = ''
  const flush = () => {
    pieces.push(encoder.encode(gathered))
    gathered = ''
  }
  for (const text of texts) {
    gathered += text
    if (gathered.length > 1 << 20) flush()
  }
  flush()
  return wholeOf(pieces)
}

function* xesTexts(log: EventLog): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<log xes.version="1849-2016" xes.features="" xmlns="http://www.xes-standard.org/">\n'
  for (const [name, prefix, uri] of extensions) yield `<extension name="${name}" prefix="${prefix}" uri="${uri}"/>\n`
  for (let owner = 0; owner < log.caseCount; owner++) {
    yield `<trace><string key="concept:name" value="${xmlValue(entry(log.caseIds, owner))}"/>\n`
    for (let event = cell(log.caseStarts, owner); event < cell(log.caseStarts, owner + 1); event++) {
      yield '<event>'
      for (const [field, value] of Object.entries(wordsOf(log, event))) {
        if (value === undefined) continue
        const kind = field === 'at' || field === 'endedAt' ? 'date' : field === 'touchSeconds' ? 'float' : 'string'
        yield `<${kind} key="${keyOf.get(field)}" value="${xmlValue(value)}"/>`
      }
      yield '</event>\n'
    }
    yield '</trace>\n'
  }
  yield '</log>\n'
}

const keyOf = new Map<string, string>(Object.entries(xesKeys))
const extensions = [
  ['Concept', 'concept', 'http://www.xes-standard.org/concept.xesext'],
  ['Time', 'time', 'http://www.xes-standard.org/time.xesext'],
  ['Organizational', 'org', 'http://www.xes-standard.org/org.xesext'],
  ['Lifecycle', 'lifecycle', 'http://www.xes-standard.org/lifecycle.xesext'],
  ['Ennoshita', 'ennoshita', 'urn:ennoshita:xes'],
] as const

const xmlEntities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as the value of an attribute; line breaks and tabs are written by number, since XML would read them as spaces. */
function xmlValue(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"\t\n\r]/g, (sign) => xmlEntities[sign] ?? `&#${sign.charCodeAt(0)};`)
}

const csvHeadings = {
  activity: 'concept:name',
  at: 'time:timestamp',
  endedAt: 'end_timestamp',
  actor: 'org:resource',
  actorKind: 'actor_kind',
  role: 'org:role',
  department: 'org:group',
  lifecycle: 'lifecycle:transition',
  cause: 'cause',
  touchSeconds: 'touch_seconds',
} as const

/** Only columns that say something are written. */
function* csvTexts(log: EventLog): Generator<string> {
  const isFilled = {
    activity: true,
    at: log.hasTimes || log.hasEndTimes,
    endedAt: log.hasEndTimes,
    actor: log.actor.texts.length > 0,
    actorKind: log.actorKind.some((place) => place >= 0),
    role: log.role.texts.length > 0,
    department: log.department.texts.length > 0,
    lifecycle: log.lifecycle.texts.length > 0,
    cause: log.cause.some((place) => place >= 0),
    touchSeconds: log.touchSeconds.some((seconds) => !Number.isNaN(seconds)),
  }
  const fields = csvFieldNames.filter((field) => isFilled[field])
  yield `\uFEFF${['case:concept:name', ...fields.map((field) => csvHeadings[field])].join(',')}\r\n`
  for (let owner = 0; owner < log.caseCount; owner++) {
    const caseId = csvCell(entry(log.caseIds, owner))
    for (let event = cell(log.caseStarts, owner); event < cell(log.caseStarts, owner + 1); event++) {
      const words = wordsOf(log, event)
      yield `${[caseId, ...fields.map((field) => csvCell(words[field] ?? ''))].join(',')}\r\n`
    }
  }
}

const csvFieldNames = Object.keys(csvHeadings) as (keyof typeof csvHeadings)[] // as: the keys of the object just written

function csvCell(text: string): string {
  return /[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
