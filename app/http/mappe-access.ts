import { randomBytes } from "node:crypto";
import type { Organisation } from "../core/assessment/assessment";
import type { Moment } from "../core/day";
import type { Content } from "../core/content";
import { portfolioRow, type PortfolioRow } from "../core/mappe/portfolio";
import { mostInMappe, type GivenRole, type MappeRole, type Sharing } from "../core/mappe/mappe";
import type { Stores } from "../../db/index";
import { newAssessmentId, type NewAssessment } from "../../db/assessments";
import { newMappeId, type MappeHolder, type StoredMappe } from "../../db/mappen";
import type { MappeLine } from "../../db/portfolios";
import type { Browser } from "./device-cookie";
import {
  clientKeyOf,
  clientSecretOf,
  deviceOf,
  hashOf,
  isKey,
  newEditKey,
  peopleSecretOf,
  personKeyOf,
  readKeyOf,
  type Device,
} from "./keys";
import { ringMembershipOf, ringOf } from "./ring-access";
import { summarised } from "./summaries";

export type MappeParts = Pick<Stores, "mappen" | "portfolios" | "assessments" | "rings">;
type Parts = MappeParts;

/** A Mappe this visitor may see. What a role may not do is null, so that a route that forgets to ask gets nothing. */
export type OpenMappe = StoredMappe & { role: MappeRole } & ReturnType<typeof viewing> & {
    edit: ReturnType<typeof editing> | null;
    own: ReturnType<typeof owning> | null;
  };

/** Somebody's way to an assessment through a Mappe. `key`: where the Mappe has made it and its link still holds. */
export type MappeGrant = { may: "edit" | "read"; key: string | null };

type MappeEvents = { opened(deviceHash: string): void; creating(count?: number): Promise<void> };

/** The part of a visitor's access that is about Mappen; keys lie sealed beside those of assessments, under the one cookie. */
export function mappeAccessOf(browser: Browser, stores: Parts, moment: Moment, events: MappeEvents) {
  const { device } = browser;
  const { mappen } = stores;

  /** The key that this browser holds, with what it opens. */
  async function held(id: string, sealed: string | null): Promise<{ key: string; holder: MappeHolder } | null> {
    const key = device && sealed ? device.unseal(id, sealed) : null;
    const holder = key === null ? null : await mappen.findByKeyHash(hashOf(key));
    return key !== null && holder?.id === id ? { key, holder } : null;
  }

  async function find(id: string) {
    return device ? held(id, await mappen.devices.find(device.hash, id)) : null;
  }

  async function remember(id: string, key: string): Promise<string> {
    const enrolled = browser.enrol();
    await mappen.devices.keep(enrolled.device.hash, id, enrolled.device.seal(id, key), moment.now);
    return enrolled.cookie;
  }

  return {
    /** @returns null where there is none or this visitor holds no key to it; the two are told apart nowhere. */
    async open(id: string): Promise<OpenMappe | null> {
      const found = await find(id);
      const mappe = found && (await mappen.find(id));
      if (!found || !mappe || !device) return null;
      events.opened(device.hash);
      return heldMappe(stores, mappe, found, device, moment, events);
    },

    /** @returns its id and the cookie of the browser that opens it. @throws where there were too many. */
    async create(name: string): Promise<{ id: string; cookie: string }> {
      await events.creating();
      const [id, key] = [newMappeId(), newEditKey()];
      await mappen.create(id, name, { hash: hashOf(key), sealedSecret: deviceOf(key).seal(id, newEditKey()) }, moment.now);
      return { id, cookie: await remember(id, key) };
    },

    /** Takes a key from a link, unless this browser holds one already that may more. */
    async accept(key: string): Promise<{ id: string; cookie: string } | null> {
      const holder = isKey(key) ? await mappen.findByKeyHash(hashOf(key)) : null;
      if (!holder) return null;
      const known = await find(holder.id);
      const kept = known && rank[known.holder.role] <= rank[holder.role] ? known.key : key;
      return { id: holder.id, cookie: await remember(holder.id, kept) };
    },

    /** What this browser opens, by name. */
    async list(): Promise<(StoredMappe & { role: MappeRole; count: number })[]> {
      if (!device) return [];
      const lines = [];
      for (const { sealed, ...line } of await mappen.devices.list(device.hash)) {
        const found = await held(line.id, sealed);
        if (found) lines.push({ ...line, role: found.holder.role });
      }
      return lines;
    },

    /** This browser opens the Mappe no more; the Mappe stays. */
    forget: async (id: string): Promise<void> => void (device && (await mappen.devices.forget(device.hash, id))),

    /** The furthest way to an assessment through any Mappe that this browser opens. */
    async grantFor(assessmentId: string): Promise<MappeGrant | null> {
      if (!device) return null;
      let best: MappeGrant | null = null;
      for (const { mappeId, sealed, sharing } of await mappen.devices.through(device.hash, assessmentId)) {
        const found = await held(mappeId, sealed);
        if (!found) continue;
        if (sharing !== "edit" || found.holder.role === "viewer") best ??= { may: "read", key: null };
        else if (best?.may !== "edit" || best.key === null)
          best = { may: "edit", key: await madeKey(stores, mappeId, assessmentId, secretsOf(found.key, found.holder).client) };
      }
      if (best) events.opened(device.hash);
      return best;
    },
  };
}

