import type { Typed } from "../forms/part";

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export const partsIn = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLElement>("[data-part]")];
export const partOf = (element: Element | null) => element?.closest<HTMLElement>("[data-part]") ?? null;
export const nameOf = (part: HTMLElement) => part.dataset.part ?? "";

/** What people type in or choose; files travel with the form alone. */
export function inputsIn(part: HTMLElement): Input[] {
  return [...part.querySelectorAll<Input>("input, select, textarea")].filter(({ type }) => type !== "hidden" && type !== "file");
}

const isTickable = (input: Input): input is HTMLInputElement => input.type === "radio" || input.type === "checkbox";

/** @param asSent as the page arrived, whatever has been typed since. */
export function typedIn(part: HTMLElement, asSent = false): Typed {
  const typed: Typed = {};
  for (const input of inputsIn(part)) {
    typed[input.name] ??= "";
    if (isTickable(input)) {
      if (asSent ? input.defaultChecked : input.checked) typed[input.name] = input.value;
    } else if (!asSent) typed[input.name] = input.value;
    else if (input instanceof HTMLSelectElement)
      typed[input.name] = ([...input.options].find(({ defaultSelected }) => defaultSelected) ?? input.options[0])?.value ?? "";
    else typed[input.name] = input.defaultValue;
  }
  return typed;
}

export function fill(part: HTMLElement, typed: Typed): void {
  for (const input of inputsIn(part)) {
    const value = typed[input.name] ?? "";
    if (isTickable(input)) input.checked = input.value === value;
    else input.value = value;
    if (value && !isTickable(input)) input.closest("details")?.setAttribute("open", "");
  }
}

/** The value in words, as the page names it: the labels of what is chosen, and texts. */
export function wordsFor(part: HTMLElement, typed: Typed): string {
  const words = inputsIn(part).map((input) => {
    const value = typed[input.name] ?? "";
    if (isTickable(input)) return input.value === value ? choiceName(input) : "";
    if (input instanceof HTMLSelectElement) return [...input.options].find((option) => option.value === value)?.text ?? value;
    return input.type === "date" && value ? dayInWords(value) : value;
  });
  return words.filter(Boolean).join(" · ");
}

/** As the server writes days. @param day ISO date. */
const dayInWords = (day: string): string =>
  new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : "de-DE", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(day),
  );

/** Of what can be chosen, without its hint. */
const choiceName = (input: HTMLInputElement): string =>
  [...(input.labels?.[0]?.children ?? [])]
    .filter((child) => !child.matches("input, .hint"))
    .map((child) => child.textContent?.trim() ?? "")
    .join(": ");

/** Puts the focus into a part: on what is chosen there, or on its first input. */
export function focusIn(part: HTMLElement): void {
  const inputs = inputsIn(part);
  (inputs.find((input) => isTickable(input) && input.checked) ?? inputs[0])?.focus();
}
