import type { reminders as german } from "../de/reminders";

export const reminders: typeof german = {
  title: "Reminder by email",
  text: "We send you an email in the month you choose. Before that, you confirm the address by a link. After the reminder we delete it.",
  notSetUp: "This server sends no emails. Use the calendar file.",
  month: "Month of the reminder",
  address: "Email address",
  addressHint: "For this reminder only. It appears in no report and no file.",
  submit: "Request confirmation",
  sent: "We have sent you an email. Please confirm the address within two days.",
  removed: "The reminder has been deleted.",
  waiting: "Scheduled",
  entry: (month, address, isConfirmed) => `${month}, ${address}: ${isConfirmed ? "confirmed" : "waiting to be confirmed"}`,
  remove: "Delete",
  removeOf: (month) => `: reminder in ${month}`,
  errors: {
    month: "Please choose a month from the list.",
    address: "Please give an email address, such as name@example.org.",
    tooMany: "An assessment cannot have more than five reminders. Delete another one first.",
    notSent: "The email could not be sent just now. Please try again later, or use the calendar file.",
  },
  page: {
    title: "Reminder",
    ask: (month) => `Would you like to be reminded of the next round by email in ${month}?`,
    confirmed: (month) => `You will be reminded in ${month}. After that we delete your address.`,
    confirm: "Yes, remind me",
    stop: "Do not remind me, delete the address",
    nothing: "No address is stored under this link. You will not get an email.",
  },
  mails: {
    confirm: {
      subject: "KI-Pegel: please confirm your reminder",
      text: (month, url, origin) =>
        `Hello,\n\nsomebody has asked ${origin} to remind this address in ${month}.\n\nConfirm or stop: ${url}\n\nIf you do nothing, we delete the address after two days.\n`,
    },
    due: {
      subject: "KI-Pegel: time for the next round",
      text: (home, url) =>
        `Hello,\n\nyou wanted to be reminded this month of the next round of your assessment. Open the editing link that you have kept and choose “Rounds and targets” there.\n\n${home}\n\nWith this email we delete your address. Should you get another one, stop it here: ${url}\n`,
    },
  },
};
