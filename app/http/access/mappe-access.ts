import type { Brand } from "../../core/brand/brand";
import type { Moment } from "../../core/day";
import { byOwner, type Act, type AuditActor, type AuditedAs, type AuditKind } from "../../core/mappe/audit";
import type { MappeRole, Sharing } from "../../core/mappe/mappe";
import type { MappeHolder, StoredMappe } from "../../../db/mappen";
import type { AuditTold } from "../mappe/audit-told";
import type { KeyHolder } from "./device-cookie";
import { hashOf, isKey, newEditKey, type Device } from "./keys";
import { actorOf, heldMappe, madeKey, newOwner, secretsOf, type MappeLimits, type MappeParts, type OpenMappe } from "./held-mappe";
import { newId } from "../../../db/new-id";

/** Somebody's way to an assessment through a Mappe. `key`: where the Mappe has made it and its link still holds. */
export type MappeGrant = { may: "edit" | "read"; key: string | null; mappeId: string; by: AuditActor };

/** How documents look that are made through a Mappe. */
export type MappeLook = { id: string; name: string; brand: Brand };

type MappeEvents = MappeLimits & { opened(deviceHash: string): void; audited: AuditedAs };

/** The part of a visitor's access that is about Mappen; keys lie sealed beside those of assessments, under the one cookie. */
export function mappeAccessOf(browser: KeyHolder, stores: MappeParts, moment: Moment, events: MappeEvents, audit: AuditTold) {
  const { device, devices } = browser;
  const { mappen } = stores;

  /** A key that is held, with what it opens. */
  async function held(id: string, keptIn: Device, sealed: string | null): Promise<Held | null> {
    const key = sealed === null ? null : keptIn.unseal(id, sealed);
    const holder = key === null ? null : await holderOf(mappen, id, key);
    return key !== null && holder ? { key, holder, keptIn } : null;
  }

  /** By the key that may most of those that are held. */
  async function find(id: string): Promise<Held | null> {
    const all = [];
    for (const one of devices) all.push(await held(id, one, await mappen.devices.find(one.hash, id)));
    return all.filter((one) => one !== null).sort(byRank)[0] ?? null;
  }

  async function remember(id: string, key: string): Promise<string> {
    const enrolled = browser.keeper();
    await mappen.devices.keep(enrolled.device.hash, { id, sealed: enrolled.device.seal(id, key) }, moment.now);
    return enrolled.cookie;
  }

  return {
    /**
     * @param assessment in it, that the page is about.
     * @returns null where there is none or this visitor holds no key to it; the two are told apart nowhere.
     */
    async open(id: string, assessment?: string): Promise<OpenMappe | null> {
      const found = await find(id);
      const mappe = found && (await mappen.find(id));
      if (!found || !mappe) return null;
      if (device) events.opened(device.hash);
      const act = { now: moment.now, by: actorOf(found.holder) };
      await lookAt(stores, id, events.audited.mappe[found.holder.role], act, audit, assessment);
      return heldMappe(stores, mappe, found, found.keptIn, moment, events);
    },

    /** @returns its id and the cookie of the browser that opens it. @throws where there were too many. */
    async create(name: string): Promise<{ id: string; cookie: string }> {
      await events.creating();
      const [id, key] = [newId(), newEditKey()];
      await mappen.create(id, name, newOwner(id, key), { now: moment.now, by: byOwner });
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

    /** What this visitor opens, by name. */
    async list(): Promise<(StoredMappe & { role: MappeRole; count: number })[]> {
      const lines = new Map<string, StoredMappe & { role: MappeRole; count: number }>();
      for (const one of devices)
        for (const { sealed, ...line } of await mappen.devices.list(one.hash)) {
          const found = await held(line.id, one, sealed);
          const known = lines.get(line.id);
          if (found && (!known || rank[found.holder.role] < rank[known.role])) lines.set(line.id, { ...line, role: found.holder.role });
        }
      return [...lines.values()];
    },

    /** This visitor opens the Mappe no more; the Mappe stays. */
    async forget(id: string): Promise<void> {
      for (const { hash } of devices) await mappen.devices.forget(hash, id);
    },

    /** The furthest way to an assessment through any Mappe that this visitor opens. */
    async grantFor(assessmentId: string): Promise<MappeGrant | null> {
      const ways: Way[] = [];
      for (const one of devices)
        for (const { mappeId, sealed, sharing } of await mappen.devices.through(one.hash, assessmentId)) {
          const found = await held(mappeId, one, sealed);
          if (found) ways.push({ ...found, mappeId, sharing, by: actorOf(found.holder) });
        }
      const grant = await furthestGrant(stores, assessmentId, ways);
      if (grant && device) events.opened(device.hash);
      return grant;
    },

    /** Of the Mappen through which this visitor opens an assessment, those with a brand. */
    async looksOf(assessmentId: string): Promise<MappeLook[]> {
      const looks = new Map<string, MappeLook>();
      for (const one of devices)
        for (const { mappeId, sealed } of await mappen.devices.through(one.hash, assessmentId)) {
          if (looks.has(mappeId) || !(await held(mappeId, one, sealed))) continue;
          const [mappe, brand] = [await mappen.find(mappeId), await stores.mappeBrands.find(mappeId)];
          if (mappe && brand) looks.set(mappeId, { id: mappeId, name: mappe.name, brand });
        }
      return [...looks.values()];
    },
  };
}

/** What a key opens of a Mappe; null where it opens nothing there. */
export async function holderOf(
  { findByKeyHash }: Pick<MappeParts["mappen"], "findByKeyHash">,
  id: string,
  key: string,
): Promise<MappeHolder | null> {
  const holder = await findByKeyHash(hashOf(key));
  return holder?.id === id ? holder : null;
}

/** A Mappe that an assessment is shared with, and the key that somebody holds to it. */
type Way = { mappeId: string; sharing: Sharing; key: string; holder: MappeHolder; by: AuditActor };

/** The way that leads furthest: editing goes before reading, and with the link of the assessment before without. */
export async function furthestGrant(stores: MappeParts, assessmentId: string, ways: Way[]): Promise<MappeGrant | null> {
  let best: MappeGrant | null = null;
  for (const { mappeId, sharing, key, holder, by } of ways)
    if (sharing !== "edit" || holder.role === "viewer") best ??= { may: "read", key: null, mappeId, by };
    else if (best?.may !== "edit" || best.key === null)
      best = { may: "edit", key: await madeKey(stores, mappeId, assessmentId, secretsOf(key, holder).client), mappeId, by };
  return best;
}

/** Tells the audit that somebody has opened a Mappe. @param what null: nothing to tell. @param assessment that they say it is about. */
export async function lookAt(
  { mappen, mappeAudit }: Pick<MappeParts, "mappen" | "mappeAudit">,
  id: string,
  what: AuditKind | null,
  act: Act,
  audit: AuditTold,
  assessment?: string,
): Promise<void> {
  if (what === null) return;
  const isIn = assessment !== undefined && (await mappen.of(assessment)).some(({ mappeId }) => mappeId === id);
  await audit.tell(what, () => mappeAudit.look(id, { what, of: isIn ? assessment : "", detail: null }, act));
}

/** Tells the audit that somebody has come to an assessment through a Mappe. */
export async function tellOf(
  { mappeAudit }: Pick<MappeParts, "mappeAudit">,
  { mappeId, by }: MappeGrant,
  of: string,
  { assessment: what }: AuditedAs,
  { now }: Moment,
  audit: AuditTold,
): Promise<void> {
  if (what !== null) await audit.tell(what, () => mappeAudit.look(mappeId, { what, of, detail: null }, { now, by }));
}

/** A key to a Mappe, with what it opens and where it is kept. */
type Held = { key: string; holder: MappeHolder; keptIn: Device };

const rank: Record<MappeRole, number> = { owner: 0, editor: 1, viewer: 2 };
const byRank = (one: Held, other: Held): number => rank[one.holder.role] - rank[other.holder.role];
