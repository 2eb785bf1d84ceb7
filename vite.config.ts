import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precache } from './src/app/precache-plugin.ts'
import { nhsStyles } from './src/ui/layout/nhs-styles-plugin.ts'

export default defineConfig({
  plugins: [nhsStyles(), react(), precache('src/app/service-worker.ts')],
  resolve: { dedupe: ['pdfkit'] },
  worker: { format: 'es' },
  build: {
    target: ['chrome112', 'safari16.4', 'firefox115'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
})
