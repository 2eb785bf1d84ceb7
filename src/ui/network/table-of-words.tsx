// biome-ignore-all lint/a11y/noRedundantRoles: shown as lists on a narrow screen, a table keeps its meaning by its roles.
import { grouped, type WordTable } from '../../report/network-tables.ts'

/** A table of words; on a narrow screen each row stands as a list of its own. */
export function TableOfWords({ table: { caption, head, rows, empty } }: { table: WordTable }) {
  if (rows.length === 0) return <p>{empty}</p>
  return (
    <table className="nhsuk-table-responsive" role="table">
      <caption className="nhsuk-table__caption nhsuk-u-visually-hidden">{caption}</caption>
      <thead className="nhsuk-table__head" role="rowgroup">
        <tr role="row">
          {head.map((h) => (
            <th className="nhsuk-table__header" key={h} scope="col" role="columnheader">
              {h}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="nhsuk-table__body" role="rowgroup">
        {rows.map((cells, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the table is made afresh as a whole; its rows have no identity.
          <tr className="nhsuk-table__row" key={i} role="row">
            {cells.map((cell, column) =>
              column === 0 ? (
                <th className="nhsuk-table__header" key={head[column]} scope="row" role="rowheader">
                  <Named head={head[column]}>{cell}</Named>
                </th>
              ) : (
                <td className="nhsuk-table__cell" key={head[column]} role="cell">
                  <Named head={head[column]}>{cell}</Named>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** On a narrow screen the head of the column stands before the cell, for the eye alone. */
function Named({ head, children }: { head: string | undefined; children: string }) {
  return (
    <>
      <span className="nhsuk-table-responsive__heading" aria-hidden="true">
        {head}{' '}
      </span>
      {children}
    </>
  )
}

/** A table of many columns, turned: each row is a group of lines beneath its name. */
export function GroupedTable({ table }: { table: WordTable }) {
  return (
    <table className="nhsuk-table">
      <caption className="nhsuk-table__caption nhsuk-u-visually-hidden">{table.caption}</caption>
      {grouped(table).map(({ name, lines }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the table is made afresh as a whole; its rows have no identity.
        <tbody className="nhsuk-table__body" key={i}>
          <tr className="nhsuk-table__row">
            <th className="nhsuk-table__header linnet-network__name" colSpan={2} scope="rowgroup">
              {name}
            </th>
          </tr>
          {lines.map(([head, cell]) => (
            <tr className="nhsuk-table__row" key={head}>
              <th className="nhsuk-table__header linnet-network__head" scope="row">
                {head}
              </th>
              <td className="nhsuk-table__cell">{cell}</td>
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}
