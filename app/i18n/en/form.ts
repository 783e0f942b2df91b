import type { form as german } from "../de/form";

export const form: typeof german = {
  presumed: "no AI yet",
  presumedHint: "Where no AI is used, this question stands at level 0. You can answer it all the same.",
  questionTitle: (number) => `Question ${number}`,
  scale:
    "0 means: not started. 4 means: a fixed part of how you work. “Don’t know” does not count as zero, but it makes the result less certain.",
  levels: ["not started", "planned", "tried out", "introduced", "embedded"],
  dontKnow: "Don’t know",
  dontKnowHint: "Nobody you could ask knows.",
  notApplicable: "Does not apply",
  reason: "Why does it not apply?",
  remarks: "Note and evidence",
  remarksFilled: "Note and evidence (filled in)",
  note: "Note",
  noteHint: "For you and everyone who reads the report. Please do not write about individual people.",
  evidence: "Evidence",
  evidenceHint: "For example a decision, a document or a link. Without evidence, levels 3 and 4 count as self-reported.",
  sources: "Sources",
  sourcesIntro: "This question is based on:",
  clear: "Withdraw answer",
  saveAndNext: "Save and continue",
  saveAndCheck: "Save and check",
  save: "Save",
  back: "Back",
  progress: (answered, asked) => `${answered} of ${asked} questions answered`,
  stateOf: (answered, asked) => (answered === 0 ? "open" : answered === asked ? "complete" : `${answered} of ${asked}`),
  minutesLeft: (minutes) => (minutes === 0 ? "done" : minutes === 1 ? "about 1 minute left" : `about ${minutes} minutes left`),
  errors: {
    "reason-missing": "Please say why the question does not apply.",
    "unknown-choice": "There is no such answer. Please choose one of those shown.",
  },
};
