import { dimensionIds } from "../../core/vocabulary";
import { positionIn, type RingFigure, type RingFigures, type RingRule, type RingValues } from "../../core/ring/ring";
import { DataTable } from "../report/data-table";
import type { Messages } from "../../i18n";
import { useLocale } from "../layout/locale";

export type RingMemberLine = { id: string; name: string; state: "invited" | "joined"; brings: boolean };

/** The rule in words, and what everybody must know before joining. */
export function RingRuleText({ rule, holds }: { rule: RingRule; holds: string }) {
  const { ring } = useLocale().messages;
  return (
    <>
      <p>
        <strong>{holds}</strong> {ring.ruleTexts[rule]}
      </p>
      <p>{ring.brings}</p>
      <p>{ring.frozen}</p>
      <p>{ring.warning}</p>
    </>
  );
}

/** How many take part, and how many are invited besides. */
export function membersTitle(members: RingMemberLine[], { membersTitle: title }: Messages["ring"]): string {
  const joined = members.filter(({ state }) => state === "joined").length;
  return title(joined, members.length - joined);
}

/** Who takes part or is invited, by name. */
export function RingMembers({ members }: { members: RingMemberLine[] }) {
  const { ring, names } = useLocale().messages;
  if (members.length === 0) return <p>{ring.noMembers}</p>;
  return (
    <DataTable
      label={membersTitle(members, ring)}
      columns={[ring.member, ring.state, ring.value]}
      numbers={[]}
      rows={members.map(({ id, name, state, brings }) => ({
        key: id,
        cells: [name, ring.states[state], state === "invited" ? "–" : brings ? names.yes : names.no],
      }))}
    />
  );
}

type FiguresProps = { figures: RingFigures; topics: string[]; published: string | null; own: RingValues | null };

/** The same figures for everybody; with one's own value where there is one. */
export function RingFigureTable({ figures, topics, published, own }: FiguresProps) {
  const { messages, score, count } = useLocale();
  const { ring } = messages;
  const rows: [string, RingFigure | null, number | undefined][] = [
    [ring.overall, figures.overall, own?.overall],
    ...dimensionIds.map((id, index): [string, RingFigure | null, number | undefined] => [
      topics[index] ?? id,
      figures.topics[id] ?? null,
      own?.topics[id],
    ]),
  ];
  const isShown = rows.some(([, figure]) => figure !== null);
  const hasHalf = rows.some(([, figure]) => figure !== null && figure.lower !== null);
  const positionOf = (figure: RingFigure | null, value: number | undefined) =>
    figure === null || value === undefined ? "–" : (figure.lower === null ? ring.toMedian : ring.toHalf)[positionIn(value, figure)];
  if (!isShown && own === null) return <p>{ring.figuresNone}</p>;
  return (
    <>
      <p>{isShown ? `${published ?? ""} ${hasHalf ? ring.halfShown : ring.halfFromEight}`.trim() : ring.figuresNone}</p>
      <DataTable
        label={ring.figuresTitle}
        columns={[ring.topic, ring.n, ring.median, ring.half, ...(own ? [ring.own, ring.position] : [])]}
        numbers={[1, 2, 3, ...(own ? [4] : [])]}
        rows={rows.map(([name, figure, value]) => ({
          key: name,
          cells: [
            name,
            figure ? count(figure.n) : "–",
            figure ? score(figure.median) : "–",
            figure && figure.lower !== null ? ring.halfOf(score(figure.lower), score(figure.upper)) : "–",
            ...(own ? [value === undefined ? "–" : score(value), positionOf(figure, value)] : []),
          ],
        }))}
      />
    </>
  );
}

/** Everybody's values by name, in the order of the alphabet: where all have agreed to be open. */
export function NamedValues({ named, topics }: { named: { name: string; values: RingValues }[]; topics: string[] }) {
  const { messages, score } = useLocale();
  const { ring } = messages;
  return (
    <>
      <h2>{ring.namedTitle}</h2>
      <DataTable
        label={ring.namedTitle}
        columns={[ring.member, ring.overall, ...topics]}
        numbers={[1, ...topics.map((_topic, index) => index + 2)]}
        rows={named.map(({ name, values }, index) => ({
          key: `${index} ${name}`,
          cells: [
            name,
            score(values.overall),
            ...dimensionIds.map((id) => (values.topics[id] === undefined ? "–" : score(values.topics[id]))),
          ],
        }))}
      />
    </>
  );
}
