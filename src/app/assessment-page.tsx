import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { WHOLE } from '../domain/subjects.ts'
import type { OpenVault } from '../storage/vault-port.ts'
import { Page } from '../ui/shell/page.tsx'
import type { AssessmentNav } from '../ui/steps/assessment-nav.ts'
import { NavProvider } from '../ui/steps/assessment-nav.ts'
import type { LinkTarget } from '../ui/steps/link-target.ts'
import { NoteButton } from '../ui/steps/note-button.tsx'
import { StepScreen } from '../ui/steps/step-screen.tsx'
import { TaskListScreen } from '../ui/steps/task-list-screen.tsx'
import { UnsavedBanner } from '../ui/steps/unsaved-banner.tsx'
import { stepWords as words } from '../ui/steps/words.ts'
import { WorkspaceProvider } from '../ui/workspace.ts'
import type { Connection } from './account/connection.ts'
import { useHidden } from './account/use-hidden.ts'
import { assessmentPorts } from './assessment-ports.ts'
import { Arriving, Beside, later, PartFailed } from './later.tsx'
import { type OpenAssessment, openAssessment } from './open-assessment.ts'
import { persistence } from './persistence.ts'
import { pathTo, pathToFamilySheet } from './places.ts'
import { beforeLocking } from './put-away.ts'
import { holdUpdates } from './updates.ts'
import { useCaret } from './use-caret.ts'
import { useChart } from './use-chart.ts'

const AssessmentService = later(() => import('./account/assessment-service.tsx').then((m) => m.AssessmentService))
const CheckScreen = later(() => import('../ui/steps/check-screen.tsx').then((m) => m.CheckScreen))
const CompletedPage = later(() => import('./review-pages.tsx').then((m) => m.CompletedPage))
const ExportPage = later(() => import('./review-pages.tsx').then((m) => m.ExportPage))
const FamilySheetScreen = later(() => import('../ui/sleep/family-sheet-screen.tsx').then((m) => m.FamilySheetScreen))
const SealShown = later(() => import('./account/seal-shown.tsx').then((m) => m.SealShown))
const InterruptionScreen = later(() => import('../ui/steps/interruption-screen.tsx').then((m) => m.InterruptionScreen))

interface PageProps {
  id: string
  vault: OpenVault
  connection: Connection | null
  onHide(): void
}

/** Opens one assessment, and holds new editions back while it is open. */
export function AssessmentPage({ id, vault, connection, onHide }: PageProps) {
  const [opened, setOpened] = useState<OpenAssessment | 'failed'>()
  const closing = useHidden(vault.store)
  const [, go] = useLocation()
  useEffect(() => {
    let open: OpenAssessment | undefined
    let gone = false
    const letGo = holdUpdates()
    void openAssessment(id, assessmentPorts(vault)).then((result) => {
      const shown = result.ok && result.assessment.current()
      if (!result.ok || !shown || shown.view.record.entries.length + shown.sealed === 0) return setOpened('failed')
      if (gone) return result.assessment.close()
      open = result.assessment
      setOpened(open)
    })
    const leave = beforeLocking(async () => open?.flush())
    return () => {
      gone = true
      letGo()
      leave().then(
        () => open?.close(),
        () => open?.close(),
      )
    }
  }, [id, vault])
  if (!opened || !closing) return <p role="status">{words.openingAssessment}</p>
  if (closing.hidden.has(id)) {
    return (
      <Page title={words.notShared}>
        <p role="alert">{words.notSharedText}</p>
        <button type="button" className="nhsuk-button" onClick={() => go('/')}>
          {words.toList}
        </button>
      </Page>
    )
  }
  if (opened === 'failed') {
    return (
      <Page title={words.notOpened}>
        <p role="alert">{words.notOpenedText}</p>
        <button type="button" className="nhsuk-button" onClick={() => go('/')}>
          {words.toList}
        </button>
      </Page>
    )
  }
  const service = connection && (
    <Beside>
      <AssessmentService assessment={id} store={vault.store} connection={connection} />
    </Beside>
  )
  const onMade = (what: 'exported' | 'shared') => void connection?.tells.tell(id, what)
  const banner = closing.glass[id]?.banner
  const seal: OpenedProps['seal'] = (n, onBegin) => {
    const Place = onBegin ? Arriving : Beside
    return (
      <Place>
        <SealShown n={n} store={vault.store} connection={connection} onBegin={onBegin} />
      </Place>
    )
  }
  const shown = { banner, seal, service, onMade, onHide }
  return <OpenedAssessment assessment={opened} {...shown} />
}

