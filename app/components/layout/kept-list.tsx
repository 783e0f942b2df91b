import type { ReactNode } from "react";

type Line = {
  key: string;
  name: ReactNode;
  facts: string[];
  /** The way to take it off this list. */
  forget: ReactNode;
};

/** What this browser opens, line by line: its name, what there is to say of it, and a way to forget it. */
export function KeptList({ lines }: { lines: Line[] }) {
  return (
    <ul className="kept-list">
      {lines.map(({ key, name, facts, forget }) => (
        <li key={key}>
          <span className="kept-name">{name}</span>
          <span className="kept-facts">{facts.join(" · ")}</span>
          {forget}
        </li>
      ))}
    </ul>
  );
}
