/** The page about the programming interface, and what the interface itself says. */
export const api = {
  title: "Schnittstelle für Programme (API)",
  lead: "Programme können Fragebögen und Maßnahmen lesen, Werte berechnen und eigene Bewertungen führen.",
  description: "Beschreibung für Programme",
  descriptionText: "Alle Adressen, Felder und Einheiten stehen maschinenlesbar in einer OpenAPI-Datei (Version 3.1):",
  base: (address: string) => `Alle Adressen beginnen mit ${address}. Anfragen und Antworten sind JSON in UTF-8.`,

  keys: "Schlüssel",
  keysText:
    "Fragebögen, Regionen und Maßnahmen sind öffentlich. Für alles andere brauchen Sie einen Schlüssel; Sie bekommen ihn von der Stelle, die diesen Dienst betreibt. Senden Sie ihn bei jeder Anfrage mit:",
  keysCare:
    "Behandeln Sie den Schlüssel wie ein Passwort. Gespeichert ist nur eine Prüfsumme; wer ihn verliert, braucht einen neuen. Eine Bewertung oder Mappe gehört dem Schlüssel, der sie angelegt hat. Andere Schlüssel sehen sie nicht. Was mit einer Mappe geteilt ist, kann ihr Schlüssel lesen, und ändern, wo die Eigentümerin dem zugestimmt hat.",
  scopes: "Rechte eines Schlüssels",
  scopeOf: "Recht",
  allows: "Was es erlaubt",
  noScope: "ohne Schlüssel",
  scopeTexts: {
    score: "Werte berechnen, ohne dass etwas gespeichert wird",
    "assessments:read": "eigene Bewertungen auflisten und lesen",
    "assessments:write": "Bewertungen anlegen, ändern und löschen",
    reports: "Berichte eigener Bewertungen lesen",
    "mappen:read": "eigene Mappen mit der Übersicht ihrer Bewertungen lesen",
    "mappen:write": "Mappen anlegen, ändern und löschen, Menschen einladen und alle Links lesen",
  },

  operationsTitle: "Was die Schnittstelle kann",
  subjects: { models: "Inhalte", scores: "Berechnen", assessments: "Bewertungen", reports: "Berichte", mappen: "Mappen" },
  operations: {
    listQuestionnaires: { title: "Fragebögen auflisten", text: "Beide Fragebögen mit Version und Zahl der Fragen." },
    listFacts: { title: "Tatsachen auflisten", text: "Fragen mit Ja oder Nein, von denen Pflichten abhängen." },
    readQuestionnaire: { title: "Fragebogen lesen", text: "Dimensionen, Fragen und Gewichte, mit allen Texten in einer Sprache." },
    listRegions: { title: "Regionen auflisten", text: "Die Vergleichsregionen mit ihrer Gesamtspanne." },
    readRegion: { title: "Region lesen", text: "Spannen je Dimension, mit den Belegen." },
    listInitiatives: { title: "Maßnahmen auflisten", text: "Der ganze Katalog mit Wirkung, Kosten, Aufwand und Dauer." },
    readInitiative: { title: "Maßnahme lesen", text: "Dazu erste Schritte, Risiken, Recht, Förderung, Beispiele und Quellen." },
    listOpenData: { title: "Offene Daten auflisten", text: "Zahlen von Vergleichsringen, deren Mitglieder alle zugestimmt haben." },
    score: { title: "Werte berechnen", text: "Nimmt eine Bewertung entgegen und gibt den Bericht zurück. Gespeichert wird nichts." },
    createAssessment: {
      title: "Bewertung anlegen",
      text: "Speichert eine Bewertung und nennt ihre Links, auch die für Menschen. Mit Idempotency-Key entsteht auch bei Wiederholung nur eine.",
    },
    listAssessments: { title: "Bewertungen auflisten", text: "Die Bewertungen dieses Schlüssels, seitenweise." },
    readAssessment: { title: "Bewertung lesen", text: "Im selben Format wie die gespeicherte Datei der Anwendung." },
    changeAnswers: {
      title: "Antworten ändern",
      text: "Setzt oder löscht einzelne Antworten, alle oder keine. Mit If-Match nur, wenn seitdem niemand etwas geändert hat.",
    },
    deleteAssessment: {
      title: "Bewertung löschen",
      text: "Sofort und endgültig, mit allen Links. Mit If-Match nur, wenn seitdem niemand etwas geändert hat.",
    },
    closeRound: {
      title: "Runde abschließen",
      text: "Hält die laufende Runde fest, wie sie jetzt ist. Ihr Bericht bleibt unter round= abrufbar.",
    },
    beginRound: {
      title: "Neue Runde beginnen",
      text: "Alle Fragen sind wieder offen. Die früheren Antworten stehen unter previous und zählen erst, wenn Sie sie wieder setzen.",
    },
    readAssessmentLinks: {
      title: "Links einer Bewertung lesen",
      text: "Die Links für Menschen. Hat jemand einen neuen Link zum Bearbeiten erzeugt, kennt nur diese Person ihn.",
    },
    changeProfile: { title: "Profil ändern", text: "Tiefe, KI-Nutzung und Angaben zur Organisation. Was nicht genannt ist, bleibt." },
    changePlanLimits: {
      title: "Grenzen des Plans ändern",
      text: "Budget, Personentage, Zeitraum und was in den Plan muss oder nicht hinein darf.",
    },
    changePlanSteps: { title: "Schritte des Plans ändern", text: "Stand, Zuständige, Termin und Notiz je Maßnahme." },
    changeFacts: {
      title: "Tatsachen angeben",
      text: "Ja oder Nein zu Tatsachen, von denen Pflichten abhängen; der Stand hängt nicht davon ab.",
    },
    changeTargets: { title: "Ziele ändern", text: "Was Themen erreichen sollen und bis wann." },
    readBrand: { title: "Auftritt lesen", text: "Wie die Dokumente aussehen und von wem sie kommen." },
    changeBrand: { title: "Auftritt ändern", text: "Einzelne Angaben; Bilder und Vorlagen werden vorher geprüft." },
    createMappe: {
      title: "Mappe anlegen",
      text: "Eine Sammlung von Bewertungen mit einem Namen, die diesem Schlüssel gehört. Ihre Links lassen sich wieder lesen. Zweimal gesendet, gibt es zwei.",
    },
    listMappen: { title: "Mappen auflisten", text: "Die Mappen dieses Schlüssels." },
    readMappe: { title: "Mappe lesen", text: "Mit der Zahl der Bewertungen je Stand." },
    changeMappe: { title: "Mappe ändern", text: "Gibt ihr einen anderen Namen. Mit If-Match nur, wenn seitdem niemand sie geändert hat." },
    deleteMappe: {
      title: "Mappe löschen",
      text: "Sofort und endgültig, mit allen ihren Links. Die Bewertungen bleiben bei denen, denen sie gehören.",
    },
    listMappePeople: { title: "Beteiligte einer Mappe auflisten", text: "Wer einen Link bekommen hat und in welcher Rolle." },
    inviteToMappe: { title: "In eine Mappe einladen", text: "Erzeugt einen Link zum Mitarbeiten oder zum Ansehen." },
    renewMappePerson: { title: "Link einer Person erneuern", text: "Der alte öffnet dann nichts mehr." },
    removeMappePerson: { title: "Link einer Person zurücknehmen", text: "Er öffnet dann nichts mehr." },
    listMappeMembers: {
      title: "Bewertungen einer Mappe auflisten",
      text: "Mit dem Stand: nicht begonnen, in Arbeit, fertig, wieder fällig.",
    },
    addToMappe: {
      title: "Bewertung in eine Mappe aufnehmen",
      text: "Über ihren Link und mit Einwilligung der Stelle, der sie gehört; sie kann sie jederzeit widerrufen.",
    },
    createInMappe: {
      title: "Bewertungen in einer Mappe anlegen",
      text: "Bis zu 100 auf einmal, alle oder keine, je mit Links zum Weitergeben. Zweimal gesendet, gibt es sie zweimal: Sehen Sie vor dem Wiederholen in die Liste.",
    },
    changeInMappe: {
      title: "Bewertung in einer Mappe ändern",
      text: "Ihre Kennung, nach der Dateien heißen; oder weniger Zugriff für die Mappe.",
    },
    removeFromMappe: { title: "Bewertung aus einer Mappe nehmen", text: "Sie bleibt bei der Stelle, der sie gehört." },
    readMappeLinks: {
      title: "Links einer Mappe lesen",
      text: "Den der Eigentümerin, die der Beteiligten und die der Bewertungen, die in ihr entstanden sind.",
    },
    readPortfolio: { title: "Übersicht lesen", text: "Organisationen und Themen, mit den Filtern der Seite." },
    readCommonGaps: {
      title: "Gemeinsame Lücken lesen",
      text: "Fragen, bei denen viele niedrig stehen, und Maßnahmen, die viele voranbringen.",
    },
    readMembersReport: {
      title: "Bericht über alle lesen",
      text: "Wo die Organisationen einer Mappe zusammen stehen, als PDF-, Word- oder OpenDocument-Datei; ohne Namen.",
    },
    startBatch: {
      title: "Unterlagen für viele erstellen lassen",
      text: "Eine je Organisation, neben allem anderen; die Antwort nennt, wo der Stand zu lesen ist. Je Mappe läuft ein Auftrag auf einmal.",
    },
    listBatches: {
      title: "Aufträge für Unterlagen auflisten",
      text: "Die laufenden und die aufbewahrten. Der älteste macht einem neuen Platz.",
    },
    readBatch: {
      title: "Stand eines Auftrags lesen",
      text: "Retry-After nennt, wann ein neuer Blick lohnt. Bei jeder fehlenden Unterlage steht der Grund.",
    },
    fetchBatch: {
      title: "Unterlagen eines Auftrags holen",
      text: "Als eine ZIP-Datei, sobald er fertig ist, mit einer Tabelle des Inhalts.",
    },
    deleteBatch: { title: "Auftrag beenden oder löschen", text: "Was läuft, endet; was entstanden ist, wird gelöscht." },
    readRing: { title: "Vergleichsring lesen", text: "Seine Regel, wer mitmacht, und die Zahlen, die alle Mitglieder sehen." },
    setRingRule: {
      title: "Regel des Vergleichsrings festlegen",
      text: "Offen oder anonym, für einen Fragebogen. Ist jemand beigetreten, ist es ein Vorschlag; er gilt, sobald jedes Mitglied zustimmt.",
    },
    stopRingProposal: {
      title: "Vorgeschlagene Regel zurückziehen",
      text: "Es bleibt bei der geltenden Regel; Zustimmungen zum Vorschlag verfallen.",
    },
    inviteToRing: {
      title: "In den Vergleichsring einladen",
      text: "Bis zu 30 Bewertungen der Mappe. Ob sie mitmacht, entscheidet jede Stelle selbst.",
    },
    offerOpenData: {
      title: "Veröffentlichung der Ringzahlen vorschlagen",
      text: "Öffentlich sind sie, solange jedes Mitglied zustimmt.",
    },
    stopOpenData: { title: "Vorschlag zur Veröffentlichung zurückziehen", text: "Die Zahlen sind nicht mehr öffentlich." },
    listMemberships: {
      title: "Mappen einer Bewertung auflisten",
      text: "In welchen sie ist oder sein soll, und was diese mit ihr dürfen.",
    },
    agreeToMappe: {
      title: "Einer Mappe zustimmen",
      text: "Für die Stelle, der die Bewertung gehört: zum ersten Mal, oder um von jetzt an mehr oder weniger zu teilen.",
    },
    leaveMappe: {
      title: "Bewertung aus einer Mappe zurückholen",
      text: "Für die Stelle, der sie gehört: widerruft die Einwilligung sofort, auch für den Ring.",
    },
    readOwnRing: {
      title: "Vergleichsring als Mitglied lesen",
      text: "Vor dem Beitritt die Regel und wer mitmacht, danach auch die Zahlen und was man selbst einbringt.",
    },
    joinRing: {
      title: "Einem Vergleichsring beitreten",
      text: "Mit Zustimmung zur gezeigten Regel. Gilt inzwischen eine andere, ist die Antwort 409.",
    },
    leaveRing: {
      title: "Vergleichsring verlassen",
      text: "Lehnt auch eine Einladung ab. Was die Bewertung eingebracht hat, ist sofort weg.",
    },
    agreeToRingRule: {
      title: "Einer anderen Regel zustimmen",
      text: "Dem Vorschlag, der gezeigt wurde. Er gilt, sobald alle Mitglieder zustimmen; bis dahin lässt sich die Zustimmung zurücknehmen.",
    },
    withdrawRingRule: { title: "Zustimmung zu einer anderen Regel zurücknehmen", text: "Es bleibt bei der geltenden Regel." },
    agreeToOpenData: {
      title: "Der Veröffentlichung zustimmen",
      text: "Dem Vorschlag, der gezeigt wurde. Die Zustimmung lässt sich jederzeit zurücknehmen.",
    },
    withdrawOpenData: { title: "Zustimmung zur Veröffentlichung zurücknehmen", text: "Die Zahlen des Rings sind nicht mehr öffentlich." },
    readMappeAudit: {
      title: "Protokoll lesen",
      text: "Wer was wann gesehen, heruntergeladen, geändert oder entfernt hat, das Neueste zuerst.",
    },
    createWebhook: {
      title: "Webhook einrichten",
      text: "Eine Adresse, die erfährt, was in der Mappe geschieht. Das Geheimnis, mit dem Nachrichten signiert sind, steht nur in dieser Antwort.",
    },
    listWebhooks: { title: "Webhooks auflisten", text: "Mit den letzten Nachrichten und was aus ihnen wurde." },
    testWebhook: { title: "Webhook ausprobieren", text: "Sendet eine Nachricht, die nichts meldet." },
    deleteWebhook: { title: "Webhook löschen", text: "Was noch wartet, wird nicht mehr gesendet." },
    compareInMappe: { title: "Organisationen vergleichen", text: "Zwei oder drei nebeneinander." },
    readMappeBrand: { title: "Auftritt einer Mappe lesen", text: "Wie alles aussieht, was aus ihr entsteht, und von wem es kommt." },
    changeMappeBrand: {
      title: "Auftritt einer Mappe ändern",
      text: "Einzelne Angaben; er gilt für jede Unterlage, die mit dem Parameter mappe abgerufen wird.",
    },
    readReport: {
      title: "Bericht lesen",
      text: "Im Format, das format= oder der Accept-Kopf verlangt. Was ein Format nicht kennt, wird abgelehnt: without bei JSON, table außer bei CSV.",
    },
  },
  formats: (formats: string) => `Formate: ${formats}`,

  examples: "Beispiele",
  examplesText: "Für die Kommandozeile. In KEY steht der Schlüssel, in bewertung.json eine gespeicherte Bewertung, in ID ihre Kennung.",
  exampleFile: "bewertung.json",
  exampleTitles: {
    questionnaire: "Fragebogen lesen",
    score: "Werte berechnen",
    create: "Bewertung anlegen",
    change: "Eine Antwort setzen, eine andere löschen",
    report: "Bericht lesen",
    remove: "Bewertung löschen",
  },

  units: "Felder und Einheiten",
  unitList: [
    "Werte liegen zwischen 0 und 100 und sind nicht gerundet. Antworten und Stufen liegen zwischen 0 und 4.",
    "coverage ist der Anteil der zutreffenden Fragen nach ihrem Gewicht, die mit einer Stufe beantwortet sind, von 0 bis 1.",
    "lower ist, was nach den Antworten vorhanden ist; upper gilt, falls alle offenen Antworten ganz oben lägen. score ist lower und fehlt, wo weniger als zwei Drittel beantwortet sind.",
    "Kosten stehen in Euro, Aufwand in Personentagen, Dauer in Monaten, jeweils als kleinster und größter wahrscheinlicher Wert; in einem Plan als Mitte davon.",
    "Quartale stehen als 2027-Q1.",
    "null heißt: kein Wert. Das ist nicht null Punkte.",
    "Zeiten stehen in UTC nach ISO 8601.",
  ],

  languagesTitle: "Sprachen",
  languagesText:
    "Texte und Meldungen kommen in der Sprache, die ?language=de oder ?language=en nennt, sonst nach dem Kopf Accept-Language, sonst auf Deutsch. Feldnamen und Kennungen sind in jeder Sprache gleich.",

  errors: "Fehler",
  errorsText:
    "Jeder Fehler kommt als application/problem+json (RFC 9457) mit type, title, status und detail. type ist der Pfad eines der folgenden Abschnitte und überall gleich, unter welcher Adresse der Dienst auch läuft. Ist eine Eingabe falsch, nennt errors alle Fehler auf einmal, je mit path, code und detail; von mehr als 100 Fehlern die ersten 100.",
  errorTitle: (status: number, title: string) => `${status}: ${title}`,
  problems: {
    "malformed-request": { title: "Anfrage nicht lesbar", detail: "Prüfen Sie die Adresse und den Host-Kopf der Anfrage." },
    "invalid-parameters": { title: "Parameter falsch", detail: "Ein Parameter der Adresse oder ein Kopf ist falsch; errors nennt alle." },
    "malformed-json": { title: "Kein JSON", detail: "Der Inhalt der Anfrage ist kein JSON in UTF-8." },
    "key-missing": { title: "Schlüssel fehlt", detail: "Senden Sie einen Schlüssel: Authorization: Bearer kp_…" },
    "key-invalid": { title: "Schlüssel ungültig", detail: "Der Schlüssel ist unbekannt, abgelaufen oder widerrufen." },
    "scope-missing": { title: "Recht fehlt", detail: "Der Schlüssel hat das nötige Recht nicht. WWW-Authenticate nennt es." },
    "not-found": { title: "Nicht gefunden", detail: "Unter dieser Adresse gibt es nichts, oder es gehört einem anderen Schlüssel." },
    "method-not-allowed": { title: "Methode nicht erlaubt", detail: "Der Kopf Allow nennt die Methoden dieser Adresse." },
    "no-storage": {
      title: "Speicher nicht erreichbar",
      detail:
        "Die Datenbank antwortet nicht, oder ihr fehlt Platz. Nichts von dieser Anfrage wurde gespeichert. Versuchen Sie es nach der Zeit in Retry-After noch einmal.",
    },
    busy: {
      title: "Zu viel zu tun",
      detail: "Gerade werden zu viele Berichte und Dokumente erstellt. Versuchen Sie es nach der Zeit in Retry-After noch einmal.",
    },
    "not-acceptable": { title: "Format nicht verfügbar", detail: "Keines der Formate im Accept-Kopf kann geliefert werden." },
    "created-and-deleted": {
      title: "Inzwischen gelöscht",
      detail: "Die Bewertung, die mit diesem Idempotency-Key entstanden ist, wurde gelöscht. Nehmen Sie für eine neue einen neuen.",
    },
    "round-not-so": {
      title: "Runde in anderem Zustand",
      detail: "Diese Runde läuft nicht oder hat schon begonnen. Lesen Sie die Bewertung: Unter round steht, welche Runden es gibt.",
    },
    "too-many-rounds": {
      title: "Zu viele Runden",
      detail: "Mehr als 40 Runden nimmt eine Bewertung nicht auf. Legen Sie eine neue Bewertung an.",
    },
    "link-not-known": {
      title: "Link nicht bekannt",
      detail: "Inzwischen hat jemand einen neuen Link zum Bearbeiten erzeugt, den nur diese Person kennt. Fragen Sie dort nach.",
    },
    "already-in-mappe": {
      title: "Schon in der Mappe",
      detail: "Diese Bewertung ist schon in der Mappe, oder ihre Eigentümerin ist schon gefragt.",
    },
    "mappe-full": {
      title: "Mappe voll",
      detail:
        "Eine Mappe nimmt bis zu 2.000 Bewertungen und 50 Beteiligte auf. Nehmen Sie etwas heraus oder legen Sie eine weitere Mappe an.",
    },
    "batch-under-way": {
      title: "Unterlagen entstehen gerade",
      detail:
        "Für diese Mappe entstehen gerade Unterlagen. Versuchen Sie es nach der Zeit in Retry-After noch einmal, oder beenden Sie diesen Auftrag.",
    },
    "too-few": {
      title: "Zu wenige haben begonnen",
      detail: "Der Bericht über alle nennt niemanden. Dafür müssen mindestens sechs Organisationen etwas beantwortet haben.",
    },
    "ring-begun": {
      title: "Ring hat begonnen",
      detail:
        "Für den geltenden Fragebogen ist schon jemand beigetreten, deshalb bleibt er. Für einen anderen legen Sie eine weitere Mappe an.",
    },
    "ring-changed": {
      title: "Nichts zum Zustimmen",
      detail: "Inzwischen gilt etwas anderes als gezeigt, oder die Organisation hat keinen Namen für die Liste. Lesen Sie den Ring neu.",
    },
    "ring-full": { title: "Ring voll", detail: "Ein Vergleichsring hat höchstens 30 Mitglieder." },
    "length-required": { title: "Länge fehlt", detail: "Nennen Sie die Länge des Inhalts im Kopf Content-Length." },
    "changed-meanwhile": { title: "Inzwischen geändert", detail: "Lesen Sie die Bewertung neu und wiederholen Sie Ihre Änderung." },
    "too-large": { title: "Inhalt zu groß", detail: "Der Inhalt der Anfrage darf höchstens 4 MB groß sein." },
    "unsupported-media-type": {
      title: "Inhaltstyp falsch",
      detail: "Senden Sie JSON mit dem Kopf Content-Type: application/json, ohne Kompression.",
    },
    "invalid-input": { title: "Eingabe falsch", detail: "Nichts wurde gespeichert. errors nennt jeden Fehler mit seiner Stelle." },
    "idempotency-key-reused": {
      title: "Idempotency-Key schon verwendet",
      detail: "Mit diesem Idempotency-Key kam schon ein anderer Inhalt. Nehmen Sie für jede neue Bewertung einen neuen.",
    },
    "too-many-requests": { title: "Zu viele Anfragen", detail: "Warten Sie so viele Sekunden, wie Retry-After nennt." },
    internal: {
      title: "Fehler auf dem Server",
      detail: "Der Fehler liegt bei uns und ist festgehalten. Versuchen Sie es später noch einmal.",
    },
  },
  faults: { changed: "Diese Antwort wurde inzwischen geändert.", taken: "Diese Kennung hat in der Mappe schon eine andere Organisation." },

  limits: "Grenzen",
  limitsText: (perKey: string, perAddress: string) =>
    `Ein Schlüssel darf ${perKey} Anfragen in der Minute stellen; ohne Schlüssel sind es ${perAddress} je Netzadresse. Jede Antwort sagt mit RateLimit-Policy und RateLimit, wie viele gelten und wie viele übrig sind. Ist nichts mehr übrig, kommt 429 mit Retry-After.`,
  sizeText: (megabytes: string) => `Der Inhalt einer Anfrage darf höchstens ${megabytes} MB groß sein.`,

  repeating: "Sicher wiederholen und ändern",
  repeatingText:
    "Bricht beim Anlegen die Verbindung ab, wissen Sie nicht, ob die Bewertung entstanden ist. Senden Sie deshalb einen Idempotency-Key mit, zum Beispiel eine UUID. Dieselbe Anfrage mit demselben Idempotency-Key ergibt 24 Stunden lang dieselbe Bewertung mit denselben Links und trägt dann Idempotency-Replayed: true. Kommt ein anderer Inhalt, antwortet der Dienst mit 422.",
  changingText:
    "Eine Bewertung kommt mit einem ETag. Senden Sie ihn beim Ändern und Löschen als If-Match, dann geht nichts verloren, was andere inzwischen geantwortet haben; stattdessen kommt 412. Ohne If-Match gilt, was zuletzt kommt.",

  browsers: "Browser und Zwischenspeicher",
  browsersText:
    "Die Schnittstelle ist für Programme auf Servern und Rechnern gedacht. Seiten anderer Anbieter können sie nicht aufrufen (kein CORS), Cookies liest sie nicht. Öffentliche Inhalte dürfen eine Stunde zwischengespeichert werden, alles andere nie.",
};
