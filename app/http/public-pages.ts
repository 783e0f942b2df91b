import type { Request, RequestHandler, Response } from "express";
import { trackSchema, type Language } from "../core/vocabulary";
import type { Browser } from "./access/device-cookie";
import { preferredLanguage } from "./preferred-language";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

/** A page as it travels. */
type KeptPage = { plain: Buffer; br: Buffer; gzip: Buffer };

/** A page as a visitor sees it who has nothing here. @param wished the language that the browser asks for, which the page offers. */
export type RenderPublicPage = (path: string, wished: Language | null) => Promise<{ status: number; html: string }>;

/** With which addresses of pages begin that are the same for everybody, whoever asks. The start page is so for whoever brings no cookie. */
const sections = ["regions", "initiatives", "funding", "law", "method", "sources", "glossary", "imprint", "privacy", "accessibility"];
const publicPath = new RegExp(`^(/en)?/(${sections.join("|")})(/[a-z0-9-]+){0,2}$`);
const homePath = /^\/(en)?$/;
/** The form with which an assessment begins; nothing in it is filled in beforehand. */
const formPath = new RegExp(`^(/en)?/start\\?track=(${trackSchema.options.join("|")})$`);

const mostBytes = 32 * 1024 ** 2;
const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);

/**
 * What is the same for everybody is rendered and compressed once in each language, and for each that a browser asks for, and from then on answered from memory. The
 * content stays as it is while the server runs; what depends on the day is made anew with each day.
 * @param todayOf ISO date. @param browserOf what a request says of its browser: a form from which something is made asks whether it
 * keeps cookies, and whoever still brings those of before is seen to first.
 */
export function publicPages(
  render: RenderPublicPage,
  todayOf: () => string,
  browserOf: (request: Request) => Pick<Browser, "check" | "oldKeys">,
) {
  const kept = new Map<string, KeptPage>();
  const begun = new Map<string, Promise<KeptPage | { status: number; html: string }>>();
  let day = "";
  let bytes = 0;

  function keep(key: string, page: KeptPage): void {
    const size = page.plain.length + page.br.length + page.gzip.length;
    // What would take too much room is made each time.
    if (bytes + size > mostBytes) return;
    kept.set(key, page);
    bytes += size;
  }

  /** Whoever asks for a page that is just being made waits for it. */
  function make(request: Request) {
    const key = keyOf(request);
    const known = begun.get(key);
    if (known) return known;
    const made = render(request.originalUrl, wishedBy(request)).then(async (page) => {
      if (page.status !== 200) return page;
      const whole = await compressed(page.html);
      keep(key, whole);
      return whole;
    });
    begun.set(key, made);
    const end = () => void begun.delete(key);
    made.then(end, end);
    return made;
  }

  const isForm = ({ originalUrl }: Request) => formPath.test(originalUrl);
  const isTaken = (request: Request) =>
    (request.method === "GET" || request.method === "HEAD") &&
    (isForm(request) ? browserOf(request).oldKeys.length === 0 : isPublic(request));

  /** The page is the same for everybody, this is not. */
  function askForCookie(request: Request, response: Response): void {
    const check = isForm(request) ? browserOf(request).check : null;
    if (check !== null) response.setHeader("Set-Cookie", check);
  }

  return {
    /** Answers what is kept; costs next to nothing. */
    serveKept: ((request, response, next) => {
      const today = todayOf();
      if (day !== today) {
        kept.clear();
        [day, bytes] = [today, 0];
      }
      const page = isTaken(request) ? kept.get(keyOf(request)) : undefined;
      if (!page) return next();
      askForCookie(request, response);
      send(page, request, response);
    }) satisfies RequestHandler,

    /** Makes what is not kept yet. */
    serveNew: ((request, response, next) => {
      if (!isTaken(request)) return next();
      askForCookie(request, response);
      make(request).then((page) => {
        if ("html" in page) response.status(page.status).set(pageHeaders).send(page.html);
        else send(page, request, response);
      }, next);
    }) satisfies RequestHandler,
  };
}

const pageHeaders = { "Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store" };

function send(page: KeptPage, request: Request, response: Response): void {
  // One question after the other: asked for both, it answers with what the browser happens to name first.
  const encoding = request.acceptsEncodings("br") || request.acceptsEncodings("gzip");
  response.set({ ...pageHeaders, Vary: "Accept-Encoding, Accept-Language" });
  if (encoding === "br" || encoding === "gzip") response.set("Content-Encoding", encoding).end(page[encoding]);
  else response.end(page.plain);
}

const wishedBy = ({ headers }: Request) => preferredLanguage(headers["accept-language"] ?? null);
const keyOf = (request: Request) => `${request.originalUrl} ${wishedBy(request)}`;

function isPublic({ originalUrl, path, headers }: Request): boolean {
  if (originalUrl.includes("?")) return false;
  return publicPath.test(path) || (homePath.test(path) && headers.cookie === undefined);
}

async function compressed(html: string): Promise<KeptPage> {
  const plain = Buffer.from(html);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  const [br, zipped] = await Promise.all([compressBrotli(plain, { params }), compressGzip(plain)]);
  return { plain, br, gzip: zipped };
}
