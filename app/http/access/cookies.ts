import { basePathOf } from "../base-path";
import type { Environment } from "../environment";

/** @param isBelow whether the application is reached below a path, which its cookies then have, too. */
export type CookieOptions = { secure: boolean; isBelow?: boolean };

export const cookieOptionsOf = ({ secure }: { secure: boolean }, { PUBLIC_URL }: Pick<Environment, "PUBLIC_URL">): CookieOptions => ({
  secure: secure || (PUBLIC_URL?.startsWith("https:") ?? false),
  isBelow: basePathOf(PUBLIC_URL) !== "",
});

/**
 * By its prefix a browser takes a cookie from this host over https alone, so that no neighbour below the same domain can set it
 * (RFC 6265bis; docs/decisions/0064). Without TLS a browser would refuse a prefixed one, and below a path one with `__Host-`.
 */
export function prefixed(name: string, { secure, isBelow = false }: CookieOptions): string {
  if (!secure) return name;
  return (isBelow ? "__Secure-" : "__Host-") + name;
}

/** Out of reach for scripts and for requests of other sites. */
export const attributesOf = ({ secure }: CookieOptions): string => `; Path=/; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;

/** What a browser has sent, by name. */
export function readCookies(header: string | undefined): Map<string, string> {
  const pairs = (header ?? "").split(";").map((pair) => pair.trim().split("=", 2));
  return new Map(pairs.map(([name = "", value = ""]) => [name, value]));
}
