import type { Moment } from "../../core/day";
import type { Actor } from "../../core/changes/change";
import { auditedAsNothing, type AuditActor, type AuditedAs } from "../../core/mappe/audit";
import type { Stores } from "../../../db/index";
import type { KeyRight } from "../../../db/assessment-keys";
import type { AssessmentLine } from "../../../db/assessments";
import type { NewAssessment } from "../../../db/stored-assessment";
import { checking, editing, reading, type AssessmentStores, type Checkable, type Editable, type Readable } from "./assessment-access";
import { openAuditTold } from "../mappe/audit-told";
import { keyHolderOf, type Browser } from "./device-cookie";
import { hashOf, isKey, keyHashesOf, newEditKey, type Device } from "./keys";
import { mappeAccessOf, tellOf } from "./mappe-access";
import { partAccessOf } from "./part-access";
import { newId } from "../../../db/new-id";

export type Right = KeyRight;

/**
 * The one place that decides who gets at an assessment. Routes know no store of assessments, only a visitor: a
 * route that forgets to ask gets nothing.
 */
export type AccessGrant = ReturnType<typeof accessGrantOf>;

/** What is told of a browser that has opened something, asked before a new assessment is kept, and said to the audit of a Mappe. */
export type AccessEvents = {
  opened(deviceHash: string): void;
  creating(count?: number): Promise<void>;
  refused(): void;
  audited: AuditedAs;
};
const noEvents: AccessEvents = {
  opened: () => undefined,
  creating: () => Promise.resolve(),
  refused: () => undefined,
  audited: auditedAsNothing,
};

