import type { RecordView } from './view.ts'

/** Worked out once for each view: a view never changes. */
export function oncePerView<T extends object>(derive: (view: RecordView) => T): (view: RecordView) => T {
  const known = new WeakMap<RecordView, T>()
  return (view) => {
    const found = known.get(view) ?? derive(view)
    known.set(view, found)
    return found
  }
}
