import type { Typed } from "../forms/part";
import { saving as german } from "../i18n/de/saving";
import { saving as english } from "../i18n/en/saving";
import { inputsIn, nameOf, wordsFor } from "./inputs";

/** The words of the page's language. */
export const words = document.documentElement.lang === "en" ? english : german;

type Attributes = Record<string, string>;

export function element(tag: string, attributes: Attributes, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** Says at each input of a part what is wrong with it, or nothing any more; as `FieldNotes` does on the server. */
export function showErrors(part: HTMLElement, errors: Typed): void {
  for (const notes of part.querySelectorAll<HTMLElement>("[data-notes]")) {
    const name = notes.dataset.notes ?? "";
    const [id, text] = [`${name}.error`, errors[name]];
    if ((notes.textContent ?? "") === (text ?? "")) continue;
    notes.replaceChildren(...(text ? [element("p", { class: "field-error", id }, text)] : []));
    notes.closest(".field")?.classList.toggle("field-wrong", text !== undefined);
    for (const input of inputsIn(part).filter((one) => one.name === name)) {
      const others = (input.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
      setOrRemove(input, "aria-describedby", [...others, ...(text ? [id] : [])].join(" "));
      setOrRemove(input, "aria-invalid", text ? "true" : "");
    }
    if (text) notes.closest("details")?.setAttribute("open", "");
  }
}

/** The list of all that is wrong; it takes the focus, and the title names it. */
export function showSummary(form: HTMLFormElement, errors: Typed): void {
  const place = form.querySelector<HTMLElement>("[data-summary]");
  const entries = Object.entries(errors)
    .map(([name, text]) => ({ name, text, at: document.getElementById(name) }))
    .sort((a, b) => (a.at && b.at && a.at.compareDocumentPosition(b.at) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1))
    .map(({ name, text, at }) => {
      const title = at?.closest<HTMLElement>("[data-title]")?.dataset.title;
      return element("li", {}, element("a", { href: `#${name}` }, title ? `${title}: ${text}` : text));
    });
  const prefix = `${words.titlePrefix} `;
  const wasTitled = document.title.startsWith(prefix);
  if (entries.length > 0 !== wasTitled) document.title = wasTitled ? document.title.slice(prefix.length) : prefix + document.title;
  if (entries.length === 0) return place?.replaceChildren();
  const summary = element(
    "div",
    { class: "alert alert-danger", role: "alert", tabindex: "-1" },
    element("h2", {}, words.summaryTitle),
    element("ul", {}, ...entries),
  );
  place?.replaceChildren(summary);
  summary.focus();
}

/** What a part is called on the page. */
export function labelOf(part: HTMLElement): string {
  return part.querySelector("label, legend")?.firstChild?.textContent?.trim() ?? "";
}

/** The newer value of somebody else beside one's own; as `ConflictNote` does on the server. */
export function showConflict(part: HTMLElement, newer: Typed | null, yours: Typed): void {
  const place = part.querySelector<HTMLElement>("[data-conflict]");
  if (!newer) return place?.replaceChildren();
  const { title, stored, yours: own, nothing, keepMine, keepStored } = words.conflict;
  const entry = (term: string, text: string) => [element("dt", {}, term), element("dd", {}, text || nothing)];
  const button = (name: string, text: string) => element("button", { class: "button button-secondary", name, value: nameOf(part) }, text);
  const note = element(
    "div",
    { class: "alert alert-warning", role: "alert" },
    element("p", {}, element("strong", {}, title)),
    element("dl", {}, ...entry(stored, wordsFor(part, newer)), ...entry(own, wordsFor(part, yours))),
    element("p", { class: "form-actions" }, button("keep", keepMine), button("take", keepStored)),
  );
  if (place?.textContent !== note.textContent) place?.replaceChildren(note);
  place?.closest("details")?.setAttribute("open", "");
}

/** Says that an earlier visit has left something, and offers to discard it. */
export function showRestored(form: HTMLFormElement, discard: () => void): void {
  const button = element("button", { type: "button", class: "link-button" }, words.discard);
  const note = element("div", { class: "alert", role: "status" }, element("p", {}, words.restored, " ", button));
  button.addEventListener("click", () => {
    note.remove();
    discard();
  });
  form.querySelector("[data-summary]")?.after(note);
}

/** Says at a text how much is left of it when little is, and how much too long it is. */
export function showLength(input: HTMLInputElement | HTMLTextAreaElement): void {
  const limit = Number(input.dataset.limit);
  const left = limit - input.value.trim().length;
  const id = `${input.name}.length`;
  const text = left < 0 ? words.over(-left) : left < limit / 10 ? words.left(left) : "";
  const shown = document.getElementById(id) ?? element("p", { class: "hint length", id });
  shown.textContent = text;
  shown.classList.toggle("too-long", left < 0);
  input.after(shown);
}

function setOrRemove(input: Element, name: string, value: string): void {
  if (value) input.setAttribute(name, value);
  else input.removeAttribute(name);
}
