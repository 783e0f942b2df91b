import type { Request, RequestHandler, Response } from "express";
import { OwnShareError, TooBusyError } from "../../jobs/pool";
import { languageOf, localeOf } from "../../i18n/index";
import { refusalWords } from "../../views/refusal-words";
import type { Admission } from "./admission";
import type { Account } from "../jobs-of";
import { leaving } from "../jobs-of";
import type { Notice } from "../log";
import { refusalStatus } from "../request";

/** Whoever is turned away at the door may soon come again: requests take milliseconds. */
const againSeconds = 5;

/** Lets requests in one after the other, as their visitors' shares allow, and says so where it cannot. */
export function atTheDoor({ door, ownerOf }: Pick<Admission, "door" | "ownerOf">, notice: Notice): RequestHandler {
  return (request, response, next) => {
    const [owner, signal] = [ownerOf(request), leaving(response)];
    door.enter(owner, signal).then(
      (stay) => {
        signal.addEventListener("abort", () => stay.leave(), { once: true });
        response.locals.account = { owner, signal, stay } satisfies Account;
        next();
      },
      (error: unknown) => {
        if (signal.aborted) return;
        const code = error instanceof OwnShareError ? "too-many" : error instanceof TooBusyError ? "busy" : null;
        if (code === null) return next(error);
        notice(code, request.path);
        turnAway(request, response, code);
      },
    );
  };
}

/** A whole page would cost what there is too little of. */
export function turnAway({ path }: Request, response: Response, code: "busy" | "too-many" | "no-storage"): void {
  const { language, messages } = localeOf(languageOf(path));
  const { title, text } = refusalWords(messages, code, refusalStatus[code]);
  response
    .status(refusalStatus[code])
    .set({ "Retry-After": String(againSeconds), "Cache-Control": "no-store", "Content-Language": language })
    .type("html")
    .send(
      `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><main><h1>${title}</h1><p>${text}</p></main></body></html>`,
    );
}
