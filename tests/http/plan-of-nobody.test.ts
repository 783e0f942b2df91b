import { expect, it } from "vitest";
import { localeOf } from "../../app/i18n";
import { sharedApp } from "../support/shared-app";
import { newVisitor } from "./visitor";

const app = sharedApp();
const { result, screen } = localeOf("de").messages;

it("where nothing is answered, neither the plan's page nor its files show a plan, until somebody takes one", async () => {
  const visitor = newVisitor(app.url);
  const path = (end: string) => `/assessments/${id}/${end}`;
  const id = await visitor.begin();
  const filed = async () => Promise.all(["plan.ics", "plan.csv"].map((file) => visitor.text(path(file))));
  const page = await visitor.text(path("plan"));
  expect(page).toContain(result.nextSteps.none);
  for (const said of [result.plan.suggested, path("plan.ics"), 'name="sme-']) expect(page).not.toContain(said);
  expect(await visitor.text(path("report"))).toContain(`class="button" href="/assessments/${id}"`);
  expect(await visitor.text(path("what-if"))).toContain(result.nextSteps.none);
  expect(await visitor.text(path("report/initiatives"))).toMatch(new RegExp(screen.headlines.initiativesOpen(0).replace("0", "\\d+")));
  expect(await visitor.text(path("report/certainty"))).not.toContain(result.certainty.sharpenNone);
  const [calendar, table] = await filed();
  expect(calendar).not.toContain("BEGIN:VEVENT");
  expect(table?.trim().split("\r\n")).toHaveLength(2);
  expect(table).toContain(result.nextSteps.none);

  const limits = { intent: "plan", budgetEuro: "5000", personDaysPerQuarter: "10", quarters: "4", forceDuties: "on" };
  expect((await visitor.submit(path("plan"), limits)).status).toBe(303);
  expect(await visitor.text(path("plan"))).toContain(path("plan.ics"));
  expect((await filed())[0]).toContain("BEGIN:VEVENT");
});
