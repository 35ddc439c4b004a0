import type { LocalDate } from '@ennoshita/kernel'
import type { Dice } from './dice.ts'
import { instantAt, type KindOfWork, type World } from './world.ts'

/** One time of a kind of work, with the dice of its story. */
export type Chore = {
  readonly taskId: string
  readonly dueOn: LocalDate
  /** The day on which its story begins: nothing of it happens before. */
  readonly from: LocalDate
  readonly kind: KindOfWork
  readonly dice: Dice
}

/** Writes an act of the task's story into the diary, at so many minutes after midnight. */
export function write(
  world: World,
  { taskId }: Chore,
  on: LocalDate,
  minutes: number,
  run: (at: string) => Promise<unknown>,
): void {
  const at = instantAt(on, minutes)
  world.diary.write(on, at, taskId, async () => {
    await run(at)
  })
}
