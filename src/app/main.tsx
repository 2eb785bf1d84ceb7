import './no-eval.ts'
import '../ui/layout/styles.ts'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { updates } from './updates.ts'

const root = document.getElementById('root')
if (root) createRoot(root).render(<App updates={updates()} />)
