import type { papers as german } from "../de/papers";

export const papers: typeof german = {
  names: {
    report: "Report",
    "owner-page": "Owner’s page",
    resolution: "Council paper",
    slide: "Summary slide",
    annex: "Annex: evidence, initiatives and sources",
  },
  hints: {
    report: "For everyone who decides: where you stand, what applies, what to do. About ten pages.",
    "owner-page": "Your result at a glance: three steps, what applies, who helps. Up to four pages.",
    resolution: "For the meeting: subject, decision, reasons, cost. Two pages, best as a Word file.",
    slide: "For a talk: what matters on one page in landscape, also as a picture.",
    annex: "For everyone who checks: every answer, all initiatives, all sources. Long.",
  },
  fileNames: {
    report: "report",
    "owner-page": "owners-page",
    resolution: "council-paper",
    slide: "slide",
    annex: "annex",
    tables: "tables",
  },
  runningHead: (organisation) => `${organisation}: where it stands on artificial intelligence`,
  numbersNote: "Numbers in square brackets are those of the questions. The annex lists all answers.",
  evidence: (text) => `Evidence: ${text}`,
  asked: { municipality: "What the council is asked to decide", sme: "What there is to decide" },
  measures: (count) => (count === 1 ? "Initiative" : "Initiatives"),
  dutySteps: (count, isAnyDuty, unclear) =>
    !isAnyDuty ? unclear === 0 ? "none of the duties checked applies today" : unclear === 1 ? "one duty is to be clarified" : `${unclear} duties are to be clarified`
    : count === 0 ? "none of them meets a duty that applies today"
    : count === 1 ? "one of them serves a duty that applies today"
    : `${count} of them serve duties that apply today`, // prettier-ignore
  onceNote: (range) => `estimated ${range}`,
  onceAllNote: "in the whole plan",
  yearlyLabel: "then per year",
  yearlyNote: "running costs",
  riseLabel: "Level",
  riseByPlan: "Level with the plan",
  riseNote: (end) => `today and on ${end}`,
  decision: {
    title: { municipality: "Proposed resolution", sme: "Proposed decision" },
    lead: { municipality: "The council resolves:", sme: "The management decides:" },
    doTitle: "Initiatives",
    doText: (count, end) =>
      count === 1
        ? `The initiative of the plan is carried out by ${end}. Its table names who is responsible.`
        : `The ${count} initiatives of the plan are carried out by ${end}. Its table names who is responsible.`,
    meansTitle: "Funds",
    meansText: (year, once, running) =>
      running
        ? `For ${year}, one-off funds of ${once} and ${running} for running costs are provided.`
        : `For ${year}, one-off funds of ${once} are provided.`,
    meansAfter: (day, yearly) => `From ${day} it is ${yearly} a year.`,
    meansNone: "The plan costs nothing but working time.",
    dutiesTitle: "Duties",
    dutiesText: (titles, count) =>
      count === 1
        ? `Evidence is provided for this duty, which applies today: ${titles}.`
        : `Evidence is provided for these duties, which apply today: ${titles}.`,
    limitsTitle: "Limits",
    limitsText: (who, end, why) => `${who} proposes limits by ${end} within which a plan is possible. ${why}`,
    limitsMissing: (missing) => `The present ones fall short: ${missing} The nearest plan that works is in the annex.`,
    openTitle: "Open questions",
    openQuestions: (count) => (count === 1 ? "the one open question is answered" : `the ${count} open questions are answered`),
    unclearDuties: (count) =>
      count === 1 ? "it is clear whether the one unclear duty applies" : `it is clear which of the ${count} unclear duties apply`,
    openText: (what, date) => `By ${date} ${what}.`,
    unaskedText: (count, date) =>
      `By ${date ?? "then"} it is ${date === null ? "also " : ""}checked whether the ${count === 1 ? "one duty that was not asked about is" : `${count} duties that were not asked about are`} met.`,
    reportTitle: "Reporting",
    reporting: { municipality: "The administration", sme: "The person responsible for AI" },
    reportText: (who, half, end) => `${who} reports on progress by ${half}. The result is due by ${end}, with a new assessment.`,
    costsTitle: "Cost and responsibility",
    meansRounded: "Each year is rounded to €50.",
    costsHint: "The figure is the middle of the estimated range. Days are person-days of internal staff.",
    frame: (budget, days) => `The plan is worked out for these limits: ${budget} and ${days} a quarter.`,
    measure: "Initiative",
    once: "one-off",
    onceAndRange: "one-off, range",
    yearly: "then per year",
    days: "days",
    until: "by",
    sum: "Total",
    rest: (count) => `${count} more initiatives`,
    inReport: "see the report",
    offices: (ofAuthority) =>
      `A department means whoever has that task in the administration. Where the municipality has none of its own, it is that ${ofAuthority} that acts for it; before the first step, ask there what is planned already.`,
    jointAuthorities: {
      BW: "of the joint administration (Verwaltungsgemeinschaft)",
      BY: "of the joint administration (Verwaltungsgemeinschaft)",
      BB: "of the joint authority (Amt or Verbandsgemeinde)",
      MV: "of the joint authority (Amt)",
      NI: "of the joint municipality (Samtgemeinde)",
      RP: "of the joint municipality (Verbandsgemeinde)",
      SN: "of the joint administration (Verwaltungsgemeinschaft or Verwaltungsverband)",
      ST: "of the joint municipality (Verbandsgemeinde)",
      SH: "of the joint authority (Amt)",
      TH: "of the joint administration (Verwaltungsgemeinschaft)",
    },
    withoutStaffCouncil: "By its own statement there is no staff council; what is said of one does not apply.",
    councils: {
      BE: "In the boroughs of Berlin, council means the borough assembly (Bezirksverordnetenversammlung) and head of administration the borough office (Bezirksamt). Money comes from the borough budget and its lump sum (Art. 85(2) of the Constitution of Berlin).",
      HH: "In the boroughs of Hamburg, council means the borough assembly (Bezirksversammlung) and head of administration the borough office (Bezirksamt). Land and municipality are one here (Art. 4 of Hamburg’s constitution); the city parliament (Bürgerschaft) decides on the budget.",
      HB: "In the city of Bremen, council means the Stadtbürgerschaft, in Bremerhaven the Stadtverordnetenversammlung; head of administration means the Senate or the Magistrat.",
    },
    waysTitle: "The options compared",
    waysNote: (end) => `The level at the end is that of ${end} if everything is carried out by then.`,
    way: "Option",
    score: "level at the end",
    consequence: "Consequence",
    ways: { nothing: "Do nothing", duties: "Only what the duties require", all: "Proposal" },
    consequences: {
      dutiesOpen: (count) =>
        count === 1 ? "One duty that applies still lacks full evidence." : `${count} duties that apply still lack full evidence.`,
      allStays: "Everything stays as it is.",
      onlyDuties: "What the duties require is carried out. Nothing more changes.",
      onlyDutiesBut: (count) =>
        `What the duties require is carried out; for ${count === 1 ? "one" : count} of them the plan has no initiative.`,
      noDuties: "No duty that applies is open. Everything stays as it is.",
      all: "All initiatives of the plan are carried out.",
    },
  },
  topics: {
    title: (low, high) => `The nine topics lie between ${low} and ${high}`,
    sameTitle: (value) => `All nine topics are at ${value}`,
    someTitle: (count, low, high, without) => {
      const told = count === 1 ? "One topic is" : `${count} topics are`;
      return `${told} ${low === high ? `at ${low}` : `between ${low} and ${high}`}; without a number: ${without}`;
    },
    noneTitle: "Too many questions are open for a number per topic",
    strong: "Further along",
    weak: "Less far along",
    unclear: "Unclear",
    nothingUnclear: "All applicable questions are answered.",
    manyUnclear: (count) => `${count} questions, listed below under their topics.`,
    briefTitle: "What is in place and what is missing",
    briefLead: "Each line is put together from answers. “In place” means at least tried out. “Missing” means not begun or only planned.",
    next: "Next",
    notInPlan: "no initiative in this plan",
    measures: (numbers, count) => (count === 1 ? `initiative ${numbers}` : `initiatives ${numbers}`),
    nothing: "nothing",
    stagesTitle: "How to recognise the stages",
    stageMeans: "What it looks like",
    stages: [
      "Nothing is written down and nothing is under way.",
      "It is planned or commissioned but does not apply yet.",
      "It is in place for single projects.",
      "It is in place everywhere, with evidence.",
      "It is reviewed and renewed at least once a year.",
    ],
  },
  duties: {
    title: (count, states) => `${count === 1 ? "One duty applies" : `${count} duties apply`} today: ${states}`,
    allMet: (count) => (count === 1 ? "it is met" : count === 2 ? "both are met" : "all are met"),
    noneMet: (count) => (count === 1 ? "it lacks full evidence" : count === 2 ? "neither has full evidence" : "none has full evidence"),
    met: (count) => `${count} met`,
    open: (count) => `${count} without full evidence`,
    unasked: (count) => `${count} not asked about`,
    due: (day) => `due ${day}`,
    clarify: "To be clarified",
    clarifyLead: (count) =>
      count === 1
        ? "Whether this duty applies depends on something not stated yet. The annex has the question."
        : "Whether these duties apply depends on things not stated yet. The annex lists the questions.",
    later: "Later",
    others: (count) => (count === 1 ? "One more duty applies today." : `${count} more duties apply today.`),
    asSoonAs: (count) =>
      count === 1
        ? "One more duty applies only if something changes. The annex lists it with its condition."
        : `${count} more duties apply only if something changes. The annex lists them with their conditions.`,
    denied: (count) =>
      count === 1
        ? "One duty does not apply, by the organisation’s own statement. The annex lists it with its question."
        : `${count} duties do not apply, by the organisation’s own statements. The annex lists them with their questions.`,
    soonTitle: "What may become a duty",
  },
  steps: {
    title: (count, end) => `${count === 1 ? "One initiative" : `${count} initiatives`} by ${end}`,
    lead: "In the order in which they begin: duties as early as possible, each initiative after what it needs.",
    others: "Further initiatives of the plan",
    notInPlan: "Deliberately not in this plan",
    notInPlanMore: (count) =>
      count === 1 ? "The annex lists one more with its reason." : `The annex lists ${count} more with their reasons.`,
    why: "Why",
    who: "Who and by when",
    needs: "Cost and time",
    duty: "Duty",
  },
  calendar: {
    title: (end) => `The way to ${end}`,
    quarter: "Quarter",
    from: "from",
    starts: "What begins",
    changed: "What this changes",
  },
  comparison: {
    rule: "The numbers are the range that the article speaks for.",
    unclear: (count) =>
      count === 1
        ? "In one field the position is unclear: the organisation’s own band crosses the limit of the range."
        : `In ${count} fields the position is unclear: the organisation’s own band crosses the limit of the range.`,
    lead: "Compared only where an article speaks of organisations of the same kind. This is an editorial reading, not a measurement.",
    others: (count) =>
      count === 1
        ? "For one more field the article speaks of others. The annex lists it."
        : `For ${count} more fields the articles speak of others. The annex lists them.`,
    topic: "Topic",
  },
  money: {
    title: (count, isGranted) => {
      if (count === 0) return "The organisation pays for the plan itself";
      const open = count === 1 ? "One programme is open" : `${count} programmes are open`;
      if (isGranted === null) return open;
      return isGranted ? `${open}; a grant for the plan is possible` : `${open}; no grant for the plan is known`;
    },
    programme: "Programme",
    more: (count) => (count === 1 ? "The annex lists one more programme." : `The annex lists ${count} more programmes.`),
    help: "Who helps or gives information for free",
    check: "Before any application, check with the funder that the programme is still open.",
  },
  method: {
    title: "How the level is worked out",
    questions: "Questions",
    questionsText: (count) =>
      `${count} questions on nine topics. Each answer is one of five levels, from “nothing in place” to “reviewed every year”.`,
    calculation: "Calculation",
    calculationText: "The level is the share in place of what was asked about, from 0 to 100.",
    securedText: "The secured stage is never higher than the lowest of the four foundation topics.",
    openText: "An open question counts as not in place. The highest possible value assumes that all open answers were at the top.",
    limits: "Limits",
    limitsText: (isChecked) =>
      `A self-assessment that ${isChecked ? "a second person has checked in part" : "nobody has checked"}; not validated. No legal advice, no ranking, no supervision.`,
    estimates: "Estimates",
    estimatesText: "Cost and time are estimated by size class. The annex gives the basis and examples.",
    tool: (version, content, date) => `Method: KI-Pegel, questionnaire ${version}, content ${content}, report of ${date}.`,
    sources: "Legal bases",
  },
  resolution: {
    title: (organisation) => `Council paper: use of artificial intelligence, ${organisation}`,
    facts: {
      ...{ subject: "Subject", body: "Decision-making body", session: "Meeting", number: "Paper no.", author: "Author" },
      ...{ publicity: "Session", budgetLine: "Budget line", staff: "Internal staff" },
    },
    publicity: "open / closed",
    budgetLine: "product and account: ……………………",
    staffUntil: (effort, end, yearly) => `${effort} by ${end}${yearly ? `, then ${yearly} a year` : ""}`,
    subject: "Where things stand on artificial intelligence, and initiatives",
    toFill: "……………………",
    reasons: "Reasons",
    quickBasis: "This rests on the nine questions of the quick check.",
    costs: "Financial implications",
    legal: "Legal implications",
    legalText: (state, titles) =>
      `${{ all: "They are", met: "Met", open: "Without full evidence", unasked: "Not asked about" }[state]}: ${titles}.`,
    legalLater: (titles) => `These apply later: ${titles}.`,
    since: (title, since) => `${title} (${since})`,
    alternatives: "Alternatives",
    attachments: "Attachments",
    attachment: "Report and annex “Evidence, initiatives and sources”",
  },
  owner: {
    steps: (count) => (count === 1 ? "The next step" : count === 2 ? "Two steps" : "Three steps"),
    help: "Free help from",
    costs: "Costs",
    pays: "Helps to pay",
    brings: "Brings",
    notYet: "Not yet",
    funding: "Funding",
    noFunding: "none that fits is open at present",
    planTitle: "The whole plan",
    topicsTitle: "Topic by topic",
    legal: "Self-assessment, no legal advice. Check funding with the funder before applying.",
  },
};
