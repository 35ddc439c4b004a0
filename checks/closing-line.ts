import type { Reporter, SerializedError, TestModule } from 'vitest/node'

/**
 * Ends every run with what failed, a line each, and then one plain line, `N passed, N failed, N skipped`,
 * which people and machines can read.
 */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]) {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    const failures = errors.map((error) => `outside every test: ${firstLine([error])}`)
    for (const module of modules) {
      for (const test of module.children.allTests()) count[test.result().state] += 1
      const failed = [...module.children.allTests('failed')]
      for (const test of failed) {
        failures.push(`${module.relativeModuleId} > ${test.fullName}: ${firstLine(test.result().errors)}`)
      }
      if (module.state() !== 'failed' || failed.length) continue
      count.failed += 1
      const suites = [...module.children.allSuites()].flatMap((suite) => suite.errors())
      failures.push(`${module.relativeModuleId}: ${firstLine([...module.errors(), ...suites])}`)
    }
    const { passed, failed, skipped, pending } = count
    process.stdout.write(`\n${failures.map((failure) => `failed: ${failure}\n`).join('')}`)
    process.stdout.write(`${passed} passed, ${failed} failed, ${skipped + pending} skipped\n`)
  }
}

const firstLine = (errors: readonly { message: string }[] = []) =>
  errors[0]?.message.split('\n')[0] ?? 'no reason given'
