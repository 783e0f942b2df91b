import type { screen as german } from "../de/screen";

export const screen: typeof german = {
  headlines: {
    using: (who, use) => `${who} ${use}`,
    topics: (strong, weak) => `Stronger in ${strong}, weaker in ${weak}`,
    topicsOpen: (open, of) => `${open} of ${of} answers are still open`,
    topicsQuick: "Nine answers, topic by topic",
    duties: (now) => (now === 1 ? "One duty applies now" : `${now} duties apply now`),
    dutiesFree: "By your answers no duty applies today",
    dutiesOpen: (title, open, now) =>
      open === 0
        ? `${title}, everything for it is in place`
        : open === now
          ? `${title}, ${now === 1 ? "and something for it is open" : "and for each something is open"}`
          : `${title}, for ${open} of them something is open`,
    plan: (steps, end, before, after) =>
      `${steps === 1 ? "One step raises" : `${steps} steps raise`} your level from ${before} to ${after} by ${end}`,
    planOpen: (steps, end) => `${steps === 1 ? "One step" : `${steps} steps`} by ${end}`,
    planEmpty: "The plan has no steps yet",
    funding: (count) => (count === 1 ? "One programme is open to you" : `${count} programmes are open to you`),
    fundingNone: "At present we know of no programme open to you",
    comparison: (places) => `Beside five regions: ${places}`,
    times: (count, position) => `${count === 1 ? "once" : `${count} times`} ${position}`,
    comparisonNone: "No article about the five regions can be compared with you",
    certainty: (low, high) => `Experts would mostly arrive at ${low} to ${high}`,
    initiatives: (count) => (count === 1 ? "One initiative would help you" : `${count} initiatives would help you`),
  },
  band: (low, high) => `Our assumption: experts would mostly arrive at ${low} to ${high}.`,
  howSure: "How sure is that?",
  whatItSays: "What the value says",
  more: "More about the result",
  steps: "What to do first",
  planLink: (steps) => (steps === 1 ? "Plan with one step" : `Plan with ${steps} steps`),
  firstHalfHour: "First half hour",
  helps: "Helps for free",
  pays: "Pays",
  costs: "Costs",
  ownMoney: "You yourself",
  duty: "Duty",
  aboutProgramme: "More about this programme",
  others: (count) => (count === 1 ? "One more contact" : `${count} more contacts`),
  moreInitiatives: (count) => (count === 1 ? "One more initiative" : `${count} more initiatives`),
  kind: "Kind",
  place: (place, count) => `Number ${place} of ${count}`,
  changeAnswers: "Change the answers",
  compareWith: "Compare with a region, weigh topics differently",
};
