import { lazy } from 'react'

/** Loaded when a note is first asked for, and kept for use without a network. */
export const NoteDialog = lazy(() => import('./note-dialog.tsx').then((m) => ({ default: m.NoteDialog })))
