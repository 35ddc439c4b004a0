import { defineConfig } from 'vitest/config'
import { SlowestFirst } from './tests/slowest-first.ts'

/** `npm test` runs everything but *.long.test.ts; `npm run test:long` runs only those. */
const long = process.env.TEST_LONG === '1'

export default defineConfig({
  test: {
    include: long ? ['**/*.long.test.ts'] : ['**/*.test.ts', '**/*.test.tsx'],
    exclude: ['**/node_modules/**', '**/dist/**', ...(long ? [] : ['**/*.long.test.ts'])],
    testTimeout: long ? 600_000 : 30_000,
    hookTimeout: 60_000,
    maxWorkers: long ? 1 : 2,
    sequence: { sequencer: SlowestFirst },
    globalSetup: ['./tests/database.setup.ts'],
    reporters: ['default', './checks/closing-line.ts'],
  },
})
