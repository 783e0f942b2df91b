import { describe, expect, it } from "vitest";
import type { Answer } from "../../app/core/assessment/answer";
import { entryOf } from "../../app/core/entry-of";
import { writePaper } from "../../app/documents/papers/write-paper";
import { localeOf } from "../../app/i18n";
import { content } from "../support/content";
import { textsOf } from "../support/document-texts";
import { frontierFor, reportFor } from "../support/report";
import { materialOf } from "../support/report-material";
import { assessmentOf, date, saidOf, viewOf } from "../support/said";

/** Companies unlike the examples, read by the same questions; what was wrong then is a rule here. */

describe("a care service whose people use AI on their own", () => {
  const organisation = { name: "Pflegedienst Sonnenweg", land: "SH", sizeClass: "employees-10-49", sector: "health-care" } as const;
  const care = assessmentOf({ track: "sme", organisation, aiUse: "unmanaged" }, "01101000000120120000100011002001" + "1001");

  it("has a first talk outside before it makes help from outside part of its plan", () => {
    const ids = saidOf(care, "de").view.plan.planned?.steps.map(({ id }) => id) ?? [];
    expect(ids).toContain("sme-support-services");
    expect(ids.indexOf("sme-trainer-talk")).toBeLessThan(ids.indexOf("sme-support-services"));
    expect(ids).toContain("sme-trainer-talk");
  });

  it.each(["owner-page", "annex"] as const)("reads in its %s of no step behind two colons", (paper) => {
    const texts = writePaper(paper, materialOf(reportFor(care, content, date), "de")).blocks.flatMap(textsOf);
    expect(texts.filter((text) => text.includes("Für den Anfang: fünf Sätze"))).not.toEqual([]);
    expect(texts.filter((text) => /: Für den Anfang: /.test(text))).toEqual([]);
  });

  it.each([
    ["de", "Die Beträge sind vorsichtig geschätzt"],
    ["en", "The amounts are cautious estimates"],
  ] as const)("is told in %s why money that the plan costs is not enough for one", (language, why) => {
    const report = reportFor(care, content, date);
    const { planned } = materialOf(report, language, {}, frontierFor(report, care, content, date)).view.plan;
    expect(planned?.frontier?.lead).toContain(why);
  });
});

it.each([
  ["de", "läuft bis 2028", "läuft bis 31. Dezember 2026"],
  ["en", "runs until 2028", "runs until 31 December 2026"],
] as const)("reads in %s until when somebody helps, be it known as a year or as a day", (language, year, day) => {
  const organisation = { name: "Pflegedienst Sonnenweg", land: "SH", sizeClass: "employees-10-49", sector: "health-care" } as const;
  const { view } = saidOf(assessmentOf({ track: "sme", organisation, aiUse: "none" }, "0".repeat(36)), language);
  const remarks = view.money.contacts.map(({ remark }) => remark);
  for (const said of [year, day]) expect(remarks.some((remark) => remark?.includes(said))).toBe(true);
});

it.each([
  ["de", ". Noch nötig: "],
  ["en", ". Still needed: "],
] as const)("tells in %s those who run AI what is needed, and not what for", (language, words) => {
  const organisation = { name: "Codewerk GmbH", land: "BE", sizeClass: "employees-10-49", sector: "information-technology" } as const;
  const company = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "232232232333434422123321343232233022");
  expect(saidOf(company, language).view.overview.verdict).toContain(words);
});

describe("a tax adviser's office", () => {
  const organisation = { name: "Steuerkanzlei Ahrens", land: "NI", sizeClass: "employees-10-49", sector: "professional-services" } as const;
  const office = assessmentOf({ track: "sme", organisation, aiUse: "unmanaged" }, "001000100011312310012010100010010000");

  it.each([
    ["de", "etwa zu Recht, Steuern oder Wirtschaft", "fragen die Kammer ihres Berufs"],
    ["en", "for instance on law, tax or business", "ask the chamber of their own profession"],
  ] as const)("reads in %s which money is not for it, and which chamber is", (language, notFor, chamber) => {
    const { money } = viewOf(office, language);
    const advice = money.open.find(({ name }) => name.includes("BAFA"));
    expect(advice?.notPaidFor).toContain(notFor);
    expect(advice?.contacts.find(({ name }) => name.includes("IHK"))?.offers).toContain(chamber);
  });
});