/** @param account whose keys open what they hold beside those of the browser; null: nobody is signed in. */
export function accessGrantOf(
  browser: Browser,
  stores: AssessmentStores & Pick<Stores, "deviceKeys">,
  moment: Moment,
  events = noEvents,
  account: Device | null = null,
) {
  const holder = keyHolderOf(browser, account);
  const { assessments, deviceKeys, people } = stores;
  const { device, devices } = holder;
  const audit = openAuditTold();
  const mappen = mappeAccessOf(holder, stores, moment, events, audit);

  /** By a key of one's own, else through a Mappe. */
  async function find(id: string): Promise<{ assessment: Readable; key: string | null; by: Actor; through?: AuditActor } | null> {
    const own = await findOwn(id);
    if (own?.assessment.may === "edit") return { ...own, by: "edit-link" };
    const grant = await mappen.grantFor(id);
    if (!grant || (own && grant.may === "read")) return own && { ...own, by: "edit-link" };
    const assessment = await assessments.find(id);
    if (!assessment) return null;
    await tellOf(stores, grant, id, events.audited, moment, audit);
    const readable = { ...assessment, may: grant.may, ...reading(stores, assessment, grant.may) };
    return { assessment: readable, key: grant.key, by: "mappe", through: grant.by };
  }

  /** By the key that may most of those that are held. */
  async function findOwn(id: string): Promise<{ assessment: Readable; key: string } | null> {
    const hashes = devices.map(({ hash }) => hash);
    const found = hashes.length > 0 ? await assessments.findHeld(id, hashes) : null;
    if (!found) return null;
    const held = devices.flatMap((one) => {
      const key = one.unseal(id, found.sealed.get(one.hash) ?? "");
      const may = key === null ? null : found.opens(hashOf(key));
      return key !== null && may !== null ? [{ key, may }] : [];
    });
    const [best] = held.sort((a, b) => rankOf[b.may] - rankOf[a.may]);
    if (!best) return null;
    if (device) events.opened(device.hash);
    const assessment = await found.read();
    return { assessment: { ...assessment, may: best.may, ...reading(stores, assessment, best.may) }, key: best.key };
  }

  /** Keeps a key for this visitor. @returns the cookie by which the browser is known from now on. */
  async function remember(assessmentId: string, key: string): Promise<string> {
    const enrolled = holder.keeper();
    const sealed = enrolled.device.seal(assessmentId, key);
    await deviceKeys.keep(enrolled.device.hash, { id: assessmentId, sealed }, moment.now);
    return enrolled.cookie;
  }

  return {
    mappen,
    ...partAccessOf(browser, stores, moment, events, find),
    /** What was asked for is given: the audit of Mappen knows what was taken away. */
    given: audit.given,

    /**
     * @returns the assessment, or null where there is none or this visitor holds no key to it. The two are told
     * apart nowhere, so that ids cannot be probed.
     */
    read: async (id: string): Promise<Readable | null> => (await find(id))?.assessment ?? null,

    /** The same for whoever may change it; a reader's key opens nothing here. */
    async edit(id: string): Promise<Editable | null> {
      const found = await find(id);
      if (found?.assessment.may !== "edit") return null;
      return { ...found.assessment, ...editing(stores, found.assessment, found.key, moment, found.by, found.through) };
    },

    /** The same for whoever checks its answers: a second person, so the key for editing opens nothing here. */
    async check(id: string): Promise<Checkable | null> {
      const found = await find(id);
      return found?.assessment.may === "check" ? { ...found.assessment, ...checking(stores, found.assessment, moment) } : null;
    },

    /** Keeps a new assessment. @returns its id and the cookie of the browser that opens it. @throws where there were too many. */
    async create(assessment: NewAssessment, by: "edit-link" | "file" = "edit-link"): Promise<{ id: string; cookie: string }> {
      await events.creating();
      const key = newEditKey();
      const id = await assessments.create(assessment, keyHashesOf(key), moment.now, newId(), by);
      return { id, cookie: await remember(id, key) };
    },

    /** Takes a key from a link. @returns where it leads and the cookie of the browser that holds it from now on, or null. */
    async accept(key: string): Promise<{ id: string; may: Right; cookie: string } | null> {
      const found = isKey(key) ? await assessments.findByKeyHash(hashOf(key)) : null;
      if (!found) {
        events.refused();
        return null;
      }
      // Opening the reading link of one's own assessment must not take the right to edit away.
      const held = await findOwn(found.id);
      const isMore = held !== null && rankOf[held.assessment.may] > rankOf[found.may];
      return {
        id: found.id,
        may: isMore ? held.assessment.may : found.may,
        cookie: await remember(found.id, isMore ? held.key : key),
      };
    },

    /**
     * Makes new links for editing and for reading. The old ones open nothing from then on, nor does any other browser that
     * holds a key from them.
     * @returns false where this visitor may not, or somebody else was faster.
     */
    async renewKeys(id: string): Promise<boolean> {
      const found = await find(id);
      const [first] = devices;
      if (!first || found?.assessment.may !== "edit" || found.key === null) return false;
      const key = newEditKey();
      const holds = await Promise.all(devices.map(async ({ hash }) => (await deviceKeys.find(hash, id)) !== null));
      const holder = { device: first.hash, sealed: first.seal(id, key) };
      if (!(await assessments.renewKeys(id, hashOf(found.key), keyHashesOf(key), holder))) return false;
      // Who came through a Mappe held no key of their own yet; whoever is signed in may hold one on this browser, too.
      for (const [index, one] of devices.entries())
        if (index === 0 || holds[index]) await deviceKeys.keep(one.hash, { id, sealed: one.seal(id, key) }, moment.now);
      return true;
    },

    /** Takes over the keys that this browser still holds in cookies of before. @returns the cookies to set, and the browser's secret. */
    async takeOver(): Promise<{ cookies: string[]; secret: string }> {
      const { device: enrolled, cookie, secret } = browser.enrol();
      for (const { assessmentId, key } of browser.oldKeys) {
        const found = await assessments.findByKeyHash(hashOf(key));
        const isHeld = (await deviceKeys.find(enrolled.hash, assessmentId)) !== null;
        if (found?.id === assessmentId && !isHeld)
          await deviceKeys.keep(enrolled.hash, { id: assessmentId, sealed: enrolled.seal(assessmentId, key) }, moment.now);
      }
      return { cookies: [cookie, ...browser.oldKeys.map(({ forget }) => forget)], secret };
    },

    /** What this visitor opens, the one changed last first. */
    async list(): Promise<DeviceLine[]> {
      const held: { id: string; hash: string }[] = [];
      for (const one of devices)
        for (const { id, sealed } of await deviceKeys.list(one.hash)) {
          const key = one.unseal(id, sealed);
          if (key !== null) held.push({ id, hash: hashOf(key) });
        }
      const lines = await assessments.findLines([...new Set(held.map(({ id }) => id))]);
      return lines.flatMap(({ keys, ...line }) => {
        const hashes = held.filter(({ id }) => id === line.id).map(({ hash }) => hash);
        const may = rights.find((right) => hashes.some((hash) => keys[right] === hash));
        return may ? [{ ...line, may }] : [];
      });
    },

    /** The answers of listed ones, by id. */
    answersOf: (lines: DeviceLine[]) => assessments.findAnswers(lines.map(({ id }) => id)),

    /** This visitor opens the assessment no more by a key of their own; the assessment stays. */
    async forget(id: string): Promise<void> {
      for (const { hash } of devices) await deviceKeys.forget(hash, id);
    },

    /** This browser opens nothing any more. @returns the cookies that take its secret back. */
    async forgetAll(): Promise<string[]> {
      if (device)
        await Promise.all([
          deviceKeys.forgetAll(device.hash),
          people.devices.forgetAll(device.hash),
          stores.mappen.devices.forgetAll(device.hash),
        ]);
      return browser.forget;
    },
  };
}

const rights = ["edit", "check", "read"] as const satisfies Right[];
const rankOf: Record<Right, number> = { read: 0, check: 1, edit: 2 };

/** An assessment in the list of those that a browser opens. */
export type DeviceLine = AssessmentLine & { may: Right };