interface OpenedProps {
  assessment: OpenAssessment
  /** On every page of it, where it was opened in an emergency. */
  banner: ReactNode
  /** What the practitioner's service has received of it, where there is one. */
  service: ReactNode
  /** That so many entries are closed to reading. `onBegin` where nothing can be shown before a contact is begun. */
  seal(n: number, onBegin?: () => Promise<{ ok: boolean }>): ReactNode
  /** A PDF of it was made, or the sheet for the family. */
  onMade(what: 'exported' | 'shared'): void
  onHide(): void
}

function OpenedAssessment({ assessment, banner, seal, service, onMade, onHide }: OpenedProps) {
  const workspace = useSyncExternalStore(assessment.subscribe, assessment.current)
  const keeping = useSyncExternalStore(persistence.subscribe, persistence.current)
  const { place, send } = useChart(assessment, workspace)
  const [path, go] = useLocation()
  const [target, setTarget] = useState(() => targetOf(assessment))
  useCaret(assessment, place)

  const nav: AssessmentNav = {
    visit: (step, at) => {
      setTarget(at)
      go(pathTo(assessment.id, step as never))
    },
    openTaskList: () => go(pathTo(assessment.id, 'tasks')),
    checkAnswers: () => go(pathTo(assessment.id, 'check')),
    openExport: () => go(pathTo(assessment.id, 'export')),
    openFamilySheet: () => go(pathToFamilySheet(assessment.id)),
    continueFrom: () => {
      setTarget(undefined)
      send({ type: 'CONTINUE' })
    },
    carryOn: () => send({ type: 'CARRY_ON' }),
    reopen: () => send({ type: 'REOPEN' }),
    signOff: async () => {
      const { signOff } = await import('./sign-off.ts')
      const signed = await signOff(assessment.current())
      if (signed) send({ type: 'COMPLETE', blockers: 0 })
      return signed
    },
  }
  const step = workspace.view.pack.steps.find((s) => s.id === place)
  const onSheet = step?.id === 'SLP' && path === pathToFamilySheet(assessment.id)
  const { sealed } = workspace
  if (workspace.guidance === 'failed') return <PartFailed />
  // Nothing in it is this person's: without a contact, what is said of who is in the room would hold for every day.
  if (sealed > 0 && workspace.view.contact === WHOLE) return seal(sealed, assessment.beginContact)
  if (workspace.guidance === 'opening' && !step) return <p role="status">{words.openingAssessment}</p>
  return (
    <WorkspaceProvider value={workspace}>
      <NavProvider value={nav}>
        <UnsavedBanner />
        {banner}
        {sealed > 0 && seal(sealed)}
        {place === 'tasks' && (
          <TaskListScreen
            onNewContact={async () => (await assessment.beginContact()).ok}
            keeping={words.persistence[keeping]}
          >
            {service}
          </TaskListScreen>
        )}
        {onSheet && (
          <FamilySheetScreen
            make={async (choices, large) => {
              const made = await (await import('./make-pdf.ts')).makeFamilySheet(workspace, choices, large)
              if (made.ok) onMade('shared')
              return made
            }}
          />
        )}
        {step && !onSheet && (
          <StepScreen key={step.id} step={step} at={target} onShowPrivate={assessment.showPrivate} />
        )}
        {place === 'check' && <CheckScreen />}
        {place === 'now' && <InterruptionScreen />}
        {place === 'finished' && <CompletedPage workspace={workspace} />}
        {place === 'export' && (
          <ExportPage
            workspace={workspace}
            drafts={assessment.hasDrafts()}
            inEmergency={banner !== undefined}
            onMade={() => onMade('exported')}
          />
        )}
        <NoteButton step={step?.id} onHide={onHide} />
      </NavProvider>
    </WorkspaceProvider>
  )
}

/** The question that was being answered when the assessment was last open. */
function targetOf({ lastPlace: kept }: OpenAssessment): LinkTarget | undefined {
  return kept?.question && kept.path === location.pathname ? { question: kept.question, field: kept.field } : undefined
}
