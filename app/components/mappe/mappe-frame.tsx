import type { ReactNode } from "react";
import type { MappeRole } from "../../core/mappe/mappe";
import { useLocale } from "../layout/locale";

export type MappeHead = { id: string; name: string; role: MappeRole; count: number };

/** The pages of a Mappe in their order, with the end of their addresses. */
const pages = [
  ["overview", ""],
  ["members", "/members"],
  ["gaps", "/gaps"],
  ["documents", "/documents"],
  ["ring", "/ring"],
  ["settings", "/settings"],
] as const;
export type MappePage = (typeof pages)[number][0];

type Props = { mappe: MappeHead; current: MappePage | null; title: string; children: ReactNode };

/** The frame of a page of a Mappe: whose it is and where one is. */
export function MappeFrame({ mappe, current, title, children }: Props) {
  const { messages, href } = useLocale();
  const words = messages.mappe;
  return (
    <div className="page page-report page-mappe">
      <p className="kicker">{words.kicker(mappe.name, mappe.count)}</p>
      <details className="report-parts no-print">
        <summary>
          <strong>{current ? words.pages[current] : title}</strong> · {words.navigation}
        </summary>
        <nav aria-label={words.navigation}>
          <ul>
            {pages.map(([name, end]) => (
              <li key={name}>
                <a href={href(`/mappen/${mappe.id}${end}`)} aria-current={name === current ? "page" : undefined}>
                  {words.pages[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </details>
      <h1>{title}</h1>
      {children}
    </div>
  );
}
