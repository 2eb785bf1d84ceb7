import { lazy } from 'react'

/** Loaded when there is a first note, or one is asked for, and kept for use without a network. */
export const NoteDialog = lazy(() => import('./note-dialog.tsx').then((m) => ({ default: m.NoteDialog })))
export const FiledNotes = lazy(() => import('./filed-notes.tsx').then((m) => ({ default: m.FiledNotes })))
export const NotesToFile = lazy(() => import('./filed-notes.tsx').then((m) => ({ default: m.NotesToFile })))
