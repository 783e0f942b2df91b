import { mayShareOffices } from "../core/assessment/shared-offices";
import type { Land } from "../core/vocabulary";
import type { ViewInput } from "./view-input";

/** Who is meant by offices and council, where a municipality may have none of its own; null where there is nothing to say. */
export function officesText({ track, organisation }: ViewInput["report"], { messages }: ViewInput["locale"]): string | null {
  const { decision } = messages.papers;
  const councils: Partial<Record<Land, string>> = decision.councils;
  if (mayShareOffices(organisation)) return decision.offices;
  return (track === "municipality" && organisation.land && councils[organisation.land]) || null;
}
