import { z } from "zod";

/** How people sign in, as the operator has set it; "off": there are no accounts. */
export const accountModes = ["off", "password", "oidc", "both"] as const;
export type AccountMode = (typeof accountModes)[number];

export const takesPasswords = (mode: AccountMode): boolean => mode === "password" || mode === "both";
export const takesProvider = (mode: AccountMode): boolean => mode === "oidc" || mode === "both";

/** In characters, as RFC 5321 allows. */
export const longestAddress = 254;

/** An address as it is kept and compared: nobody has two that differ in large and small letters alone. */
export const accountAddressSchema = z
  .string()
  .transform((typed) => typed.trim().toLowerCase())
  .pipe(z.email().max(longestAddress));

const minute = 60 * 1000;

/** What a single-use link is for, with how long it works, in milliseconds. `second-step` is no mail: between password and code. */
export const linkLifetimes = {
  "sign-up": 24 * 60 * minute,
  reset: 60 * minute,
  address: 60 * minute,
  "second-step": 10 * minute,
  "mappe-invitation": 14 * 24 * 60 * minute,
} as const;

export const linkPurposes = ["sign-up", "reset", "address", "second-step"] as const;
/** The purpose of a link that belongs to an account. */
export type LinkPurpose = (typeof linkPurposes)[number];
