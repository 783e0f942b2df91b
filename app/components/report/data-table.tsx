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

/** A table whose first column names the row. It scrolls by itself where a screen is narrow. */
export function DataTable({ label, captioned, columns, numbers, rows }: Props) {
  const kind = (index: number) => (numbers.includes(index) ? "number" : undefined);
  return (
    <div className="table-scroll" role="region" tabIndex={0} aria-label={label}>
      <table>
        {captioned && <caption>{label}</caption>}
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th scope="col" key={column} className={kind(index)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...values] }) => (
            <tr key={key}>
              <th scope="row" className={kind(0)}>
                {name}
              </th>
              {values.map((value, index) => (
                <td key={index} className={kind(index + 1)}>
                  {value}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
