import type { Author } from '../../domain/entry.ts'
import { useWorkspace } from '../workspace.ts'
import { questionWords as words } from './words.ts'

/** Who answered while this was being edited. It stands beneath the fields, so that none of them moves. */
export function Meanwhile({ authors }: { authors: readonly Author[] }) {
  const { author: own } = useWorkspace()
  return (
    <div role="status">
      {authors.map(({ id, role, agency }) => (
        <p className="nhsuk-inset-text" key={id}>
          {id === own.id ? words.meanwhileOwn : words.meanwhile(role, agency)}
        </p>
      ))}
    </div>
  )
}
