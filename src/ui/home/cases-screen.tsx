import { useState } from 'react'
import { Page } from '../shell/page.tsx'
import { casesWords as words } from './cases-words.ts'

export interface OfferedCase {
  id: string
  title: string
  story: string
}

interface CasesProps {
  cases: readonly OfferedCase[] | undefined
  onLoad(id: string): Promise<boolean>
  onBack(): void
}

/** The invented cases, to learn with. */
export function CasesScreen({ cases, onLoad, onBack }: CasesProps) {
  const [state, setState] = useState<'loading' | 'failed'>()
  const load = async (id: string) => {
    setState('loading')
    if (!(await onLoad(id))) setState('failed')
  }
  return (
    <Page title={words.title}>
      <p>{words.lead}</p>
      {state === 'failed' && <p role="alert">{words.failed}</p>}
      <p role="status">{cases === undefined || state === 'loading' ? words.loading : ''}</p>
      {cases?.map((c) => (
        <section className="linnet-thing" key={c.id} aria-labelledby={`case-${c.id}`}>
          <h2 className="nhsuk-heading-s" id={`case-${c.id}`}>
            {c.title}
          </h2>
          <p>{c.story}</p>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            disabled={state === 'loading'}
            onClick={() => void load(c.id)}
          >
            {words.load}
            <span className="nhsuk-u-visually-hidden">: {c.title}</span>
          </button>
        </section>
      ))}
      <button type="button" className="linnet-link" onClick={onBack}>
        {words.back}
      </button>
    </Page>
  )
}
