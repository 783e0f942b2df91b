import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** What a sighted keyboard user needs of the focused element: in view, on top, and outlined (itself or its label). */
export async function expectFocusVisible(page: Page): Promise<void> {
  // Polled, because the browser scrolls to what has focus a moment later.
  await expect.poll(() => focusOf(page), { interval: 20, timeout: 2_000 }).toMatchObject({ inView: true, onTop: true, outlined: true });
}

function focusOf(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLElement;
    const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
    const on = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const outlined = [element, element.closest("label")].some((one) => {
      const style = one && getComputedStyle(one);
      return style !== null && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    });
    // The button for the calendar within a field for a day has the browser's own outline.
    const isOnCalendar = element.matches("input[type=date]:not(:focus-visible)");
    return {
      element: element.outerHTML.slice(0, 120),
      inView: width > 0 && height > 0 && top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth,
      onTop: on !== null && (element.contains(on) || on.contains(element)),
      outlined: outlined || isOnCalendar,
    };
  });
}

/** Presses Tab until `reached`, looking at every stop on the way. */
export async function tabUntil(page: Page, reached: () => Promise<boolean>, what: string, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  for (let stops = 0; stops < 80; stops += 1) {
    await page.keyboard.press(key);
    await expectFocusVisible(page);
    if (await reached()) return;
  }
  throw new Error(`${key} never came to ${what}`);
}

export const hasFocus = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);

/** Somebody who has a keyboard and no mouse. */
export const onKeyboard = (page: Page) => {
  const to = (locator: Locator, what: string) => tabUntil(page, () => hasFocus(locator), what);
  const press = async (locator: Locator, what: string, key: string) => {
    await to(locator, what);
    await page.keyboard.press(key);
  };
  const named = (role: "link" | "button" | "checkbox" | "radio" | "textbox", name: string) => page.getByRole(role, { name }).first();
  return {
    /** Follows a link or presses a button. */
    enter: (role: "link" | "button", name: string) => press(named(role, name), name, "Enter"),
    tick: (name: string) => press(named("checkbox", name), name, "Space"),
    /** Comes to a group of choices and goes down so many. */
    choose: async (group: Locator, steps: number): Promise<void> => {
      await press(group.getByRole("radio").first(), "the first choice", "Space");
      for (let step = 0; step < steps; step += 1) await page.keyboard.press("ArrowDown");
      await expectFocusVisible(page);
      expect(await group.getByRole("radio").nth(steps).isChecked()).toBe(true);
    },
    type: async (name: string, text: string): Promise<void> => {
      await to(named("textbox", name), name);
      await page.keyboard.type(text);
    },
  };
};
