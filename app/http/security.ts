import { createHash } from "node:crypto";
import type { Request, RequestHandler, Response } from "express";
import helmet from "helmet";
import onHeaders from "on-headers";
import type { Environment } from "./environment";
import { fetchScriptsAgain } from "../components/layout/fetch-scripts-again";
import { tooLargeParameter } from "../components/layout/too-large";

/** Large enough for a save file with every note filled, in bytes. */
export const bodyLimit = 4 * 1024 * 1024;
/** Large enough for any form that brings no file: reading many small fields takes long. */
const formLimit = 1024 * 1024;
/** What a form sends beside its file. */
const besideFile = 64 * 1024;
const takesEvidence = /^(\/en)?\/assessments\/[^/]+\/evidence\/[^/]+$/;
const takesFiles = /\/(load|words|brand|save\/(author-text|brand)|mappen\/[^/]+\/add)(\.data)?$/;

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Settles under which host the application is reached, so that everything behind goes by the same one. What a
 * forwarding header claims does not count: anybody can send it.
 */
export function settleHost(reached: Reached): RequestHandler {
  return (request, response, next) => {
    const host = hostFor(request, reached);
    if (host === null)
      return void response.status(400).type("text/plain").send("The Host header is no host, or none of this installation (PUBLIC_URL).\n");
    request.headers.host = host;
    delete request.headers["x-forwarded-host"];
    next();
  };
}

/** A name or an address with a port or without, and nothing after it: what follows would be taken for a path. */
const hostShape = /^([a-z0-9]([a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:.]+\])(:\d{1,5})?$/i;

/** Where the application is reached: by its public address, else by what it is bound to. */
export type Reached = Pick<Environment, "PUBLIC_URL" | "HOST">;

const isLoopback = (name: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/i.test(name);

/** The host under which the application is reached, or null where the request names none or a foreign one. */
export function hostFor(request: Request, { PUBLIC_URL, HOST }: Reached): string | null {
  const host = hostOf(PUBLIC_URL) ?? request.get("host");
  // Of two, a proxy may have gone by the one and we by the other.
  if (request.rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length > 1) return null;
  if (!host || !hostShape.test(host) || !URL.canParse(`http://${host}`)) return null;
  // Who listens to this machine alone is reached by no other name; who listens to all may have any.
  const isForeign = PUBLIC_URL === undefined && isLoopback(HOST) && !isLoopback(new URL(`http://${host}`).hostname);
  return isForeign ? null : host;
}

/** An address may be asked for in full (`GET http://host/path`), as proxies do; nothing but its path counts. */
export const pathOnly: RequestHandler = (request, response, next) => {
  if (request.url === "*") return void response.status(204).set("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS").end();
  const path = /^https?:\/\/[^/?#]*(.*)$/i.exec(request.url)?.[1];
  if (path !== undefined) request.url = path.startsWith("/") ? path : `/${path}`;
  // What a request was first is all that Remix looks at.
  request.originalUrl = request.url;
  if (!request.url.startsWith("/")) return void response.status(400).type("text/plain").send("The request cannot be read.\n");
  next();
};

/** What says nothing of it may be kept by no cache: pages, redirects and refusals are of one visitor. */
export const keptByNoCache: RequestHandler = (_request, response, next) => {
  onHeaders(response, () => void (response.hasHeader("Cache-Control") || response.setHeader("Cache-Control", "no-store")));
  next();
};

/** Where a visitor reaches the application, without a slash at the end; `host` as `hostFor` gives it. */
export function originFor(request: Request, publicUrl: string | undefined, host: string): string {
  return publicUrl?.replace(/\/$/, "") ?? `${request.protocol}://${host}`;
}

/**
 * Refuses a change that another site's page may have sent. Browsers say where a request comes from; one that
 * says nothing at all is no browser of today and must name its origin.
 */
export function sameOriginOnly(publicUrl: string | undefined): RequestHandler {
  return (request, response, next) => {
    // Mail programs press the button to stop a mail themselves; the key in the address is all that counts there.
    if (safeMethods.has(request.method) || /^(\/en)?\/reminder\/[^/]+$/.test(request.path)) return next();
    const site = request.get("sec-fetch-site");
    const origin = request.get("origin") ?? request.get("referer");
    const foreignSite = site !== undefined && site !== "same-origin";
    if (foreignSite || originOf(origin) !== originOf(originFor(request, publicUrl, request.get("host") ?? "")))
      return void response
        .status(403)
        .type("text/plain")
        .send("Refused: the request does not come from this site (check the Origin header; behind a proxy, PUBLIC_URL).\n");
    next();
  };
}

const originOf = (url: string | undefined): string | null => (url && URL.canParse(url) ? new URL(url).origin : null);

function hostOf(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).host : undefined;
}

/** Whoever chose too large a file on a page comes back to it, and reads there how large one may be; programs are told the status. */
function refuseTooLarge(request: Request, response: Response, limit: number): void {
  const megabytes = Math.floor(limit / 1024 ** 2);
  if (request.get("accept")?.includes("text/html")) return response.redirect(303, `?${tooLargeParameter}=${megabytes}`);
  const text = `Was Sie schicken, ist zu groß: höchstens ${megabytes} MB.\nWhat you send is too large: at most ${megabytes} MB.\n`;
  response.status(413).type("text/plain").send(text);
}

/**
 * Refuses bodies that are too large without keeping them, and bodies that do not say how large they are.
 * @param evidenceBytes how large a file may be that proves an answer.
 */
export function limitBody(evidenceBytes: number): RequestHandler {
  return (request, response, next) => {
    if (safeMethods.has(request.method)) return next();
    const limit = takesEvidence.test(request.path) ? evidenceBytes + besideFile : takesFiles.test(request.path) ? bodyLimit : formLimit;
    const fault = bodyFault(request, limit);
    if (fault === 411) return void response.status(411).type("text/plain").send("The request must say how long it is (Content-Length).\n");
    if (fault === 413) return refuseTooLarge(request, response, limit);
    next();
  };
}

/** @returns the status with which to refuse a body by what its headers say: 411 without a length, 413 where it is too large. */
export function bodyFault(request: Request, limit = bodyLimit): 411 | 413 | null {
  const length = request.get("content-length");
  if (request.get("transfer-encoding") !== undefined || length === undefined) return 411;
  return Number(length) > limit ? 413 : null;
}

/** The one script inside pages, known by what it is: pages need nothing that differs from one to the next. */
const scriptHash = `'sha256-${createHash("sha256").update(fetchScriptsAgain).digest("base64")}'`;

/** The headers that keep a page to its own origin. */
export function securityHeaders(https: boolean): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'", scriptHash],
          styleSrc: ["'self'"],
          // Charts place their parts with style attributes; scripts get no such leave.
          styleSrcAttr: ["'unsafe-inline'"],
          fontSrc: ["'self'"],
          imgSrc: ["'self'", "data:"],
          connectSrc: ["'self'"],
          formAction: ["'self'"],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
          ...(https ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      strictTransportSecurity: https && { maxAge: 31_536_000 },
      // A link with a key must never travel on in a referrer; same-origin still lets forms name their origin.
      referrerPolicy: { policy: "same-origin" },
      crossOriginEmbedderPolicy: true,
    }),
    (_request, response, next) => {
      response.set("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
      next();
    },
  ];
}
