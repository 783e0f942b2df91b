import type { mails as german } from "../de/mails";

export const mails: typeof german = {
  address: "The person’s email address",
  addressHint: "We send a single email there and do not store the address.",
  notSetUp: "This server sends no emails. Copy the text, or open it in your email program.",
  handOn: "Text to pass on",
  open: "Open the text in your email program",
  sent: (address) => `The email to ${address} has been sent. We have not stored the address.`,
  failed: (address) => `The email to ${address} could not be sent. Please hand on the text yourself.`,
  errors: {
    address: "Please give an email address, such as name@example.org.",
    tooMany: "Too many emails have been sent within the last hour. Please hand on the text yourself.",
    notSent: "The email could not be sent just now. Please hand on the text yourself.",
  },
  subjects: {
    invite: "KI-Pegel: please answer a few questions",
    nudge: "KI-Pegel: your answers are still missing",
    check: "KI-Pegel: please check a few answers",
    client: "KI-Pegel: the link to your assessment",
  },
  foot: (origin) =>
    `--\nSomebody has sent you this email through ${origin}. Your address is not stored there. A reply to it reaches nobody; please ask in your organisation. If it is none of your business, simply delete it.`,
};
