import type { DocumentInput } from "../../material";
import { cohortText } from "../../../views/peers-view";
import { remarkOf, tableOf, type Table } from "./table";

/** How others stand, or one line that says why there is nothing to see. */
export function peersTable({ data, view, locale }: DocumentInput): Table {
  const { peers, remark } = locale.messages.tables;
  if (!data.peers) return remarkOf("peers", peers.name, remark, [peers.notTakingPart]);
  if (data.peers.values.length === 0) return remarkOf("peers", peers.name, remark, [locale.messages.peers.none]);
  const { scores, values } = data.peers;
  const named = new Map(view.dimensions.map(({ id, name }) => [id, name]));
  return tableOf("peers", peers.name, values, [
    { title: peers.topic, kind: "text", of: ({ dimension }) => named.get(dimension) ?? dimension },
    { title: peers.own, kind: "whole", of: ({ dimension }) => scores[dimension] ?? null },
    { title: peers.cohort, kind: "long-text", of: ({ cohort }) => cohortText(cohort, locale) },
    { title: peers.organisations, kind: "whole", of: ({ organisations }) => organisations },
    { title: peers.firstQuartile, kind: "score", of: ({ quartiles }) => quartiles?.[0] ?? null },
    { title: peers.median, kind: "score", of: ({ median }) => median },
    { title: peers.thirdQuartile, kind: "score", of: ({ quartiles }) => quartiles?.[1] ?? null },
  ]);
}
