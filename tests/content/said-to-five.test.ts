import { describe, expect, it } from "vitest";
import type { Answer } from "../../app/core/assessment/answer";
import { isOver } from "../../app/core/day";
import { entryOf } from "../../app/core/entry-of";
import { isSure } from "../../app/core/funding/find-funding";
import { languages } from "../../app/core/vocabulary";
import { localeOf } from "../../app/i18n";
import { citeLaw } from "../../app/views/citations";
import { reportView } from "../../app/views/report-view";
import { namesOf } from "../../app/views/view-input";
import { papersFor } from "../../app/documents/papers/paper";
import { termLetters } from "../../app/documents/pdf/template-data";
import { writePaper } from "../../app/documents/papers/write-paper";
import { textsOf } from "../support/document-texts";
import { organisations } from "../support/organisations";
import { materialOf } from "../support/report-material";
import { frontierFor, reportFor } from "../support/report";
import { content } from "../support/content";

/** Those whom the advice was read for, line by line; what was wrong then is a rule here. */
const five = ["joinery-without-ai", "musterwerk", "town-with-nothing", "city-with-pilot", "beispielkreis"];
const date = "2026-11-26";
const isNotApplicable = (answer: Answer | undefined) => answer !== undefined && "answer" in answer && answer.answer === "na";
const targets = { acceptance: { value: 90, by: "2027-12-31" } };