/** What a key opens, as far as its holder may. @param device of the browser that holds it; null where a program does. */
export function heldMappe(
  stores: Parts,
  mappe: StoredMappe,
  { key, holder }: { key: string; holder: MappeHolder },
  device: Device | null,
  moment: Moment,
  events: Pick<MappeEvents, "creating">,
): OpenMappe {
  const { id } = mappe;
  const secrets = secretsOf(key, holder);
  return {
    ...mappe,
    role: holder.role,
    ...viewing(stores, id, moment),
    edit: secrets.client === null ? null : editing(stores, id, secrets.client, moment, events),
    own: secrets.people === null ? null : owning(stores, id, { key, device, ...secrets, people: secrets.people }, moment),
  };
}

/** The key of an assessment that the Mappe has made, where its link has not been renewed by its owner since. */
export async function madeKey(
  { mappen, assessments }: Parts,
  mappeId: string,
  assessmentId: string,
  clientSecret: string | null,
): Promise<string | null> {
  const version = await mappen.linkVersion(mappeId, assessmentId);
  if (clientSecret === null || version === null) return null;
  const key = clientKeyOf(clientSecret, assessmentId, version);
  return (await assessments.findByKeyHash(hashOf(key)))?.may === "edit" ? key : null;
}

const rank: Record<MappeRole, number> = { owner: 0, editor: 1, viewer: 2 };

/** What the holder of a key may derive links from: the owner all, an editor those of assessments, a viewer none. */
export function secretsOf(
  key: string,
  { id, role, sealedSecret }: MappeHolder,
): { secret: string | null; people: string | null; client: string | null } {
  const secret = sealedSecret === null ? null : deviceOf(key).unseal(id, sealedSecret);
  if (secret === null || role === "viewer") return { secret: null, people: null, client: null };
  if (role === "editor") return { secret: null, people: null, client: secret };
  return { secret, people: peopleSecretOf(secret), client: clientSecretOf(secret) };
}

/** An assessment in a Mappe, as far as it is shared: of one that waits or takes part in the ring alone, nothing but its name. */
export type MappeMember = Pick<MappeLine, "id" | "track" | "sharing" | "linkVersion"> & {
  name: string | null;
  isWaiting: boolean;
  row: PortfolioRow | null;
};

function viewing(stores: Parts, id: string, moment: Moment) {
  const { mappen, portfolios } = stores;
  const { now, today } = moment;
  const { ring } = ringOf(stores, id, moment);
  return {
    ring,
    count: () => mappen.count(id),
    /** Everything in it, in the order in which it was added. @param timeZone of the operator. */
    async members(content: Content, timeZone: string): Promise<MappeMember[]> {
      const lines = await portfolios.lines(id, content.version);
      const shared = lines.filter(({ consentedAt, sharing }) => consentedAt !== null && sharing !== "ring");
      const rows = new Map((await summarised(shared, portfolios, content, timeZone, now)).map((row) => [row.id, portfolioRow(row, today)]));
      return lines.map(({ id: assessmentId, track, sharing, linkVersion, organisation, consentedAt }) => ({
        ...{ id: assessmentId, track, sharing, linkVersion },
        // Of one whose owner has not agreed, not even the name is told.
        name: consentedAt === null ? null : (organisation.name ?? null),
        isWaiting: consentedAt === null,
        row: rows.get(assessmentId) ?? null,
      }));
    },
  };
}

/** What becomes of a link that somebody brings. */
export type AddOutcome = "added" | "waits" | "unknown" | "already" | "too-many";

