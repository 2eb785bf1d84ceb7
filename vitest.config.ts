import { defineConfig } from 'vitest/config'

// Times are told in the zone of the reader; the tests read in this one.
process.env.TZ = 'UTC'

export default defineConfig({
  test: { include: ['tests/**/*.test.ts'], environment: 'node' },
})
