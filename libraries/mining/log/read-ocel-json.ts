import type { AttributeValue, ObjectLog } from './object-log.ts'
import { ObjectLogBuilder } from './object-log-builder.ts'

const notOcel = 'OCEL 2.0 の JSON ではありません。/ This JSON is no OCEL 2.0'

/**
 * Reads OCEL 2.0 JSON (Berti et al., "OCEL (Object-Centric Event Log) 2.0 Specification", 2024, §7.3). Throws an Error for
 * broken JSON, with the place where it breaks, and for JSON of another kind, OCEL 1.0 among them.
 */
export function readOcelJson(text: string): ObjectLog {
  const whole = parsed(text)
  if (isRecord(whole) && 'ocel:events' in whole)
    throw new Error(`${notOcel}: 1.0 は 2.0 に変換してください。/ it is OCEL 1.0; convert it to 2.0.`)
  if (!isRecord(whole) || !Array.isArray(whole.events) || !Array.isArray(whole.objects))
    throw new Error(`${notOcel}: events, objects がありません。/ no events and objects.`)
  const log = new ObjectLogBuilder()
  for (const one of recordsOf(whole.objects)) {
    const id = textOf(one.id)
    const attributes = recordsOf(one.attributes).map(({ name, time, value }) => ({
      ...{ name: textOf(name), at: textOf(time), value: attributeValueOf(value) },
    }))
    log.addObject(id, textOf(one.type), attributes)
    for (const { objectId, qualifier } of recordsOf(one.relationships))
      log.relateObjects(id, textOf(objectId), textOf(qualifier))
  }
  for (const one of recordsOf(whole.events)) {
    const id = textOf(one.id)
    const attributes = recordsOf(one.attributes).map(({ name, value }): [string, AttributeValue] => [
      textOf(name),
      attributeValueOf(value),
    ])
    log.addEvent(id, textOf(one.type), textOf(one.time), attributes)
    for (const { objectId, qualifier } of recordsOf(one.relationships))
      log.relate(id, textOf(objectId), textOf(qualifier))
  }
  return log.build()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const place = error instanceof Error ? error.message : ''
    throw new Error(`JSON が壊れています。/ The JSON is broken: ${place}`, { cause: error })
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function recordsOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : []
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function attributeValueOf(value: unknown): AttributeValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return value === null || value === undefined ? '' : JSON.stringify(value)
}
