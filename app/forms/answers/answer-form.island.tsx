import { flushSync } from "react-dom";
import { hydrateRoot } from "react-dom/client";
import { readFields } from "./answer-fields";
import { AnswerForm, type AnswerFormProps } from "./answer-form";

/** Wakes the answer form. What people chose before this script arrived is in the page and is taken over. */
export default function wake(element: HTMLElement, props: AnswerFormProps): void {
  const form = new FormData(element.querySelector("form") ?? undefined);
  const live = Object.fromEntries(props.questions.map(({ id }) => [id, readFields(form, id)]));
  // At once, so that no click can fall between reading the page and taking it over.
  flushSync(() => hydrateRoot(element, <AnswerForm {...props} live={live} />));
}