it.each([
  ["de", "In öffentlicher Hand sind Sie kein KMU", "Weiter im Plan: „"],
  ["en", "In public ownership you are no SME", "Further in the plan: “"],
] as const)("tells in %s a company of the public that it is no SME, and where the title of a later step begins", (language, hint, step) => {
  const organisation = { name: "Werkstatt Miteinander gGmbH", land: "TH", sizeClass: "employees-10-49", sector: "health-care" } as const;
  const workshop = { track: "sme", organisation: { ...organisation, ownership: "public" }, aiUse: "none" } as const;
  const view = viewOf(assessmentOf(workshop, "010000001011110101001010000010110110"), language);
  expect(view.money.hint).toContain(hint);
  // Nor is it sent to those who have nothing but what is closed to it.
  expect(view.money.contacts.map(({ id }) => id).filter((id) => id === "bafa" || id === "house-bank")).toEqual([]);
  expect(view.afterSteps?.startsWith(step)).toBe(true);
});

it("offers whoever is to look after AI no two hours a month where a larger company needs up to twelve", () => {
  const { firstHalfHour, effortPersonDays } = entryOf(content.initiatives, "sme-responsible-person");
  expect(effortPersonDays["employees-50-249"]?.yearly?.[1]).toBeGreaterThan(12);
  expect(firstHalfHour.de).not.toMatch(/(zwei|2) Stunden im Monat/);
  expect(firstHalfHour.en).not.toMatch(/(two|2) hours a month/);
});

describe("a temporary employment agency that ranks applicants", () => {
  const organisation = { name: "Personaldienst GmbH", land: "HE", sizeClass: "employees-50-249", sector: "other" } as const;
  const agency = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "122021011011312311112210130010011100");

  it.each([
    ["de", /ganz anderen Lebensbereich/, /bewertet sie Menschen/, /Menschen (auswählt|aus,)/, "nicht verboten"],
    ["en", /quite different part of life/, /(score|rate) people by/, /selects people/, "not banned"],
  ] as const)(
    "is not told in %s that its ranking is banned, but that the works council has a say",
    (language, banned, rating, consent, allowed) => {
      const { duties, plan } = viewOf(agency, language);
      const whatOf = (id: string) => duties.groups.flatMap(({ duties: own }) => own).find((duty) => duty.id === id)?.what ?? "";
      const stepsOf = (id: string) => plan.planned?.steps.find((step) => step.id === id)?.firstSteps.join(" ") ?? "";
      for (const text of [whatOf("prohibited-practices"), stepsOf("sme-ai-list")]) {
        expect(text).toMatch(banned);
        expect(text).not.toMatch(rating);
      }
      expect(whatOf("prohibited-practices")).toContain(allowed);
      for (const text of [whatOf("works-council"), stepsOf("sme-works-council-involved")]) expect(text).toMatch(consent);
    },
  );

  it("is named no start of a new use as what answers a duty", () => {
    expect(content.initiatives.filter(({ kind, duties }) => kind === "use" && duties.length > 0)).toEqual([]);
  });
});

describe("a farm of six", () => {
  const organisation = { name: "Hof Fliederbusch", land: "BB", sizeClass: "employees-1-9", sector: "agriculture" } as const;
  const farm = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "022021212022112300010101130120022001");

  it("is shown neither money nor a chamber that is not for farms", () => {
    const { funding, contacts } = reportFor(farm, content, date);
    expect(funding.map(({ programme }) => programme.id)).not.toContain("bafa-advice");
    expect(contacts.map(({ id }) => id)).not.toContain("ihk");
  });

  it("is told of no step that it answers a duty of others", () => {
    const view = viewOf(farm, "de");
    const own = view.duties.groups.flatMap(({ duties }) => duties.map(({ id }) => id));
    expect(own).not.toContain("secrecy-professions");
    expect(entryOf(content.initiatives, "sme-tool-rules").duties).toContain("secrecy-professions");
    const steps = view.list.entries.flatMap(({ duties }) => duties.map(({ id }) => id));
    expect(steps.filter((id) => !own.includes(id))).toEqual([]);
  });

  it("is not advised to act on a law that cannot bind it", () => {
    const { list } = reportFor(farm, content, date);
    const advised = [...list.entries, ...list.instead, ...list.later].map(({ initiative }) => initiative.id);
    const planned = viewOf(farm, "de").plan.planned?.steps.map(({ id }) => id) ?? [];
    expect([...advised, ...planned]).not.toContain("sme-nis2-check");
  });

  it("finds whoever has a duty among its own people", () => {
    const owners = content.duties.filter(({ tracks }) => tracks.includes("sme")).map(({ owner }) => owner.de);
    expect(owners.filter((owner) => /^(Personalstelle|Pressestelle|Einkauf)/.test(owner))).toEqual([]);
    expect(
      owners.filter((owner) => owner.includes("Datenschutzbeauftragten") && !/soweit bestellt/.test(owner)),
      // Whoever has to make an impact assessment has to have one.
    ).toEqual([entryOf(content.duties, "dpia-companies").owner.de]);
  });
});

