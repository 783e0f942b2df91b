/** Words about reminders by mail. */
export const reminders = {
  title: "Erinnerung per E-\u2060Mail",
  text: "Wir schicken Ihnen im gewählten Monat eine E-\u2060Mail. Vorher bestätigen Sie die Adresse über einen Link. Nach der Erinnerung löschen wir sie.",
  notSetUp: "Dieser Server verschickt keine E-\u2060Mails. Nutzen Sie die Kalenderdatei.",
  month: "Monat der Erinnerung",
  address: "E-\u2060Mail-Adresse",
  addressHint: "Nur für diese Erinnerung. Sie steht in keinem Bericht und in keiner Datei.",
  submit: "Bestätigung anfordern",
  sent: "Wir haben Ihnen eine E-\u2060Mail geschickt. Bitte bestätigen Sie die Adresse innerhalb von zwei Tagen.",
  removed: "Die Erinnerung ist gelöscht.",
  waiting: "Vorgemerkt",
  entry: (month: string, address: string, isConfirmed: boolean) =>
    `${month}, ${address}: ${isConfirmed ? "bestätigt" : "wartet auf Bestätigung"}`,
  remove: "Löschen",
  removeOf: (month: string) => `: Erinnerung im ${month}`,
  errors: {
    month: "Bitte wählen Sie einen Monat aus der Liste.",
    address: "Bitte geben Sie eine E-\u2060Mail-Adresse an, zum Beispiel name@example.org.",
    tooMany: "Mehr als fünf Erinnerungen kann eine Bewertung nicht haben. Löschen Sie zuerst eine andere.",
    notSent: "Die E-\u2060Mail ließ sich gerade nicht verschicken. Bitte versuchen Sie es später, oder nutzen Sie die Kalenderdatei.",
  },
  page: {
    title: "Erinnerung",
    ask: (month: string) => `Möchten Sie im ${month} per E-\u2060Mail an die nächste Runde erinnert werden?`,
    confirmed: (month: string) => `Sie werden im ${month} erinnert. Danach löschen wir Ihre Adresse.`,
    confirm: "Ja, erinnern",
    stop: "Nicht erinnern, Adresse löschen",
    nothing: "Unter diesem Link ist keine Adresse gespeichert. Sie bekommen keine E-\u2060Mail.",
  },
  mails: {
    confirm: {
      subject: "KI-Pegel: Bitte bestätigen Sie Ihre Erinnerung",
      text: (month: string, url: string, origin: string) =>
        `Guten Tag,\n\nfür diese Adresse hat jemand auf ${origin} eine Erinnerung im ${month} bestellt.\n\nBestätigen oder abbestellen: ${url}\n\nWenn Sie nichts tun, löschen wir die Adresse nach zwei Tagen.\n`,
    },
    due: {
      subject: "KI-Pegel: Zeit für die nächste Runde",
      text: (home: string, url: string) =>
        `Guten Tag,\n\nSie wollten in diesem Monat an die nächste Runde Ihrer Bewertung erinnert werden. Öffnen Sie dafür Ihren gespeicherten Link zum Bearbeiten und dort „Runden und Ziele“.\n\n${home}\n\nMit dieser E-Mail löschen wir Ihre Adresse. Falls Sie doch noch eine bekommen, hier abbestellen: ${url}\n`,
    },
  },
};
