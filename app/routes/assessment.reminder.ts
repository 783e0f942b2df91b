import { createHash } from "node:crypto";
import { currentRound } from "../core/rounds/round";
import { toCalendar } from "../documents/calendar";
import { fileRoute } from "../http/file-route";
import { download } from "../http/assessment/plan-export";
import { editable, localeFor, refusal } from "../http/request";

/** A day in a calendar that says that the next round is due. It opens nothing: whoever reads the calendar gets no key and no id. */
export const loader = fileRoute(async (args) => {
  const assessment = await editable(args);
  const month = /^\d{4}-(?:0[1-9]|1[0-2])$/.exec(new URL(args.request.url).searchParams.get("month") ?? "")?.[0];
  if (!month) throw refusal("bad-request");
  const rounds = await assessment.rounds();
  const { messages, href } = localeFor(args.request);
  const { reminder } = messages.rounds;
  const [day, next] = [`${month}-01`, currentRound(rounds) + 1];
  const event = {
    uid: `${createHash("sha256").update(`${assessment.id} round ${next}`).digest("hex").slice(0, 24)}@ki-pegel`,
    title: reminder.event(assessment.organisation.name ?? null),
    note: reminder.note(next, `${args.context.origin}${href("/")}`),
    ...{ start: day, end: day },
  };
  return download(toCalendar([event], args.context.now), "text/calendar", "ki-pegel-runde.ics");
});
