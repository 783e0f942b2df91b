import type { AuditKind } from "../../core/mappe/audit";
import type { Operation } from "../api/operation";

/**
 * Who comes to an assessment, by what they hold: `owner` the link for editing, `reader` the link for reading, `colleague` a part
 * of the questions, `checker` the link of somebody who checks evidence, `moderator` and `participant` the links of a workshop,
 * `apiKey` the key of the program that has made the assessment, `stranger` nothing, or something for another assessment.
 */
export const roles = ["owner", "colleague", "checker", "moderator", "participant", "reader", "apiKey", "stranger"] as const;
export type Role = (typeof roles)[number];

/**
 * `write`: sees it and changes it; `read`: sees it, and whatever is sent is refused; `refused`: is told that it is not for them,
 * because what they hold shows them that it is there (403); `nothing`: is answered as if there were nothing (404).
 */
export type Right = "write" | "read" | "refused" | "nothing";

/** What each role may, and how somebody is answered whose key is for something else; `null`: the address names nothing that belongs to anybody. */
export type Permission = { rights: Readonly<Record<Role, Right>>; foreign: 404 | null };

const nobody = Object.fromEntries(roles.map((role) => [role, "nothing"])) as Record<Role, Right>;
const all = (right: Right): Permission => ({
  rights: { ...nobody, ...Object.fromEntries(roles.map((role) => [role, right])) },
  foreign: null,
});
/** @param rights of those who may anything; whoever is not named gets nothing. */
const only = (rights: Partial<Record<Role, Right>>): Permission => ({ rights: { ...nobody, ...rights }, foreign: 404 });

/** Pages for everybody, with or without a form that makes something new. */
const open = all("read");
const openForm = all("write");
/** What the owner works in. A reader holds a link to the same assessment and is told that it is for reading only. */
const editing = only({ owner: "write", checker: "refused", reader: "refused" });
/** What only the owner sees, and nobody changes there. */
const owning = only({ owner: "read", checker: "refused", reader: "refused" });
/** The report with all that is made of it. */
const reading = only({ owner: "read", checker: "read", reader: "read" });
/** A page of a Mappe: whoever holds a link to an assessment alone gets nothing there. See `mappePermissions`. */
const ofMappe = only({});
/** A page about accounts: no link to an assessment opens anything there. See `accountPermissions`. */
const ofAccounts = only({});
/** A page of the report on which the owner works. */
const readingEditing = only({ owner: "write", checker: "read", reader: "read" });
/** Where the owner asks somebody to check, and that person says what they find. */
const checking = only({ owner: "write", checker: "write", reader: "refused" });

/**
 * Of every route in `app/routes.ts`, by its id without the language: a route without a line here does not compile, and a line
 * without a route fails a test. A browser is let in by its cookie alone, so a program's key opens no page.
 */
