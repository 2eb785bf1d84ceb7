import { useState } from 'react'
import { referenceInGroups } from '../../domain/record-reference.ts'
import { membersWords as words } from './words.ts'

interface ReferenceProps {
  id: string
  /** False when it could not be copied. */
  onCopy(text: string): Promise<boolean>
}

/** What a colleague needs who has to open the record in an emergency. */
export function RecordReference({ id, onCopy }: ReferenceProps) {
  const [copied, setCopied] = useState<boolean>()
  return (
    <section aria-labelledby="reference">
      <h2 className="nhsuk-heading-m" id="reference">
        {words.reference}
      </h2>
      <p className="linnet-key">{referenceInGroups(id)}</p>
      <p>{words.referenceWhy}</p>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary"
        onClick={() => void onCopy(id).then(setCopied)}
      >
        {words.copy}
      </button>
      <p role="status">{copied === undefined ? '' : copied ? words.copied : words.notCopied}</p>
    </section>
  )
}
