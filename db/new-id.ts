import { randomBytes } from "node:crypto";

/** The id of something that is to be kept: 128 random bits, base64url, which nobody guesses. */
export const newId = (): string => randomBytes(16).toString("base64url");