describe.each(organisations(content).filter(({ name }) => five.includes(name)))("$name", ({ assessment }) => {
  const rounds = { closed: [], running: null, targets };
  const report = reportFor(assessment, content, date, { rounds });
  const frontier = frontierFor(report, assessment, content, date, { rounds });
  const steps = report.plan.status === "planned" ? report.plan.steps : [];
  const views = languages.map((language) => {
    const locale = localeOf(language);
    const view = reportView({ report, added: { authorText: null, steps: new Map() }, frontier, content, locale });
    return { view, locale, planned: view.plan.planned?.steps ?? [] };
  });

  it("reads of each step what it lifts from where the answer, or an earlier step, has put it", () => {
    const levels = new Map(report.items.map(({ id, level }) => [id, level ?? 0]));
    expect(steps.length).toBeGreaterThan(2);
    for (const { lifts } of steps)
      for (const { item, from, to } of lifts) {
        expect(from, item).toBe(levels.get(item));
        levels.set(item, to);
      }
    for (const { planned } of views) expect(planned.map(({ why }) => why.length)).toEqual(steps.map(({ lifts }) => lifts.length));
  });

  it("checks data protection no later than it uses anything more", () => {
    const startsOf = (isMeant: (step: (typeof steps)[number]) => boolean) => steps.filter(isMeant).map(({ start }) => start);
    const checks = startsOf(({ lifts }) => lifts.some(({ item }) => item === "privacy-assessment"));
    expect(Math.max(0, ...checks)).toBeLessThanOrEqual(Math.min(...startsOf(({ kind }) => kind === "use")));
  });

  it("is told to begin first what its plan begins first, a duty before anything else of its kind", () => {
    const next = report.nextSteps.map((id) => entryOf(steps, id));
    const latest = Math.max(...next.map(({ start }) => start));
    const before = steps.filter(({ id, start }) => start < latest && !report.nextSteps.includes(id));
    expect(before.map(({ id }) => id)).toEqual([]);
    for (const { kind, duties } of next.filter(({ duties: own }) => own.length === 0))
      expect(
        steps.filter((other) => other.start === 0 && other.kind === kind && other.duties.length > duties.length && !next.includes(other)),
      ).toEqual([]);
  });

  it("is sent to nobody who is gone when the step begins, on whichever page", () => {
    for (const { view, planned, locale } of views)
      for (const step of [...planned, ...view.nextSteps]) {
        const start = planned.find(({ id }) => id === step.id)?.days.start ?? "";
        const gone = [...content.contacts, ...content.funding].filter(({ endsOn }) => isOver(endsOn, start));
        const named = [...step.help.map(({ name }) => name), ...step.funding.map(({ name }) => name)];
        expect(named.filter((name) => gone.some((one) => locale.translate(one.name) === name))).toEqual([]);
      }
  });

  it("reads until when those are there who will be gone, and of nobody who gives no money that they pay", () => {
    const helping = views.flatMap(({ view, locale }) => view.list.entries.flatMap(({ help }) => help.map((one) => ({ ...one, locale }))));
    expect(helping.length).toBeGreaterThan(10);
    for (const { name, ends, locale } of helping) {
      const { endsOn } = content.contacts.find((one) => locale.translate(one.name) === name)!;
      expect(ends).toBe(endsOn && endsOn < "2027-01-25" ? locale.messages.result.funding.endsOn(locale.date(endsOn)) : null);
    }
    const paying = views.flatMap(({ view }) => view.list.entries.flatMap(({ funding }) => funding.map(({ id }) => id)));
    expect(paying.filter((id) => entryOf(content.funding, id).kind === "service")).toEqual([]);
  });

  it("is told of those first who are sure to help, and of them of those whom its plan names", () => {
    const named = steps.flatMap(({ id }) => entryOf(content.initiatives, id).contacts);
    for (const { view } of views) {
      const contacts = view.money.contacts.map(({ id }) => entryOf(content.contacts, id));
      const sure = contacts.filter((contact) => isSure(contact, date));
      expect(contacts.slice(0, sure.length)).toEqual(sure);
      const countOf = ({ id }: { id: string }) => named.filter((one) => one === id).length;
      const isNear = ({ laender }: { laender: readonly string[] }) => laender.length > 0;
      const of = sure.filter((one) => countOf(one) > 0).toSorted((a, b) => countOf(b) - countOf(a));
      expect(of.length).toBeGreaterThan(0);
      expect(sure.slice(0, of.length).map(countOf)).toEqual([...of.filter(isNear), ...of.filter((one) => !isNear(one))].map(countOf));
      expect(sure.slice(0, of.length).map(isNear)).toEqual(of.map(isNear).toSorted((a, b) => Number(b) - Number(a)));
    }
  });

  it("reads what others have done in whole sentences, price and result included", () => {
    const told = views.flatMap(({ view }) => view.list.entries.flatMap(({ references }) => references.map(({ what }) => what)));
    expect(told.length).toBeGreaterThan(10);
    expect(told.filter((what) => !/[.!?]$/.test(what) || /\p{Ll}\. (?:\p{Ll}{3})/u.test(what))).toEqual([]);
  });

  it("reads in English heads of tables and labels of numbers that begin with a capital, in each paper", () => {
    for (const paper of papersFor(assessment.track)) {
      const { blocks } = writePaper(paper, materialOf(report, "en", {}, frontier));
      const heads = blocks.flatMap(
        (block) =>
        block.kind === "table" ? block.columns.map(({ title }) => title)
        : block.kind === "numbers" ? block.numbers.map(({ label }) => label)
        : [], // prettier-ignore
      );
      expect(heads.length, paper).toBeGreaterThan(2);
      expect(heads.filter((title) => title !== "" && title[0] !== title[0]?.toUpperCase())).toEqual([]);
    }
  });

  it("reads above its programmes whether one of them gives a grant for the plan", () => {
    for (const { view, locale } of views) {
      const { title } = locale.messages.papers.money;
      const headings = writePaper("report", materialOf(report, locale.language)).blocks.flatMap((block) =>
        block.kind === "heading" ? [block.text] : [],
      );
      expect(headings).toContain(title(view.money.open.length, view.money.total === null ? null : view.money.grants.length > 0));
    }
  });

  it("reads in the annex each thing once, its terms beside it, and no chapter of open questions where there is none", () => {
    for (const { view, locale } of views) {
      const { blocks } = writePaper("annex", materialOf(report, locale.language));
      const said = blocks.flatMap(textsOf);
      const terms = blocks.flatMap((block) => (block.kind === "facts" ? block.facts.map(({ term }) => term) : []));
      // One that is longer puts all of its block above what is said of them.
      expect(terms.filter((term) => term.length > termLetters)).toEqual([]);
      for (const { reason } of view.plan.planned?.leftOut ?? [])
        expect(said.filter((text) => text.includes(reason)).length, reason).toBe(1);
      for (const { inPlace, missing } of view.topics) for (const answer of [...inPlace, ...missing]) expect(said).not.toContain(answer);
      expect(said.includes(locale.messages.document.openTitle)).toBe(report.items.some(({ level }) => level === null));
    }
  });

  it("is told the same in one sentence, whatever the language", () => {
    const { strengths, gaps } = report.verdict;
    const told = views.map(({ view, locale }) => {
      const { item } = namesOf({ report, content, locale });
      const phrases: [string, string | undefined][] = [
        ...strengths.map((id): [string, string | undefined] => [id, item(id).have]),
        ...gaps.map(({ item: id, open }): [string, string | undefined] => [id, open ? item(id).unknown : item(id).missing]),
      ];
      return phrases.flatMap(([id, phrase]) => (phrase && view.overview.verdict.includes(phrase) ? [id] : []));
    });
    expect(told[0]?.length).toBeGreaterThan(0);
    for (const one of told) expect(one).toEqual(told[0]);
  });

  it("is not told that its own means pay for what costs nothing", () => {
    for (const { view } of views)
      for (const { values, isPaid } of view.nextSteps) expect(isPaid).toBe(values.cost[1] + values.yearly[1] > 0);
  });

  it("is told how much room nine of ten cases need, where its plan is tight", () => {
    if (report.plan.status !== "planned") throw new Error("no plan");
    const { risk, limits } = report.plan;
    for (const { view, locale } of views) {
      const { riskDaysShort } = locale.messages.result.plan;
      const enough = locale.span(Math.ceil(risk.safePersonDays - 1e-9), Math.ceil(risk.safePersonDays - 1e-9));
      const given = locale.span(limits.personDaysPerQuarter, limits.personDaysPerQuarter);
      const sentence = riskDaysShort(String(Math.round(100 * risk.quarters)), given, enough, risk.quarters < 0.5);
      expect(view.plan.planned?.risk.includes(sentence)).toBe(risk.quarters < 0.9);
    }
    expect(risk.safePersonDays > limits.personDaysPerQuarter).toBe(risk.quarters < 0.9);
  });

  it("is told why a plan is not beaten although the curve shows more for its money", () => {
    if (report.plan.status !== "planned") throw new Error("no plan");
    const { limits, score } = report.plan;
    const points = frontier?.points ?? [];
    expect(points.length).toBeGreaterThan(1);
    const affordable = points.filter(({ budgetEuro }) => budgetEuro <= limits.budgetEuro).map((point) => point.score ?? 0);
    for (const { view, locale } of views) {
      const most = locale.score(Math.max(score.after, ...affordable));
      const { byPoints } = locale.messages.result.plan;
      const holds = { use: steps.some(({ kind }) => kind === "use"), duties: steps.some(({ duties }) => duties.length > 0) };
      expect(view.plan.planned?.proof.endsWith(byPoints(most, holds))).toBe(most !== locale.score(score.after));
      const told = view.plan.planned?.frontier;
      const short = points.findLast((point) => point.score === null);
      const amount = Math.floor((short?.budgetEuro ?? 0) / 50) * 50;
      expect(told?.text.startsWith(locale.messages.roadmap.frontierShort(locale.euros(amount, amount)))).toBe(short !== undefined);
      expect(told?.points.every(({ values }) => values.score >= score.before)).toBe(true);
      const rows = told?.rows ?? [];
      expect(rows.map((row) => row.score)).toEqual([...new Set(told?.points.map((point) => point.score))]);
      for (const { budget, values } of rows) {
        const named = Number(budget.replace(/\D/g, ""));
        expect([named % 50, named >= Math.floor(values.budget), named < values.budget + 50]).toEqual([0, true, true]);
      }
    }
  });

  it("is not told that all duties are met where one was never asked about", () => {
    const now = report.duties.filter(({ state }) => state === "now");
    const isAllMet = now.length > 0 && now.every(({ fulfilment }) => fulfilment === "in-place");
    for (const { view, locale } of views) {
      const { duties, dutiesMet } = locale.messages.screen.headlines;
      expect(view.headlines.duties === dutiesMet(duties(now.length), 0)).toBe(isAllMet);
    }
  });

  it("reads of a duty that is not met when the plan sees to it, and of none that nobody asked about that it is overdue", () => {
    for (const { view, planned, locale } of views) {
      const { duties: words } = locale.messages.result;
      const now = view.duties.groups.find(({ state }) => state === "now")?.duties ?? [];
      for (const { until, isMissing, initiatives } of now) {
        const step = planned.find(({ id }) => initiatives.some((one) => one.id === id));
        expect(until).toBe(!isMissing ? null : step ? words.atOnceInPlan(step.endText) : words.atOnce);
      }
      expect(now.filter(({ isMissing, isUnasked }) => isMissing && isUnasked)).toEqual([]);
    }
  });

  it("reads in each paper that asks for money how far the money of the plan goes, and not only the middles", () => {
    if (report.plan.status !== "planned") throw new Error("no plan");
    const { budgetEuro } = report.plan.limits;
    const asking = papersFor(assessment.track).filter((paper) => paper !== "slide" && paper !== "annex");
    expect(asking).toHaveLength(2);
    for (const { view, locale } of views)
      for (const paper of asking) {
        const said = writePaper(paper, materialOf(report, locale.language)).blocks.flatMap(textsOf);
        const at = said.indexOf([view.plan.planned?.frame, ...(view.plan.planned?.risk ?? [])].join(" "));
        expect(said[at]).toContain(locale.euros(budgetEuro, budgetEuro));
        expect(at).toBe(said.indexOf(locale.messages.papers.decision.costsHint) + 1);
      }
  });

  it("reads of no law as a basis of what applies today that is not in force yet", () => {
    for (const { view, locale } of views) {
      const later = content.law
        .filter(({ appliesFrom }) => appliesFrom && appliesFrom > date)
        .map(({ id }) => citeLaw(id, content, locale).text);
      expect(later.length).toBeGreaterThan(0);
      const named = view.duties.groups.filter(({ state }) => state === "now").flatMap(({ duties }) => duties.flatMap(({ law }) => law));
      expect(named.filter(({ text }) => later.includes(text))).toEqual([]);
    }
  });

  it("is asked to decide the same in each paper, the annex included", () => {
    for (const { view, locale } of views) {
      const points = (view.decision?.points ?? []).map(({ title, text }) => `${title}. ${text}`);
      expect(points.length).toBeGreaterThan(2);
      for (const paper of papersFor(assessment.track).filter((one) => one !== "slide" && one !== "owner-page"))
        expect(writePaper(paper, materialOf(report, locale.language)).blocks.flatMap(textsOf)).toEqual(expect.arrayContaining(points));
    }
  });

  it("is not told that it has reached what it does not have, nor that what clears up a duty is of no use", () => {
    const standing = (id: string) => assessment.answers[id];
    const isMissing = (id: string) => {
      const { lifts, onlyBelow, onlyForDuties, duties } = entryOf(content.initiatives, id);
      const isForOthers = onlyForDuties && !report.duties.some(({ duty, state }) => state !== "does-not-apply" && duties.includes(duty.id));
      const isPast = onlyBelow?.every(({ item, level }) => {
        const begun = standing(item);
        return begun && "level" in begun && begun.level >= level;
      });
      return lifts.every(({ item }) => isNotApplicable(standing(item))) || isPast || isForOthers;
    };
    const open = report.duties.filter(({ state }) => state === "to-clarify").map(({ duty }) => duty.id);
    const clears = (id: string) => entryOf(content.initiatives, id).duties.some((duty) => open.includes(duty));
    for (const { view, locale } of views) {
      const { reasons, clarifiesDuty } = locale.messages.roadmap;
      for (const { id, reason } of view.plan.planned?.leftOut ?? []) {
        const isUseless = [reasons["no-gain"], reasons["not-worth-it"], reasons["not-applicable"], clarifiesDuty].includes(reason);
        if (isUseless) expect(reason === clarifiesDuty, id).toBe(clears(id));
        if (isUseless && !clears(id)) expect(reason === reasons["not-applicable"], id).toBe(Boolean(isMissing(id)));
      }
    }
  });

  it("reads who pays for the plan, or that nobody does, and years and days as it says them itself", () => {
    for (const { view } of views) {
      const isPaid = (view.plan.planned?.values.costEuro ?? 0) > 0;
      expect(view.money.total !== null).toBe(isPaid && view.money.open.length > 0);
      const text = JSON.stringify(view);
      expect(text).not.toMatch(/"1 (Personentage|person-days)|[^–,.\d]1 (Personentage|person-days)/);
      if (assessment.track === "sme") expect(view.plan.planned?.yearTitle).not.toMatch(/Haushalt|Financial/);
    }
  });

  it("is not told of differences that are none", () => {
    for (const { view, locale } of views) {
      const { noOtherWay } = locale.messages.result.certainty;
      const isEven = new Set(report.dimensions.map(({ score }) => score)).size === 1;
      expect(view.certainty.formula.includes(noOtherWay)).toBe(isEven);
      expect(view.certainty.formula.join(" ")).not.toMatch(/[−-]0[.,]0|(\b\d+) (und|and) \1\b/);
      const { geometric } = locale.messages.result.certainty;
      if (report.overall.score !== null) expect(view.certainty.formula).not.toContain(geometric(locale.score(report.overall.score)));
    }
  });

  it("reads which steps serve what it aims at", () => {
    const serving = steps.filter(({ lifts }) =>
      lifts.some(({ item }) => report.items.some(({ id, dimension }) => id === item && dimension === "acceptance")),
    );
    for (const { view } of views) {
      expect(view.targets.map(({ id, isOpen }) => [id, isOpen])).toEqual([["acceptance", true]]);
      expect(view.targets[0]?.steps.map(({ id }) => id)).toEqual(serving.map(({ id }) => id));
    }
  });
});
