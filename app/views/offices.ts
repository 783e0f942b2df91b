import { isNotApplicable } from "../core/assessment/answer";
import { mayShareOffices } from "../core/assessment/shared-offices";
import type { Land } from "../core/vocabulary";
import type { ViewInput } from "./view-input";

/** Who is meant by offices, council and staff council, where a municipality may have none of its own; null where there is nothing to say. */
export function officesText({ track, organisation, answers }: ViewInput["report"], { messages }: ViewInput["locale"]): string | null {
  if (track !== "municipality") return null;
  const { offices, jointAuthorities, councils, withoutStaffCouncil } = messages.papers.decision;
  const inLand = (texts: Partial<Record<Land, string>>) => organisation.land && texts[organisation.land];
  const authority = mayShareOffices(organisation) && inLand(jointAuthorities);
  const hasNone = isNotApplicable(answers["acceptance-representation"]);
  return [authority ? offices(authority) : inLand(councils), hasNone ? withoutStaffCouncil : null].filter(Boolean).join(" ") || null;
}
