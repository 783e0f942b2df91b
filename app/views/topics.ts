import { isAnswered, type Answer } from "../core/assessment/answer";
import { useItem } from "../core/verdict";
import { standingsOf } from "../core/assessment/standing";
import { askedItems } from "../core/questionnaire/questionnaire";
import { citeFinding, citeLaw } from "./citations";
import { checkMark } from "./check-words";
import { evidenceText } from "./evidence";
import { numbered, type Names, type ViewInput } from "./view-input";
import { anchorText } from "./anchor-text";

export type TopicView = ReturnType<typeof topicsView>[number];

/** Topic for topic: what is in place, what is missing, what nobody knows, and the answers behind it. */
export function topicsView({ report, added, content, locale }: ViewInput, names: Names) {
  const { messages, score } = locale;
  const { result } = messages;
  const standings = standingsOf(names.questionnaire, report);
  const bands = new Map(report.certainty.rating?.dimensions.map(({ id, band }) => [id, band]));
  return report.dimensions.map((dimension) => {
    const model = names.questionnaire.dimensions.find(({ id }) => id === dimension.id);
    const items = model ? askedItems(model, report.depth).map(({ id }) => id) : [];
    const standing = (item: string) => standings.get(item) ?? "open";
    const [lower, upper] = [dimension.lower, dimension.upper];
    const band = bands.get(dimension.id);
    return {
      id: dimension.id,
      ...{
        name: names.dimension(dimension.id).name,
        short: names.dimension(dimension.id).short,
        about: names.dimension(dimension.id).about,
      },
      gate: dimension.gate,
      weight: dimension.weight,
      /** Unrounded, for charts and tables only. */
      values: { score: dimension.score, lower, upper, band: band && dimension.score !== null ? band : null },
      score: dimension.score === null ? result.value.noNumber : score(dimension.score),
      interval: lower === null || upper === null ? "–" : lower === upper ? score(lower) : `${score(lower)}–${score(upper)}`,
      band: band && dimension.score !== null ? result.topic.band(score(band.low), score(band.high)) : null,
      stage: dimension.stage === null ? null : names.stage(dimension.stage),
      reason: report.depth === "full" && dimension.reason ? result.reasons[dimension.reason] : null,
      coverage: result.coverage(dimension.answered, dimension.applicable),
      comment: added.authorText?.comments[dimension.id] ?? null,
      inPlace: items.filter((id) => isAtLeast(standing(id), 2)).map((id) => anchorOf(id, standing(id), names, locale)),
      missing: items.filter((id) => isMissing(standing(id))).map((id) => anchorOf(id, standing(id), names, locale)),
      open: items.filter((id) => standing(id) === "open").map((id) => numbered(names, id, locale)),
      /** The same in a few words, where a table has no room for more. */
      brief: {
        inPlace: items.filter((id) => isAtLeast(standing(id), 2)).map((id) => inPlaceName(id, standing(id), names, locale)),
        missing: items.filter((id) => isMissing(standing(id))).map((id) => phraseOf(id, "missing", names, locale)),
        open: items.filter((id) => standing(id) === "open").map((id) => phraseOf(id, "unknown", names, locale)),
      },
      questions: items.map((id) => ({
        id,
        number: names.number(id),
        question: names.item(id).question,
        short: names.item(id).short,
        answer: answerText(report.answers[id], standing(id), names.item(id).anchors, locale),
        evidence: [
          evidenceText(report.answers[id], locale) ?? (isAtLeast(standing(id), 3) ? messages.report.noEvidenceGiven : "–"),
          ...[checkMark(report.answers[id], locale) ?? []].flat(),
        ].join("; "),
        note: report.answers[id]?.note ?? null,
        sources: [
          ...(names.questionnaire.sources[id]?.findings ?? []).map((finding) => citeFinding(finding, content, locale)),
          ...(names.questionnaire.sources[id]?.law ?? []).map((law) => citeLaw(law, content, locale)),
        ],
      })),
    };
  });
}

type Standing = ReturnType<ReturnType<typeof standingsOf>["get"]>;
const isAtLeast = (standing: Standing, level: number) => typeof standing === "number" && standing >= level;
const isMissing = (standing: Standing) => typeof standing === "number" && standing <= 1;

/** A few words as they stand in a sentence, with the question they come from: "ein Eintrag im KI-Register [19]". */
function phraseOf(item: string, kind: "missing" | "unknown", names: Names, locale: ViewInput["locale"]): string {
  const phrase = names.item(item)[kind];
  return phrase ? `${phrase}\u00a0${locale.messages.result.topic.number(names.number(item))}` : numbered(names, item, locale);
}

/** The name of the question whether AI is used for good claims more than that it is tried. */
function inPlaceName(item: string, standing: Standing, names: Names, locale: ViewInput["locale"]): string {
  const name = numbered(names, item, locale);
  return item === useItem && standing === 2 ? locale.messages.result.topic.notForGood(name) : name;
}

/** What an answer says, with the question it answers: "Ziele [1]: Es gibt einen Entwurf". */
function anchorOf(item: string, standing: Standing, names: Names, locale: ViewInput["locale"]): string {
  const anchor = typeof standing === "number" ? anchorText(names.item(item).anchors, standing, locale) : "";
  return `${numbered(names, item, locale)}: ${anchor}`;
}

function answerText(answer: Answer | undefined, standing: Standing, anchors: string[], locale: ViewInput["locale"]): string {
  const { form, report } = locale.messages;
  const told = (level: number) => `${level} ${form.levels[level] ?? ""}: ${anchorText(anchors, level, locale)}`;
  if (!answer || !isAnswered(answer)) return standing === 0 ? `0 ${form.levels[0] ?? ""}: ${form.presumed}` : report.notAnswered;
  if ("level" in answer) return told(answer.level);
  return "reason" in answer ? `${form.notApplicable}: ${answer.reason}` : form.dontKnow;
}
