import { bullets, facts, heading, lead, paragraph, steps, strong, table } from "../blocks";
import type { Block, Runs } from "../document";
import type { DocumentInput } from "../material";
import type { ReportView } from "../../views/report-view";

/** So many are told in full where the reader wants a shorter document. */
const toldInFull = 10;

/** Every recommended initiative in its order, with what is known of it. */
export function initiativesChapter(material: DocumentInput): Block[] {
  const { view, locale, include } = material;
  const { report } = locale.messages;
  const full = include.details ? view.initiatives : view.initiatives.slice(0, toldInFull);
  return [
    heading(1, report.sections.initiatives),
    lead(view.initiatives.length > 0 ? report.initiativesIntro : report.noSteps),
    ...full.flatMap((initiative, index) => initiativeSection(initiative, index + 1, material)),
    ...inBrief(view.initiatives.slice(full.length), full.length, material),
    ...postponed(material),
  ];
}

function initiativeSection(initiative: ReportView["initiatives"][number], place: number, { locale, cite, linked }: DocumentInput): Block[] {
  const { report, names, funding, document } = locale.messages;
  return [
    heading(2, `${place}. ${initiative.title}`),
    paragraph(initiative.legalDuty ? [strong(`${names.legalDuty}. `), { text: initiative.summary }] : initiative.summary),
    facts([
      [document.gain, `${initiative.gain}${initiative.stability ? `; ${initiative.stability}` : ""}`],
      [`${report.cost}, ${report.effort}, ${report.duration}`, [initiative.cost, initiative.effort, initiative.duration].join("; ")],
      [report.owner, initiative.owner],
      [report.success, initiative.success],
      ...(initiative.requires.length > 0 ? ([[report.requires, locale.list(initiative.requires.map(({ title }) => title))]] as const) : []),
    ]),
    heading(3, report.why),
    ...bullets([...initiative.why, initiative.gainLong]),
    heading(3, report.firstSteps),
    ...steps(initiative.firstSteps),
    heading(3, report.risks),
    ...bullets(initiative.risks),
    heading(3, document.grounds),
    facts([
      [document.estimate, initiative.estimateBasis],
      ...(initiative.law.length > 0 ? ([[report.lawTitle, lines(initiative.law.map(cite))]] as const) : []),
      [
        report.fundingTitle,
        initiative.funding.length === 0
          ? report.fundingNone
          : lines(
              initiative.funding.map(({ name, text, amount, href }) => [
                linked(name, href),
                { text: `: ${text}. ${amount} ${funding.checkFirst}` },
              ]),
            ),
      ],
      [
        report.doneAt,
        initiative.references.length === 0
          ? report.doneNowhere
          : lines(initiative.references.map(({ place: where, what, source }) => [{ text: `${where}: ${what} ` }, ...cite(source)])),
      ],
      ...(initiative.findings.length + initiative.sources.length > 0
        ? ([[report.sourcesTitle, lines([...initiative.findings, ...initiative.sources].map(cite))]] as const)
        : []),
    ]),
  ];
}

/** One under the other. */
const lines = (all: Runs[]): Runs => all.flatMap((words, index) => (index === 0 ? words : [{ text: "\n" }, ...words]));

function inBrief(initiatives: ReportView["initiatives"], before: number, { locale }: DocumentInput): Block[] {
  const { report, document } = locale.messages;
  if (initiatives.length === 0) return [];
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
      initiatives.map(({ title, gain, cost, effort }, index) => [`${before + index + 1}. ${title}`, gain, cost, effort]),
    ),
  ];
}

function postponed({ view, locale }: DocumentInput): Block[] {
  const { report } = locale.messages;
  if (view.postponed.length === 0) return [];
  return [
    heading(2, report.postponedTitle),
    paragraph(report.postponedIntro),
    ...bullets(view.postponed.map(({ title, needs }) => `${title}: ${needs}`)),
  ];
}
