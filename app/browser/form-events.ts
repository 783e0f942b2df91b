import type { Typed } from "../forms/part";

/*
 * What the saving module and parts of a page that follow it tell each other, so that neither has to be there:
 * what is typed goes one way, what is wrong with it may come back.
 */

type TypedEvent = CustomEvent<{ part: string; typed: Typed }>;

export function announceTyped(part: string, typed: Typed): void {
  document.dispatchEvent(new CustomEvent("typed", { detail: { part, typed } }));
}

/** @returns what ends it. Whoever comes late is told everything that was typed before. */
export function onTyped(hear: (part: string, typed: Typed) => void): () => void {
  const listen = (event: Event) => hear((event as TypedEvent).detail.part, (event as TypedEvent).detail.typed);
  document.addEventListener("typed", listen);
  document.dispatchEvent(new CustomEvent("listening"));
  return () => document.removeEventListener("typed", listen);
}

export function onListening(tell: () => void): void {
  document.addEventListener("listening", tell);
}

/** All that is wrong, by input. */
export function announceErrors(errors: Typed): void {
  document.dispatchEvent(new CustomEvent("wrong", { detail: errors }));
}

export function onErrors(hear: (errors: Typed) => void): void {
  document.addEventListener("wrong", (event) => hear((event as CustomEvent<Typed>).detail));
}
