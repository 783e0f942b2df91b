import type { Answer, Level } from "../../app/core/assessment/answer";
import type { Assessment } from "../../app/core/assessment/assessment";
import { textLimits } from "../../app/core/assessment/text";
import type { Content } from "../../app/core/content";
import type { Track } from "../../app/core/vocabulary";
import { readDemo } from "../../seeds/demo";

export type Example = { name: string; assessment: Assessment };
/** `isExtreme`: nobody answers so, but somebody may. */
export type Organisation = Example & { isExtreme: boolean };

/**
 * Those whom the product speaks to: the examples, the joinery and the town without any AI, the city of 60,000 with a
 * pilot; and the extremes: everything at 0 or at 4, nothing answered, every note filled under the longest name.
 */
export function organisations(content: Content): Organisation[] {
  const examples = readDemo(process.cwd(), content.models);
  const like = (name: string, changes: Partial<Assessment>): Assessment => {
    const example = examples.find((one) => one.name === name);
    if (!example) throw new Error(`there is no example "${name}"`);
    return { ...example.assessment, ...changes };
  };
  const [joinery, town, city] = ["tischlerei-muster", "kleinhausen", "musterstadt"].map((name) => like(name, {}));
  if (!joinery || !town || !city) throw new Error("there are three");
  const itemsOf = (track: Track) => content.questionnaires[track].dimensions.flatMap(({ items }) => items);
  const all = (track: Track, answer: Answer) => Object.fromEntries(itemsOf(track).map(({ id }) => [id, answer]));
  const lowered = (answers: Assessment["answers"], most: Level) =>
    Object.fromEntries(
      Object.entries(answers).map(([id, answer]) => [id, "level" in answer && answer.level > most ? { level: most } : answer]),
    );
  const named = (base: Assessment, name: string) => ({ ...base, organisation: { ...base.organisation, name } });
  const longName = "Verbandsgemeinde Bad Muster-Beispielhausen an der Weinstraße ".repeat(4).slice(0, textLimits.name).trim();
  const remarks = {
    note: "Seit Mai in Arbeit, Abschluss offen. ".repeat(30).slice(0, textLimits.note),
    evidence: "Dienstanweisung vom 3. März 2026, Aktenzeichen 10-24-7",
  };
  const usual: Example[] = [
    ...examples.map(({ name, assessment }) => ({ name, assessment })),
    { name: "joinery-without-ai", assessment: { ...joinery, aiUse: "none", answers: lowered(joinery.answers, 1) } },
    { name: "town-with-nothing", assessment: { ...named(town, "Kleinhausen"), depth: "full", answers: all("municipality", { level: 0 }) } },
    { name: "city-with-pilot", assessment: { ...city, organisation: { ...city.organisation, sizeClass: "inhabitants-50000-99999" } } },
  ];
  const extremes: Example[] = [
    { name: "all-0", assessment: { ...joinery, answers: all("sme", { level: 0 }) } },
    { name: "all-4", assessment: { ...city, aiUse: "operation", answers: all("municipality", { level: 4 }) } },
    { name: "all-4-sme", assessment: { ...joinery, aiUse: "operation", answers: all("sme", { level: 4 }) } },
    { name: "nothing", assessment: { ...city, answers: {} } },
    { name: "nothing-sme-quick", assessment: { ...joinery, depth: "quick", answers: {} } },
    { name: "every-note", assessment: named({ ...city, answers: all("municipality", { level: 2, ...remarks }) }, longName) },
    { name: "nobody-knows", assessment: { ...joinery, organisation: {}, answers: all("sme", { answer: "dk" }) } },
  ];
  const marked = (examples: Example[], isExtreme: boolean) => examples.map((one) => ({ ...one, isExtreme }));
  return [...marked(usual, false), ...marked(extremes, true)];
}
