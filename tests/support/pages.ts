import type { Content } from "../../app/core/content";
import { tracks } from "../../app/core/vocabulary";
import routes from "../../app/routes";

const german = routes
  .filter(({ id, path, file }) => id?.startsWith("de/") && path !== "*" && file.endsWith(".tsx"))
  .map(({ path = "" }) => `/${path}`);
const ofMappen = (path: string) => path.startsWith("/mappen/");
/** Whoever opens no assessment on their device finds no page to forget one on. */
const ofAssessments = (path: string) => path.startsWith("/assessments/") || path === "/device/forget";
/** Only whoever was asked to answer a part finds it. */
const ofParts = (path: string) => path.startsWith("/parts/");
/** Only who moderates or votes finds them. */
const ofWorkshops = (path: string) => /^\/(workshops|participants)\//.test(path);

/** There only where the operator wants accounts. */
const ofAccounts = (path: string) => /^\/(account|sign-in|sign-up|reset|invitation)(\/|$)/.test(path);

/** Puts each of the given values in place of a parameter. @throws where a route has one without an example here. */
function expand(path: string, examples: Record<string, string[]>): string[] {
  const name = /:(\w+)/.exec(path)?.[1];
  if (!name) return [path];
  const values = examples[name];
  if (!values) throw new Error(`The tests have no example of "${name}" in ${path}`);
  return values.flatMap((value) => expand(path.replace(`:${name}`, value), examples));
}

/**
 * Every kind of page that needs no assessment, one address each, in German; `Speech.href` makes it English.
 * Taken from the routes, so that no page is left out.
 */
export function publicPages(content: Content): string[] {
  const examples = {
    region: content.regions.slice(0, 1).map(({ id }) => id),
    initiative: tracks.map((track) => content.initiatives.find((initiative) => initiative.tracks[0] === track)?.id ?? ""),
    track: [...tracks],
    key: [],
    code: [],
  };
  const states = [
    "/start?track=municipality",
    "/start?track=sme",
    "/initiatives?search=unheard-of",
    "/funding?search=unheard-of",
    "/accessibility?thanks",
  ];
  return [
    ...german
      .filter((path) => ![ofAssessments, ofParts, ofWorkshops, ofMappen, ofAccounts].some((among) => among(path)))
      .flatMap((path) => expand(path, examples)),
    ...states,
  ];
}

/** Every page of somebody's part of an assessment, for that person. */
export const partPages = (person: string): string[] =>
  german.filter(ofParts).flatMap((path) => expand(path, { person: [person], dimension: ["strategy"] }));

/** Every page of a workshop for whoever moderates it. */
export const roomPages = (workshop: string): string[] =>
  german.filter((path) => path.startsWith("/workshops/")).flatMap((path) => expand(path, { workshop: [workshop] }));

/** Every page of a workshop for whoever has a place in it. */
export const phonePages = (participant: string): string[] =>
  german.filter((path) => path.startsWith("/participants/")).flatMap((path) => expand(path, { participant: [participant] }));

/**
 * Every page of an assessment, for whoever may edit it; of its questions one that everybody has, and some that presuppose use.
 * @param people ids of those who were asked to answer a part.
 */
export function assessmentPages(id: string, people: string[] = []): string[] {
  const examples = {
    id: [id],
    person: people,
    mappe: [],
    dimension: ["strategy", "use-cases"],
    initiative: ["municipal-ai-guideline"],
    item: ["strategy-backing"],
  };
  const states = [
    "/",
    `/device/forget?assessment=${id}`,
    `/assessments/${id}/questions`,
    `/assessments/${id}/report/topics?region=gelsenkirchen&weight-strategy=2`,
    `/assessments/${id}/plan?saved=plan`,
  ];
  return [...german.filter(ofAssessments).flatMap((path) => expand(path, examples)), ...states];
}

/** Every page of a Mappe, for its owner. @param assessment one that stands in it. @param batch one of its documents. */
export function mappePages(id: string, assessment: string, batch: string): string[] {
  const pages = german.filter(ofMappen).flatMap((path) => expand(path, { id: [id], assessment: [assessment], batch: [batch] }));
  return [...pages, `/mappen/${id}?columns=overall&sort=strategy&order=down`, `/mappen/${id}/compare?with=${assessment}`];
}

/** The parts of a report, and of those with details of their own one. */
export function reportPages(id: string): string[] {
  const parts = ["report", "report/topics", "report/topics/data-protection", "report/duties", "plan", "report/initiatives"];
  return [...parts, "report/funding", "report/comparison", "report/certainty", "report/documents"].map(
    (end) => `/assessments/${id}/${end}`,
  );
}

/** Addresses that lead to no page, or to none for a visitor without a key. */
export const closedPages = ["/no-such-page", "/regions/no-such-region", `/open/${"x".repeat(43)}`, "/assessments/no-such-assessment"];
