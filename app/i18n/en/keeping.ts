import type { keeping as german } from "../de/keeping";

export const keeping: typeof german = {
  device: {
    title: "Your assessments on this device",
    lead: "Anyone who shares this device can open them.",
    changed: (day) => `last changed on ${day}`,
    forget: "Forget",
    forgetOne: (name) => `Forget ${name} on this device`,
    readOnly: "read only",
    all: (count) => `Show all ${count}`,
    partsTitle: "Questions that you were asked to answer",
    forgetPart: (name) => `Forget the questions for ${name} on this device`,
    forgetAll: "Forget everything on this device",
  },
  forget: {
    title: "Forget on this device",
    one: (name) => `This device will no longer open “${name}”.`,
    part: (name) => `This device will no longer open your questions for “${name}”.`,
    partWarning: "Nothing is deleted. But without your link you cannot open them again. Do you still have it?",
    held: (assessments, parts, mappen) => [
      ...(assessments > 0 ? [assessments === 1 ? "one assessment" : `${assessments} assessments`] : []),
      ...(parts > 0 ? ["the questions from invitations"] : []),
      ...(mappen > 0 ? [mappen === 1 ? "one workspace" : `${mappen} workspaces`] : []),
    ],
    all: (held) => `This device will no longer open: ${held}.`,
    allBesideAccount: "This device will no longer open anything that is not in your account.",
    alsoInAccount: "You are signed in: after that, your account no longer opens it either, on any device.",
    warning: "Nothing is deleted. But without the editing link or a saved file you cannot open it again. Have you kept the link?",
    confirm: "Forget",
    cancel: "Back to the start page",
  },
  noCookies: {
    title: "Your browser takes no cookies",
    text: "Nothing was created. Without a cookie you could not open your assessment again after the first step. Allow cookies for this site and begin once more. It is a single one, and all it does is let your browser open your assessments.",
  },
  kept: (day, months) => `Kept until ${day} at least. Each change extends that to ${months} months.`,
  expiry: {
    text: (day, months) =>
      `This assessment will be deleted from ${day} on, because nobody has changed anything in it for so long. Every change extends the time to ${months} months.`,
    keep: "Keep it longer",
  },
  opened: {
    text: (version, today) => `The file was answered under questionnaire ${version}. Today’s is questionnaire ${today}.`,
    carried: (count) => (count === 1 ? "One answer still holds." : `${count} answers still hold.`),
    review: (count) =>
      count === 1
        ? "One answer needs your confirmation, because the question has become more exact."
        : `${count} answers need your confirmation, because the questions have become more exact.`,
    dropped: (count) =>
      count === 1
        ? "One answer was dropped, because the question means something else today."
        : `${count} answers were dropped, because the questions mean something else today.`,
  },
  older: {
    title: "There is a newer questionnaire",
    text: (version, today) =>
      `This assessment was answered under questionnaire ${version}, and so its report stays. You can change to questionnaire ${today}.`,
    then: "After that:",
    dropped: "These answers would be dropped:",
    lost: "This will be lost:",
    people: (count) =>
      count === 1
        ? "the answers, notes and evidence of one person in the team. Only what counts for everybody carries over: the recorded answer, otherwise the middle one. They keep their link and answer again."
        : `the answers, notes and evidence of ${count} people in the team. Only what counts for everybody carries over: the recorded answer, otherwise the middle one. They keep their links and answer again.`,
    recorded: (count) => (count === 1 ? "the reason for one recorded answer" : `the reasons for ${count} recorded answers`),
    checks: (count) => (count === 1 ? "the check of one answer" : `the checks of ${count} answers`),
    back: "There is no way back. The saved file keeps the present state, with everything that would be lost.",
    saveFile: "Download the saved file",
    convert: (today) => `Change to questionnaire ${today}`,
  },
  previous: {
    title: "Please confirm",
    text: "These answers come from an earlier questionnaire and count only once you have confirmed or changed them:",
    answer: (version, answer) => `Your answer to the earlier question (questionnaire ${version}): ${answer}. Please answer again.`,
    level: (level, words) => (words ? `level ${level}, “${words}”` : `level ${level}`),
  },
};
