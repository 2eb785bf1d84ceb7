import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precache } from './src/app/precache-plugin.ts'
import { pdfFonts } from './src/report/pdf/font-plugin.ts'
import { nhsStyles } from './src/ui/layout/nhs-styles-plugin.ts'

const SHARED_BY_SERVICE =
  /src\/(sync\/(glass|sharing-api|api|outbox-state|answer|wire-entry)|app\/(glass\/until-in-words|account\/(watch-closing|ask-server|use-account|account-client))|domain\/record-reference|ui\/(account|members|outbox|glass)\/(words|problem-in-words|account-form|read-in-emergency))\.tsx?$/

export default defineConfig({
  plugins: [nhsStyles(), react(), precache('src/app/service-worker.ts')],
  resolve: {
    dedupe: ['pdfkit'],
    alias: [
      // React has had this itself since version 18.
      { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'react' },
      {
        find: 'brotli/decompress.js',
        replacement: fileURLToPath(new URL('src/report/pdf/no-brotli.ts', import.meta.url)),
      },
    ],
  },
  worker: { format: 'es', plugins: () => [pdfFonts()] },
  build: {
    target: ['chrome112', 'safari16.4', 'firefox115'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    // What the first page needs comes in one file: it is smaller than the same in thirty.
    // So does what all pages about the service share: each file of its own would have to be named in the first one.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'] },
            { name: 'service', test: SHARED_BY_SERVICE },
          ],
        },
      },
    },
  },
})
