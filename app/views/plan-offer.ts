import type { PlanOffer } from "../core/plan/current-plan";
import { isUnchanged } from "../core/plan/plan-change";
import type { Plan } from "../core/plan/plan";
import { noStep } from "../core/plan/settings";
import { missingText } from "./plan-missing";
import type { Names, ViewInput } from "./view-input";

export type PlanOfferView = NonNullable<ReturnType<typeof planOfferView>>;

/**
 * That the plan was taken before something changed, and what would come out today; null where it is as it would be
 * solved today, or nobody has taken one.
 */
export function planOfferView(input: ViewInput, names: Names) {
  const { plan } = input.report;
  const { offer, kept } = plan;
  if (!offer || !kept || plan.status !== "planned") return null;
  const { messages, date, list, score } = input.locale;
  const { offer: words } = messages.roadmap;
  const causesIn = (names: Record<(typeof offer.causes)[number], string>) => list(offer.causes.map((cause) => names[cause]));
  return {
    /** The one sentence that stands wherever the plan is told; `told`: in papers that others decide on. */
    changed: words.changed(date(kept.on), causesIn(words.causes)),
    told: words.told(date(kept.on), causesIn(words.toldCauses)),
    promised: words.promised(score(kept.score.before), score(kept.score.after)),
    causes: offer.causes,
    next: offer.plan.status === "planned" ? nextOf(plan, offer.plan, offer, input, names) : null,
    missing: offer.plan.status === "impossible" ? missingText(offer.plan, input.locale, names) : [],
  };
}

/** The new plan beside the kept one: figures of both, and what comes in, goes and moves. */
function nextOf(kept: Plan, next: Plan, { change }: PlanOffer, { added, locale }: ViewInput, names: Names) {
  if (!change) return null;
  const { messages, date, score, euros, span } = locale;
  const { roadmap } = messages;
  const { offer: words } = roadmap;
  const money = (value: number) => euros(Math.round(value));
  const running = ({ steps }: Plan) => steps.reduce((sum, { yearlyEuro }) => sum + yearlyEuro, 0);
  const days = ({ personDays }: Plan) => span(Math.round(personDays));
  const both = (id: string, title: string, of: (plan: Plan) => string) => ({ id, title, kept: of(kept), next: of(next) });
  const titled = ({ id, start }: { id: string; start: string }) => ({ id, text: words.from(names.initiative(id), date(start)) });
  return {
    isSame: isUnchanged(change),
    figures: [
      both("after", words.after, (plan) => score(plan.score.after)),
      both("steps", words.steps, (plan) => String(plan.steps.length)),
      both("once", words.once, (plan) => money(plan.costEuro)),
      both("running", words.running, (plan) => money(running(plan))),
      both("days", messages.names.personDays, days),
    ],
    added: change.added.map(titled),
    dropped: change.dropped.map(({ id, start }) => {
      const { status } = added.steps.get(id) ?? noStep;
      const { text } = titled({ id, start });
      return { id, text: status === noStep.status ? text : `${text} (${roadmap.statuses[status]})` };
    }),
    moved: change.moved.map(({ id, from, to }) => ({ id, text: words.moves(names.initiative(id), date(from), date(to)) })),
  };
}
