import { expect, it } from "vitest";
import { newEditKey } from "../access/keys";
import { endSessionCookie, readSessionKey, sessionCookie } from "./session-cookie";

it.each([
  ["without TLS", { secure: false }, "ki_pegel_session"],
  ["over https", { secure: true }, "__Host-ki_pegel_session"],
  ["below a path, where a browser would refuse the other prefix", { secure: true, isBelow: true }, "__Secure-ki_pegel_session"],
])("%s a session has a name that the browser keeps, and is read and ended by it", (_where, options, name) => {
  const key = newEditKey();
  const cookie = sessionCookie(key, 2, options);
  expect(cookie).toBe(`${name}=${key}; Path=/; HttpOnly; SameSite=Lax${options.secure ? "; Secure" : ""}; Max-Age=172800`);
  expect(readSessionKey(`other=1; ${name}=${key}`, options)).toBe(key);
  expect(readSessionKey(`other=1; ${name}=x`, options)).toBeNull();
  expect(endSessionCookie(options)).toMatch(new RegExp(`^${name}=;.*Max-Age=0$`));
});
