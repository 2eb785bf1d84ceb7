import { useEffect, useState } from 'react'
import { signedText } from '../domain/signature.ts'
import { CompletedScreen } from '../ui/steps/completed-screen.tsx'
import { ExportScreen } from '../ui/steps/export-screen.tsx'
import type { Workspace } from '../ui/workspace.ts'
import { makePdf } from './make-pdf.ts'
import { sha256 } from './sha256.ts'

/** The pages that say which state of the record they are about. */
export const CompletedPage = ({ workspace }: { workspace: Workspace }) => (
  <CompletedScreen fingerprint={useFingerprint(workspace.view.record)} />
)

interface ExportPageProps {
  workspace: Workspace
  drafts: boolean
  /** Whoever makes it is no member, and reads the record for a while. */
  inEmergency: boolean
  /** A PDF was made. */
  onMade(): void
}

export const ExportPage = ({ workspace, drafts, inEmergency, onMade }: ExportPageProps) => (
  <ExportScreen
    fingerprint={useFingerprint(workspace.view.record)}
    drafts={drafts}
    make={async () => {
      const made = await makePdf(workspace, inEmergency)
      if (made.ok) onMade()
      return made
    }}
  />
)

function useFingerprint(record: Parameters<typeof signedText>[0]): string {
  const [fingerprint, setFingerprint] = useState('')
  useEffect(() => {
    let current = true
    void sha256(signedText(record)).then((f) => current && setFingerprint(f))
    return () => {
      current = false
    }
  }, [record])
  return fingerprint
}
