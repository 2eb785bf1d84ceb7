import { useState } from 'react'
import { saferSleepOf } from '../../domain/safer-sleep.ts'
import {
  isDoubtful,
  NOTHING_CHOSEN,
  nightOf,
  type SheetChoices,
  sheetContent,
  TONIGHT,
} from '../../report/family-sleep-sheet.ts'
import { sheetWords as words } from '../../report/sleep/sheet-words.ts'
import { babyName, messagesAboutBabies, messagesToAdults } from '../../report/sleep/sleep-messages.ts'
import { nameOf } from '../../report/sleep/sleep-tables.ts'
import { sleepWords } from '../../report/sleep/words.ts'
import { Checkboxes } from '../controls/choices.tsx'
import { Page } from '../shell/page.tsx'
import { useNav } from '../steps/assessment-nav.ts'
import type { ExportResult } from '../steps/export-screen.tsx'
import { useWorkspace } from '../workspace.ts'
import { SheetMaker } from './sheet-maker.tsx'
import { SheetShown } from './sheet-shown.tsx'

interface FamilySheetProps {
  make(choices: SheetChoices, large: boolean): Promise<ExportResult>
}

/** Puts the family sheet together, shows it, and makes it to print. Nothing that names anybody is chosen beforehand. */
export function FamilySheetScreen({ make }: FamilySheetProps) {
  const { view } = useWorkspace()
  const nav = useNav()
  const [choices, setChoices] = useState<SheetChoices>(NOTHING_CHOSEN)
  const [large, setLarge] = useState(false)
  const [showing, setShowing] = useState(false)
  const sheet = sheetContent(view, choices)
  const shown = <SheetShown sheet={sheet} large={large} />
  const sizes = (
    <Checkboxes
      id="sheet-type"
      label={words.preview}
      labelHidden
      options={[{ id: 'large', label: words.large }]}
      value={large ? ['large'] : []}
      onChange={(on) => setLarge(on.includes('large'))}
    />
  )
  if (showing) {
    return (
      <Page title={sheet.title}>
        {shown}
        {sizes}
        <button type="button" className="linnet-link" onClick={() => setShowing(false)}>
          {words.showing}
        </button>
      </Page>
    )
  }
  return (
    <Page title={words.screenTitle}>
      <p>{words.screenLead}</p>
      <Choosing choices={choices} onChange={setChoices} />
      <h2 className="nhsuk-heading-m">{words.preview}</h2>
      {sizes}
      <div className="linnet-thing">
        <h3 className="nhsuk-heading-m">{sheet.title}</h3>
        {shown}
      </div>
      <div className="linnet-acts">
        <button type="button" className="nhsuk-button" onClick={() => setShowing(true)}>
          {words.show}
        </button>
      </div>
      <SheetMaker
        key={JSON.stringify([choices, large, view.record.entries.length])}
        label={large ? words.makeLarge : words.make}
        make={() => make(choices, large)}
      />
      <button type="button" className="linnet-link" onClick={() => nav.visit('SLP')}>
        {words.back}
      </button>
    </Page>
  )
}

function Choosing({ choices, onChange }: { choices: SheetChoices; onChange(choices: SheetChoices): void }) {
  const { view } = useWorkspace()
  const { plans } = saferSleepOf(view)
  const adults = messagesToAdults(view).filter((a) => a.messages.length > 0)
  const hasMarkers = messagesAboutBabies(view).some((b) => b.messages.length > 0)
  const others = plans.filter((p) => p.situation !== TONIGHT)
  const doubtful = [...new Set(plans.flatMap((p) => p.adults.filter((a) => isDoubtful(p, a))))]
  return (
    <>
      {plans.length === others.length && <p className="nhsuk-inset-text">{words.noTonight}</p>}
      {doubtful.map((person) => (
        <p className="nhsuk-inset-text" key={person}>
          {words.leftOut(nameOf(view, person))}
        </p>
      ))}
      {adults.length > 0 && (
        <Checkboxes
          id="sheet-named"
          label={words.named}
          hint={words.namedHint}
          options={adults.map((a) => ({
            id: a.subject,
            label: `${words.agrees(a.name)}: ${a.messages.map((m) => factorInWords(m.factor)).join(', ')}`,
          }))}
          value={choices.named}
          onChange={(named) => onChange({ ...choices, named })}
        />
      )}
      {hasMarkers && (
        <Checkboxes
          id="sheet-baby"
          label={words.choose}
          options={[{ id: 'baby', label: words.babyToo(babyName(view)) }]}
          value={choices.baby ? ['baby'] : []}
          onChange={(on) => onChange({ ...choices, baby: on.includes('baby') })}
        />
      )}
      {others.length > 0 && (
        <Checkboxes
          id="sheet-plans"
          label={words.plansToo}
          options={others.map((p) => ({ id: p.plan, label: nightOf(view, p) }))}
          value={choices.plans}
          onChange={(chosen) => onChange({ ...choices, plans: chosen })}
        />
      )}
    </>
  )
}

const factorInWords = (factor: string): string =>
  (sleepWords.factors as Readonly<Record<string, string>>)[factor]?.toLowerCase() ?? factor
