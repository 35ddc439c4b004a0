import { BaseSequencer, type TestSpecification } from 'vitest/node'

const slow = [
  /tests\/browser\/every-screen/,
  /tests\/browser\//,
  /tests\/bad-input\//,
  /apps\/sample\//,
  /tests\/long\//,
  /\.long\.test/,
]

/** Begins with the files that take longest, so that none of them runs alone at the end. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = slow.findIndex((each) => each.test(moduleId))
      return found === -1 ? slow.length : found
    }
    return (await super.sort(files)).sort((one, other) => place(one) - place(other))
  }
}