export const pagePermissions = {
  // Everybody
  ...{ home: open, deleted: open, regions: open, "coding-rules": open, region: open, initiatives: open, initiative: open },
  ...{ funding: open, law: open, method: open, "method.questionnaire": open, sources: open, glossary: open, api: open },
  // What rings publish, once each of their members has agreed
  ...{ "open-data": open, "open-data.catalogue": open, "open-data.figures": open },
  ...{ imprint: open, privacy: open, "not-found": open, accessibility: openForm },
  // Makes a new assessment
  ...{ start: openForm, "start-check": openForm, load: openForm },
  // Exchanges a key for a cookie; one that opens nothing is answered like one that there never was
  open: only({ owner: "read", checker: "read", reader: "read" }),
  // Confirms or stops a mail for whoever got it
  "reminder.confirm": only({ owner: "write" }),
  // Takes an assessment or a part off this device, whatever it holds of it
  "device.forget": only({ owner: "write", checker: "write", reader: "write", colleague: "write" }),

  // The assessment
  ...{
    assessment: editing,
    "assessment.profile": editing,
    "assessment.delete": editing,
    "assessment.check": owning,
    "assessment.changes": owning,
  },
  // Only takes what is sent: to look at, there is nothing for anybody
  save: editing,
  ...{ "assessment.dimension": editing, "assessment.words": editing, "assessment.brand": editing, "assessment.evidence": editing },
  "assessment.checking": checking,
  ...{
    "assessment.rounds": editing,
    "assessment.confirm": editing,
    "assessment.targets": editing,
    "assessment.weights": editing,
    "assessment.facts": editing,
    reminder: owning,
  },

  // The team; a person is somebody's as the assessment is
  ...{ "assessment.team": editing, "assessment.answers": editing, "assessment.person": editing, "person-data": owning },

  // A colleague's part, which only their own link opens: the owner sees what they have answered among their own pages. The link of a
  // moderator leads to the screen of their workshop
  answer: only({ colleague: "read", moderator: "read" }),
  ...{ part: only({ colleague: "write" }), "part.dimension": only({ colleague: "write" }) },
  ...{ "part-save": only({ colleague: "write" }), "part-data": only({ colleague: "read" }) },

  // The workshop: its screen is for whoever works with the assessment and for the moderator; the code on it lets anybody in the room
  // take a place, and a place opens to the browser that took it
  "assessment.workshop": editing,
  ...{ workshop: only({ owner: "write", moderator: "write" }), "workshop-events": only({ owner: "read", moderator: "read" }) },
  join: only({ participant: "write" }),
  ...{ participant: only({ participant: "write" }), "participant-events": only({ participant: "read" }) },
  "participant-data": only({ participant: "read" }),

  // The report
  ...{ "assessment.report": reading, "assessment.report.topics": reading, "assessment.report.topic": reading },
  ...{ "assessment.report.duties": reading, "assessment.report.initiatives": reading, "assessment.report.initiative": reading },
  ...{ "assessment.report.funding": reading, "assessment.report.comparison": reading, "assessment.report.certainty": reading },
  ...{ "assessment.report.history": reading, "assessment.report.documents": reading },
  ...{ certainty: reading, "assessment.statistics": reading, "assessment.what-if": reading },
  "assessment.plan": readingEditing,
  ...{ "plan-calendar": reading, "plan-table": reading, roadmap: reading, "roadmap.ics": reading, "roadmap.csv": reading },

  // Mappen: who sees an assessment through one, and their own pages
  ...{ "assessment.mappen": editing, "assessment.ring": editing, mappen: openForm },
  ...{ mappe: ofMappe, "mappe.members": ofMappe, "mappe.hand-over": ofMappe, "mappe.compare": ofMappe, "mappe.gaps": ofMappe },
  ...{ "mappe.add": ofMappe, "mappe.links": ofMappe, "mappe.links-table": ofMappe, "mappe.documents": ofMappe },
  "mappe.template": ofMappe,
  ...{ "mappe.brand": ofMappe, "mappe.save": ofMappe },
  ...{ "mappe.batch": ofMappe, "mappe.batch-events": ofMappe, "mappe.batch-file": ofMappe },
  ...{
    "mappe.report-file": ofMappe,
    "mappe.ring": ofMappe,
    "mappe.settings": ofMappe,
    "mappe.audit": ofMappe,
    "mappe.audit-table": ofMappe,
    "mappe.webhooks": ofMappe,
    "mappe.delete": ofMappe,
  },

  // Accounts, where the operator wants them; everywhere else there are no such pages
  ...{ "sign-in": ofAccounts, "sign-in.code": ofAccounts, "sign-in.provider": ofAccounts, "sign-in.return": ofAccounts },
  ...{ "sign-up": ofAccounts, reset: ofAccounts, "account.link": ofAccounts, invitation: ofAccounts },
  ...{ account: ofAccounts, "account.confirm": ofAccounts, "account.password": ofAccounts, "account.address": ofAccounts },
  ...{ "account.codes": ofAccounts, "account.data": ofAccounts, "account.delete": ofAccounts },

  // Files, at one address in every language
  ...{ "save-file": reading, document: reading, "report-file": reading, "evidence-file": reading },

  // Components in all their states, while somebody develops; not there otherwise
  examples: open,
} satisfies Record<string, Permission>;

/** A route's id in `app/routes.ts`, without the language. */
export type PageName = keyof typeof pagePermissions;

const forAll = (right: Right) => ({ mappeOwner: right, mappeEditor: right, mappeViewer: right });
/** What only editors see; a viewer is told that it is not for them. */
const mappeEditing = { ...forAll("write"), mappeViewer: "refused" } as const;
const mappeOwning = { ...forAll("refused"), mappeOwner: "write" } as const;

/**
 * Who comes to a Mappe, by the link they hold to it. An assessment in a Mappe opens to them as far as its owner shares it: for
 * editing, to owner and editor, all but handing on, renewing links, deleting and leaving Mappen; for reading, and to a viewer always,
 * as to a reader; for the ring, not at all. `audit`: what the audit of the Mappe says of whoever has come; null where nothing of
 * anybody is shown. What is done there, it is told with the change.
 */
