import { TOTP } from "otpauth";
import { expect } from "vitest";
import { localeOf } from "../../app/i18n";
import { accountSettings, goodPassword } from "../http/account-visitor";
import { startApp } from "../support/app";
import { expectAccessibleEverywhere, newVisitor, test } from "../support/browser";
import { openProxy } from "../support/proxy";
import { startSmtp } from "../support/smtp";

const { messages } = localeOf("de");
const { accounts: words, mappe } = messages;
const address = "cio@example.org";

/** An account from its first mail to a second device, and its session ended from there. */
test("somebody makes an account, adds a code, and finds a Mappe on a second device", { timeout: 180_000 }, async ({ browser }) => {
  const [proxy, smtp] = [await openProxy("", false), await startSmtp()];
  const app = await startApp({ ...accountSettings(smtp.url), PUBLIC_URL: proxy.url });
  proxy.leadTo(app.url);
  const first = await newVisitor(browser, proxy.url);
  const second = await newVisitor(browser, proxy.url, { javaScriptEnabled: false });
  const { page } = first;
  try {
    await page.goto("/");
    await page.getByRole("contentinfo").getByRole("link", { name: words.link }).click();
    await expectAccessibleEverywhere(page);
    await page.getByRole("link", { name: words.signIn.signUp }).click();
    await page.getByRole("textbox", { name: words.address }).fill("niemand");
    await page.getByRole("button", { name: words.signUp.submit }).click();
    await page.getByRole("link", { name: words.addressFault }).waitFor();
    first.expectComplaint("422");
    await expectAccessibleEverywhere(page);
    await page.getByRole("textbox", { name: words.address }).fill(address);
    await page.getByRole("button", { name: words.signUp.submit }).click();
    await page.getByText(words.sent.signUp).waitFor();
    await expect.poll(() => smtp.mails.length).toBe(1);
    await page.goto(/http:\S+/.exec(smtp.mails[0]?.text.split("\n\n")[2] ?? "")?.[0] ?? "");

    const password = page.getByLabel(words.password, { exact: true });
    await password.fill("passwort2026");
    await page.getByRole("button", { name: words.show }).click();
    expect(await password.getAttribute("type")).toBe("text");
    await page.getByRole("button", { name: words.hide }).waitFor();
    await page.getByRole("button", { name: words.linkPage.signUpSubmit }).click();
    await page.getByRole("alert").getByText(words.passwordFaults(12, 128).common).waitFor();
    first.expectComplaint("422");
    expect(await password.inputValue()).toBe("");
    await expectAccessibleEverywhere(page);
    await password.fill(goodPassword);
    await page.getByRole("button", { name: words.linkPage.signUpSubmit }).click();
    await page.getByText(words.page.as(address)).waitFor();

    await page.goto("/mappen");
    await page.getByRole("textbox", { name: mappe.start.name }).fill("Kreis im Konto");
    await page.getByRole("button", { name: mappe.start.submit }).click();
    await page.getByRole("link", { name: mappe.pages.settings }).click();
    await expectAccessibleEverywhere(page);

    await page.goto("/account/codes");
    await page.getByRole("img", { name: words.codes.picture }).waitFor();
    await expectAccessibleEverywhere(page);
    const totp = new TOTP({ secret: (await page.locator(".totp-secret").innerText()).replaceAll(" ", "") });
    await page.getByRole("textbox", { name: words.codes.first }).fill(totp.generate());
    await page.getByRole("button", { name: words.codes.on }).click();
    await page.getByRole("heading", { name: words.codes.recoveryTitle }).waitFor();
    const recovery = await page.locator(".recovery-codes li").allInnerTexts();
    expect(recovery).toHaveLength(10);
    await expectAccessibleEverywhere(page);
    await page.getByRole("link", { name: words.codes.done }).click();
    await page.getByRole("button", { name: words.page.signOut }).click();
    await page.getByText(words.signIn.notices["signed-out"]).waitFor();
    expect(await page.goto("/mappen").then(() => page.getByText("Kreis im Konto").count())).toBe(0);

    await second.page.goto("/sign-in");
    await second.page.getByRole("textbox", { name: words.address }).fill(address);
    await second.page.getByLabel(words.password, { exact: true }).fill(goodPassword);
    await second.page.getByRole("button", { name: words.signIn.submit }).click();
    await second.page.getByRole("textbox", { name: words.code }).fill(totp.generate({ timestamp: Date.now() + 30_000 }));
    await second.page.getByRole("button", { name: words.secondStep.submit }).click();
    await second.page.getByRole("link", { name: "Kreis im Konto" }).click();
    await second.page.getByRole("heading", { level: 1, name: "Kreis im Konto" }).waitFor();

    await page.goto("/account");
    await page.getByRole("textbox", { name: words.address }).fill(address);
    await page.getByLabel(words.password, { exact: true }).fill(goodPassword);
    await page.getByRole("button", { name: words.signIn.submit }).click();
    await page.getByRole("textbox", { name: words.code }).fill(recovery[0] ?? "");
    await expectAccessibleEverywhere(page);
    await page.getByRole("button", { name: words.secondStep.submit }).click();
    await expectAccessibleEverywhere(page);
    await page.getByRole("button", { name: words.page.endOthers }).click();
    await page.getByText(words.page.saved.ended).waitFor();
    await second.page.goto("/account");
    await second.page.getByRole("heading", { level: 1, name: words.signIn.title }).waitFor();
    for (const path of ["/account/password", "/account/address", "/account/delete", "/account/confirm", "/en/account", "/reset"]) {
      await page.goto(path);
      await expectAccessibleEverywhere(page);
    }
  } finally {
    await app.close();
    await proxy.close();
    await smtp.close();
  }
  await first.close();
  await second.close();
});
