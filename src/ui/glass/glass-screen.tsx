import { useState } from 'react'
import { readReference } from '../../domain/record-reference.ts'
import type { AccountState } from '../account/account-ports.ts'
import { ErrorSummary } from '../controls/error-summary.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { TextArea, TextField } from '../controls/text-field.tsx'
import { Page } from '../shell/page.tsx'
import { GlassCheck } from './glass-check.tsx'
import type { GlassOpened, GlassRefusal, GlassTyped } from './glass-ports.ts'
import { glassWords as words } from './words.ts'

interface GlassProps {
  account: AccountState
  typed: GlassTyped
  /** Characters of a reason. */
  bounds: { least: number; most: number }
  onTyped(typed: GlassTyped): void
  onOpen(id: string, reason: string): Promise<GlassOpened>
  onSignIn(): void
  onBack(): void
}
interface Problem {
  field: string
  text: string
}

/** Reading a record of which one is no member: which, why, and a last look at what that means. */
export function GlassScreen({ account, typed, bounds, onTyped, onOpen, onSignIn, onBack }: GlassProps) {
  const [checking, setChecking] = useState<{ id: string; reason: string }>()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [attempt, setAttempt] = useState(0)
  const show = (found: readonly Problem[]) => {
    setProblems(found)
    setAttempt((n) => n + 1)
  }
  const open = async ({ id, reason }: { id: string; reason: string }) => {
    const opened = await onOpen(id, reason)
    if (opened.ok) return
    setChecking(undefined)
    show([{ field: 'glass-reference', text: inWords(opened) }])
  }
  const goOn = () => {
    const read = readReference(typed.reference)
    const reason = typed.reason.trim()
    const found = [...wrongReference(read, typed.reference), ...wrongReason(reason, bounds)]
    show(found)
    if (read.ok && found.length === 0) setChecking({ id: read.id, reason })
  }
  if (checking)
    return <GlassCheck {...checking} onOpen={() => open(checking)} onChange={() => setChecking(undefined)} />
  const errorAt = (field: string) => problems.find((p) => p.field === field)?.text
  const mayOpen = account.is === 'signed-out' || (account.is === 'signed-in' && !isBarred(account))
  return (
    <Page title={words.title}>
      <ErrorSummary key={attempt} title={words.problemTitle} items={problems} />
      <p>{words.lead}</p>
      <h2 className="nhsuk-heading-m">{words.what}</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {words.facts.map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
      <Standing account={account} onSignIn={onSignIn} />
      {mayOpen && (
        <PrivateForm
          onSubmit={(e) => {
            e.preventDefault()
            goOn()
          }}
        >
          <TextField
            id="glass-reference"
            label={words.reference}
            hint={words.referenceHint}
            error={errorAt('glass-reference')}
            value={typed.reference}
            onChange={(reference) => onTyped({ ...typed, reference })}
          />
          <TextArea
            id="glass-reason"
            label={words.reason}
            hint={`${words.reasonHint} ${words.reasonCount(typed.reason.trim().length, bounds.least, bounds.most)}`}
            error={errorAt('glass-reason')}
            value={typed.reason}
            onChange={(reason) => onTyped({ ...typed, reason })}
          />
          <button type="submit" className="nhsuk-button">
            {words.next}
          </button>
        </PrivateForm>
      )}
      <button type="button" className="linnet-link" onClick={onBack}>
        {words.toList}
      </button>
    </Page>
  )
}

/** As whom one would open it, or what is in the way of it. */
function Standing({ account, onSignIn }: Pick<GlassProps, 'account' | 'onSignIn'>) {
  if (account.is === 'signed-in') {
    if (account.revoked) return <p className="nhsuk-inset-text">{words.revoked}</p>
    if (account.access === 'administrator') return <p className="nhsuk-inset-text">{words.administrator}</p>
    return <p>{words.named(account.name, account.role, account.agency)}</p>
  }
  const isLocal = account.is === 'local'
  return (
    <div className="nhsuk-inset-text">
      <p>{isLocal ? words.local : words.signedOut}</p>
      <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onSignIn}>
        {isLocal ? words.connect : words.signIn}
      </button>
    </div>
  )
}

const isBarred = ({ access, revoked }: Extract<AccountState, { is: 'signed-in' }>): boolean =>
  revoked || access === 'administrator'

function wrongReference(read: ReturnType<typeof readReference>, typed: string): Problem[] {
  if (read.ok) return []
  const text = typed.trim() === '' ? words.referenceMissing : words.referenceWrong(read.characters)
  return [{ field: 'glass-reference', text }]
}

function wrongReason({ length }: string, { least, most }: GlassProps['bounds']): Problem[] {
  if (length < least) return [{ field: 'glass-reason', text: words.reasonShort(least) }]
  return length > most ? [{ field: 'glass-reason', text: words.reasonLong(most) }] : []
}

const inWords = ({ problem, waitMinutes }: GlassRefusal): string =>
  (words.problems[problem] as (wait?: number) => string)(waitMinutes)
