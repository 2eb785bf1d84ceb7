import { defineConfig } from 'vitest/config'

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
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'dom',
          include: ['tests/**/*.test.tsx'],
          environment: 'jsdom',
          env: { TZ: 'UTC' },
          setupFiles: ['tests/setup/dom.ts'],
          sequence: { groupOrder: 0 },
        },
      },
      {
        // A journey drives a whole browser: one at a time, and after the rest, so that none waits for a core.
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.journey.ts'],
          environment: 'node',
          testTimeout: 5 * MINUTE,
          hookTimeout: 3 * MINUTE,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
})