it.each([
  ["de", "Noch nicht vorhanden: ", "ein Vorhaben mit der Forschung"],
  ["en", "Not yet in place: ", "a project with research partners"],
] as const)("tells in %s an architect’s office of no research that it needs it", (language, words, research) => {
  const organisation = { name: "Architekturbüro", land: "BE", sizeClass: "employees-10-49", sector: "professional-services" } as const;
  const office = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "232132123222313323222322231120213212");
  const { verdict } = viewOf(office, language).overview;
  expect(verdict.split(words)[1]).toContain(research);
});

it("names to a company in Hamburg its chamber as the one that it is", () => {
  const name = content.contacts.find(({ id }) => id === "handelskammer-hamburg")?.name;
  expect([name?.de, name?.en]).toEqual([expect.stringContaining("Ihre IHK"), expect.stringContaining("your IHK")]);
});

describe("a hotel with a chatbot", () => {
  const organisation = { name: "Strandhotel Dünenblick", land: "MV", sizeClass: "employees-10-49", sector: "hospitality" } as const;
  const hotel = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "001110?1001021220?01101013?110111000");

  it.each([
    ["de", "Strandhotel Dünenblick betreibt KI. Noch nötig: "],
    ["en", "Strandhotel Dünenblick runs AI. Still needed: "],
  ] as const)("does not read in %s that it runs AI with AI", (language, beginning) => {
    expect(viewOf(hotel, language).overview.verdict.startsWith(beginning)).toBe(true);
  });

  it("has a duty to a works council only if there is one", () => {
    const stateOf = (answer?: Answer) => {
      const { ["acceptance-representation"]: _asked, ...answers } = hotel.answers;
      const own = { ...hotel, answers: answer ? { ...answers, "acceptance-representation": answer } : answers };
      return reportFor(own, content, date).duties.find(({ duty }) => duty.id === "works-council")?.state;
    };
    expect([{ level: 0 } as const, { answer: "dk" } as const, undefined].map(stateOf)).toEqual(["now", "to-clarify", "to-clarify"]);
  });
});

describe("a dental laboratory", () => {
  const organisation = { name: "Dentallabor Isartal GmbH", land: "BY", sizeClass: "employees-10-49", sector: "health-care" } as const;
  const laboratory = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "132111?21121323210122111232210122001");

  it.each([
    ["de", "Handwerkskammer", "ab 4.000 Euro", "Läuft bei Ihnen schon eine KI ungeprüft"],
    ["en", "chamber of crafts", "from €4,000", "If an AI is already running unchecked"],
  ] as const)(
    "reads in %s which chamber is its own, from which cost a grant counts, and that the AI it runs is checked first",
    (language, chamber, least, first) => {
      const { money, plan } = viewOf(laboratory, language);
      expect(money.contacts.find(({ id }) => id === "ihk")?.offers).toContain(chamber);
      expect(money.open.find(({ id }) => id === "digitalbonus-bavaria")?.amount).toContain(least);
      expect(money.grants.map(({ id }) => id)).not.toContain("digitalbonus-bavaria");
      expect(plan.planned?.steps.find(({ id }) => id === "sme-privacy-precheck")?.summary).toContain(first);
    },
  );

  it("is offered loans after all that is given", () => {
    const kinds = viewOf(laboratory, "de").money.open.map(({ id }) => entryOf(content.funding, id).kind);
    expect(kinds).toContain("loan");
    expect(kinds.slice(kinds.indexOf("loan")).filter((kind) => kind !== "loan")).toEqual([]);
  });
});

