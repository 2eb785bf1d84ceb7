import { useState } from 'react'

interface CopyProps {
  text: string
  /** What the button says, and what is said afterwards. */
  words: { copy: string; copied: string; notCopied: string }
  /** False when it could not be copied. */
  onCopy(text: string): Promise<boolean>
}

/** Puts a text where it can be pasted, and says whether it did. */
export function CopyButton({ text, words, onCopy }: CopyProps) {
  const [copied, setCopied] = useState<boolean>()
  return (
    <>
      <button
        type="button"
        className="nhsuk-button nhsuk-button--secondary"
        onClick={() => void onCopy(text).then(setCopied)}
      >
        {words.copy}
      </button>
      <p role="status">{copied === undefined ? '' : copied ? words.copied : words.notCopied}</p>
    </>
  )
}
