import type { Level } from "../../app/core/assessment/answer";
import { byAssessment } from "../../app/core/mappe/audit";
import { momentOf } from "../../app/core/day";
import type { App } from "../support/app";
import { makeMany, makeMappe, openLink } from "./mappe-visitor";
import { newVisitor, type Visitor } from "./visitor";

/** A member of a ring, with the browser that holds its link. */
export type RingTown = { visitor: Visitor; id: string };

/** Gives every answer of an assessment. */
export async function answerAll(app: App, id: string, level: Level): Promise<void> {
  const { content, stores } = app.services;
  const items = content.questionnaires.municipality.dimensions.flatMap((dimension) => dimension.items);
  const changes = items.map(({ id: item }) => ({ item, seen: null, next: { level } }));
  await stores.answers.save(id, changes, momentOf(new Date(), "Europe/Berlin"));
}

/** A ring to which as many towns are invited, "Stadt A" and so on, each with one level everywhere; none has joined. */
export async function makeRing(app: App, levels: Level[], rule: "open" | "anonymous" = "anonymous") {
  const organiser = newVisitor(app.url);
  const mappe = await makeMappe(organiser, "Vergleich");
  const set = (of: string) => organiser.post(`/mappen/${mappe}/ring`, { intent: "set", rule: of, track: "municipality" });
  await set(rule);
  const links = await makeMany(
    organiser,
    mappe,
    levels.map((_level, index) => `Stadt ${String.fromCharCode(65 + index)}`),
  );
  const members: RingTown[] = [];
  for (const [index, link] of [...links.values()].entries()) {
    const visitor = newVisitor(app.url);
    const id = await openLink(visitor, link);
    await answerAll(app, id, levels[index] ?? 0);
    // From now on the Mappe sees the name alone, and the link is the member's own.
    await visitor.post(`/assessments/${id}`, { intent: "renew-edit-link" });
    await app.services.stores.mappen.share(mappe, id, "ring", { now: new Date(), by: byAssessment });
    members.push({ visitor, id });
  }
  const invite = (those: RingTown[]) => {
    const form = new FormData();
    form.set("intent", "invite");
    for (const { id } of those) form.append("invite", id);
    return organiser.post(`/mappen/${mappe}/ring`, form);
  };
  const address = ({ id }: RingTown) => `/assessments/${id}/ring/${mappe}`;
  const join = ({ visitor, id }: RingTown, more: Record<string, string> = {}) =>
    visitor.post(`/assessments/${id}/ring/${mappe}`, {
      ...{ intent: "join", consent: "on", rule, track: "municipality", modelVersion: "2.0.0" },
      ...more,
    });
  const leave = (member: RingTown) => member.visitor.post(address(member), { intent: "leave" });
  const page = (member: RingTown) => member.visitor.text(address(member));
  await invite(members);
  return { organiser, mappe, members, set, invite, join, leave, address, page };
}
