import type { Words } from "..";

export const document: Words["document"] = {
  description: (organisation) =>
    organisation ? `AI readiness report for ${organisation}, made with KI-Pegel` : "AI readiness report, made with KI-Pegel",
  contents: "Contents",
  page: "Page",
  of: "of",
  author: "Responsible for this report",
  questionnaire: "Questionnaire",
  place: "Land",
  size: "Size",
  sector: "Sector",
  cover: "Self-assessment, not validated, no legal advice. The chapter “How the result was reached” says where each number comes from.",
  authorsSummary: "Summary",
  outdated: "Answers have changed since this text was written. Numbers in the text may be out of date.",
  comment: "Comment",
  standing: "Where we stand",
  steps: "The next steps",
  asked: { municipality: "What the council should decide", sme: "What needs a decision now" },
  askedFor: {
    notice: "Take note of the result of this self-assessment.",
    duties: (titles) => `Meet the legal duties: ${titles}.`,
    means: (count, cost, days) =>
      count === 1
        ? `Provide ${cost} and ${days} for the first step (our estimate).`
        : `Provide ${cost} and ${days} in all for the first ${count} steps (our estimate).`,
    again: "Repeat the assessment after half a year and have it reported.",
  },
  chartCaption: "Scores of the nine topics with their ranges, on a scale from 0 to 100",
  radarCaption: "The nine scores as a radar chart",
  planCaption: "Which initiative runs in which quarter",
  frontierCaption: "Overall score within reach as money rises",
  chartAlternative: (values) => `Chart of the nine topics. ${values}. The table in the next chapter has the same numbers.`,
  radarAlternative: "Radar chart of the nine scores. The table below has the same numbers.",
  planAlternative: (rows) => `Timeline. ${rows}. The table below says the same.`,
  frontierAlternative: (low, high) =>
    `Curve: the overall score within reach rises with the money from ${low} to ${high}. The table below has the numbers.`,
  valueOf: (name, value, interval) => `${name}: ${value}, range ${interval}`,
  runsIn: (title, start, end) => `${title}: ${start} to ${end}`,
  numbers: "The numbers",
  regions: "Compared with the five regions",
  regionsCaption: (dimension) => `${dimension}: compared with the regions`,
  basisCaption: (dimension) => `${dimension}: questions, answers and evidence`,
  evidenceOf: "Direction and strength",
  questionSources: "Sources of the questions",
  none: "none",
  openTitle: "Open questions",
  openLead: "These questions have no level yet. First find out who knows. Every answer narrows the range.",
  openNone: "All questions that apply have a level.",
  suggestedFrame: "Nobody has set a frame yet. This roadmap follows our suggestion:",
  frame: (budget, days, quarters) => `Frame: ${budget}, ${days} person-days a quarter, ${quarters}.`,
  notPlanned: "No roadmap fits this frame.",
  sourcesTitle: "Sources",
  sourcesLead: "All documents that this report rests on.",
  simulated:
    "The range says how low or high the score would be if every open question were answered with level 0 or level 4. The span “in 9 of 10 runs” also varies weights, the kind of mean and the answers. So the two can differ from each other and from the score.",
};
