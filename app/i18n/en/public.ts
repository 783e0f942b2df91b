import type * as german from "../de/public";

export const regions: typeof german.regions = {
  title: "The five benchmark regions",
  lead: "For each region we read one article: what does it say on our nine topics? The result is a band, never a single number. Where the article is silent, we say “no evidence”.",
  label: "Editorial reading of one article per region. Not a ranking.",
  codingRules: "The rules we follow",
  cells: (count) => `Statements on ${count} of 9 topics`,
  overall: (low, high) => `Overall band ${low} to ${high}`,
  noOverall: "No overall band: statements on fewer than 65% of the topics.",
  document: "Article read",
  warnings: "Bear in mind when reading",
  evidence: "What the article says",
  noEvidence: "No evidence: the article says nothing about this.",
  direction: "Direction",
  back: "All regions",
  matrix: "Overview of all regions and topics",
};

export const initiatives: typeof german.initiatives = {
  title: "Initiatives",
  lead: "All the initiatives the report chooses from. Cost and effort are our own estimates; each one states what they rest on.",
  track: "For whom",
  dimension: "Topic",
  all: "all",
  search: "Search term",
  apply: "Show",
  count: (count) => (count === 0 ? "No initiative matches this selection." : count === 1 ? "One initiative" : `${count} initiatives`),
  reset: "Clear selection",
  liftsTitle: "What it achieves",
  lifts: (item, level) => `${item}: up to level ${level}`,
  bySize: "Cost and effort by size",
  size: "Size",
  costNote: "One-off spending in euros, not counting your own working time.",
  back: "All initiatives",
  requiresItem: (item, level, unlessUnmanaged) =>
    `${item}: level ${level} or higher${unlessUnmanaged ? ", unless AI is already used without agreed rules" : ""}`,
  requiresStage: (dimension, stage) => `${dimension}: stage ${stage} or higher`,
};

export const funding: typeof german.funding = {
  title: "Funding",
  lead: "Programmes, loans and free services. Programmes that have ended are listed only here; they are never recommended.",
  statuses: { open: "open", opens: "yet to open", paused: "suspended", unclear: "status unclear", ended: "ended" },
  kinds: { grant: "grant", loan: "loan", service: "free service", tax: "tax relief" },
  ends: "Ends on",
  who: "For whom",
  where: "Where",
  funder: "Provided by",
  everywhere: "all of Germany",
  amount: "Amount",
  status: "Status",
  kind: "Type",
  privateOnly: "only for companies that are mostly privately owned",
  count: (count) => (count === 0 ? "No programme matches this selection." : count === 1 ? "One programme" : `${count} programmes`),
  land: "Land (federal state)",
};

export const law: typeof german.law = {
  title: "Law",
  count: (count) => (count === 0 ? "No provision matches this word." : count === 1 ? "One provision" : `${count} provisions`),
  lead: "What the law requires of municipalities and companies that use AI. Every entry gives its date and source. This is not legal advice.",
  appliesFrom: (date) => `applies from ${date}`,
  changes: "What changes and when",
  unconfirmed: "Not confirmed:",
};

export const method: typeof german.method = {
  questionnaires: "The questionnaires in full",
  questionnaire: (track) => `Questionnaire: ${track}`,
  questionnaireLead: (count, version) =>
    `${count} questions on nine topics, version ${version}. Questions with a star belong to the quick check.`,
  keyItem: "part of the quick check",
  sourcesOf: "Based on",
};

export const sources: typeof german.sources = {
  title: "Sources",
  lead: "Everything that questions, comparison, initiatives, law and funding rest on, each with its date and the quality of the source.",
  documents: "Documents analysed",
  others: "Other sources",
  findings: "What we took from the documents",
  notFound: "What we did not find",
  notFoundIntro:
    "This is what we looked for, and where. Not found does not mean that it does not exist. Do you know more? Write to us; the address is in the legal notice.",
};

export const accessibility: typeof german.accessibility = {
  reportTitle: "Form: report a barrier",
  reportLead: "Is something not accessible to you? Tell us what it is and on which page.",
  message: "What is not accessible?",
  contact: "How can we reach you?",
  contactHint: "Only if you would like a reply, for example an email address.",
  submit: "Report barrier",
  thanksTitle: "Thank you for your report",
  thanks: "It has been saved. The operator will read it.",
  messageMissing: "Please describe the barrier.",
  messageTooLong: "The text is too long. At most 5,000 characters.",
  contactTooLong: "The text is too long. At most 200 characters.",
};

export const operator: typeof german.operator = { missing: "[not yet provided by the operator]" };
