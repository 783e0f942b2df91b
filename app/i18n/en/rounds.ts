import type { rounds as german } from "../de/rounds";

const points = (value: string) => (value === "1" || value === "1.0" ? "1 point" : `${value} points`);

export const rounds: typeof german = {
  title: "Rounds",
  lead: "Those who answer again after a while see what has changed. Every closed round stays as it was.",
  name: (number) => `Round\u00a0${number}`,
  nameAt: (number, day) => `Round\u00a0${number}, ${day}`,
  link: "Rounds and targets",
  state: {
    first: "Round 1 is under way.",
    running: (number, begun) => `Round ${number} is under way, begun on ${begun}.`,
    waiting: (count) =>
      count === 1
        ? "One earlier answer is waiting for you to confirm it."
        : `${count} earlier answers are waiting for you to confirm them.`,
    between: (number, day) => `Round ${number} was closed on ${day}. Nobody has begun the next one yet.`,
    free: "What you change now belongs to no round and is not part of the history.",
  },
  saved: {
    closed: "The round is closed. Its report stays as it is now.",
    begun: "The new round has begun. Each question shows what you answered last; it counts only once you confirm it.",
    "not-so": "Somebody was faster: the round has already been closed or begun. This is how things are now.",
    "too-many": "An assessment takes no more than 40 rounds. Download the saved file and begin a new assessment.",
  },
  close: {
    title: (number) => `Close round ${number}`,
    text: "After that this round does not change any more: neither its answers nor its report. You can go on in a new round.",
    open: (answered, asked) => `${answered} of ${asked} questions are answered. What is open stays open in this round.`,
    date: "Day of closing",
    dateHint: "The history and the report of the round carry this date.",
    dateError: (from, to) => (from ? `Please give a day from ${from} to ${to}.` : `Please give a day no later than ${to}.`),
    people: (before) => `Did the same people answer as in round ${before}?`,
    peopleHint: "Then even smaller differences are more than chance: from 5 points instead of 13.",
    peopleChoices: { no: "No, or not all of them", yes: "Yes, the same" },
    submit: "Close round",
  },
  begin: {
    title: "Begin a new round",
    text: "All questions are open again. Your last answer is shown beside each; one click confirms it. Plan, targets and link stay.",
    people:
      "Those who answer with you keep their link and start afresh. What was answered in the closed round stays in its report, without names.",
    newer: (version) => `The new round asks the questions of questionnaire ${version}.`,
    submit: "Begin a new round",
  },
  closed: {
    title: "Closed rounds",
    none: "No round has been closed yet.",
    day: "Closed on",
    model: "Questionnaire",
    report: "Report",
  },
  reminder: {
    title: "Reminder",
    text: "Choose a month. You get a file for your calendar; on the first day of that month it says that a new round is due.",
    month: "Month of the next round",
    submit: "Get calendar file",
    event: (name) => (name ? `KI-Pegel: new round for ${name}` : "KI-Pegel: new round"),
    note: (number, origin) => `Begin round ${number}: open the editing link that you have kept, then “Rounds and targets”. ${origin}`,
  },
  past: {
    text: (number, day) => `This is the report of round ${number}, closed on ${day}.`,
    otherContent:
      "Answers and values are the same as then. Initiatives, funding and law come from the content of today, which has been revised since.",
    today: "To the report of today",
    waiting: (number, count) =>
      `Round ${number} is under way. ${count === 1 ? "One earlier answer counts" : `${count} earlier answers count`} here only once somebody confirms ${count === 1 ? "it" : "them"}.`,
    confirm: "Look through and confirm",
    report: (number) => `Report of round ${number}`,
  },
  question: {
    none: "no answer",
    note: "Note",
    evidence: "Evidence",
    trend: "So far",
    target: "Target of the topic",
    keep: "Unchanged",
    keepOf: (question) => `: ${question}`,
    offer: (title) => `The plan says that the initiative “${title}” is done. That would mean:`,
    take: (level) => `Take level ${level}`,
    doneEvidence: (title) => `Initiative done: ${title}`,
  },
  between: {
    text: (number) => `Round ${number} is closed. What you change here belongs to no round.`,
    link: "To the rounds",
  },
  confirm: {
    title: (topic) => `Unchanged? ${topic}`,
    kicker: "Confirm earlier answers",
    lead: "Look at each answer once more. Remove the tick where something has changed: those questions stay open.",
    link: (count) => (count === 1 ? "Look at one earlier answer and confirm it" : `Look at ${count} earlier answers and confirm them`),
    unchanged: "Unchanged",
    planned: "The plan shows a finished initiative for this. Please answer this question yourself.",
    anew: "These questions have become more precise since the last round. Please answer them again:",
    nothing: "Nothing here is waiting for your confirmation.",
    submit: "Confirm ticked answers",
    back: "Back to the questions",
  },
  targets: {
    title: "Targets",
    steps: "Steps of the plan that help with this:",
    noSteps: "No step of the plan helps with this.",
    lead: "What should a topic reach, and by when? Report, plan and history then say how much is missing. Empty fields mean no target.",
    link: "Set targets",
    value: "Target (1 to 100)",
    by: "To be reached by",
    today: (value) => `Today: ${value}`,
    submit: "Save targets",
    errors: {
      value: "Please give a whole number from 1 to 100.",
      by: "Please give the day by which the target should be reached.",
    },
    goal: (value) => `${value} of 100`,
    said: (value, by) => `${value} of 100 ${by}`,
    until: (day) => `by ${day}`,
    untilEnd: (year) => `by the end of ${year}`,
    states: {
      missing: (missing, by) => (missing === "1" ? `1 point to go ${by}` : `${missing} points to go ${by}`),
      overdue: (missing, day) =>
        missing === "1" ? `overdue since ${day}: 1 point to go` : `overdue since ${day}: ${missing} points to go`,
      reached: "reached",
      unknown: "without a value: the quick check does not measure single topics.",
    },
    plannedReaches: "the plan gets there",
    plannedMisses: (missing) => (missing === "1" ? "1 point short even with the plan" : `${missing} points short even with the plan`),
  },
  history: {
    title: "History",
    firstClosed: "One round is closed. Once you begin a new one, you see here what has changed.",
    first: "This is the first round. Once you close it and begin a new one later, you see here what has changed.",
    headline: {
      better: (by) => `Better by ${points(by)}`,
      worse: (by) => `Worse by ${points(by)}`,
      within: "No confirmed change",
      soFar: {
        better: (by) => `Better by ${points(by)} so far`,
        worse: (by) => `Worse by ${points(by)} so far`,
        within: "No confirmed change so far",
      },
      none: "Not comparable",
      notYet: "Nothing to compare yet",
    },
    chart: "Level over the rounds",
    chartLabel: (values) => `Level over the rounds: ${values}`,
    chartHint:
      "Dot: level. Bar: rating band. Dashed: what is possible because answers are open. A dashed connection means that the rounds do not ask the same questions.",
    runningHint: "Empty dot: the round is under way; what is open counts as 0.",
    table: "The values as a table",
    columns: { round: "Round", day: "Day", value: "Level", range: "Possible", band: "Rating band", model: "Questionnaire" },
    running: "under way",
    runningName: (round) => `${round} (under way)`,
    topics: "Topics over the rounds",
    topicsTable: "The topics as a table",
    goalHint: "Dotted: the target of the topic.",
    topicValues: (name, values) => `${name}: ${values}`,
    at: (round, value) => `${round} ${value}`,
    step: (from, fromDay, to, toDay) => `From round\u00a0${from} (${fromDay}) to round\u00a0${to} (${toDay})`,
    changed: "Changed",
    clarified: "Clarified",
    total: "Together",
    signed: (value) => (value === "+1.0" || value === "−1.0" ? `${value} point` : `${value} points`),
    changedHint: "Questions that are answered in both rounds.",
    clarifiedHint: "Answers that were open before, have become so, or do not apply. This is not progress.",
    beyond: (threshold, same) =>
      same
        ? `This is more than the same people answering again would change anyway (from ${threshold} points).`
        : `This is more than answering again would change anyway (from ${threshold} points).`,
    within: (threshold, same) =>
      same
        ? `The change is within what the same people answering again would bring anyway (below ${threshold} points).`
        : `The change is within what answering again would bring anyway (below ${threshold} points).`,
    comparedAll: (count) => `All ${count} questions are compared.`,
    comparedSoFar: (count) => `The ${count} questions answered so far are compared.`,
    compared: (count, of, items) =>
      `${count} of ${of} questions are compared. The earlier round did not ask these, or asked them differently: ${items}.`,
    values: (before, after) => `On the questions compared: ${before} → ${after}.`,
    waiting: (count) =>
      count === 1
        ? "The round is under way: one earlier answer is not confirmed and not compared."
        : `The round is under way: ${count} earlier answers are not confirmed and not compared.`,
    incomparable: "The two rounds have no question in common that has the same meaning.",
    kinds: {
      better: "Better",
      worse: "Worse",
      answered: "Newly answered",
      opened: "No longer known",
      "not-applicable": "No longer applies",
      applicable: "Applies now",
    },
    standings: { open: "open", na: "does not apply", level: (level) => `level ${level}` },
    fromTo: (item, from, to) => `${item}: ${from} → ${to}`,
    unchanged: "No answer has changed.",
    done: "Done in the meantime",
    noneDone: "No initiative has been marked as done in this time.",
    topicColumns: { topic: "Topic", changed: "Changed (points)", clarified: "Clarified (points)" },
    secured: "confirmed",
    notSecured: "not confirmed",
    securedHint: "Confirmed means here that the rating bands of the two rounds do not overlap.",
    earlier: "Earlier steps",
    targets: "Targets",
  },
};
