import type { ReactNode } from "react";

type Props = {
  label: string;
  /** Whether the label is printed above the table, too. */
  captioned?: boolean;
  columns: string[];
  /** Indices of the columns that hold numbers. */
  numbers: number[];
  rows: { key: string; cells: ReactNode[] }[];
};

/** Of so many columns of words a phone shows each row as a card instead: half of what they say would stand beyond its edge. */
const mostWordsAcross = 3;

/** A table whose first column names the row. On a narrow screen it scrolls by itself, or its rows are cards. */
export function DataTable({ label, captioned, columns, numbers, rows }: Props) {
  const kind = (index: number) => (numbers.includes(index) ? "number" : undefined);
  const isCards = columns.length - numbers.length > mostWordsAcross;
  // What is laid out otherwise stays a table for those who listen: not every browser knows that by itself.
  const role = (name: string) => (isCards ? { role: name } : {});
  return (
    <div className="table-scroll" role="region" tabIndex={0} aria-label={label}>
      <table className={isCards ? "row-cards" : undefined} {...role("table")}>
        {captioned && <caption>{label}</caption>}
        <thead {...role("rowgroup")}>
          <tr {...role("row")}>
            {columns.map((column, index) => (
              <th scope="col" key={column} className={kind(index)} {...role("columnheader")}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...role("rowgroup")}>
          {rows.map(({ key, cells: [name, ...values] }) => (
            <tr key={key} {...role("row")}>
              <th scope="row" className={kind(0)} {...role("rowheader")}>
                {name}
              </th>
              {values.map((value, index) => (
                <td key={index} className={kind(index + 1)} data-label={isCards ? columns[index + 1] : undefined} {...role("cell")}>
                  {isCards ? <span>{value}</span> : value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
