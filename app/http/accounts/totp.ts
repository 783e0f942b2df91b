import { randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { bareCode, totpSeconds, totpWindow } from "../../core/accounts/totp-rule";

/** 160 bits, as RFC 4226 recommends; base32, as apps take it. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

const totpOf = (secret: string, label: string) =>
  new TOTP({ issuer: "KI-Pegel", label, secret: Secret.fromBase32(secret), period: totpSeconds, digits: 6, algorithm: "SHA1" });

/** What an app reads from the QR code. */
export const totpAddress = (secret: string, label: string): string => totpOf(secret, label).toString();

/** How many half minutes from now the code is of; null: of none in the window. */
export const totpOffset = (secret: string, code: string, now: Date): number | null =>
  totpOf(secret, "").validate({ token: bareCode(code), timestamp: now.getTime(), window: totpWindow });

/** Codes for whoever has lost their second factor: 80 random bits each, in groups that can be read out. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: 10 }, () => {
    const text = new Secret({ buffer: new Uint8Array(randomBytes(10)).buffer }).base32;
    return text.replace(/(.{4})(?=.)/g, "$1-");
  });

/** A recovery code is longer than one of an app. */
export const isRecoveryCode = (code: string): boolean => bareCode(code).length === 16;