it("asks of nobody who has texts translated that they have machines", () => {
  const { firstHalfHour, success } = entryOf(content.initiatives, "sme-translation");
  expect(firstHalfHour.de).toContain("zum Beispiel für eine Maschine");
  expect([success.de, success.en].join(" ")).not.toMatch(/Maschine|machine/);
});

describe("a medical practice after nine answers", () => {
  const organisation = { name: "Hausarztpraxis", land: "SH", sizeClass: "employees-1-9", sector: "health-care" } as const;
  const full = assessmentOf({ track: "sme", organisation, aiUse: "trial" }, "2".repeat(16) + "1222" + "2".repeat(8) + "0222" + "2222");
  const keys = content.questionnaires.sme.dimensions.flatMap(({ items }) => items.filter(({ key }) => key).map(({ id }) => id));
  const practice = { ...full, depth: "quick", answers: Object.fromEntries(keys.map((id) => [id, full.answers[id]!])) } as const;

  it.each(["de", "en"] as const)("is not told in %s that what nobody has asked is reached, or to answer it", (language) => {
    const { plan, duties } = viewOf(practice, language);
    const { roadmap, result } = localeOf(language).messages;
    const reasonOf = (id: string) => plan.planned?.leftOut.find((one) => one.id === id)?.reason;
    expect(reasonOf("sme-research-project")).toBe(roadmap.reasons["not-asked"]);
    const council = duties.groups.flatMap(({ duties: own }) => own).find(({ id }) => id === "works-council");
    expect(council?.why).toMatch(/volle Check fragt|full check asks/);
    expect(council?.why).not.toContain(result.duties.clarifyItem("").slice(0, 6));
  });

  it("clarifies its secrets before what is not law yet, and is offered no coaching for eighty euros", () => {
    const { duties, money } = viewOf(practice, "de");
    const ids = duties.groups.find(({ state }) => state === "to-clarify")?.duties.map(({ id }) => id) ?? [];
    expect(ids[0]).toBe("secrecy-professions");
    expect(ids.slice(-2)).toEqual(["rights-assessment-companies", "high-risk-use-companies"]);
    expect(money.grants).toEqual([]);
  });
});

describe("municipal utilities in the hands of a town", () => {
  const organisation = {
    name: "Stadtwerke Musterfeld GmbH",
    land: "NW",
    sizeClass: "employees-50-249",
    sector: "energy-environment",
  } as const;
  const utilities = (ownership: "public" | "private") =>
    saidOf(
      assessmentOf(
        { track: "sme", organisation: { ...organisation, ownership }, aiUse: "operation" },
        "222131012222323423124321" + "23113120" + "2211",
      ),
      "de",
    );

  it("are asked whether they buy under procurement law, and nobody in private hands is", () => {
    const stateOf = (ownership: "public" | "private") =>
      utilities(ownership).report.duties.find(({ duty }) => duty.id === "procurement-public-companies")?.state;
    expect([stateOf("public"), stateOf("private")]).toEqual(["to-clarify", "does-not-apply"]);
  });

  it("are offered no money for SMEs as the EU defines them, and read so on the page that shows the rest", () => {
    const offered = (ownership: "public" | "private") => utilities(ownership).view.money.open.map(({ id }) => id);
    expect(offered("private")).toEqual(expect.arrayContaining(["mid-digital-security", "mid-digitalisation"]));
    expect(offered("public").filter((id) => id.startsWith("mid-"))).toEqual([]);
    const page = (ownership: "public" | "private") => utilities(ownership).textOf("owner-page");
    expect(page("public")).toContain("In öffentlicher Hand sind Sie kein KMU");
    expect(page("private")).not.toContain("kein KMU");
  });
});

it("tells an online shop with accounts that its duty to a contract costs a check, and no accounts a year", () => {
  const organisation = { name: "Musterhandel Nord GmbH", land: "NI", sizeClass: "employees-50-249", sector: "trade" } as const;
  const shop = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "23323302221343331221221224300020" + "2?22");
  const { planned } = viewOf(shop, "de").plan;
  const answering = planned?.steps.filter(({ isDuty }) => isDuty).map(({ id }) => id) ?? [];
  expect(answering).toContain("sme-contract-check");
  expect(answering).not.toContain("sme-safe-accounts");
});