export const mappePermissions = {
  mappe: { ...forAll("read"), audit: "overview" },
  "mappe.members": { ...forAll("read"), audit: "members" },
  "mappe.compare": { ...forAll("read"), audit: "comparison" },
  "mappe.gaps": { ...forAll("read"), audit: "gaps" },
  // Whoever reads may have documents made, and ends none that others have asked for
  "mappe.documents": { ...forAll("write"), audit: null },
  "mappe.batch": { ...forAll("write"), mappeViewer: "read", audit: "members" },
  "mappe.batch-events": { ...forAll("read"), audit: null },
  "mappe.batch-file": { ...forAll("read"), audit: "documents" },
  "mappe.brand": { ...mappeEditing, audit: null },
  "mappe.save": { ...mappeEditing, audit: null },
  "mappe.report-file": { ...forAll("read"), audit: "members-report" },
  "mappe.add": { ...mappeEditing, audit: null },
  "mappe.template": { ...mappeEditing, ...{ mappeOwner: "read", mappeEditor: "read" }, audit: null },
  "mappe.hand-over": { ...mappeEditing, audit: "hand-over" },
  "mappe.links": { ...mappeEditing, ...{ mappeOwner: "read", mappeEditor: "read" }, audit: "links" },
  "mappe.links-table": { ...mappeEditing, ...{ mappeOwner: "read", mappeEditor: "read" }, audit: "links-table" },
  "mappe.ring": { ...forAll("write"), mappeViewer: "read", audit: "ring" },
  "mappe.settings": { ...forAll("read"), mappeOwner: "write", audit: "settings" },
  "mappe.audit": { ...mappeOwning, mappeOwner: "read", audit: "audit" },
  "mappe.audit-table": { ...mappeOwning, mappeOwner: "read", audit: "audit-table" },
  "mappe.webhooks": { ...mappeOwning, audit: "webhooks" },
  "mappe.delete": { ...mappeOwning, audit: null },
} as const satisfies Partial<
  Record<PageName, Readonly<Record<"mappeOwner" | "mappeEditor" | "mappeViewer", Right>> & { audit: AuditKind | null }>
>;

/** Pages whose answer is a file with something of an assessment: the audit says that it was taken away, not only seen. */
export const savedFiles = [
  ...(["save-file", "document", "report-file", "evidence-file", "person-data"] as const),
  ...(["plan-calendar", "plan-table", "reminder", "mappe.batch-file"] as const),
] satisfies PageName[];

/** What `signedOut` gets: `signIn` leads to where one signs in, `write` is for everybody who comes. */
type AccountRight = "write" | "read" | "signIn";
const entrance = { signedIn: "write", signedOut: "write" } as const;
const ownPage = { signedIn: "write", signedOut: "signIn" } as const;

/**
 * Who comes to the pages about accounts, where there are any. Each shows the account of whoever is signed in, and no address names
 * one, so that nobody comes to another's. `isConfirmed`: only once they have just proved again who they are. What an account opens is
 * decided by the keys in it, as for a browser.
 */
export const accountPermissions = {
  ...{ "sign-in": entrance, "sign-in.code": entrance, "sign-in.provider": { signedIn: "read", signedOut: "read" } },
  ...{ "sign-in.return": { signedIn: "read", signedOut: "read" }, "sign-up": entrance, reset: entrance, "account.link": entrance },
  ...{ invitation: ownPage, account: ownPage, "account.confirm": ownPage, "account.data": { signedIn: "read", signedOut: "signIn" } },
  ...{ "account.password": { ...ownPage, isConfirmed: true }, "account.address": { ...ownPage, isConfirmed: true } },
  ...{ "account.codes": { ...ownPage, isConfirmed: true }, "account.delete": { ...ownPage, isConfirmed: true } },
} satisfies Partial<Record<PageName, Readonly<{ signedIn: AccountRight; signedOut: AccountRight; isConfirmed?: true }>>>;

/** A program is let in by its key alone: whoever comes with none is answered 401, whatever cookie the browser sends. */
const withKey = (right: Right, foreign: Permission["foreign"]): Permission => ({ rights: { ...nobody, apiKey: right }, foreign });

