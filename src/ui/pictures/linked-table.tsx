import { useState } from 'react'
import type { Slot } from '../../domain/entry.ts'
import type { LinkedTable } from '../../report/linked-table.ts'

interface LinkedTableProps {
  caption: string
  table: LinkedTable
  onOpen(slot: Slot): void
}

/** A real table whose words lead to their questions. On a narrow screen each row stands as a list of its own. */
export function LinkedCells({ caption, table, onOpen }: LinkedTableProps) {
  const [corner, ...heads] = table.head
  // On a small screen the list of what is missing comes first, and each table is a touch away.
  const [open, setOpen] = useState(() => innerWidth >= ROOM_FOR_ALL)
  return (
    <details className="nhsuk-details" open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">
          {caption} ({table.rows.length})
        </span>
      </summary>
      <div className={table.head.length > FEW ? 'linnet-glance-room linnet-glance-room--wide' : 'linnet-glance-room'}>
        <table className="nhsuk-table linnet-glance">
          <caption className="nhsuk-u-visually-hidden">{caption}</caption>
          <thead className="nhsuk-table__head">
            <tr>
              <th scope="col">{corner}</th>
              {heads.map((head) => (
                <th scope="col" key={head}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="nhsuk-table__body">
            {table.rows.map((row, r) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows follow the record's order, and two may have one name.
              <tr key={r}>
                <th scope="row">{row.name}</th>
                {row.cells.map((cell, i) => (
                  <td key={heads[i]} data-head={heads[i]}>
                    <button type="button" className="linnet-link" onClick={() => onOpen(cell.slot)}>
                      {cell.text}
                      <span className="nhsuk-u-visually-hidden">
                        , {row.name}: {heads[i]}
                      </span>
                    </button>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}

/** So many columns have room on a tablet; more than these need a wide screen. */
const FEW = 6
/** CSS pixels. */
const ROOM_FOR_ALL = 640
