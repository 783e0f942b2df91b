import { describe, expect, it } from "vitest";
import { languages } from "../core/vocabulary";
import { localeOf } from "./index";

/** Case and the dots of "and more" are not spoken. */
const spoken = (text: string) => text.replace(/\s*…$/, "").toLowerCase();

describe.each(languages)("in %s", (language) => {
  const { accounts, keeping, mappe, webhooks } = localeOf(language).messages;
  const one = "Stadt A";
  const controls: [shown: string, name: string][] = [
    [accounts.page.drop, accounts.page.dropOne(one)],
    [accounts.page.end, accounts.page.endOne(one)],
    [accounts.ofMappe.renew, accounts.ofMappe.renewOne(one)],
    [accounts.ofMappe.remove, accounts.ofMappe.removeOne(one)],
    [keeping.device.forget, keeping.device.forgetOne(one)],
    [keeping.device.forget, keeping.device.forgetPart(one)],
    [mappe.start.forget, mappe.start.forgetOne(one)],
    [mappe.members.handShort, mappe.members.hand(one)],
    [mappe.settings.renew, mappe.settings.renewOne(one)],
    [mappe.settings.remove, mappe.settings.removeOne(one)],
    [webhooks.test, webhooks.testOf(one)],
    [webhooks.remove, webhooks.removeOf(one)],
    [webhooks.switchOn, webhooks.switchOnOf(one)],
  ];

  it.each(controls)("whoever says what stands on %j means %j", (shown, name) => {
    expect(spoken(name)).toContain(spoken(shown));
    expect(name).toContain(one);
  });
});
