import type * as german from "../de/api";

export const api: typeof german.api = {
  title: "API for programs",
  lead: "Programs can read the questionnaires and initiatives, calculate scores and keep assessments of their own.",
  description: "Description for programs",
  descriptionText: "All addresses, fields and units are described for machines in an OpenAPI file (version 3.1):",
  base: (address) => `All addresses start with ${address}. Requests and responses are JSON in UTF-8.`,

  keys: "Keys",
  keysText:
    "Questionnaires, regions and initiatives are public. Everything else needs a key, which you get from whoever operates this service. Send it with every request:",
  keysCare:
    "Treat the key like a password. Only a hash of it is stored, so a lost key has to be replaced. An assessment or a Mappe belongs to the key that created it. Other keys cannot see it. What is shared with a Mappe, its key can read, and change where its owner has agreed to that.",
  scopes: "What a key may do",
  scopeOf: "Scope",
  allows: "What it allows",
  noScope: "no key needed",
  scopeTexts: {
    score: "calculate scores; nothing is stored",
    "assessments:read": "list and read your own assessments",
    "assessments:write": "create, change and delete assessments",
    reports: "read the reports of your own assessments",
    "mappen:read": "read your own Mappen with the overview of their assessments",
    "mappen:write": "create, change and delete Mappen, invite people, and read all their links",
  },

  operationsTitle: "What it can do",
  subjects: { models: "Content", scores: "Scores", assessments: "Assessments", reports: "Reports", mappen: "Mappen" },
  operations: {
    listQuestionnaires: { title: "List questionnaires", text: "Both questionnaires with their version and number of questions." },
    listFacts: { title: "List facts", text: "Questions to be answered with yes or no, on which duties depend." },
    readQuestionnaire: { title: "Read a questionnaire", text: "Dimensions, questions and weights, with all texts in one language." },
    listRegions: { title: "List regions", text: "The benchmark regions with their overall band." },
    readRegion: { title: "Read a region", text: "A band for each dimension, with the evidence." },
    listInitiatives: { title: "List initiatives", text: "The whole catalogue with effect, cost, effort and duration." },
    readInitiative: { title: "Read an initiative", text: "With first steps, risks, law, funding, examples and sources." },
    listOpenData: { title: "List open data", text: "Figures of comparison rings whose members have all agreed." },
    score: { title: "Calculate scores", text: "Takes an assessment and returns its report. Nothing is stored." },
    createAssessment: {
      title: "Create an assessment",
      text: "Stores an assessment and returns its links, including those for people. With an Idempotency-Key a repeated request creates nothing twice.",
    },
    listAssessments: { title: "List assessments", text: "The assessments of this key, page by page." },
    readAssessment: { title: "Read an assessment", text: "In the same format as the file that the application saves." },
    changeAnswers: {
      title: "Change answers",
      text: "Sets or withdraws single answers, all of them or none. With If-Match only if nobody has changed anything since.",
    },
    deleteAssessment: {
      title: "Delete an assessment",
      text: "At once and for good, with all its links. With If-Match, only if nobody has changed anything since.",
    },
    closeRound: {
      title: "Close a round",
      text: "Keeps the round under way as it is now. Its report stays at hand under round=.",
    },
    beginRound: {
      title: "Begin a new round",
      text: "All questions are open again. The earlier answers stand under previous and count only once you set them again.",
    },
    readAssessmentLinks: {
      title: "Read the links of an assessment",
      text: "Those for people. Where somebody has made a new link for editing, only they know it.",
    },
    changeProfile: {
      title: "Change the profile",
      text: "Depth, use of AI, and what is said of the organisation. What is not named stays.",
    },
    changePlanLimits: {
      title: "Change the limits of the plan",
      text: "Budget, person-days, horizon, and what must or must not be in the plan.",
    },
    changePlanSteps: { title: "Change steps of the plan", text: "State, who cares for it, until when, and a note, by initiative." },
    changeFacts: { title: "Tell facts", text: "Yes or no to facts on which duties depend; no score does." },
    changeTargets: { title: "Change targets", text: "What topics are to reach, and by when." },
    readBrand: { title: "Read the brand", text: "How the documents look and who they come from." },
    changeBrand: { title: "Change the brand", text: "Single fields; pictures and templates are checked first." },
    createMappe: {
      title: "Create a Mappe",
      text: "A set of assessments with a name, which this key owns. Its links can be read again. Sent twice, there are two.",
    },
    listMappen: { title: "List Mappen", text: "The Mappen of this key." },
    readMappe: { title: "Read a Mappe", text: "With how many of its assessments are how far." },
    changeMappe: { title: "Change a Mappe", text: "Gives it another name. With If-Match, only if nobody has changed it since." },
    deleteMappe: { title: "Delete a Mappe", text: "At once and for good, with all its links. The assessments stay with their owners." },
    listMappePeople: { title: "List the people of a Mappe", text: "Who was given a link, and in which role." },
    inviteToMappe: { title: "Invite somebody to a Mappe", text: "Makes a link for editing or for looking." },
    renewMappePerson: { title: "Renew the link of a person", text: "The old one opens nothing from then on." },
    removeMappePerson: { title: "Take back the link of a person", text: "It opens nothing from then on." },
    listMappeMembers: { title: "List the assessments in a Mappe", text: "With how far each is: not begun, in progress, done, due again." },
    addToMappe: {
      title: "Add an assessment to a Mappe",
      text: "By its link, with its owner’s consent, which they can take back at any time.",
    },
    createInMappe: {
      title: "Create assessments in a Mappe",
      text: "Up to 100 at once, all or none, each with links to hand out. Sent twice, they are there twice: list them before you repeat.",
    },
    changeInMappe: {
      title: "Change an assessment in a Mappe",
      text: "The key by which you call it, by which its files are named; or less access for the Mappe.",
    },
    removeFromMappe: { title: "Take an assessment out of a Mappe", text: "It stays with its owner." },
    readMappeLinks: {
      title: "Read the links of a Mappe",
      text: "The owner’s, those of its people, and those of the assessments that were made in it.",
    },
    readPortfolio: { title: "Read the overview", text: "Organisations and topics, with the filters of the page." },
    readCommonGaps: { title: "Read what many lack", text: "Questions that many answer low, and initiatives that would lift many." },
    readMembersReport: {
      title: "Read the report on all",
      text: "Where the organisations of a Mappe stand together, as PDF, Word or OpenDocument file; names nobody.",
    },
    startBatch: {
      title: "Have documents made of many",
      text: "One for each organisation, beside everything else; the answer says where to look how far that is. One batch of a Mappe at a time.",
    },
    listBatches: { title: "List batches of documents", text: "Those that are under way or kept. The oldest makes room for a new one." },
    readBatch: { title: "Look how far a batch is", text: "Retry-After says when to look again. What could not be made says why." },
    fetchBatch: { title: "Fetch the documents of a batch", text: "As one ZIP file, once it is finished, with a table of what is in it." },
    deleteBatch: { title: "End or delete a batch", text: "What is under way is ended; what was made is deleted." },
    readRing: { title: "Read the comparison ring", text: "Its rule, who takes part, and the figures that all members see." },
    setRingRule: {
      title: "Set the rule of the comparison ring",
      text: "Open or anonymous, for one questionnaire. Once somebody has joined it is a proposal, and holds when every member agrees.",
    },
    stopRingProposal: { title: "Withdraw the proposed rule", text: "The rule that holds stays; what members have agreed to lapses." },
    inviteToRing: { title: "Invite to the comparison ring", text: "Up to 30 assessments of the Mappe. Each owner decides." },
    offerOpenData: { title: "Propose to publish the figures of the ring", text: "They are public while every member agrees." },
    stopOpenData: { title: "Propose to publish them no more", text: "The figures are public no longer." },
    listMemberships: {
      title: "List the Mappen of an assessment",
      text: "Those that it is in or asked to be in, and how far they get at it.",
    },
    agreeToMappe: {
      title: "Agree that a Mappe sees an assessment",
      text: "For its owner: for the first time, or to share more or less from now on.",
    },
    leaveMappe: {
      title: "Take an assessment back from a Mappe",
      text: "For its owner: withdraws the consent at once, for the ring as well.",
    },
    readOwnRing: {
      title: "Read a comparison ring as a member",
      text: "Before joining the rule and who takes part, afterwards the figures with what one brings.",
    },
    joinRing: {
      title: "Join a comparison ring",
      text: "With consent to the rule that was shown. If another holds by now, the answer is 409.",
    },
    leaveRing: { title: "Leave a comparison ring", text: "Also refuses an invitation. What the assessment has brought is gone at once." },
    agreeToRingRule: {
      title: "Agree to another rule of the ring",
      text: "To the proposal that was shown. It holds once every member agrees; until then the consent can be withdrawn.",
    },
    withdrawRingRule: { title: "Withdraw the consent to another rule", text: "The rule that holds stays." },
    agreeToOpenData: {
      title: "Agree that the figures are published",
      text: "To the proposal that was shown. It can be withdrawn at any time.",
    },
    withdrawOpenData: { title: "Withdraw the consent to publishing", text: "The figures of the ring are public no longer." },
    readMappeAudit: { title: "Read the audit log", text: "Who saw, downloaded, changed or removed what, and when; the latest first." },
    createWebhook: {
      title: "Set up a webhook",
      text: "An address that is told what happens in the workspace. The secret that signs messages is in this answer alone.",
    },
    listWebhooks: { title: "List webhooks", text: "With the latest messages and what became of them." },
    testWebhook: { title: "Try a webhook", text: "Sends a message that reports nothing." },
    deleteWebhook: { title: "Delete a webhook", text: "What still waits is sent no more." },
    compareInMappe: { title: "Compare organisations", text: "Two or three side by side." },
    readMappeBrand: { title: "Read the brand of a Mappe", text: "How everything looks that is made from it, and who it comes from." },
    changeMappeBrand: {
      title: "Change the brand of a Mappe",
      text: "Single fields; it holds for each document that is fetched with the parameter mappe.",
    },
    readReport: {
      title: "Read a report",
      text: "In the format that format= or the Accept header asks for. What a format has no use for is refused: without with JSON, table with all but CSV.",
    },
  },
  formats: (formats) => `Formats: ${formats}`,

  examples: "Examples",
  examplesText: "For the command line. KEY holds the key, assessment.json a saved assessment, ID the id of one.",
  exampleFile: "assessment.json",
  exampleTitles: {
    questionnaire: "Read a questionnaire",
    score: "Calculate scores",
    create: "Create an assessment",
    change: "Set one answer, withdraw another",
    report: "Read a report",
    remove: "Delete an assessment",
  },

  units: "Fields and units",
  unitList: [
    "Scores lie between 0 and 100 and are not rounded. Levels and stages lie between 0 and 4.",
    "coverage is the share of the applicable questions, by weight, that have been answered with a level, from 0 to 1.",
    "lower is what is in place by the answers given; upper holds if all open answers were at the top. score is lower, and missing where fewer than two thirds are answered.",
    "Cost is in euros, effort in person-days, duration in months, each as the smallest and largest likely value; in a plan as the middle of the two.",
    "Quarters are written as 2027-Q1.",
    "null means: no value. That is not a score of zero.",
    "Times are in UTC, as in ISO 8601.",
  ],

  languagesTitle: "Languages",
  languagesText:
    "Texts and messages come in the language that ?language=de or ?language=en asks for, else as the Accept-Language header says, else in German. Names of fields and ids are the same in every language.",

  errors: "Errors",
  errorsText:
    "Every error comes as application/problem+json (RFC 9457) with type, title, status and detail. type is the path of one of the sections below and the same everywhere, whatever the address of the service. Where an input is wrong, errors lists every fault at once, each with path, code and detail; of more than 100 faults the first 100.",
  errorTitle: (status, title) => `${status}: ${title}`,
  problems: {
    "malformed-request": { title: "Unreadable request", detail: "Check the address and the Host header of the request." },
    "invalid-parameters": { title: "Wrong parameter", detail: "A parameter of the address or a header is wrong; errors lists them all." },
    "malformed-json": { title: "Not JSON", detail: "The body of the request is not JSON in UTF-8." },
    "key-missing": { title: "Key missing", detail: "Send a key: Authorization: Bearer kp_…" },
    "key-invalid": { title: "Key not valid", detail: "The key is unknown, expired or revoked." },
    "scope-missing": { title: "Scope missing", detail: "The key does not have the scope this needs. WWW-Authenticate names it." },
    "not-found": { title: "Not found", detail: "There is nothing at this address, or it belongs to another key." },
    "method-not-allowed": { title: "Method not allowed", detail: "The Allow header names the methods of this address." },
    "no-storage": {
      title: "Storage not available",
      detail:
        "The database does not answer, or it has no room left. Nothing of this request was saved. Try again after the time in Retry-After.",
    },
    busy: {
      title: "Too much to do",
      detail: "Too many reports and documents are being made right now. Try again after the time in Retry-After.",
    },
    "not-acceptable": { title: "Format not available", detail: "None of the formats in the Accept header can be delivered." },
    "created-and-deleted": {
      title: "Deleted meanwhile",
      detail: "The assessment created with this Idempotency-Key has been deleted. Use a new one to create another.",
    },
    "round-not-so": {
      title: "Round in another state",
      detail: "This round is not under way, or has begun already. Read the assessment: round says which rounds there are.",
    },
    "too-many-rounds": {
      title: "Too many rounds",
      detail: "An assessment takes no more than 40 rounds. Create a new assessment.",
    },
    "link-not-known": {
      title: "Link not known",
      detail: "Somebody has made a new link for editing since, which only they know. Ask them for it.",
    },
    "already-in-mappe": { title: "In the Mappe already", detail: "This assessment is in the Mappe already, or its owner has been asked." },
    "mappe-full": {
      title: "Mappe full",
      detail: "A Mappe takes up to 2,000 assessments and 50 people. Take something out, or create another Mappe.",
    },
    "batch-under-way": {
      title: "Documents under way",
      detail: "Documents of this Mappe are being made. Try again after the time in Retry-After, or end that batch.",
    },
    "too-few": {
      title: "Too few have begun",
      detail: "The report on all names nobody, so at least six organisations must have answered something.",
    },
    "ring-begun": {
      title: "Ring has begun",
      detail: "Somebody has joined for the questionnaire that holds, so it stays. For another one make another Mappe.",
    },
    "ring-changed": {
      title: "Nothing to agree to",
      detail: "Something else holds than was shown, or the organisation has no name to be listed by. Read the ring again.",
    },
    "ring-full": { title: "Ring full", detail: "A comparison ring has up to 30 members." },
    "length-required": { title: "Length missing", detail: "Give the length of the body in the Content-Length header." },
    "changed-meanwhile": { title: "Changed meanwhile", detail: "Read the assessment again and repeat your change." },
    "too-large": { title: "Body too large", detail: "The body of a request may have at most 4 MB." },
    "unsupported-media-type": {
      title: "Wrong content type",
      detail: "Send JSON with the header Content-Type: application/json, not compressed.",
    },
    "invalid-input": { title: "Wrong input", detail: "Nothing has been stored. errors lists every fault and where it is." },
    "idempotency-key-reused": {
      title: "Idempotency-Key already used",
      detail: "A different body has come with this Idempotency-Key before. Use a new one for each new assessment.",
    },
    "too-many-requests": { title: "Too many requests", detail: "Wait as many seconds as Retry-After says." },
    internal: { title: "Server error", detail: "The fault is ours and has been logged. Please try again later." },
  },
  faults: { changed: "This answer has been changed meanwhile.", taken: "Another organisation in the Mappe has this key." },

  limits: "Limits",
  limitsText: (perKey, perAddress) =>
    `A key may send ${perKey} requests a minute; without a key it is ${perAddress} for each network address. Every response says in RateLimit-Policy and RateLimit how many are allowed and how many are left. Once none is left, the answer is 429 with Retry-After.`,
  sizeText: (megabytes) => `The body of a request may have at most ${megabytes} MB.`,

  repeating: "Repeating and changing safely",
  repeatingText:
    "If the connection breaks while you create an assessment, you do not know whether it exists. So send an Idempotency-Key, such as a UUID. For 24 hours the same request with the same Idempotency-Key gives the same assessment with the same links, marked with Idempotency-Replayed: true. If a different body comes with it, the answer is 422.",
  changingText:
    "An assessment comes with an ETag. Send it as If-Match when you change answers or delete, and nothing is lost that others have answered meanwhile; you get 412 instead. Without If-Match the latest change wins.",

  browsers: "Browsers and caches",
  browsersText:
    "The interface is meant for programs on servers and computers. Pages of other sites cannot call it (no CORS), and it reads no cookies. Public content may be cached for an hour, everything else never.",
};
