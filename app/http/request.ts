import type { AppLoadContext } from "@remix-run/node";
import { languageOf, localeOf, type Locale } from "../i18n/index";
import type { Checkable, Editable, Readable } from "./assessment-access";
import { busySeconds } from "./jobs-of";
import type { OpenMappe } from "./held-mappe";

/** Why a page cannot be shown; the error page has words for each. */
export type RefusalCode =
  | "not-found"
  | "no-access"
  | "no-part"
  | "no-workshop"
  | "no-mappe"
  | "read-only"
  | "mappe-role"
  | "bad-request"
  | "busy"
  | "too-many"
  | "no-cookies"
  | "no-storage";

/** Of each refusal; `too-many` is about one visitor, `busy` about all. */
export const refusalStatus = {
  "not-found": 404,
  "no-access": 404,
  "no-part": 404,
  "no-workshop": 404,
  "no-mappe": 404,
  "read-only": 403,
  "mappe-role": 403,
  "bad-request": 400,
  busy: 503,
  "too-many": 429,
  "no-cookies": 422,
  "no-storage": 503,
} satisfies Record<RefusalCode, number>;

/**
 * To be thrown: ends the request with the page that explains it.
 * @param seconds after which it makes sense to come again, where there is or was too much to do.
 */
export function refusal(code: RefusalCode, seconds = busySeconds): Response {
  const isForNow = code === "busy" || code === "too-many" || code === "no-storage";
  const headers = { "Content-Type": "text/plain", ...(isForNow && { "Retry-After": String(seconds) }) };
  return new Response(code, { status: refusalStatus[code], headers });
}

/** Before anything is made that only a cookie opens. @throws a refusal where the browser keeps none. */
export function needCookies({ browser }: Pick<AppLoadContext, "browser">): void {
  if (!browser.keepsCookies) throw refusal("no-cookies");
}

/** Headers of a page from which something is made: whether the browser keeps cookies shows with the next request. */
export const checkCookie = ({ browser }: Pick<AppLoadContext, "browser">): HeadersInit =>
  browser.check ? { "Set-Cookie": browser.check } : {};

export const settingCookies = (cookies: string[]): [string, string][] => cookies.map((cookie) => ["Set-Cookie", cookie]);

type Args = { request: Request; params: Record<string, string | undefined>; context: AppLoadContext };

/** The assessment that the address names, for whoever may read it. */
export async function readable({ params, context }: Args): Promise<Readable> {
  const assessment = await context.visitor.read(params.id ?? "");
  if (!assessment) throw refusal("no-access");
  return assessment;
}

/** The assessment that the address names, for whoever checks its answers; null for whoever may change it. */
export async function checkable(args: Args): Promise<Checkable | null> {
  const assessment = await args.context.visitor.check(args.params.id ?? "");
  if (assessment) return assessment;
  if ((await readable(args)).may === "edit") return null;
  throw refusal("read-only");
}

/** The assessment that the address names, for whoever may change it. */
export async function editable(args: Args): Promise<Editable> {
  const assessment = await args.context.visitor.edit(args.params.id ?? "");
  if (assessment) return assessment;
  await readable(args);
  throw refusal("read-only");
}

/** The Mappe that the address names, for whoever may see it. */
export async function openMappe({ params, context }: Args): Promise<OpenMappe> {
  const mappe = await context.visitor.mappen.open(params.id ?? "", params.assessment);
  if (!mappe) throw refusal("no-mappe");
  return mappe;
}

/** The same with what editors may do. */
export async function editableMappe(args: Args): Promise<OpenMappe & { edit: NonNullable<OpenMappe["edit"]> }> {
  const mappe = await openMappe(args);
  if (!mappe.edit) throw refusal("mappe-role");
  return { ...mappe, edit: mappe.edit };
}

/** The same with what the owner may do. */
export async function ownMappe(args: Args): Promise<OpenMappe & { own: NonNullable<OpenMappe["own"]> }> {
  const mappe = await openMappe(args);
  if (!mappe.own) throw refusal("mappe-role");
  return { ...mappe, own: mappe.own };
}

/** The language of the page that the request is for. */
export function localeFor(request: Request): Locale {
  return localeOf(languageOf(new URL(request.url).pathname));
}

/** @throws a refusal where the body is no form. */
export async function readForm(request: Request): Promise<FormData> {
  const type = request.headers.get("content-type") ?? "";
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) throw refusal("bad-request");
  try {
    return await request.formData();
  } catch {
    throw refusal("bad-request");
  }
}
