import { availableParallelism } from "node:os";
import { beforeAll, describe, expect, it } from "vitest";
import { apiScopes } from "../../db/api-keys";
import { dimensionIds } from "../../app/core/vocabulary";
import { inclusions } from "../../app/documents/document-options";
import { weightChoices } from "../../app/views/report-options";
import { toSaveFile } from "../../app/core/assessment/save-file";
import { readDemo } from "../../seeds/demo";
import { grantKey, kindOf, newProgram } from "./program";
import type { App } from "../support/app";
import { ownApp } from "../support/shared-app";
import { workersOf } from "../support/workers";
import { newVisitor, type Visitor } from "./visitor";

/** One job of each kind may wait beside those under way; the built application itself. */
const app = ownApp({ DOCUMENT_QUEUE: "1", CALCULATION_QUEUE: "1" });
/** A document asks for calculations first. Here they have room, so that it is the documents that are too many. */
const documentsOnly = ownApp({ DOCUMENT_QUEUE: "1", CALCULATION_QUEUE: "100" });
const crowd = 4 + Math.min(2, availableParallelism());
const words = { de: "Gerade ist zu viel zu tun", en: "There is too much to do right now" };

const saveFile = () => toSaveFile(readDemo(process.cwd(), app.services.content.models)[0]!.assessment);
let visitor: Visitor;
let id: string;
/** The same assessment, where documents alone can be too many. */
let documentVisitor: Visitor;
let documentId: string;
async function visitWithAssessment({ url }: App): Promise<{ visitor: Visitor; id: string }> {
  const visitor = newVisitor(url);
  const answer = await visitor.load(JSON.stringify(saveFile()));
  return { visitor, id: answer.headers.get("location")!.split("/").at(-1)! };
}
beforeAll(async () => {
  ({ visitor, id } = await visitWithAssessment(app));
  ({ visitor: documentVisitor, id: documentId } = await visitWithAssessment(documentsOnly));
});