describe("a law firm whose people use public chatbots on their own", () => {
  const organisation = { name: "Kanzlei Berg", land: "HE", sizeClass: "employees-10-49", sector: "professional-services" } as const;
  const answers = "01000010001031230100" + "20?0100010011?01";
  const firm = assessmentOf({ track: "sme", organisation, aiUse: "unmanaged" }, answers);
  const report = reportFor(firm, content, date, { facts: { "professional-secrecy": true } });
  const { view } = materialOf(report, "de");

  it("keeps what is entrusted to it out of them at once, under the law for professions alone", () => {
    const secrecy = view.duties.groups.flatMap(({ duties }) => duties).find(({ id }) => id === "secrecy-professions");
    expect(JSON.stringify(secrecy)).toMatch(/§\s203/);
    expect(JSON.stringify(secrecy)).not.toMatch(/\sAO|VwVfG/);
    expect(view.duties.groups[0]?.duties[0]).toBe(secrecy);
    const step = report.plan.status === "planned" ? report.plan.steps.find(({ id }) => id === "sme-first-rules") : undefined;
    expect(step).toMatchObject({ start: 0, duties: ["secrecy-professions"] });
  });

  it("is sent to the chamber of its profession, not to the one it is no member of", () => {
    const names = view.nextSteps.flatMap(({ help }) => help.map(({ name }) => name));
    expect(names).toContain("Die Kammer Ihres Berufs oder die IHK");
    expect(names).not.toContain("Ihre Kammer, meist die IHK");
  });
});

describe("a landlord whose software ranks those who look for a flat", () => {
  const organisation = { name: "Spreehof Wohnen GmbH", land: "BE", sizeClass: "employees-10-49", sector: "other" } as const;
  const landlord = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "132132212112313212112221241120131011");
  const stateOf = (id: string, facts: Record<string, boolean>) =>
    reportFor(landlord, content, date, { facts }).duties.find(({ duty }) => duty.id === id)?.state;

  it("may disadvantage nobody by it, and has a step that answers this", () => {
    expect(stateOf("fair-contracts", { "ai-in-contracts": true })).toBe("now");
    expect(entryOf(content.initiatives, "sme-people-decisions").duties).toContain("fair-contracts");
  });

  it("assesses fundamental rights only where its AI is of high risk", () => {
    const serves = { "decides-in-public-services": true };
    expect(stateOf("rights-assessment-companies", { ...serves, "high-risk-company-application": false })).toBe("does-not-apply");
    expect(stateOf("rights-assessment-companies", { ...serves, "high-risk-company-application": true })).toBe("from-date");
  });
});

describe("a builder who has neither money nor time for AI", () => {
  const organisation = { name: "Hochbau Lechner GmbH", land: "BY", sizeClass: "employees-50-249", sector: "construction" } as const;
  const builder = assessmentOf({ track: "sme", organisation, aiUse: "none" }, "0000000000001??200000000" + "000000000000");
  const limits = { budgetEuro: 0, personDaysPerQuarter: 0, quarters: 4, pinned: [], excluded: [], forceDuties: true, cautious: false };
  const plan = { limits, kept: null, done: [], begun: [], firstDay: "2027-01-01" };

  it.each([
    ["de", /In den gesetzten Rahmen passt keine Maßnahme\. Rahmen: 0\s€.*beginnt mit „/, /steht zurzeit keine Maßnahme an/],
    ["en", /No initiative fits into the limits that are set\. Limits: €0.*begins with “/, /call for no initiative/],
  ] as const)("reads in %s that nothing fits, not that nothing is to be done", (language, says, wrong) => {
    const { view } = materialOf(reportFor(builder, content, date, { plan }), language);
    for (const text of [view.noSteps, view.plan.empty]) {
      expect(text).toMatch(says);
      expect(text).not.toMatch(wrong);
    }
  });
});

