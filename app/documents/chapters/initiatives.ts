import type { EntryView } from "../../views/initiatives";
import { bullets, facts, heading, hint, lead, paragraph, steps, table } from "../blocks";
import type { Block, Runs } from "../document";
import type { DocumentInput } from "../material";

/** So many are told in full where the reader wants a shorter document. */
const toldInFull = 10;

/** Every recommended initiative in its order and what else the plan has, with what is known of each. */
export function initiativesChapter(input: DocumentInput): Block[] {
  const { view, locale, include } = input;
  const { list } = locale.messages.result;
  const listed = view.list.entries.map(({ id }) => id);
  const entries: EntryView[] = [...view.list.entries, ...(view.plan.planned?.steps ?? []).filter(({ id }) => !listed.includes(id))];
  const unproven = entries.filter(({ references }) => references.length === 0).length;
  const full = include.details ? entries : entries.slice(0, toldInFull);
  return [
    heading(1, list.title),
    lead(entries.length > 0 ? list.lead : list.none),
    ...(view.plan.offices ? [hint(view.plan.offices)] : []),
    ...full.flatMap((entry, index) => entrySection(entry, index + 1, input)),
    ...inBrief(entries.slice(full.length), full.length, input),
    ...others(input),
    // Said once, instead of at each of them.
    ...(unproven > 0 ? [paragraph(list.noReferences(unproven))] : []),
  ];
}

function entrySection(entry: EntryView, place: number, { locale, cite, linked }: DocumentInput): Block[] {
  const { report, document, result } = locale.messages;
  const { list } = result;
  const remarks = [...entry.answersDuties.map(result.list.answersDuty), entry.prerequisiteFor, entry.clarifyFirst].flatMap(
    (text) => text ?? [],
  );
  const usable = entry.funding.filter(({ isUsable }) => isUsable);
  return [
    heading(2, `${place}. ${entry.title}`),
    paragraph([{ text: `${entry.kindName}. `, muted: true }, { text: entry.summary }]),
    ...bullets(remarks),
    facts([
      [document.gain, [entry.rise, entry.stability].filter(Boolean).join("; ")],
      [report.costToDuration, [entry.cost, entry.effort, entry.duration, entry.yearly].filter(Boolean).join("; ")],
      [report.owner, entry.owner],
      [list.firstHalfHour, entry.firstHalfHour],
      [
        list.brings,
        lines(entry.brings.map(({ kind, text, basis }): Runs => [{ text: `${kind}: ${text} ` }, { text: `(${basis})`, muted: true }])),
      ],
      [report.success, entry.success],
      ...(usable.length > 0
        ? ([
            [list.payer, lines(usable.map(({ name, href, when }): Runs => [linked(name, href), ...(when ? [{ text: `, ${when}` }] : [])]))],
          ] as const)
        : []),
    ]),
    ...(entry.why.length > 0 ? [heading(3, report.why), ...bullets(entry.why)] : []),
    heading(3, report.firstSteps),
    ...steps(entry.firstSteps),
    heading(3, report.risks),
    ...bullets(entry.risks),
    ...grounds(entry, { locale, cite }),
  ];
}

function grounds(entry: EntryView, { locale, cite }: Pick<DocumentInput, "locale" | "cite">): Block[] {
  const { report, document, result } = locale.messages;
  const reference = ({ place, size, state, since, what, source }: EntryView["references"][number]): Runs => [
    {
      text: `${[place, size].filter(Boolean).join(", ")} (${[state, since].filter(Boolean).join(", ")}): ${what} `,
    },
    ...cite(source),
  ];
  return [
    heading(3, document.grounds),
    facts([
      [document.estimate, entry.estimateBasis],
      ...(entry.law.length > 0 ? ([[report.lawTitle, lines(entry.law.map(cite))]] as const) : []),
      ...(entry.references.length > 0 ? ([[result.list.references, lines(entry.references.map(reference))]] as const) : []),
      ...(entry.findings.length + entry.sources.length > 0
        ? ([[report.sourcesTitle, lines([...entry.findings, ...entry.sources].map(cite))]] as const)
        : []),
    ]),
  ];
}

/** One under the other. */
const lines = (all: Runs[]): Runs => all.flatMap((words, index) => (index === 0 ? words : [{ text: "\n" }, ...words]));

function inBrief(entries: EntryView[], before: number, { locale }: DocumentInput): Block[] {
  const { report, document } = locale.messages;
  if (entries.length === 0) return [];
  return [
    heading(2, document.otherInitiatives),
    table(
      "",
      [
        { title: report.sections.initiatives, share: 6 },
        { title: document.gain, share: 3, numeric: true },
        { title: report.cost, share: 3, numeric: true },
        { title: report.effort, share: 4, numeric: true },
      ],
      entries.map(({ title, rise, cost, effort }, index) => [`${before + index + 1}. ${title}`, rise, cost, effort]),
    ),
  ];
}

function others({ view, locale }: DocumentInput): Block[] {
  const { list } = locale.messages.result;
  const { instead, later } = view.list;
  return [
    ...(instead.length > 0
      ? [heading(2, list.instead), paragraph(list.insteadLead), ...bullets(instead.map(({ title, text }) => `${title}: ${text}`))]
      : []),
    ...(later.length > 0
      ? [heading(2, list.later), paragraph(list.laterLead), ...bullets(later.map(({ title, text }) => `${title}: ${text}`))]
      : []),
  ];
}
