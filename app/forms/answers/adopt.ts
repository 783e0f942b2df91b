import type { OfferedAnswer } from "../../views/round-hints";
import { textOf } from "../text-of";
import { answerNames, toFields } from "./answer-fields";

/** The button that answers with what is offered beside a question. */
export const adoptName = "adopt";
export const adoptValue = (item: string, offer: string) => `${item} ${offer}`;

/**
 * Puts an offered answer into a sent form, as if it had been typed, and says at which question to stay. What somebody has
 * typed as a note or as evidence stays.
 * @param offersOf what is offered at an item.
 */
export function adoptOffer(form: FormData, offersOf: (item: string) => readonly OfferedAnswer[]): void {
  const [item = "", from = ""] = textOf(form, adoptName).split(" ");
  const offer = offersOf(item).find((one) => one.from === from);
  if (!offer) return;
  const [names, fields] = [answerNames(item), toFields(offer.answer)];
  for (const input of ["choice", "reason"] as const) form.set(names[input], fields[input]);
  for (const input of ["note", "evidence"] as const) if (textOf(form, names[input]).trim() === "") form.set(names[input], fields[input]);
  form.set("stay", item);
}
