/** Who may import whom. The same table, in words, is in `src/README.md`; a test compares the two. */
export interface Area {
  /** Other areas. Every area may import from itself. */
  ours: readonly AreaName[]
  /** npm packages, by name without a path, and built-ins of Node as `node:`. */
  packages: readonly string[]
  /** What its code must never ask for. */
  never: readonly RegExp[]
}

export const AREA_NAMES = [
  'domain',
  'guidance',
  'machines',
  'sync',
  'storage',
  'report',
  'ui',
  'app',
  'server',
] as const
export type AreaName = (typeof AREA_NAMES)[number]

const DOM = [
  /\bdocument\.(?:activeElement|addEvent|body|createE|getE|hidden|query|visibility)/,
  /\bwindow\.\w/,
  /\blocalStorage\b/,
  /\bnavigator\./,
]
const CHANCE = [/\bDate\.now\b/, /\bnew Date\(\)/, /\bperformance\b/, /\bMath\.random\b/, /\bcrypto\b/]
const TRANSPORT = [/\bfetch\(/, /\bXMLHttpRequest\b/, /\bWebSocket\b/, /\bindexedDB\b/]

export const AREAS: Readonly<Record<AreaName, Area>> = {
  domain: { ours: [], packages: ['zod'], never: [...DOM, ...CHANCE, ...TRANSPORT] },
  guidance: { ours: ['domain'], packages: [], never: [...DOM, ...CHANCE, ...TRANSPORT] },
  machines: { ours: ['domain', 'guidance'], packages: ['xstate'], never: [...DOM, ...CHANCE, ...TRANSPORT] },
  sync: { ours: ['domain'], packages: ['zod'], never: [...DOM, ...TRANSPORT] },
  storage: { ours: ['domain', 'sync'], packages: ['dexie', 'zod'], never: [] },
  report: {
    ours: ['domain', 'guidance'],
    packages: ['@dagrejs/dagre', 'fontkit', 'linebreak', 'pdfkit'],
    never: [...DOM, ...TRANSPORT],
  },
  ui: {
    ours: ['domain', 'guidance', 'machines', 'report'],
    packages: ['@hookform/resolvers', '@xstate/react', 'nhsuk-frontend', 'react', 'react-hook-form', 'zod'],
    never: TRANSPORT,
  },
  app: {
    ours: ['domain', 'guidance', 'machines', 'sync', 'storage', 'report', 'ui'],
    packages: [
      '@xstate/react',
      'react',
      'react-dom',
      'workbox-core',
      'workbox-precaching',
      'workbox-routing',
      'workbox-window',
      'wouter',
      'xstate',
      'zod',
    ],
    never: [],
  },
  server: {
    ours: ['sync', 'domain'],
    packages: [
      '@hono/node-server',
      '@node-rs/argon2',
      '@simplewebauthn/server',
      'hono',
      'libsql',
      'node:crypto',
      'node:fs',
      'node:http',
      'node:path',
      'node:stream',
      'node:url',
      'node:zlib',
      'openid-client',
      'otpauth',
      'pg',
      'zod',
    ],
    never: DOM,
  },
}

/** Files that may use more packages than their area, by name. */
export const EXCEPTIONS: Readonly<Record<string, { packages: readonly string[]; why: string }>> = {
  'app/account/passkey-browser.ts': {
    packages: ['@simplewebauthn/browser'],
    why: 'asks for a passkey, loaded when somebody wants one',
  },
  'app/cases/command.ts': { packages: ['node:fs', 'node:util'], why: 'a command' },
  'app/pdf/pdf-worker.ts': {
    packages: ['virtual:linnet-font'],
    why: 'the font files that the build makes',
  },
  'app/precache-plugin.ts': {
    packages: ['node:crypto', 'node:fs', 'node:path', 'node:zlib', 'vite'],
    why: 'part of the build',
  },
  'machines/diagram-command.ts': { packages: ['node:fs'], why: 'a command' },
  'report/pdf/font-files.ts': {
    packages: ['node:fs', 'node:module', 'subset-font'],
    why: 'on the build machine only',
  },
  'report/pdf/font-plugin.ts': { packages: ['vite'], why: 'part of the build' },
  'server/admin/read-command.ts': { packages: ['node:util'], why: 'a command' },
  'storage/encryption/passphrase-strength.ts': {
    packages: ['@zxcvbn-ts/core'],
    why: 'judges a new passphrase, loaded when one is chosen',
  },
  'ui/layout/nhs-styles-plugin.ts': { packages: ['vite'], why: 'part of the build' },
}

/** The only files of the guidance that others may import. */
export const GUIDANCE_DOORS = ['guidance/index.ts', 'guidance/whole.ts'] as const
/** What a browser loads. */
export const BROWSER_ENTRIES = ['app/main.tsx', 'app/service-worker.ts'] as const
export const SERVER_ENTRY = 'server/main.ts'
