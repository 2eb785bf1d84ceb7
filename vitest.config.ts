import { defineConfig } from 'vitest/config'

// Times are told in the zone of the reader; the tests read in this one.
process.env.TZ = 'UTC'

const MINUTE = 60_000

export default defineConfig({
  test: {
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'node',
          include: ['tests/**/*.test.ts'],
          environment: 'node',
          globalSetup: ['tests/setup/postgres.ts'],
          // A test that starts a program of its own waits for it while the other core is busy.
          testTimeout: MINUTE,
          // PostgreSQL is set up and started by the first test that needs it.
          hookTimeout: 2 * MINUTE,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'dom',
          include: ['tests/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/setup/dom.ts'],
          testTimeout: MINUTE,
          sequence: { groupOrder: 0 },
        },
      },
      {
        // A journey drives a whole browser: one at a time, and after the rest, so that none waits for a core.
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.journey.ts'],
          environment: 'node',
          globalSetup: ['tests/setup/journeys.ts'],
          testTimeout: 5 * MINUTE,
          hookTimeout: 3 * MINUTE,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
