import { bullets, facts, heading, lead, paragraph, steps, strong } from "../blocks";
import type { Block, Words } from "../document";
import type { Material } from "../material";
import type { ReportView } from "../report-view";

/** Every recommended initiative in its order, with all that is known of it. */
export function initiativesChapter(material: Material): Block[] {
  const { view, speech } = material;
  const { report } = speech.words;
  return [
    heading(1, report.sections.initiatives),
    lead(view.initiatives.length > 0 ? report.initiativesIntro : report.noSteps),
    ...view.initiatives.flatMap((initiative, index) => initiativeSection(initiative, index + 1, material)),
    ...postponed(material),
  ];
}

function initiativeSection(initiative: ReportView["initiatives"][number], place: number, { speech, cite, linked }: Material): Block[] {
  const { report, names, funding } = speech.words;
  return [
    heading(2, `${place}. ${initiative.title}`),
    paragraph(initiative.legalDuty ? [strong(`${names.legalDuty}. `), { text: initiative.summary }] : initiative.summary),
    facts([
      [report.value, `${initiative.gain}${initiative.stability ? `; ${initiative.stability}` : ""}`],
      [report.cost, initiative.cost],
      [report.effort, initiative.effort],
      [report.duration, initiative.duration],
      [report.owner, initiative.owner],
      [report.success, initiative.success],
      ...(initiative.requires.length > 0 ? ([[report.requires, speech.list(initiative.requires.map(({ title }) => title))]] as const) : []),
      [`${report.cost}, ${report.effort}`, initiative.estimateBasis],
    ]),
    heading(3, report.why),
    ...bullets([...initiative.why, initiative.gainLong]),
    heading(3, report.firstSteps),
    ...steps(initiative.firstSteps),
    heading(3, report.risks),
    ...bullets(initiative.risks),
    ...(initiative.law.length > 0 ? [heading(3, report.lawTitle), ...bullets(initiative.law.map((law) => [cite(law)]))] : []),
    heading(3, report.fundingTitle),
    ...(initiative.funding.length === 0
      ? [paragraph(report.fundingNone)]
      : bullets(
          initiative.funding.map(({ name, text, amount, href }): Words => [
            linked(name, href),
            { text: `: ${text}. ${amount} ${funding.checkFirst}` },
          ]),
        )),
    heading(3, report.doneAt),
    ...(initiative.references.length === 0
      ? [paragraph(report.doneNowhere)]
      : bullets(
          initiative.references.map(({ place: where, what, source }): Words => [
            strong(`${where}: `),
            { text: `${what} ` },
            { ...cite(source), muted: true },
          ]),
        )),
    ...(initiative.findings.length + initiative.sources.length > 0
      ? [heading(3, report.sourcesTitle), ...bullets([...initiative.findings, ...initiative.sources].map((source) => [cite(source)]))]
      : []),
  ];
}

function postponed({ view, speech }: Material): Block[] {
  const { report } = speech.words;
  if (view.postponed.length === 0) return [];
  return [
    heading(2, report.postponedTitle),
    paragraph(report.postponedIntro),
    ...bullets(view.postponed.map(({ title, needs }) => `${title}: ${needs}`)),
  ];
}
