import * as z from "zod/mini";
import type { Typed } from "../forms/part";
import { sameTyped } from "./save-queue";

/*
 * What is typed and not yet stored, kept on the device: a part of a form under the address that it is to be sent to. It is
 * there only until the server has it, and shown only on pages that the server opens to this visitor.
 */

const typedSchema = z.record(z.string(), z.string());
const keptSchema = z.object({ typed: typedSchema, seen: z.string(), tried: z.array(typedSchema), at: z.number() });
export type Kept = z.infer<typeof keptSchema>;

const prefix = "ki-pegel ";
const longestMilliseconds = 60 * 24 * 60 * 60 * 1000;

/** @param address where the form is saved: the same in every language. @param area null where the browser lends none. */
export function openDevice(area: Storage | null, address: string) {
  const key = (part: string) => `${prefix}${address} ${part}`;
  const find = (part: string): Kept | null => readKept(area?.getItem(key(part)) ?? null);
  /** Whether the last try to keep something has failed. */
  let full = area === null;
  return {
    isReliable: () => !full,
    keep(part: string, kept: Omit<Kept, "at">): void {
      try {
        area?.setItem(key(part), JSON.stringify({ ...kept, at: Date.now() }));
        full = area === null;
      } catch {
        full = true;
      }
    },
    find,
    /** @param typed what is stored meanwhile: something newer, of another tab, stays. */
    forget(part: string, typed: Typed): void {
      const kept = find(part);
      if (!kept || sameTyped(kept.typed, typed)) area?.removeItem(key(part));
    },
  };
}

/** The same in every language. */
export const addressOnDevice = (address: string): string => address.replace(/^\/en\//, "/");

/** Forgets what was typed before an assessment began, which the tab keeps until then. */
export function forgetTab(): void {
  const area = areaOf("sessionStorage");
  for (const key of keysIn(area)) area?.removeItem(key);
}

/** The browser's storage, or null where it is switched off. */
export function areaOf(name: "localStorage" | "sessionStorage"): Storage | null {
  try {
    return window[name];
  } catch {
    return null;
  }
}

/** Everything kept for other addresses; what is too old or unreadable is removed. */
export function keptElsewhere(area: Storage | null, address: string): { address: string; part: string; kept: Kept }[] {
  return keysIn(area).flatMap((key) => {
    const [, of = "", part = ""] = key.split(" ");
    const kept = readKept(area?.getItem(key) ?? null);
    if (!kept || Date.now() - kept.at > longestMilliseconds) area?.removeItem(key);
    else if (of !== address) return [{ address: of, part, kept }];
    return [];
  });
}

const keysIn = (area: Storage | null): string[] => Object.keys(area ?? {}).filter((key) => key.startsWith(prefix));

function readKept(text: string | null): Kept | null {
  try {
    return keptSchema.safeParse(JSON.parse(text ?? "null")).data ?? null;
  } catch {
    return null;
  }
}
