import { lazy } from 'react'

/**
 * Parts of a form that few answers need: loaded when the first of them does, and kept for use without a network. Each stands in a
 * boundary of its own, so that what is being typed beside it stays.
 */
export const CorrectionForm = lazy(() => import('./correction-form.tsx').then((m) => ({ default: m.CorrectionForm })))
export const DerivedNote = lazy(() => import('./derived-note.tsx').then((m) => ({ default: m.DerivedNote })))
export const DrinksField = lazy(() => import('./drinks-field.tsx').then((m) => ({ default: m.DrinksField })))
export const HeadsShown = lazy(() => import('./heads-shown.tsx').then((m) => ({ default: m.HeadsShown })))
export const Settled = lazy(() => import('./settled.tsx').then((m) => ({ default: m.Settled })))
export const WeekField = lazy(() => import('./week-field.tsx').then((m) => ({ default: m.WeekField })))
