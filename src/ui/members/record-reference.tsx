import { referenceInGroups } from '../../domain/record-reference.ts'
import { CopyButton } from '../controls/copy-button.tsx'
import { membersWords as words } from './words.ts'

interface ReferenceProps {
  id: string
  /** False when it could not be copied. */
  onCopy(text: string): Promise<boolean>
}

/** What a colleague needs who has to open the record in an emergency. */
export const RecordReference = ({ id, onCopy }: ReferenceProps) => (
  <section aria-labelledby="reference">
    <h2 className="nhsuk-heading-m" id="reference">
      {words.reference}
    </h2>
    <p className="linnet-key">{referenceInGroups(id)}</p>
    <p>{words.referenceWhy}</p>
    <CopyButton text={id} words={words.referenceCopy} onCopy={onCopy} />
  </section>
)
