import { type Column, cell } from './column.ts'

const pieceBits = 16
const pieceLength = 1 << pieceBits

/**
 * A column that grows in pieces, so that growing never copies what is there. While only the value for "nothing" has come
 * it takes no room: most logs fill few of the columns.
 */
export class Growing<C extends Column> {
  length = 0
  readonly #make: (length: number) => C
  readonly #nothing: number
  #pieces: C[] = []
  #last: C | undefined

  constructor(make: (length: number) => C, nothing: number) {
    this.#make = make
    this.#nothing = nothing
  }

  push(value: number) {
    if (this.#last === undefined) {
      if (Object.is(value, this.#nothing)) {
        this.length += 1
        return
      }
      for (let filled = 0; filled <= this.length; filled += pieceLength) this.#addPiece()
    } else if ((this.length & (pieceLength - 1)) === 0) this.#addPiece()
    if (this.#last) this.#last[this.length & (pieceLength - 1)] = value
    this.length += 1
  }

  #addPiece() {
    const piece = this.#make(pieceLength)
    if (this.#nothing !== 0) piece.fill(this.#nothing)
    this.#last = piece
    this.#pieces.push(piece)
  }

  /** The whole column, as it came or in another order; the pieces are given up, so this can be asked once. */
  take(order?: Int32Array): C {
    const whole = this.#make(this.length)
    const pieces = this.#pieces
    this.#pieces = []
    if (pieces.length === 0) {
      whole.fill(this.#nothing)
    } else if (order === undefined) {
      for (const [number, piece] of pieces.entries()) {
        const room = this.length - number * pieceLength
        whole.set(room < pieceLength ? piece.subarray(0, room) : piece, number * pieceLength)
      }
    } else {
      for (let place = 0; place < order.length; place++) {
        const event = cell(order, place)
        whole[place] = pieces[event >> pieceBits]?.[event & (pieceLength - 1)] ?? this.#nothing
      }
    }
    return whole
  }
}
