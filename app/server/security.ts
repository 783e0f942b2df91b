import { randomBytes } from "node:crypto";
import type { NextFunction, Request, RequestHandler, Response } from "express";
import helmet from "helmet";

/** Large enough for a save file with every note filled, in bytes. */
export const bodyLimit = 4 * 1024 * 1024;

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses a change that another site's page may have sent. Browsers say where a request comes from; one that
 * says nothing at all is no browser of today and must name its origin.
 * @param publicUrl where the application is reached, if a proxy hides the host from it.
 */
export function sameOriginOnly(publicUrl: string | undefined): RequestHandler {
  return (request, response, next) => {
    if (safeMethods.has(request.method)) return next();
    const own = publicUrl ? new URL(publicUrl).host : request.get("host");
    const site = request.get("sec-fetch-site");
    const origin = request.get("origin") ?? request.get("referer");
    const foreignSite = site !== undefined && site !== "same-origin";
    if (foreignSite || hostOf(origin) !== own)
      return void response.status(403).type("text/plain").send("Refused: the request does not come from this site (check the Origin header).\n");
    next();
  };
}

function hostOf(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).host : undefined;
}

/** Refuses bodies that are too large before reading them, and bodies that do not say how large they are. */
export function limitBody(request: Request, response: Response, next: NextFunction): void {
  if (safeMethods.has(request.method)) return next();
  const length = request.get("content-length");
  if (request.get("transfer-encoding") !== undefined || length === undefined)
    return void response.status(411).type("text/plain").send("The request must say how long it is (Content-Length).\n");
  if (Number(length) > bodyLimit)
    return void response.status(413).set("Connection", "close").type("text/plain").send(`The request is too large: at most ${bodyLimit} bytes.\n`);
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
