import '../layout/panels.css'
import { useDeferredValue, useMemo } from 'react'
import { type AdultPicture, consumptionOf, type Fact } from '../../report/consumption.ts'
import { consumptionWords as words } from '../../report/consumption-words.ts'
import { stripsOfUse } from '../../report/pictures/use-strip.ts'
import { WidePicture } from '../pictures/wide-picture.tsx'
import { useWorkspace } from '../workspace.ts'

/** What the answers about use come to so far: a sentence and a strip for each substance, and all that stands behind them. */
export function ConsumptionPanel() {
  // Typing never waits for the picture.
  const view = useDeferredValue(useWorkspace().view)
  const adults = useMemo(() => consumptionOf(view), [view])
  if (adults.length === 0) return null
  return (
    <section className="linnet-so-far" aria-labelledby="picture-so-far">
      <h2 className="nhsuk-heading-m" id="picture-so-far">
        {words.soFar}
      </h2>
      {adults.map((adult) => (
        <Adult key={adult.adult} adult={adult} />
      ))}
    </section>
  )
}

function Adult({ adult }: { adult: AdultPicture }) {
  const strips = useMemo(() => stripsOfUse(adult), [adult])
  return (
    <section aria-label={adult.name}>
      <h3 className="nhsuk-heading-s">{adult.name}</h3>
      {adult.uses.length > 0 && (
        <ul className="nhsuk-list">
          {adult.uses.map((u) => (
            <li key={u.use}>
              <strong>{u.substance}.</strong> {u.sentence}
            </li>
          ))}
        </ul>
      )}
      {adult.others.map((line) => (
        <p className="linnet-detail" key={line}>
          {line}
        </p>
      ))}
      {adult.screens.length > 0 && (
        <ul className="nhsuk-list linnet-detail">
          {adult.screens.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {strips.map((figure) => (
        <WidePicture key={figure.alt} figure={figure} title={words.overTime(adult.name)} />
      ))}
      <details className="nhsuk-details linnet-quiet">
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">{words.behind(adult.name)}</span>
        </summary>
        <div className="nhsuk-details__text">
          {adult.uses.map((u) => (
            <FactTable key={u.use} caption={u.substance} head={words.fact} facts={u.facts} />
          ))}
          {adult.treatment && <Treatment {...adult.treatment} />}
          {adult.children.length > 0 && (
            <FactTable caption={words.childrenThen} head={words.child} facts={adult.children} />
          )}
        </div>
      </details>
    </section>
  )
}

function FactTable({ caption, head, facts }: { caption: string; head: string; facts: readonly Fact[] }) {
  return (
    <table className="nhsuk-table linnet-facts">
      <caption className="nhsuk-table__caption nhsuk-table__caption--s">{caption}</caption>
      <thead className="nhsuk-table__head">
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{words.recorded}</th>
        </tr>
      </thead>
      <tbody className="nhsuk-table__body">
        {facts.map((f) => (
          <tr className="nhsuk-table__row" key={f.label}>
            <th className="nhsuk-table__header" scope="row">
              {f.label}
            </th>
            <td className="nhsuk-table__cell linnet-lines">{f.lines.join('\n')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The claim and the figures side by side: neither is made into the other. */
function Treatment({ adult, service }: NonNullable<AdultPicture['treatment']>) {
  return (
    <>
      <p>{words.treatmentLead}</p>
      <table className="nhsuk-table linnet-facts">
        <caption className="nhsuk-table__caption nhsuk-table__caption--s">{words.treatment}</caption>
        <thead className="nhsuk-table__head">
          <tr>
            <th scope="col">{words.saysAdult}</th>
            <th scope="col">{words.saysService}</th>
          </tr>
        </thead>
        <tbody className="nhsuk-table__body">
          <tr className="nhsuk-table__row">
            <td className="nhsuk-table__cell linnet-lines">{adult.join('\n') || words.notRecorded}</td>
            <td className="nhsuk-table__cell linnet-lines">{service.join('\n') || words.notRecorded}</td>
          </tr>
        </tbody>
      </table>
    </>
  )
}
