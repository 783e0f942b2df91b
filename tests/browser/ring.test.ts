import type { BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { localeOf } from "../../app/i18n";
import { makeRing, type RingTown } from "../http/ring-visitor";
import { expectAccessibleEverywhere, test, type Visit } from "../support/browser";

const { messages, href } = localeOf("de");
const { ring: words, openData } = messages;

/** The browser in which somebody has done all that came before. */
async function continued(visit: Visit, { visitor }: Pick<RingTown, "visitor">, url: string, options?: BrowserContextOptions) {
  const opened = await visit(options);
  await opened.context.addCookies(Array.from(visitor.cookies, ([name, value]) => ({ name, value, url })));
  return opened;
}

const figures = async (page: Page) =>
  (await page.getByRole("region", { name: words.figuresTitle }).getByRole("row").allInnerTexts()).map((row) =>
    row.split("\t").slice(0, 4).join(" "),
  );

/** Eight towns that know each other: seven have joined, the eighth reads the rule, joins, agrees to open data, and leaves in the end. */
test("a ring of eight towns, anonymous, one leaves", async ({ app, visit }) => {
  const ring = await makeRing(app, [0, 1, 1, 2, 2, 3, 3, 4]);
  const [eighth, ...others] = ring.members;
  if (!eighth) throw new Error("There are eight.");
  for (const member of others) expect((await ring.join(member)).status).toBe(303);
  const organiser = await continued(visit, { visitor: ring.organiser }, app.url);
  const town = await continued(visit, eighth, app.url);
  const address = href(ring.address(eighth));

  // The organiser sees who takes part and the figures of the first six; a member who has not joined, who takes part alone.
  await organiser.page.goto(href(`/mappen/${ring.mappe}/ring`));
  const [, published] = await figures(organiser.page);
  expect(published).toBe(`${words.overall} 6 50 –`);
  await town.page.goto(address);
  await town.page.getByText(words.warning).waitFor();
  await town.page
    .getByRole("cell", { name: "Stadt H" })
    .or(town.page.getByRole("rowheader", { name: "Stadt H" }))
    .waitFor();
  expect(await town.page.getByRole("region", { name: words.figuresTitle }).count()).toBe(0);
  await town.page.getByRole("button", { name: words.join }).click();
  await town.page.getByRole("alert").getByRole("link", { name: words.consentMissing }).waitFor();
  town.expectComplaint("422");
  await town.page.getByRole("checkbox", { name: words.consent }).check();
  await town.page.getByRole("button", { name: words.join }).click();
  await town.page.getByText(words.ownJoined).waitFor();
  // Two more than at the last publication are not five: the figures stand still, and say where the town lies.
  expect((await figures(town.page))[1]).toBe(published);
  await town.page.getByRole("cell", { name: words.toMedian.under }).first().waitFor();
  expect(await town.page.getByText(words.namedTitle).count()).toBe(0);

  // All eight agree to publication.
  await organiser.page.getByText(openData.offerTitle).click();
  await organiser.page.getByRole("textbox", { name: openData.datasetTitle }).fill("KI im Browserkreis");
  await organiser.page.getByRole("textbox", { name: openData.publisher }).fill("Browserkreis");
  await organiser.page.getByRole("textbox", { name: openData.contact }).fill("daten@example.org");
  await organiser.page.getByRole("radio", { name: openData.licences["dl-by-de/2.0"] }).check();
  await organiser.page.getByRole("button", { name: openData.offerSubmit }).click();
  await organiser.page.getByText(openData.agreedOf(0, 8)).waitFor();
  const agreed = { title: "KI im Browserkreis", publisher: "Browserkreis", contact: "daten@example.org", licence: "dl-by-de/2.0" };
  for (const member of others)
    expect((await member.visitor.post(ring.address(member), { intent: "agree-open-data", ...agreed })).status).toBe(303);
  await town.page.reload();
  await expectAccessibleEverywhere(town.page);
  await town.page.getByRole("button", { name: openData.agree }).click();
  await town.page.getByRole("link", { name: openData.toPublished }).click();
  await town.page.getByRole("heading", { name: "KI im Browserkreis" }).waitFor();
  await expectAccessibleEverywhere(town.page);

  // It leaves: its page is gone, and its place in the list; the figures, in which its value never was, stand still and stay public.
  await town.page.goto(address);
  await town.page.getByRole("button", { name: words.leave }).click();
  await town.page.waitForURL(/\/mappen$/);
  expect((await town.page.goto(address))?.status()).toBe(404);
  town.expectComplaint("404");
  await organiser.page.reload();
  expect(await organiser.page.getByText("Stadt A").count()).toBe(1);
  await organiser.page.getByText(openData.agreedOf(7, 7)).waitFor();
  await organiser.page.getByText(words.membersTitle(7, 0)).first().waitFor();
  expect((await figures(organiser.page))[1]).toBe(published);
  await expectAccessibleEverywhere(organiser.page);
  await organiser.page.goto(href("/open-data"));
  await organiser.page.getByRole("heading", { name: "KI im Browserkreis" }).waitFor();
  expect(await organiser.page.getByText("Stadt").count()).toBe(0);
});

/** The organiser has no script; one town uses its keyboard alone, a phone the other. */
test("a ring takes another rule once everybody has agreed", async ({ app, visit }) => {
  const ring = await makeRing(app, [1, 3]);
  const [first, second] = ring.members;
  if (!first || !second) throw new Error("There are two.");
  for (const member of ring.members) await ring.join(member);
  const organiser = await continued(visit, { visitor: ring.organiser }, app.url, { javaScriptEnabled: false });
  const town = await continued(visit, first, app.url);
  const phone = await continued(visit, second, app.url, { viewport: { width: 320, height: 640 } });

  await organiser.page.goto(href(`/mappen/${ring.mappe}/ring`));
  expect(await organiser.page.getByRole("radio", { checked: true }).count()).toBe(1);
  await organiser.page.getByRole("button", { name: words.proposeSubmit }).click();
  await organiser.page.getByText(words.proposedAgreed(0, 2)).waitFor();

  // Each is told on the page of its assessment, reads what is proposed, and agrees.
  await town.page.goto(href(`/assessments/${first.id}`));
  await town.page.getByText(messages.mappe.ofAssessment.ringNotices.asked).waitFor();
  const press = async (role: "link" | "button", name: string) => {
    for (let steps = 0; steps < 80; steps += 1) {
      await town.page.keyboard.press("Tab");
      const focused = town.page.getByRole(role, { name }).and(town.page.locator(":focus"));
      if ((await focused.count()) === 1) return town.page.keyboard.press("Enter");
    }
    throw new Error(`The keyboard does not get to "${name}".`);
  };
  await press("link", words.toRing);
  await town.page.getByRole("heading", { name: words.proposedTitle }).waitFor();
  await expectAccessibleEverywhere(town.page);
  await press("button", words.agreeRule);
  await town.page.getByText(words.proposedAgrees).waitFor();
  expect(await town.page.getByRole("heading", { name: words.namedTitle }).count()).toBe(0);
  await phone.page.goto(href(ring.address(second)));
  await phone.page.getByRole("button", { name: words.agreeRule }).click();
  await phone.page.getByRole("heading", { name: words.namedTitle }).waitFor();
  expect(await phone.page.getByRole("heading", { name: words.proposedTitle }).count()).toBe(0);
  await town.page.reload();
  await town.page.getByRole("heading", { name: words.namedTitle }).waitFor();

  await organiser.page.reload();
  await organiser.page.getByRole("heading", { name: words.proposeTitle }).waitFor();
  expect(await organiser.page.getByRole("heading", { name: words.namedTitle }).count()).toBe(0);
});