function signalWorkers(signal: NodeJS.Signals): void {
  for (const pid of workersOf(process.pid))
    try {
      process.kill(pid, signal);
    } catch (error) {
      // It has ended since it was listed.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
}

/** Keeps every worker from getting on, as if all had very much to do, and each that begins until `catchNoMore`. */
function holdWorkers() {
  const hold = () => signalWorkers("SIGSTOP");
  // A process takes several times as long to begin with a job.
  const timer = setInterval(hold, 100);
  return {
    catchNoMore: () => {
      clearInterval(timer);
      hold();
    },
    letGo: () => {
      clearInterval(timer);
      signalWorkers("SIGCONT");
    },
  };
}

/** Asks for all of them at once. While nothing gets on, the first answer can only be a refusal; with it the work goes on. */
async function whileWorkersStand<Answer>(ask: () => Promise<Answer>[]): Promise<Answer[]> {
  const { letGo } = holdWorkers();
  try {
    const asked = ask();
    await Promise.race(asked);
    letGo();
    return await Promise.all(asked);
  } finally {
    letGo();
  }
}

/** @returns the pages of those that were refused. */
async function askAtOnce(paths: string[], asking: Visitor = visitor, headers: Record<string, string> = {}) {
  const responses = await whileWorkersStand(() => paths.map((path) => asking.send(path, { headers })));
  return Promise.all(refusedOf(responses).map((response) => response.text()));
}

/** Those that came too late, each with when to come again; the others have got what they asked for. */
function refusedOf<Answer extends { status: number; headers: Headers }>(responses: Answer[]): Answer[] {
  const statuses = responses.map(({ status }) => status);
  expect(new Set(statuses), statuses.join(" ")).toEqual(new Set([200, 503]));
  const refused = responses.filter(({ status }) => status === 503);
  for (const { headers } of refused) expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  return refused;
}

const times = <T>(make: (index: number) => T): T[] => Array.from({ length: crowd }, (_, index) => make(index));
const choices = weightChoices.filter((choice) => choice !== "1");
/** Each time other ones, so that nothing is remembered. */
const weight = (index: number, run: number) =>
  dimensionIds
    .slice(0, 4)
    .map((dimension, place) => `weight-${dimension}=${choices[Math.floor((run * crowd + index) / 3 ** place) % 3]}`)
    .join("&");
/**
 * A table that leaves out other parts than the next one, from the same calculations. Where these are remembered
 * already, all documents of a run reach their queue together.
 */
const documentPath = (language: string, run: number, index: number) => {
  const optional = inclusions.filter((part) => part !== "details");
  const included = ["details", ...optional.filter((_, place) => index & (4 >> place))];
  return `/assessments/${documentId}/document?kind=csv&table=overview&language=${language}&${weight(0, run)}&include=${included.join("&include=")}`;
};

describe("where too much is waiting, the reader is told so, in the reader's language, with when to come again", () => {
  it.each([
    ["de", `/assessments`],
    ["en", `/en/assessments`],
  ] as const)("for a document, by the page that it was asked for on: %s", async (language, base) => {
    const paths = times((index) => documentPath("de", base.length, index));
    await documentVisitor.get(`/assessments/${documentId}/document?kind=csv&table=overview&${weight(0, base.length)}`);
    const page = { Referer: `${documentsOnly.url}${base}/${documentId}/report` };
    for (const text of await askAtOnce(paths, documentVisitor, page)) expect(text).toContain(words[language]);
  });

  it("for a document, by the document's language where no page is named", async () => {
    const paths = times((index) => documentPath("en", 9, index));
    await documentVisitor.get(`/assessments/${documentId}/document?kind=csv&table=overview&${weight(0, 9)}`);
    for (const text of await askAtOnce(paths, documentVisitor)) expect(text).toContain(words.en);
  });

  it.each([
    ["de", ""],
    ["en", "/en"],
  ] as const)("on the page that says how certain it is: %s", async (language, prefix) => {
    const pages = await askAtOnce(times((index) => `${prefix}/assessments/${id}/report/certainty?${weight(index, prefix.length)}`));
    for (const html of pages) {
      expect(html).toContain(`<html lang="${language}">`);
      expect(html).toContain(`<h1>${words[language]}</h1>`);
    }
  });

  it("on the page of the plan", async () => {
    const { answers, ...file } = saveFile();
    const loaded = times(async (index) => {
      // Each has left out another answer, so each needs a plan of its own.
      const others = Object.fromEntries(Object.entries(answers).filter((_, place) => place !== index));
      return (await visitor.load(JSON.stringify({ ...file, answers: others }))).headers.get("location");
    });
    const places = await Promise.all(loaded);
    for (const html of await askAtOnce(places.map((place) => `${place}/plan`))) expect(html).toContain(`<h1>${words.de}</h1>`);
  });

  it("for a report over the API, as a problem of its own kind", async () => {
    const program = newProgram(app.url, (await grantKey(app, apiScopes)).key);
    const { answers, ...file } = saveFile();
    const ask = (index: number) => {
      const others = Object.fromEntries(Object.entries(answers).filter((_, place) => place !== crowd + index));
      return program.post("/scores", { ...file, answers: others });
    };
    for (const response of refusedOf(await whileWorkersStand(() => times(ask)))) expect(kindOf(response)).toBe("busy");
  });

  it("for a document over the API, likewise", async () => {
    const program = newProgram(app.url, (await grantKey(app, apiScopes)).key);
    const made = await program.post("/assessments", saveFile());
    const ask = (index: number) => program.get(`/assessments/${made.body.id}/report?format=csv&${index % 2 ? "without=notes" : "without=appendix"}&language=${index % 3 ? "de" : "en"}`); // prettier-ignore
    // The report is worked out once: it is the documents that are too many.
    await program.get(`/assessments/${made.body.id}/report?format=json`);
    const responses = await whileWorkersStand(() => times(ask));
    for (const response of refusedOf(responses)) expect(kindOf(response)).toBe("busy");
  });
});

it("what a visitor has asked for ends with the visitor: the next page does not wait for it", async () => {
  const leaving = new AbortController();
  const { catchNoMore, letGo } = holdWorkers();
  try {
    const asked = times((index) =>
      visitor.send(`/assessments/${id}/report?${weight(index, 8)}`, { signal: leaving.signal }).then(
        ({ status }) => status,
        () => null,
      ),
    );
    expect(await Promise.race(asked), "all places are taken").toBe(503);
    catchNoMore();
    leaving.abort();
    await Promise.all(asked);
    // The one process for calculations stands still for ever: only another one in its place can answer.
    const next = () => visitor.get(`/assessments/${id}/report?${weight(0, 9)}`);
    await expect.poll(async () => (await next()).status, { timeout: 30_000 }).toBe(200);
  } finally {
    letGo();
  }
});
