import type { Content } from "../../app/core/content";

/** One address of every kind of page that needs no assessment, German; `Speech.href` makes it English. */
export function publicPages(content: Content): string[] {
  const initiatives = (["municipality", "sme"] as const).map((track) => content.initiatives.find(({ tracks }) => tracks[0] === track)?.id ?? "");
  return [
    "/",
    "/start",
    "/start?track=municipality",
    "/start?track=sme",
    "/load",
    "/deleted",
    "/regions",
    "/regions/coding-rules",
    ...content.regions.map(({ id }) => `/regions/${id}`),
    "/initiatives",
    "/initiatives?search=nothing-is-called-this",
    ...initiatives.map((id) => `/initiatives/${id}`),
    "/funding",
    "/funding?search=nothing-is-called-this",
    "/law",
    "/method",
    "/method/municipality",
    "/method/sme",
    "/sources",
    "/glossary",
    "/imprint",
    "/privacy",
    "/accessibility",
    "/accessibility?thanks",
  ];
}

/** Addresses that lead to no page, with what the server says to them. */
export const closedPages = ["/no-such-page", "/regions/no-such-region", `/open/${"x".repeat(43)}`, "/assessments/no-such-assessment"];

/** Every page of an assessment that whoever may edit it can open. */
export const assessmentPages = (id: string): string[] =>
  ["", "/profile", "/strategy", "/check", "/report", "/report?region=gelsenkirchen", "/what-if", "/delete"].map((page) => `/assessments/${id}${page}`);
