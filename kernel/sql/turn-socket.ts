import { Socket } from 'node:net'

/** A socket that sends everything written in one turn of the program at once: statements that wait for nothing share a packet. */
export class TurnSocket extends Socket {
  #held = false

  override cork(): void {
    super.cork()
    if (this.#held) return
    this.#held = true
    super.cork()
    process.nextTick(() => {
      this.#held = false
      super.uncork()
    })
  }
}