describe("a photographer who works alone", () => {
  const organisation = { name: "Fotografie Held", land: "RP", sizeClass: "employees-1-9", sector: "professional-services" } as const;
  const answered = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "022020000020201200010?110300220000" + "00");
  const none = { answer: "na", reason: "Ich arbeite allein." } as const;
  const ofStaff = ["skills-roles", "acceptance-staff", "acceptance-work-change", "acceptance-representation"];
  const alone = { ...answered, answers: { ...answered.answers, ...Object.fromEntries(ofStaff.map((id) => [id, none])) } };

  it("can say so, and is told of no staff that is not involved, nor advised to talk with it", () => {
    const { report, view, textOf } = saidOf(alone, "de");
    const planned = report.plan.status === "planned" ? report.plan.steps.map(({ id }) => id) : [];
    expect(planned).not.toContain("sme-staff-conversation");
    const missing = view.topics.flatMap(({ brief }) => brief.missing.map(String)).join("\n");
    expect(missing).not.toMatch(/Beschäftigten|KI-Vorhabens|Anleitung/);
    expect(textOf("owner-page")).not.toMatch(/Betriebsrat|Information der Beschäftigten/);
    const open = report.funding.map(({ programme }) => programme.id);
    expect(open).toContain("zim");
    expect(open.filter((id) => ["staff-training", "inqa-coaching"].includes(id))).toEqual([]);
  });

  it.each([
    ["de", /weitere Pflicht(en gelten| gilt) heute/],
    ["en", /more dut(ies apply|y applies) today/],
  ] as const)("reads in %s on the first page how many duties apply besides those it names", (language, others) => {
    const facts = { "publishes-realistic-media": true, "publishes-or-uploads-works": true };
    const page = writePaper("owner-page", materialOf(reportFor(alone, content, date, { facts }), language));
    expect(page.blocks.flatMap(textsOf).join("\n")).toMatch(others);
  });
});

