import { cell } from './column.ts'

/** Numbered things, the least first and of equals the one with the smaller number (Williams, "Algorithm 232: Heapsort", CACM 7(6), 1964). */
export class MinHeap {
  #keys: Float64Array
  #numbers: Int32Array
  size = 0

  /** Widens by itself beyond the room it is made with. */
  constructor(room = 16) {
    this.#keys = new Float64Array(Math.max(1, room))
    this.#numbers = new Int32Array(Math.max(1, room))
  }

  push(key: number, number: number) {
    if (this.size === this.#keys.length) this.#widen()
    let place = this.size++
    for (let above = (place - 1) >> 1; place > 0; above = (place - 1) >> 1) {
      if (!isBefore(key, number, cell(this.#keys, above), cell(this.#numbers, above))) break
      this.#set(place, cell(this.#keys, above), cell(this.#numbers, above))
      place = above
    }
    this.#set(place, key, number)
  }

  /** Takes the first one away; a RangeError where there is none. */
  pop(): { key: number; number: number } {
    const top = { key: cell(this.#keys, 0), number: cell(this.#numbers, 0) }
    const [key, number] = [cell(this.#keys, --this.size), cell(this.#numbers, this.size)]
    let place = 0
    for (let below = 1; below < this.size; below = place * 2 + 1) {
      if (below + 1 < this.size && this.#isBefore(below + 1, below)) below += 1
      if (!isBefore(cell(this.#keys, below), cell(this.#numbers, below), key, number)) break
      this.#set(place, cell(this.#keys, below), cell(this.#numbers, below))
      place = below
    }
    if (this.size > 0) this.#set(place, key, number)
    return top
  }

  #isBefore(place: number, other: number): boolean {
    return isBefore(
      cell(this.#keys, place),
      cell(this.#numbers, place),
      cell(this.#keys, other),
      cell(this.#numbers, other),
    )
  }

  #set(place: number, key: number, number: number) {
    this.#keys[place] = key
    this.#numbers[place] = number
  }

  #widen() {
    const [keys, numbers] = [new Float64Array(this.size * 2), new Int32Array(this.size * 2)]
    keys.set(this.#keys)
    numbers.set(this.#numbers)
    this.#keys = keys
    this.#numbers = numbers
  }
}

function isBefore(key: number, number: number, otherKey: number, other: number): boolean {
  return key < otherKey || (key === otherKey && number < other)
}
