import type { DocumentInput } from "../../material";
import { tableOf, type Table } from "./table";

/** The duties with their states; what does not apply is left out. */
export function dutiesTable({ view, locale }: DocumentInput): Table {
  const { duties: words } = locale.messages.result;
  const { duties, id: idTitle } = locale.messages.tables;
  const all = view.duties.groups.flatMap(({ duties: own }) => own);
  return tableOf("duties", duties.name, all, [
    { title: words.duty, kind: "long-text", of: ({ title }) => title },
    { title: duties.applies, kind: "text", of: ({ state }) => state },
    { title: words.norm, kind: "long-text", of: ({ norm }) => norm.link },
    { title: words.why, kind: "long-text", of: ({ why }) => why },
    { title: words.proof, kind: "text", of: ({ fulfilment }) => fulfilment },
    { title: words.who, kind: "text", of: ({ owner }) => owner },
    { title: words.until, kind: "text", of: ({ until }) => until },
    { title: idTitle, kind: "text", of: ({ id }) => id },
  ]);
}