describe("a maker of medical devices with AI in them", () => {
  const organisation = { name: "Hegau Endoskopie GmbH", land: "BW", sizeClass: "employees-50-249", sector: "manufacturing" } as const;
  const maker = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "344343344334434333434333343334034033");
  const reportWith = (facts: Record<string, boolean>) => reportFor(maker, content, date, { facts });

  it("is a provider of high-risk AI from 2028, and owes no notice of a chatbot that it has not", () => {
    const facts = { "high-risk-ai-in-own-product": true, "ai-speaks-for-company": false };
    const states = Object.fromEntries(reportWith(facts).duties.map(({ duty, state }) => [duty.id, state]));
    expect(states).toMatchObject({ "high-risk-product": "from-date", "provider-transparency-companies": "does-not-apply" });
    const asked = reportWith({}).duties.find(({ duty }) => duty.id === "provider-transparency-companies")?.open ?? [];
    expect(JSON.stringify(asked)).toMatch(/dessen KI mit Menschen spricht/);
  });

  it.each([
    ["de", "Das gilt später", "vernetzten Produkte"],
    ["en", "This applies later", "connected products"],
  ] as const)("reads in %s that this is not soon, and that its devices are products, not machines", (language, later, products) => {
    const facts = { "high-risk-ai-in-own-product": true, "sells-connected-products": true };
    const { groups } = materialOf(reportWith(facts), language).view.duties;
    expect(groups.find(({ state }) => state === "from-date")?.title).toBe(later);
    expect(groups.flatMap(({ duties }) => duties).find(({ id }) => id === "connected-products")?.title).toContain(products);
  });

  it.each([
    ["de", /schriftlich.* Zusätzlich ist die Vertretung/, /[:"] ?Zusätzlich /],
    ["en", /a written task .* In addition, this person has a deputy/, /[:"] ?In addition/],
  ] as const)("reads in %s what its highest answers add something to", (language, both, alone) => {
    const { topics, overview } = viewOf(maker, language);
    expect(JSON.stringify(topics)).toMatch(both);
    expect(JSON.stringify([topics, overview])).not.toMatch(alone);
  });

  it("has a step that clears this up", () => {
    expect(entryOf(content.initiatives, "sme-own-product").duties).toContain("high-risk-product");
  });
});

describe("those who screen, watch or translate for their clients", () => {
  const organisation = { name: "Neckar Talent GmbH", land: "BW", sizeClass: "employees-1-9", sector: "professional-services" } as const;
  const agency = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "222021201111322300111021231020012001");
  const facts = { "ai-in-hiring": true, "risky-processing": true, "personal-data-at-a-provider": true };

  it.each([
    ["de", "fair-hiring", /haftet, wer einstellt.*deren Betrieb/],
    ["en", "fair-hiring", /Whoever hires is liable.*against their company/],
    ["de", "dpia-companies", /im Auftrag anderer, ist es deren Pflicht/],
    ["en", "dpia-companies", /on behalf of others, the duty is theirs/],
    ["de", "processor-contract", /vorher deren Genehmigung/],
    ["en", "processor-contract", /first need their authorisation/],
  ] as const)("read in %s at %s what is theirs and what is their clients’", (language, id, words) => {
    const { view } = materialOf(reportFor(agency, content, date, { facts }), language);
    const duty = view.duties.groups.flatMap(({ duties }) => duties).find((one) => one.id === id);
    expect(JSON.stringify(duty)).toMatch(words);
  });

  it("have a step in their plan that looks for disadvantage", () => {
    const { view } = materialOf(reportFor(agency, content, date, { facts: { ...facts, "scores-decide": true } }), "de");
    const planned = view.plan.planned?.steps.map(({ id }) => id) ?? [];
    expect(planned.filter((id) => entryOf(content.initiatives, id).duties.includes("fair-hiring"))).not.toEqual([]);
  });

  it("are not asked whether their AI knows of people once they have said so", () => {
    const withoutAccounts = { ...agency, answers: { ...agency.answers, "security-ai-operation": { level: 1 } } } as const;
    const recordIn = (told: Record<string, boolean>) =>
      reportFor(withoutAccounts, content, date, { facts: told }).duties.find(({ duty }) => duty.id === "processing-record")?.state;
    expect(recordIn({ "personal-data-at-a-provider": true })).toBe("now");
    expect(recordIn({ "personal-data-at-a-provider": false })).toBe("to-clarify");
  });
});

it.each([
  ["de", /Inhaber/, /gemeinnützige Betriebe gehören meist keiner IHK an/, /mit \d+ in mindestens 90\./],
  ["en", /^Owner/, /non-profit companies mostly belong to no IHK/, /\d+ in at least 90\./],
] as const)(
  "speaks in %s to a museum of no owner, of no chamber that is not its own, and of what is enough",
  (language, owner, chamber, enough) => {
    const organisation = { name: "Kulturhaus", land: "NW", sizeClass: "employees-50-249", sector: "other", ownership: "public" } as const;
    const { view, textOf } = saidOf(assessmentOf({ track: "sme", organisation, aiUse: "trial" }, "1".repeat(36)), language);
    expect(view.plan.planned?.steps.map((step) => step.owner).filter((named) => owner.test(named))).toEqual([]);
    expect(JSON.stringify(view.money.contacts)).toMatch(chamber);
    const council = view.duties.groups.flatMap(({ duties }) => duties).find(({ id }) => id === "works-council");
    expect(JSON.stringify(council)).toMatch(/(In Theatern, Museen|In theatres, museums).*§\s118/);
    expect(textOf("owner-page")).toMatch(enough);
  },
);

it("holds a museum in the hands of a town to the rules for public bodies online, and nobody in private hands", () => {
  const stateOf = (ownership: "public" | "private") => {
    const organisation = { name: "Kulturhaus", land: "NW", sizeClass: "employees-10-49", sector: "other", ownership } as const;
    const house = assessmentOf({ track: "sme", organisation, aiUse: "trial" }, "1".repeat(36));
    const { duties } = reportFor(house, content, date, { facts: { "public-body-online": true } });
    return duties.find(({ duty }) => duty.id === "accessibility-public-companies")?.state;
  };
  expect([stateOf("public"), stateOf("private")]).toEqual(["now", "does-not-apply"]);
  expect(entryOf(content.initiatives, "sme-accessible-sales").duties).toContain("accessibility-public-companies");
});

describe("a shop whose camera estimates who looks at its window", () => {
  const organisation = { name: "Modehaus Lenz", land: "HE", sizeClass: "employees-10-49", sector: "trade" } as const;
  const shop = assessmentOf({ track: "sme", organisation, aiUse: "operation" }, "121121121112212112111112132121120011");
  const dutyWhere = (facts: Record<string, boolean>) =>
    reportFor(shop, content, date, { facts }).duties.find(({ duty }) => duty.id === "tell-recognition");

  it("has to tell those whom it estimates, and by a step of its own", () => {
    expect(dutyWhere({})?.state).toBe("to-clarify");
    expect(dutyWhere({ "recognises-or-sorts-people": false })?.state).toBe("does-not-apply");
    expect(dutyWhere({ "recognises-or-sorts-people": true })).toMatchObject({ state: "now" });
    expect(entryOf(content.initiatives, "sme-transparency-check").duties).toContain("tell-recognition");
  });
});
