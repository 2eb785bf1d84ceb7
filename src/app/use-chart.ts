import { useActorRef, useSelector } from '@xstate/react'
import { useCallback, useEffect } from 'react'
import { useLocation } from 'wouter'
import { type AssessmentFacts, factsOf } from '../machines/assessment-facts.ts'
import { type AssessmentEvent, assessmentMachine } from '../machines/assessment-machine.ts'
import type { Workspace } from '../ui/workspace.ts'
import { type Place, pathTo, placeIn, placeOf } from './places.ts'

/** The statechart of the open assessment, kept in step with the record and with the address bar. */
export function useChart(assessment: string, workspace: Workspace) {
  const [path, go] = useLocation()
  const facts: AssessmentFacts = factsOf(workspace.view, workspace.findings)
  const actor = useActorRef(assessmentMachine, { input: facts })
  const chartPlace = useSelector(actor, (s) => placeOf(s.value))
  const wanted = placeIn(path.slice(`/a/${assessment}`.length))

  const factsText = JSON.stringify(facts)
  useEffect(() => {
    actor.send({ type: 'RECORD_CHANGED', facts: JSON.parse(factsText) as AssessmentFacts })
  }, [actor, factsText])

  // The address was changed, by Back or by a restored session.
  useEffect(() => {
    const now = placeOf(actor.getSnapshot().value)
    if (wanted === 'export' || wanted === now) return
    const event = eventFor(wanted)
    if (event) actor.send(event)
    const then = placeOf(actor.getSnapshot().value)
    if (then !== wanted) go(pathTo(assessment, then), { replace: true })
  }, [actor, assessment, go, wanted])

  // The chart moved: "Continue", a safety prompt, the way back from it.
  useEffect(() => {
    const { unsubscribe } = actor.subscribe((snapshot) => {
      const place = placeOf(snapshot.value)
      const shown = placeIn(location.pathname.slice(`/a/${assessment}`.length))
      if (place !== shown && (shown !== 'export' || place === 'now')) {
        go(pathTo(assessment, place), { replace: shown === 'now' })
      }
    })
    return unsubscribe
  }, [actor, assessment, go])

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
