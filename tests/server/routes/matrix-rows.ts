import { ACCOUNT_ROWS } from './matrix-account-rows.ts'
import { RECORD_ROWS } from './matrix-record-rows.ts'
import { PUBLIC, type Row } from './matrix-row.ts'

/** Every route of the server, by its method and path. */
export const ROWS: Readonly<Record<string, Row>> = {
  'GET /health': { cells: PUBLIC, request: () => ({ path: '/health' }), about: null, shows: '{"ok":true}' },
  'GET /ready': { cells: PUBLIC, request: () => ({ path: '/ready' }), about: null, shows: '{"ok":true}' },
  'GET /*': { cells: PUBLIC, request: () => ({ path: '/sw.js' }), about: null, shows: '// worker' },
  ...ACCOUNT_ROWS,
  ...RECORD_ROWS,
}
