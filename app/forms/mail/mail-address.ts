import { z } from "zod";
import type { Messages } from "../../i18n/index";
import { textOf } from "../text-of";

/** As long as RFC 5321 lets one be. */
const longestAddress = 254;

export const isMailAddress = (text: string): boolean => text.length <= longestAddress && z.email().safeParse(text).success;

/** What was typed into the field for an address, with what is wrong with it; null where nothing is. */
export type TypedAddress = { address: string; error: string | null };

export const noAddress: TypedAddress = { address: "", error: null };

/** @param isNeeded whether it may not stay empty. */
export function readMailAddress(form: FormData, name: string, isNeeded: boolean, { errors }: Messages["mails"]): TypedAddress {
  const address = textOf(form, name).trim();
  const isRight = address === "" ? !isNeeded : isMailAddress(address);
  return { address, error: isRight ? null : errors.address };
}
