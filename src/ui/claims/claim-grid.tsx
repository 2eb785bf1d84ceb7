import { Fragment, useEffect, useRef, useState } from 'react'
import { CLAIM_STATUSES, type ClaimStatus, SOURCES, type Source } from '../../domain/claim-status.ts'
import type { ClaimView } from '../../domain/claims.ts'
import { cellWords, claimWords } from '../../report/claim-words.ts'
import { recordWords } from '../../report/words.ts'
import { ClaimWhy } from './claim-why.tsx'
import { FindingEditor } from './finding-editor.tsx'
import { claimsWords as words } from './words.ts'

/** The cards of a narrow screen would take these roles away, so that they are said once more. */
const STAYS = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/** Up to so many claims, every group stands open at first. */
const FEW = 8

/**
 * One row for each claim, one column for each kind of source, a word in every cell. A table where there is room, else a
 * card for each claim; the roles keep it a table for a screen reader either way.
 */
export function ClaimGrid({ claims }: { claims: readonly ClaimView[] }) {
  const [editing, setEditing] = useState<{ claim: string; source: Source; status: ClaimStatus }>()
  // A claim stays in its place while somebody is at it, though what they record changes its status.
  const placeOf = (c: ClaimView) => (c.subject === editing?.claim ? editing.status : c.status)
  const groups = CLAIM_STATUSES.flatMap((status) => {
    const here = claims.filter((c) => placeOf(c) === status)
    return here.length > 0 ? [{ status, here }] : []
  })
  const [toggled, setToggled] = useState<ReadonlySet<ClaimStatus>>(new Set())
  const isOpen = (status: ClaimStatus) =>
    (claims.length <= FEW || status === groups[0]?.status) !== toggled.has(status) || status === editing?.status
  const toggle = (status: ClaimStatus) =>
    setToggled((t) => new Set(t.has(status) ? [...t].filter((s) => s !== status) : [...t, status]))
  const left = useRef<string>(undefined)
  const close = () => {
    left.current = editing && cellId(editing.claim, editing.source)
    setEditing(undefined)
  }
  useEffect(() => {
    if (editing || left.current === undefined) return
    document.getElementById(left.current)?.focus()
    left.current = undefined
  }, [editing])
  return (
    <table className="linnet-claim-grid" {...STAYS.table} aria-labelledby="claims-panel">
      <thead {...STAYS.rowgroup}>
        <tr {...STAYS.row}>
          <th scope="col" {...STAYS.columnheader}>
            {words.claim}
          </th>
          {SOURCES.map((source) => (
            <th key={source} scope="col" {...STAYS.columnheader}>
              {claimWords.columns[source]}
            </th>
          ))}
        </tr>
      </thead>
      {groups.map(({ status, here }) => (
        <tbody key={status} {...STAYS.rowgroup}>
          <tr className="linnet-claim-grid__group" {...STAYS.row}>
            <th colSpan={SOURCES.length + 1} scope="rowgroup" {...STAYS.rowheader}>
              <button
                type="button"
                className="linnet-link"
                aria-expanded={isOpen(status)}
                onClick={() => toggle(status)}
              >
                {words.group(recordWords.claimStatuses[status], here.length)}
              </button>
            </th>
          </tr>
          {isOpen(status) &&
            here.map((claim) => (
              <Fragment key={claim.subject}>
                <tr className="linnet-claim-grid__claim" {...STAYS.row}>
                  <th scope="row" {...STAYS.rowheader}>
                    {claim.label || claimWords.noLabel}
                    <strong className="linnet-claim-grid__status">{recordWords.claimStatuses[claim.status]}</strong>
                  </th>
                  {SOURCES.map((source) => (
                    <Cell
                      key={source}
                      claim={claim}
                      source={source}
                      open={editing?.claim === claim.subject && editing.source === source}
                      onOpen={() => setEditing({ claim: claim.subject, source, status })}
                      onClose={close}
                    />
                  ))}
                </tr>
                <tr className="linnet-claim-grid__why" {...STAYS.row}>
                  <td colSpan={SOURCES.length + 1} {...STAYS.cell}>
                    <ClaimWhy claim={claim} />
                    {editing?.claim === claim.subject && (
                      <FindingEditor key={editing.source} claim={claim} source={editing.source} onClose={close} />
                    )}
                  </td>
                </tr>
              </Fragment>
            ))}
        </tbody>
      ))}
    </table>
  )
}

interface CellProps {
  claim: ClaimView
  source: Source
  open: boolean
  onOpen(): void
  onClose(): void
}

function Cell({ claim, source, open, onOpen, onClose }: CellProps) {
  const findings = claim.findings.filter((f) => f.source === source)
  return (
    <td {...STAYS.cell} className={findings.length > 0 ? 'linnet-claim-grid__said' : undefined}>
      <span className="linnet-claim-grid__source" aria-hidden="true">
        {claimWords.columns[source]}
      </span>
      <button
        type="button"
        className="linnet-link"
        id={cellId(claim.subject, source)}
        aria-expanded={open}
        onClick={open ? onClose : onOpen}
      >
        {cellWords(findings)}{' '}
        <span className="nhsuk-u-visually-hidden">
          {claimWords.columns[source]}: {claim.label || claimWords.noLabel}
        </span>
      </button>
    </td>
  )
}

const cellId = (claim: string, source: Source): string => `cell-${claim}-${source}`.replace(/[^A-Za-z0-9-]/g, '_')