/** Of every operation of the API. */
export const operationPermissions = {
  listQuestionnaires: open,
  readQuestionnaire: open,
  listFacts: open,
  listRegions: open,
  readRegion: open,
  listInitiatives: open,
  readInitiative: open,
  listOpenData: open,
  score: withKey("read", null),
  createAssessment: withKey("write", null),
  listAssessments: withKey("read", null),
  readAssessment: withKey("read", 404),
  changeAnswers: withKey("write", 404),
  deleteAssessment: withKey("write", 404),
  readAssessmentLinks: withKey("write", 404),
  changeProfile: withKey("write", 404),
  changePlanLimits: withKey("write", 404),
  changePlanSteps: withKey("write", 404),
  changeTargets: withKey("write", 404),
  changeFacts: withKey("write", 404),
  readBrand: withKey("read", 404),
  changeBrand: withKey("write", 404),
  readReport: withKey("read", 404),
  closeRound: withKey("write", 404),
  beginRound: withKey("write", 404),
  createMappe: withKey("write", null),
  listMappen: withKey("read", null),
  readMappe: withKey("read", 404),
  changeMappe: withKey("write", 404),
  deleteMappe: withKey("write", 404),
  listMappePeople: withKey("read", 404),
  inviteToMappe: withKey("write", 404),
  renewMappePerson: withKey("write", 404),
  removeMappePerson: withKey("write", 404),
  listMappeMembers: withKey("read", 404),
  addToMappe: withKey("write", 404),
  createInMappe: withKey("write", 404),
  changeInMappe: withKey("write", 404),
  removeFromMappe: withKey("write", 404),
  // What opens a Mappe is for those who may give it away
  readMappeLinks: withKey("write", 404),
  readPortfolio: withKey("read", 404),
  readCommonGaps: withKey("read", 404),
  compareInMappe: withKey("read", 404),
  readMappeBrand: withKey("read", 404),
  changeMappeBrand: withKey("write", 404),
  readMembersReport: withKey("read", 404),
  startBatch: withKey("write", 404),
  listBatches: withKey("read", 404),
  readBatch: withKey("read", 404),
  fetchBatch: withKey("read", 404),
  deleteBatch: withKey("write", 404),
  readRing: withKey("read", 404),
  setRingRule: withKey("write", 404),
  stopRingProposal: withKey("write", 404),
  inviteToRing: withKey("write", 404),
  offerOpenData: withKey("write", 404),
  stopOpenData: withKey("write", 404),
  listMemberships: withKey("read", 404),
  agreeToMappe: withKey("write", 404),
  leaveMappe: withKey("write", 404),
  readOwnRing: withKey("read", 404),
  joinRing: withKey("write", 404),
  leaveRing: withKey("write", 404),
  agreeToRingRule: withKey("write", 404),
  withdrawRingRule: withKey("write", 404),
  agreeToOpenData: withKey("write", 404),
  withdrawOpenData: withKey("write", 404),
  readMappeAudit: withKey("read", 404),
  createWebhook: withKey("write", 404),
  listWebhooks: withKey("read", 404),
  testWebhook: withKey("write", 404),
  deleteWebhook: withKey("write", 404),
} satisfies Record<Operation["id"], Permission>;

/** What the audit of a Mappe says of each operation on it, as of pages in `mappePermissions`. */
export const operationAudit = {
  ...{ readMappe: "overview", changeMappe: null, deleteMappe: null },
  ...{ listMappePeople: "people", inviteToMappe: null, renewMappePerson: null, removeMappePerson: null },
  ...{
    listMappeMembers: "members",
    addToMappe: null,
    createInMappe: null,
    changeInMappe: null,
    removeFromMappe: null,
    readMappeLinks: "links",
  },
  ...{ readPortfolio: "overview", readCommonGaps: "gaps", compareInMappe: "comparison", readMappeAudit: "audit" },
  ...{ readMappeBrand: null, changeMappeBrand: null },
  readMembersReport: "members-report",
  ...{ startBatch: null, listBatches: null, readBatch: "members", fetchBatch: "documents", deleteBatch: null },
  ...{ readRing: "ring", setRingRule: null, stopRingProposal: null, inviteToRing: null, offerOpenData: null, stopOpenData: null },
  ...{ createWebhook: null, listWebhooks: "webhooks", testWebhook: null, deleteWebhook: null },
} as const satisfies Partial<Record<Operation["id"], AuditKind | null>>;

/** The name under which the table knows a route. */
export const pageNameOf = (routeId: string): string => routeId.replace(/^(de|en|files)\//, "").replace(/^examples\/.*/, "examples");

const isPageName = (name: string): name is PageName => Object.hasOwn(pagePermissions, name);
/** The line of the table that a route has; null where none has been found. */
export function toPageName(routeId: string | null): PageName | null {
  const name = routeId === null ? "" : pageNameOf(routeId);
  return isPageName(name) ? name : null;
}
