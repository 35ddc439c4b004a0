import type { LogFault } from './event-log.ts'
import { instantOf } from './instants.ts'
import type { AttributeValue, LogObject, ObjectEvent, ObjectLog } from './object-log.ts'

const placesKept = 20

/**
 * Takes events and objects as a file brings them and leaves out, with a report, what has no id or type and what bears an id
 * that an earlier one has. Relations that name what the file does not hold are kept and reported.
 */
export class ObjectLogBuilder {
  readonly #events: ObjectEvent[] = []
  readonly #objects: LogObject[] = []
  readonly #ids = { event: new Set<string>(), object: new Set<string>() }
  readonly #relations: ObjectLog['relations'][number][] = []
  readonly #objectRelations: NonNullable<ObjectLog['objectRelations']>[number][] = []
  readonly #faults = new Map<LogFault['fault'], LogFault>()

  addEvent(id: string, activity: string, time: string, attributes: [string, AttributeValue][]) {
    const place = this.#events.length + 1
    if (id === '' || activity === '') return this.report('no-activity', place, `event ${id}`)
    if (this.#isTaken('event', id, place)) return
    const isTime = !Number.isNaN(instantOf(time))
    if (!isTime) this.report(time === '' ? 'no-time' : 'unreadable-time', place, time === '' ? `event ${id}` : time)
    this.#events.push({ id, activity, at: isTime ? time : Number.NaN, attributes: Object.fromEntries(attributes) })
  }

  addObject(id: string, type: string, attributes: NonNullable<LogObject['attributes']>) {
    const place = this.#objects.length + 1
    if (id === '' || type === '') return this.report('no-case', place, `object ${id}`)
    if (this.#isTaken('object', id, place)) return
    this.#objects.push(attributes.length === 0 ? { id, type } : { id, type, attributes })
  }

  #isTaken(kind: 'event' | 'object', id: string, place: number): boolean {
    const isTaken = this.#ids[kind].has(id)
    if (isTaken) this.report('broken-file', place, `${kind} ${id} stands twice: the first one counts`)
    this.#ids[kind].add(id)
    return isTaken
  }

  relate(eventId: string, objectId: string, qualifier: string) {
    this.#relations.push({ eventId, objectId, qualifier })
  }

  relateObjects(fromId: string, toId: string, qualifier: string) {
    this.#objectRelations.push({ fromId, toId, qualifier })
  }

  report(fault: LogFault['fault'], place: number, text: string) {
    const known = this.#faults.get(fault) ?? { fault, count: 0, first: [] }
    known.count += 1
    if (known.first.length < placesKept) known.first.push({ place, text: text.slice(0, 120) })
    this.#faults.set(fault, known)
  }

  build(): ObjectLog {
    for (const [place, { eventId, objectId }] of this.#relations.entries())
      if (!this.#ids.event.has(eventId) || !this.#ids.object.has(objectId))
        this.report('broken-file', place + 1, `relation of ${eventId} to ${objectId}: one of them is not in the file`)
    return {
      events: this.#events,
      objects: this.#objects,
      relations: this.#relations,
      objectRelations: this.#objectRelations,
      faults: [...this.#faults.values()],
    }
  }
}
