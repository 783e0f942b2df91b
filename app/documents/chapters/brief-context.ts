import { facts, heading, hint, lead, paragraph, table } from "../blocks";
import { dutiesIn } from "../../views/duties";
import type { Block } from "../document";
import type { DocumentInput } from "../material";

const toldProgrammes = 6;
const toldContacts = 5;

/** Beside the regions, only where an article speaks of the same kind of organisation. */
export function comparisonPage({ view, locale }: DocumentInput): Block[] {
  const { papers } = locale.messages;
  if (view.quick) return [];
  const { regions, dimensions, label } = view.comparison;
  const isCompared = (region: string) =>
    dimensions.some((dimension) => dimension.regions.some((one) => one.region === region && one.isClear));
  const compared = regions.filter(({ id }) => isCompared(id));
  const rows = dimensions.filter((dimension) => dimension.regions.some(({ isClear }) => isClear));
  const fields = dimensions.flatMap((dimension) => dimension.regions).filter(({ band }) => band !== null);
  const unclear = fields.filter(({ isClear }) => !isClear).length;
  const others = dimensions
    .flatMap((dimension) => dimension.regions)
    .filter(({ others: about, evidence }) => about.length > 0 && !evidence);
  return [
    heading(1, view.headlines.comparison),
    lead(papers.comparison.lead),
    ...(rows.length > 0
      ? [
          table(
            "",
            [{ title: papers.comparison.topic, share: 4 }, ...compared.map(({ name }) => ({ title: name, share: 3 }))],
            rows.map((dimension) => [
              dimension.name,
              ...compared.map(({ id }) => {
                const found = dimension.regions.find(({ region }) => region === id);
                return found?.band ? `${found.position}\n${found.bandText}` : "–";
              }),
            ]),
          ),
          hint(papers.comparison.rule),
        ]
      : []),
    ...(unclear > 0 ? [paragraph(papers.comparison.unclear(unclear))] : []),
    ...(others.length > 0 ? [paragraph(papers.comparison.others(others.length))] : []),
    hint(label),
  ];
}

/** What is open and fits, and who helps for free. */
export function moneyPage({ view, locale }: DocumentInput): Block[] {
  const { papers, result } = locale.messages;
  const { money } = view;
  const fitting = money.open;
  const isGranted = money.total === null ? null : money.grants.length > 0;
  const said = [money.hint, fitting.length > 0 ? papers.money.check : null].filter(Boolean).join(" ");
  return [
    heading(1, fitting.length > 0 || money.isNeeded ? papers.money.title(fitting.length, isGranted) : papers.money.help),
    // That there is none the title has said.
    ...(money.total && isGranted ? [lead(money.total)] : []),
    ...money.grants.map(({ name, text }) => paragraph([{ text: `${name} `, strong: true }, { text }])),
    ...(fitting.length > 0
      ? [
          table(
            "",
            [
              { title: papers.money.programme, share: 4 },
              { title: result.funding.amount, share: 6 },
              { title: result.funding.whom, share: 4 },
            ],
            fitting.slice(0, toldProgrammes).map((one) => [
              [{ text: one.name }, ...(one.when ? [{ text: `\n${one.when}`, muted: true }] : [])],
              one.amount,
              one.contacts
                .map(({ name, phone }) => [name, phone].filter(Boolean).join(", "))
                .slice(0, 2)
                .join("; "),
            ]),
          ),
        ]
      : []),
    ...(fitting.length > toldProgrammes ? [paragraph(papers.money.more(fitting.length - toldProgrammes))] : []),
    ...(said ? [hint(said)] : []),
    ...(fitting.length > 0 || money.isNeeded ? [heading(2, papers.money.help)] : []),
    facts(
      money.contacts.slice(0, toldContacts).map(({ name, phone, offers }) => [[name, phone].filter(Boolean).join(", "), offers] as const),
    ),
  ];
}

/** By which method, in which version: what every paper says once. */
export const methodLine = ({ report, locale }: Pick<DocumentInput, "report" | "locale">): string =>
  locale.messages.papers.method.tool(report.modelVersion, report.contentVersion, locale.date(report.date));

/** How the value comes about, its limits, and the law it names. */
export function methodPage({ view, report, locale, cite }: DocumentInput): Block[] {
  const { method } = locale.messages.papers;
  const law = new Map(dutiesIn(view.duties, "now").flatMap((duty) => duty.law.map((one) => [one.text, one])));
  return [
    heading(1, method.title),
    facts([
      [method.questions, method.questionsText(report.items.length)],
      // Nine answers carry no stage.
      [method.calculation, [method.calculationText, ...(view.quick ? [] : [method.securedText])].join(" ")],
      [locale.messages.papers.decision.openTitle, method.openText],
      [method.estimates, method.estimatesText],
      [method.limits, method.limitsText(view.isChecked)],
    ]),
    ...(law.size > 0 ? [heading(2, method.sources), { kind: "list" as const, ordered: false, items: [...law.values()].map(cite) }] : []),
    hint(methodLine({ report, locale })),
  ];
}
