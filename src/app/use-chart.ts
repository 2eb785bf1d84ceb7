import { useSelector } from '@xstate/react'
import { useCallback, useEffect, useLayoutEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { createActor } from 'xstate'
import { type AssessmentFacts, factsOf } from '../machines/assessment-facts.ts'
import { type AssessmentEvent, assessmentMachine } from '../machines/assessment-machine.ts'
import type { Workspace } from '../ui/workspace.ts'
import type { OpenAssessment } from './open-assessment.ts'
import { type Place, pathTo, placeIn, placeOf } from './places.ts'

/** The statechart of the open assessment, kept in step with the record and with the address bar. */
export function useChart(open: OpenAssessment, workspace: Workspace) {
  const assessment = open.id
  const [path, go] = useLocation()
  const facts: AssessmentFacts = factsOf(workspace.view, workspace.findings)
  // Started at once: an actor that React starts would take what the effects below send only after the first paint.
  const [actor] = useState(() =>
    createActor(assessmentMachine, { input: { facts, passed: open.lastPlace?.passed ?? [] } }).start(),
  )
  useEffect(() => () => void actor.stop(), [actor])
  const chartPlace = useSelector(actor, (s) => placeOf(s.value))
  const wanted = placeIn(path.slice(`/a/${assessment}`.length))

  // All three before anything is painted: a safety prompt must not come after the page that it interrupts.

  // The address was changed, by Back or by a restored session.
  useLayoutEffect(() => {
    const now = placeOf(actor.getSnapshot().value)
    if (wanted === 'export' || wanted === now) return
    const event = eventFor(wanted)
    if (event) actor.send(event)
    const then = placeOf(actor.getSnapshot().value)
    if (then !== wanted) go(pathTo(assessment, then), { replace: true })
  }, [actor, assessment, go, wanted])

  // The chart moved: "Continue", a safety prompt, the way back from it.
  useLayoutEffect(() => {
    const { unsubscribe } = actor.subscribe((snapshot) => {
      const place = placeOf(snapshot.value)
      const { facts: now, interrupted } = snapshot.context
      // While it interrupts, it may be locked away unread: then it interrupts again.
      if (place !== 'now') open.setPassed(interrupted.filter((prompt) => now.urgent.includes(prompt)))
      const shown = placeIn(location.pathname.slice(`/a/${assessment}`.length))
      if (place !== shown && (shown !== 'export' || place === 'now')) {
        go(pathTo(assessment, place), { replace: shown === 'now' })
      }
    })
    return unsubscribe
  }, [actor, assessment, go, open])

  const factsText = JSON.stringify(facts)
  useLayoutEffect(() => {
    actor.send({ type: 'RECORD_CHANGED', facts: JSON.parse(factsText) as AssessmentFacts })
  }, [actor, factsText])

  const send = useCallback((event: AssessmentEvent) => actor.send(event), [actor])
  const place: Place = wanted === 'export' && chartPlace !== 'now' ? 'export' : chartPlace
  return { place, send }
}

/** Pages that follow from the record alone cannot be asked for by address. */
function eventFor(place: Place): AssessmentEvent | null {
  switch (place) {
    case 'tasks':
      return { type: 'OPEN_TASK_LIST' }
    case 'check':
      return { type: 'CHECK_ANSWERS' }
    case 'now':
    case 'finished':
    case 'export':
      return null
    default:
      return { type: 'VISIT', step: place }
  }
}
