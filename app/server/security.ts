import { randomBytes } from "node:crypto";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import helmet from "helmet";

/** Large enough for a save file with every note filled, in bytes. */
export const bodyLimit = 4 * 1024 * 1024;

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Settles under which host the application is reached, so that everything behind goes by the same one. What a
 * forwarding header claims does not count: anybody can send it.
 * @param publicUrl where the application is reached, if a proxy hides the host from it.
 */
export function settleHost(publicUrl: string | undefined): RequestHandler {
  const publicHost = hostOf(publicUrl);
  return (request, response, next) => {
    const host = publicHost ?? request.get("host");
    if (!host || !URL.canParse(`http://${host}`)) return void response.status(400).type("text/plain").send("The Host header is no host.\n");
    request.headers.host = host;
    delete request.headers["x-forwarded-host"];
    next();
  };
}

/**
 * Refuses a change that another site's page may have sent. Browsers say where a request comes from; one that
 * says nothing at all is no browser of today and must name its origin.
 */
export function sameOriginOnly(request: Request, response: Response, next: NextFunction): void {
  if (safeMethods.has(request.method)) return next();
  const site = request.get("sec-fetch-site");
  const origin = request.get("origin") ?? request.get("referer");
  const foreignSite = site !== undefined && site !== "same-origin";
  if (foreignSite || hostOf(origin) !== request.get("host"))
    return void response
      .status(403)
      .type("text/plain")
      .send("Refused: the request does not come from this site (check the Origin header).\n");
  next();
}

function hostOf(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).host : undefined;
}

/** Whoever chose a wrong file sees this in place of a page. */
const tooLarge = `Die Datei ist zu groß: höchstens ${bodyLimit / 1024 ** 2} MB.\nThe file is too large: at most ${bodyLimit / 1024 ** 2} MB.\n`;

/** Refuses bodies that are too large without keeping them, and bodies that do not say how large they are. */
export function limitBody(request: Request, response: Response, next: NextFunction): void {
  if (safeMethods.has(request.method)) return next();
  const length = request.get("content-length");
  if (request.get("transfer-encoding") !== undefined || length === undefined)
    return void response.status(411).type("text/plain").send("The request must say how long it is (Content-Length).\n");
  if (Number(length) > bodyLimit) return void response.status(413).type("text/plain").send(tooLarge);
  next();
}

/** Gives each response a nonce and the headers that keep a page to its own origin. */
export function securityHeaders(https: boolean): RequestHandler[] {
  return [
    (_request, response, next) => {
      response.locals.nonce = randomBytes(16).toString("base64");
      next();
    },
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'", (_request, response) => `'nonce-${(response as Response).locals.nonce as string}'`],
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
