/** Words about mails to people whom an owner asks for something. */
export const mails = {
  address: "E-\u2060Mail-Adresse der Person",
  addressHint: "Wir schicken eine einzige E-\u2060Mail dorthin und speichern die Adresse nicht.",
  notSetUp: "Dieser Server verschickt keine E-\u2060Mails. Kopieren Sie den Text, oder öffnen Sie ihn in Ihrem E-\u2060Mail-Programm.",
  handOn: "Text zum Weitergeben",
  open: "Text im E-\u2060Mail-Programm öffnen",
  sent: (address: string) => `Die E-\u2060Mail an ${address} ist verschickt. Die Adresse haben wir nicht gespeichert.`,
  failed: (address: string) => `Die E-\u2060Mail an ${address} ließ sich nicht verschicken. Bitte geben Sie den Text selbst weiter.`,
  errors: {
    address: "Bitte geben Sie eine E-\u2060Mail-Adresse an, zum Beispiel name@example.org.",
    tooMany: "In der letzten Stunde sind zu viele E-\u2060Mails verschickt worden. Bitte geben Sie den Text selbst weiter.",
    notSent: "Die E-\u2060Mail ließ sich gerade nicht verschicken. Bitte geben Sie den Text selbst weiter.",
  },
  subjects: {
    invite: "KI-Pegel: Bitte beantworten Sie einige Fragen",
    nudge: "KI-Pegel: Ihre Antworten fehlen noch",
    check: "KI-Pegel: Bitte prüfen Sie einige Antworten",
    client: "KI-Pegel: Der Link zu Ihrer Bewertung",
  },
  foot: (origin: string) =>
    `--\nDiese E-Mail hat jemand über ${origin} an Sie geschickt. Ihre Adresse ist dort nicht gespeichert. Eine Antwort auf diese E-Mail erreicht niemanden; fragen Sie in Ihrem Haus nach. Wenn Sie nichts damit zu tun haben, löschen Sie sie einfach.`,
};
