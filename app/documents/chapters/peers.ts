import { heading, hint, lead, paragraph, table } from "../blocks";
import type { Block } from "../document";
import type { DocumentInput } from "../material";

/** How others stand. Nothing where the organisation does not take part. */
export function peersChapter({ peers: view, locale }: DocumentInput): Block[] {
  if (!view) return [];
  const { peers, report } = locale.messages;
  return [
    heading(1, peers.title),
    lead(view.joined),
    ...(view.values.length === 0
      ? [paragraph(peers.none)]
      : [
          table(
            "",
            [
              { title: report.dimension, share: 4 },
              { title: peers.own, share: 2, numeric: true },
              { title: peers.median, share: 2, numeric: true },
              { title: peers.quartiles, share: 2, numeric: true },
              { title: peers.cohort, share: 5 },
            ],
            view.values.map(({ dimension, own, median, quartiles, cohort }) => [dimension, own, median, quartiles, cohort]),
          ),
          hint(peers.volunteers),
        ]),
  ];
}
