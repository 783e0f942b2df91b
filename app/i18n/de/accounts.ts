import type { PasswordFault } from "../../core/accounts/password-rule";

const minutes = (count: number) => (count === 1 ? "einer Minute" : `${count} Minuten`);

/** Words about accounts, which the operator may offer. */
export const accounts = {
  link: "Konto",
  /** Where something is refused that an account may open. */
  maybeThere: "Liegt es in Ihrem Konto, öffnet es sich nur, solange Sie angemeldet sind.",
  toAccount: "Im Konto nachsehen",
  address: "E-\u2060Mail-Adresse",
  addressFault: "Geben Sie eine E-\u2060Mail-Adresse an, zum Beispiel name@example.org.",
  password: "Passwort",
  show: "Passwort anzeigen",
  hide: "Passwort verbergen",
  code: "Code",
  codeHint: "Sechs Ziffern aus Ihrer App, oder einer Ihrer Ersatzcodes.",
  wait: (count: number) =>
    `Es gab zu viele Versuche. Versuchen Sie es in ${minutes(count)} wieder, oder setzen Sie unter „Passwort vergessen“ ein neues Passwort. Danach können Sie sich sofort anmelden.`,
  waitCode: (count: number) => `Es gab zu viele Versuche. Versuchen Sie es in ${minutes(count)} wieder.`,
  passwordFaults: (least: number, most: number): Record<PasswordFault, string> => ({
    "too-short": `Das Passwort ist zu kurz. Nehmen Sie mindestens ${least} Zeichen.`,
    "too-long": `Das Passwort ist zu lang. Nehmen Sie höchstens ${most} Zeichen.`,
    common: "Dieses Passwort ist leicht zu erraten: Es steht auf Listen bekannter Passwörter oder wiederholt sich. Nehmen Sie ein anderes.",
    personal: "Dieses Passwort besteht fast nur aus Ihrer Adresse oder dem Namen KI-Pegel. Nehmen Sie ein anderes.",
  }),
  passwordHint: (least: number) =>
    `Mindestens ${least} Zeichen. Mehrere Wörter hintereinander sind gut. Großbuchstaben, Ziffern und Zeichen brauchen Sie nicht.`,
  signIn: {
    title: "Anmelden",
    lead: "Mit einem Konto öffnen Sie Ihre Bewertungen und Mappen auf jedem Gerät.",
    notNeeded: "Sie brauchen kein Konto: Jeder Link öffnet sich auch ohne Anmeldung.",
    forInvitation:
      "Die Einladung in eine Mappe braucht ein Konto. Haben Sie noch keines, legen Sie es an, und öffnen Sie danach den Link aus der Einladung noch einmal.",
    submit: "Anmelden",
    refused: "E-\u2060Mail-Adresse oder Passwort stimmt nicht.",
    provider: (name: string) => `Anmelden mit ${name}`,
    or: "Oder mit einem Passwort",
    signUp: "Konto anlegen",
    reset: "Passwort vergessen",
    notices: {
      "password-set": "Ihr neues Passwort gilt. Auf allen Geräten sind Sie abgemeldet. Bitte melden Sie sich jetzt an.",
      "address-changed": "Ihre neue Adresse gilt. Melden Sie sich künftig mit ihr an.",
      "signed-out": "Sie sind abgemeldet.",
      deleted: "Ihr Konto ist gelöscht. Was es geöffnet hat, öffnet jetzt dieser Browser.",
    },
    faults: {
      failed: "Die Anmeldung hat nicht geklappt. Bitte versuchen Sie es noch einmal.",
      unverified: "Der Anbieter hat Ihre E-\u2060Mail-Adresse nicht bestätigt. Ohne bestätigte Adresse legen wir kein Konto an.",
      other: "Sie haben sich mit einem anderen Konto bestätigt als dem, mit dem Sie hier angemeldet sind.",
    },
    atProvider: (name: string) => `Auch bei ${name} abmelden`,
  },
  secondStep: {
    title: "Code eingeben",
    lead: "Ihr Konto fragt nach einem zweiten Nachweis.",
    submit: "Anmelden",
    refused: "Der Code stimmt nicht, ist abgelaufen oder wurde schon benutzt.",
    lost: "Haben Sie weder App noch Ersatzcodes? Dann hilft auch ein neues Passwort nicht. Wenden Sie sich an die Stelle, die diese Installation betreibt.",
    toOperator: "Zum Impressum",
  },
  signUp: {
    title: "Konto anlegen",
    lead: "Wir schicken Ihnen einen Link. Damit wählen Sie ein Passwort.",
    facts: [
      "Ein Konto ist freiwillig. Bewerten können Sie auch ohne.",
      "Wir speichern Ihre E-\u2060Mail-Adresse, Ihr Passwort in unkenntlicher Form und wo Sie angemeldet sind.",
      "Sie können das Konto jederzeit löschen.",
    ],
    submit: "Link anfordern",
  },
  reset: {
    title: "Passwort vergessen",
    lead: "Wir schicken Ihnen einen Link. Damit setzen Sie ein neues Passwort. Was Ihr Konto öffnet, bleibt erhalten.",
    submit: "Link anfordern",
  },
  sent: {
    signUp:
      "Sehen Sie in Ihr Postfach: In wenigen Minuten kommt eine E-\u2060Mail. Der Link darin gilt 24 Stunden und nur einmal. Kommt nichts, sehen Sie im Spam-Ordner nach.",
    reset:
      "Wenn es zu dieser Adresse ein Konto gibt, kommt in wenigen Minuten eine E-\u2060Mail. Der Link darin gilt eine Stunde und nur einmal. Kommt nichts, sehen Sie im Spam-Ordner nach.",
    address:
      "Wir haben der neuen Adresse einen Link geschickt. Er gilt eine Stunde. Erst wenn Sie ihn öffnen und bestätigen, gilt die neue Adresse.",
  },
  linkPage: {
    signUpTitle: "Passwort für Ihr neues Konto",
    resetTitle: "Neues Passwort",
    addressTitle: "Neue Adresse bestätigen",
    of: (address: string) => `Für ${address}.`,
    signUpSubmit: "Konto anlegen",
    resetSubmit: "Passwort setzen",
    resetHint: "Danach sind Sie auf allen Geräten abgemeldet.",
    addressSubmit: "Diese Adresse ab jetzt verwenden",
    over: { title: "Dieser Link gilt nicht mehr", text: "Er wurde schon benutzt oder ist abgelaufen. Fordern Sie einen neuen an." },
    taken: "Zu dieser Adresse gibt es inzwischen ein anderes Konto.",
  },
  page: {
    title: "Ihr Konto",
    as: (address: string) => `Angemeldet als ${address}.`,
    signOut: "Abmelden",
    holdsTitle: "Meine Bewertungen und Mappen",
    holdsText:
      "Sie öffnen sich auf jedem Gerät, auf dem Sie angemeldet sind. Solange Sie angemeldet sind, kommt dazu, was Sie beginnen oder über einen Link öffnen.",
    holdsNone: "Noch ist nichts in Ihrem Konto. Beginnen Sie eine Bewertung, oder öffnen Sie einen Link.",
    assessments: "Bewertungen",
    mappen: "Mappen",
    may: { edit: "bearbeiten", check: "prüfen", read: "lesen" },
    drop: "Aus dem Konto nehmen",
    dropOne: (name: string) => `${name} aus dem Konto nehmen`,
    dropHint: "Dabei wird nichts gelöscht. Ohne den Link kommen Sie danach aber nicht mehr heran.",
    elsewhere: (count: number) =>
      count === 1
        ? "Eine Bewertung oder Mappe öffnet nur dieser Browser, nicht Ihr Konto."
        : `${count} Bewertungen und Mappen öffnet nur dieser Browser, nicht Ihr Konto.`,
    takeOver: "Ins Konto übernehmen",
    takeOverHint: "Ohne Anmeldung öffnet dieser Browser sie danach nicht mehr. Ihre Links gelten weiter.",
    sessionsTitle: "Angemeldet auf",
    thisOne: "dieser Browser",
    unknownBrowser: "Unbekannter Browser",
    session: (begun: string, seen: string) => `seit ${begun}, zuletzt ${seen}`,
    end: "Abmelden",
    endOne: (browser: string) => `${browser} abmelden`,
    endOthers: "Alle anderen abmelden",
    wayTitle: "So melden Sie sich an",
    changePassword: "Passwort ändern",
    setPassword: "Passwort setzen",
    changeAddress: "E-\u2060Mail-Adresse ändern",
    codesOn: "Zusätzlich mit einem Code: eingeschaltet",
    codesOff: "Zusätzlich mit einem Code: ausgeschaltet",
    codesChange: "Code einrichten oder ändern",
    dataTitle: "Ihre Daten",
    download: "Alles herunterladen, was wir über Ihr Konto speichern (JSON)",
    remove: "Konto löschen …",
    idle: (months: number) => `Ein Konto, mit dem sich ${months} Monate lang niemand anmeldet, löschen wir.`,
    saved: {
      address: "Ihre neue Adresse gilt. Melden Sie sich künftig mit ihr an.",
      password: "Ihr neues Passwort gilt. Auf allen anderen Geräten sind Sie abgemeldet.",
      ended: "Abgemeldet.",
      taken: "Ins Konto übernommen.",
      dropped: "Aus dem Konto genommen.",
      confirmed: "Danke. Sie können jetzt ändern, was Sie wollten.",
      "codes-off": "Beim Anmelden fragt niemand mehr nach einem Code.",
    },
  },
  confirm: {
    title: "Bitte bestätigen Sie, dass Sie es sind",
    lead: "Bevor sich etwas an Ihrem Konto ändert, fragen wir noch einmal nach.",
    submit: "Bestätigen",
    refused: "Passwort oder Code stimmt nicht.",
    provider: (name: string) => `Mit ${name} bestätigen`,
  },
  changePassword: {
    title: "Passwort ändern",
    lead: "Danach sind Sie auf allen anderen Geräten abgemeldet.",
    next: "Neues Passwort",
    submit: "Passwort ändern",
  },
  changeAddress: {
    title: "E-\u2060Mail-Adresse ändern",
    lead: (address: string) => `Bisher: ${address}. Die neue Adresse gilt, sobald Sie den Link bestätigen, den wir ihr schicken.`,
    next: "Neue E-\u2060Mail-Adresse",
    submit: "Link an die neue Adresse schicken",
  },
  codes: {
    title: "Anmelden mit einem Code",
    lead: "Mit einem Code aus einer App kommt niemand in Ihr Konto, der nur Ihr Passwort kennt.",
    steps: "Öffnen Sie eine App für Einmalcodes (TOTP) auf Ihrem Telefon, und lesen Sie dieses Bild ein.",
    picture: "QR-Code für Ihre App",
    openHere: "Die App ist auf diesem Gerät: dort öffnen",
    secret: "Oder tippen Sie diesen Schlüssel ein:",
    first: "Code aus der App",
    firstHint: "Sechs Ziffern. So sehen wir, dass es klappt.",
    on: "Code einschalten",
    wrong: "Der Code stimmt nicht. Prüfen Sie die Uhr Ihres Telefons, und nehmen Sie den neuesten Code.",
    isOn: "Beim Anmelden fragen wir nach einem Code.",
    left: (count: number) => (count === 1 ? "Sie haben noch einen Ersatzcode." : `Sie haben noch ${count} Ersatzcodes.`),
    renew: "Neue Ersatzcodes",
    off: "Code ausschalten",
    recoveryTitle: "Ihre Ersatzcodes",
    recoveryText:
      "Falls Sie Ihr Telefon verlieren: Jeder dieser Codes gilt einmal. Drucken Sie sie, oder schreiben Sie sie ab. Wir zeigen sie nur jetzt.",
    done: "Ich habe sie notiert",
  },
  remove: {
    title: "Konto löschen",
    text: (address: string) => `Wir löschen das Konto ${address} mit allem, was darüber gespeichert ist.`,
    stays: (count: number) =>
      count === 0
        ? "Bewertungen und Mappen sind nicht darin."
        : count === 1
          ? "Eine Bewertung oder Mappe bleibt bestehen. Sie öffnet sich mit ihrem Link und in diesem Browser."
          : `${count} Bewertungen und Mappen bleiben bestehen. Sie öffnen sich mit ihren Links und in diesem Browser.`,
    others: "Wer sie sonst öffnen darf, darf es weiter.",
    invited:
      "Für eine Mappe, in die Sie eingeladen wurden, haben Sie keinen Link: Sie öffnet sich danach nur noch in diesem Browser. Ihr Name bleibt dort, bis man Sie aus der Mappe nimmt; bitten Sie vorher darum.",
    shared: "Ist das nicht Ihr eigenes Gerät, notieren Sie sich vorher die Links, und nehmen Sie Bewertungen und Mappen aus dem Konto.",
    confirm: "Ja, Konto endgültig löschen",
    cancel: "Nein, zurück",
  },
  invitation: {
    title: "Einladung in eine Mappe",
    text: (name: string, right: string) => `Mappe „${name}“: Sie dürfen ${right}.`,
    accept: "In mein Konto aufnehmen",
    over: {
      title: "Diese Einladung gilt nicht mehr",
      text: "Sie wurde schon angenommen, zurückgenommen oder ist abgelaufen. Bitten Sie um eine neue.",
    },
    as: (address: string) => `Sie sind angemeldet als ${address}. Nur dieses Konto bekommt die Mappe.`,
  },
  ofMappe: {
    title: "Menschen mit Konto",
    text: "Laden Sie eine E-\u2060Mail-Adresse ein. Der Link in der Einladung gilt einmal und 14 Tage. Wer angemeldet ist, nimmt damit die Mappe in das eigene Konto auf.",
    submit: "Einladen",
    ownerHint: "alles, auch Menschen einladen und die Mappe löschen",
    byAccount: "mit Konto",
    until: (day: string) => `eingeladen bis ${day}`,
    renew: "Neu einladen",
    renewOne: (name: string) => `${name} neu einladen`,
    remove: "Zugang zurücknehmen",
    removeOne: (name: string) => `${name} den Zugang zurücknehmen`,
    invited: (address: string, isMailed: boolean) =>
      isMailed
        ? `Wir haben die Einladung an ${address} geschickt. Sie können den Link auch selbst weitergeben:`
        : `Geben Sie ${address} diesen Link:`,
    link: "Einladung, gilt einmal",
    beside: "Sie wurden in diese Mappe eingeladen. Den Link mit allen Rechten hat, wer sie angelegt hat.",
  },
  /** Sentences of the privacy page that depend on whether there are accounts. */
  privacy: {
    noMoreCookies: "Andere Cookies gibt es nicht.",
    moreCookies: "Weitere gibt es nur, wenn Sie sich anmelden; siehe „Konten“.",
  },
  mails: {
    "sign-up": {
      subject: "KI-Pegel: Ihr Konto",
      text: (url: string, origin: string) =>
        `Guten Tag,\n\nfür diese Adresse möchte jemand auf ${origin} ein Konto anlegen. Wählen Sie hier ein Passwort:\n\n${url}\n\nDer Link gilt 24 Stunden und nur einmal. Waren Sie das nicht, tun Sie nichts: Dann entsteht kein Konto.\n`,
    },
    taken: {
      subject: "KI-Pegel: Sie haben schon ein Konto",
      text: (url: string, origin: string) =>
        `Guten Tag,\n\nfür diese Adresse wollte jemand auf ${origin} ein Konto anlegen oder sie für ein anderes Konto verwenden. Sie haben aber schon eines. Wenn Sie das Passwort vergessen haben, setzen Sie hier ein neues:\n\n${url}\n\nDer Link gilt eine Stunde und nur einmal. Waren Sie das nicht, tun Sie nichts: Dann ändert sich nichts.\n`,
    },
    reset: {
      subject: "KI-Pegel: Neues Passwort",
      text: (url: string, origin: string) =>
        `Guten Tag,\n\nfür Ihr Konto auf ${origin} hat jemand ein neues Passwort angefordert. Setzen Sie es hier:\n\n${url}\n\nDer Link gilt eine Stunde und nur einmal. Waren Sie das nicht, tun Sie nichts: Dann ändert sich nichts.\n`,
    },
    address: {
      subject: "KI-Pegel: Bitte bestätigen Sie Ihre neue Adresse",
      text: (url: string, origin: string) =>
        `Guten Tag,\n\ndiese Adresse soll ab jetzt zu einem Konto auf ${origin} gehören. Bestätigen Sie das hier:\n\n${url}\n\nDer Link gilt eine Stunde und nur einmal. Waren Sie das nicht, tun Sie nichts: Dann ändert sich nichts.\n`,
    },
    changed: {
      subject: "KI-Pegel: An Ihrem Konto hat sich etwas geändert",
      what: {
        password: "das Passwort Ihres Kontos wurde geändert.",
        address: "Ihr Konto hat jetzt eine andere E-\u2060Mail-Adresse. An diese hier schreiben wir nicht mehr.",
        deleted: "Ihr Konto wurde gelöscht. Bewertungen und Mappen bleiben und öffnen sich mit ihren Links.",
        "codes-on": "beim Anmelden fragen wir jetzt zusätzlich nach einem Code.",
        "codes-off": "beim Anmelden fragen wir nicht mehr nach einem Code.",
        provider: "mit Ihrem Konto kann man sich jetzt auch über den Anmeldedienst dieser Installation anmelden.",
      },
      text: (what: string, url: string) =>
        `Guten Tag,\n\n${what}\n\nWaren Sie das nicht? Setzen Sie unter „Passwort vergessen“ ein neues Passwort, und wenden Sie sich an die Stelle, die diese Installation betreibt.\n\n${url}\n`,
      /** To an address that opens no account any more: a new password helps nobody there. */
      lastText: (what: string, url: string) =>
        `Guten Tag,\n\n${what}\n\nWaren Sie das nicht? Wenden Sie sich gleich an die Stelle, die diese Installation betreibt:\n\n${url}\n`,
    },
    invitation: {
      subject: "KI-Pegel: Einladung in eine Mappe",
      text: (url: string, origin: string) =>
        `Guten Tag,\n\njemand lädt Sie auf ${origin} in eine Mappe ein. Melden Sie sich an, und nehmen Sie sie in Ihr Konto auf:\n\n${url}\n\nHaben Sie noch kein Konto, legen Sie erst eines an, und öffnen Sie den Link danach noch einmal. Der Link gilt 14 Tage und nur einmal. Kennen Sie niemanden, der Sie einlädt, tun Sie nichts.\n`,
    },
    idle: {
      subject: "KI-Pegel: Wir löschen bald Ihr Konto",
      text: (days: number, url: string) =>
        `Guten Tag,\n\nmit Ihrem Konto hat sich lange niemand angemeldet. In ${days} Tagen löschen wir es. Ihre Bewertungen und Mappen bleiben und öffnen sich mit ihren Links.\n\nWenn Sie das Konto behalten möchten, melden Sie sich bis dahin an: ${url}\n`,
    },
  },
};
