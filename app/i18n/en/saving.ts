import type { saving as german } from "../de/saving";

export const saving: typeof german = {
  state: {
    idle: "Every change is saved at once.",
    unsaved: "Not saved yet.",
    saving: "Saving …",
    saved: "Saved.",
    incomplete: "Not saved yet: something is missing or not right.",
    conflict: "Something was changed elsewhere. Please decide which version to keep.",
    away: (seconds: number) =>
      `Not saved yet: the server does not answer. Next try in ${seconds === 1 ? "1 second" : `${seconds} seconds`}.`,
    denied: (seconds: number) =>
      `Not saved yet: the server refuses. You may have to sign in again. Next try in ${seconds === 1 ? "1 second" : `${seconds} seconds`}.`,
    foreign: (seconds: number) =>
      `Not saved yet: something else answers in place of the server, perhaps a sign-in page. Next try in ${seconds === 1 ? "1 second" : `${seconds} seconds`}.`,
    gone: "Not saved: your link no longer opens this assessment. Copy what you have entered before you close the page.",
    kept: "What you have entered stays on this device.",
    shown: "What you have entered stays here.",
    goesOn: "Then you move on by itself.",
  },
  conflict: {
    title: "This has been changed elsewhere in the meantime.",
    stored: "Saved:",
    yours: "Yours:",
    nothing: "nothing",
    keepMine: "Keep mine",
    keepStored: "Keep what is saved",
  },
  restored: "Here again is what you had entered and what was not saved yet.",
  discard: "Discard",
  left: (count: number) => (count === 1 ? "1 character left" : `${count.toLocaleString("en-GB")} characters left`),
  over: (count: number) => (count === 1 ? "1 character too long" : `${count.toLocaleString("en-GB")} characters too long`),
  tooLong: (label, over, limit) =>
    `${label}: ${over === 1 ? "1 character" : `${over.toLocaleString("en-GB")} characters`} too long, at most ${limit.toLocaleString("en-GB")}.`,
  summaryTitle: "Please check what you have entered",
  titlePrefix: "Error:",
};