function editing(stores: Parts, id: string, clientSecret: string, moment: Moment, events: Pick<MappeEvents, "creating">) {
  const { mappen, portfolios, assessments } = stores;
  const { now } = moment;
  return {
    /** By the key in a link: whoever may edit is the owner and agrees; of a reading link the owner is asked first. */
    async addByKey(key: string, sharing: Sharing): Promise<AddOutcome> {
      const found = isKey(key) ? await assessments.findByKeyHash(hashOf(key)) : null;
      if (!found) return "unknown";
      if ((await mappen.of(found.id)).some(({ mappeId }) => mappeId === id)) return "already";
      if ((await mappen.count(id)) >= mostInMappe) return "too-many";
      const agrees = found.may === "edit";
      await mappen.add(id, [found.id], agrees || sharing === "ring" ? sharing : "read", agrees ? now : null, now);
      return agrees ? "added" : "waits";
    },

    /** Makes new ones, each with a link to hand out. @returns null where there would be too many. @throws where there were too many. */
    async make(all: NewAssessment[]): Promise<{ id: string; key: string }[] | null> {
      if ((await mappen.count(id)) + all.length > mostInMappe) return null;
      await events.creating(all.length);
      const made = all.map((assessment) => {
        const assessmentId = newAssessmentId();
        const key = clientKeyOf(clientSecret, assessmentId, 1);
        return { id: assessmentId, assessment, key, keys: { edit: hashOf(key), read: hashOf(readKeyOf(key, 1)) } };
      });
      return (await mappen.make(id, made, now)) ? made : null;
    },

    /** The links of those that were made here; null where the owner has made a new one, which only they know. */
    async links(contentVersion: string): Promise<{ id: string; name: string | null; track: MappeLine["track"]; key: string | null }[]> {
      const lines = await portfolios.lines(id, contentVersion);
      return lines.flatMap(({ id: assessmentId, track, organisation, linkVersion, editKeyHash }) => {
        if (linkVersion === null) return [];
        const key = clientKeyOf(clientSecret, assessmentId, linkVersion);
        return [{ id: assessmentId, track, name: organisation.name ?? null, key: hashOf(key) === editKeyHash ? key : null }];
      });
    },

    inviteToRing: ringOf(stores, id, moment).inviteToRing,
    takeOut: (assessmentId: string) => mappen.takeOut(id, assessmentId, now),
    /** Keeps less of what is shared; more than there was, only the owner of the assessment gives. */
    shareLess: (assessmentId: string) => mappen.share(id, assessmentId, "read"),
  };
}

type OwnerSecrets = { key: string; device: Device | null; secret: string | null; people: string; client: string | null };

function owning(stores: Parts, id: string, { key, device, secret, people, client }: OwnerSecrets, moment: Moment) {
  const { mappen } = stores;
  const { now } = moment;
  const credentials = (personId: string, role: GivenRole, version: number) => {
    const personKey = personKeyOf(people, personId, version);
    const sealedSecret = role === "editor" && client !== null ? deviceOf(personKey).seal(id, client) : null;
    return { version, hash: hashOf(personKey), sealedSecret };
  };
  return {
    key,
    setRing: ringOf(stores, id, moment).setRing,
    /** @param unchangedSince does it only where nobody has changed the Mappe since. @returns whether it was done. */
    rename: (name: string, unchangedSince?: string) => mappen.rename(id, name, now, unchangedSince),
    /** Likewise. */
    remove: (unchangedSince?: string) => mappen.remove(id, unchangedSince),

    /** A new link for the owner; the old one opens nothing from then on, on no other device either. */
    async renewKey(): Promise<boolean> {
      if (secret === null || device === null) return false;
      const next = newEditKey();
      const owner = { hash: hashOf(next), sealedSecret: deviceOf(next).seal(id, secret) };
      return mappen.renewOwnerKey(id, hashOf(key), owner, { device: device.hash, sealed: device.seal(id, next) }, now);
    },

    /** Everybody who was given a link, with the key in it. */
    people: async () =>
      (await mappen.people(id)).map(({ keyVersion, ...person }) => ({ ...person, key: personKeyOf(people, person.id, keyVersion) })),

    /** @returns their id, with which `people` tells their link; null where there is no Mappe any more. */
    async addPerson(name: string, role: GivenRole): Promise<string | null> {
      const personId = randomBytes(12).toString("base64url");
      const { hash, sealedSecret } = credentials(personId, role, 1);
      return (await mappen.addPerson(id, { id: personId, name, role, keyHash: hash, sealedSecret }, now)) ? personId : null;
    },

    async renewPerson(personId: string): Promise<void> {
      const person = (await mappen.people(id)).find((one) => one.id === personId);
      if (person) await mappen.renewPerson(id, personId, credentials(personId, person.role, person.keyVersion + 1), now);
    },

    removePerson: (personId: string) => mappen.removePerson(id, personId, now),
  };
}

/** A Mappe in the list of those that an assessment is in, and what its owner may do about it. */
export type MappeMembership = { mappeId: string; name: string; sharing: Sharing; isWaiting: boolean; isInRing: boolean };

/** For whoever may change an assessment: who else sees it, and until when is theirs to say. */
export function membershipsOf(
  stores: Pick<Stores, "mappen" | "rings" | "portfolios">,
  { id: assessmentId, organisation }: { id: string; organisation: Organisation },
  moment: Moment,
) {
  const { mappen } = stores;
  const { now } = moment;
  return {
    ...ringMembershipOf(stores, assessmentId, organisation, moment),
    mappen: async (): Promise<MappeMembership[]> =>
      (await mappen.of(assessmentId)).map(({ mappeId, name, sharing, consentedAt, isInRing }) => ({
        ...{ mappeId, name, sharing, isInRing },
        isWaiting: consentedAt === null,
      })),
    agreeToMappe: (mappeId: string) => mappen.consent(mappeId, assessmentId, now),
    shareWithMappe: (mappeId: string, sharing: Exclude<Sharing, "ring">) => mappen.share(mappeId, assessmentId, sharing),
    leaveMappe: (mappeId: string) => mappen.takeOut(mappeId, assessmentId, now),
  };
}
