import { randomBytes } from "node:crypto";
import type { FieldChange } from "../../core/assessment/merge-fields";
import type { Moment } from "../../core/day";
import type { Content } from "../../core/content";
import { distinctNames } from "../../core/mappe/distinct-names";
import { portfolioRow, type PortfolioRow } from "../../core/mappe/portfolio";
import { byOwner, type Act, type AuditActor, type AuditFilter } from "../../core/mappe/audit";
import { mostInMappe, type GivenRole, type MappeRole, type Sharing } from "../../core/mappe/mappe";
import type { Stores } from "../../../db/index";
import type { NewAssessment } from "../../../db/stored-assessment";
import type { MappeHolder, StoredMappe } from "../../../db/mappen";
import type { MappeLine } from "../../../db/portfolios";
import type { StoredWebhook } from "../../../db/webhooks";
import {
  clientKeyOf,
  clientSecretOf,
  deviceOf,
  hashOf,
  isKey,
  keyHashesOf,
  newEditKey,
  peopleSecretOf,
  personKeyOf,
  type Device,
} from "./keys";
import { batchesOf } from "../batches/batches-of";
import { ringOf } from "./ring-access";
import { summarised } from "../assessment/summaries";
import { newId } from "../../../db/new-id";

export type MappeParts = Pick<
  Stores,
  | ("webhooks" | "mappen" | "mappeAudit" | "mappeBrands" | "mappeInvitations")
  | ("batches" | "batchFiles" | "portfolios" | "assessments" | "rings")
>;

/** Counts what is made. @throws where there were too many. */
export type MappeLimits = { creating(count?: number): Promise<void> };

/** A Mappe this visitor may see. What a role may not do is null, so that a route that forgets to ask gets nothing. */
export type OpenMappe = StoredMappe & { role: MappeRole } & ReturnType<typeof viewing> & {
    edit: ReturnType<typeof editing> | null;
    own: ReturnType<typeof owning> | null;
  };

/** As whom the audit knows the holder of a link. */
export const actorOf = ({ personId }: MappeHolder): AuditActor => (personId === null ? byOwner : { by: "person", id: personId });

/** What a key opens, as far as its holder may. @param device of the browser that holds it; null where a program does. */
export function heldMappe(
  stores: MappeParts,
  mappe: StoredMappe,
  { key, holder }: { key: string; holder: MappeHolder },
  device: Device | null,
  moment: Moment,
  events: MappeLimits,
  by: AuditActor = actorOf(holder),
): OpenMappe {
  const { id } = mappe;
  const secrets = secretsOf(key, holder);
  const act = { now: moment.now, by };
  return {
    ...mappe,
    role: holder.role,
    ...viewing(stores, id, moment, by),
    edit: secrets.client === null ? null : editing(stores, id, secrets.client, moment, events, act),
    own:
      secrets.people === null
        ? null
        : owning(stores, id, { key, isInvited: holder.personId !== null, device, ...secrets, people: secrets.people }, moment, act),
  };
}

/** The owner of a new Mappe as it is kept: the secret that links are derived from lies sealed under the owner's key. */
export const newOwner = (id: string, key: string) => ({ hash: hashOf(key), sealedSecret: deviceOf(key).seal(id, newEditKey()) });

/** The key of an assessment that the Mappe has made, where its link has not been renewed by its owner since. */
export async function madeKey(
  { mappen, assessments }: MappeParts,
  mappeId: string,
  assessmentId: string,
  clientSecret: string | null,
): Promise<string | null> {
  const version = await mappen.linkVersion(mappeId, assessmentId);
  if (clientSecret === null || version === null) return null;
  const key = clientKeyOf(clientSecret, assessmentId, version);
  return (await assessments.findByKeyHash(hashOf(key)))?.may === "edit" ? key : null;
}

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
export type MappeMember = Pick<MappeLine, "id" | "track" | "sharing" | "linkVersion" | "clientKey"> & {
  name: string | null;
  isWaiting: boolean;
  row: PortfolioRow | null;
};

function viewing(stores: MappeParts, id: string, moment: Moment, by: AuditActor) {
  const { mappen, mappeBrands, portfolios } = stores;
  const { now, today } = moment;
  const { ring } = ringOf(stores, id, moment, by);
  return {
    ring,
    count: () => mappen.count(id),
    /** Of everything that is made from it. */
    brand: () => mappeBrands.find(id),
    batches: batchesOf(stores, id, { now, by }),
    /** Everything in it, in the order in which it was added. @param timeZone of the operator. */
    async members(content: Content, timeZone: string): Promise<MappeMember[]> {
      const lines = await portfolios.lines(id, content.version);
      const shared = lines.filter(({ consentedAt, sharing }) => consentedAt !== null && sharing !== "ring");
      const rows = new Map((await summarised(shared, portfolios, content, timeZone, now)).map((row) => [row.id, portfolioRow(row, today)]));
      return lines.map(({ id: assessmentId, track, sharing, linkVersion, clientKey, organisation, consentedAt }) => ({
        ...{ id: assessmentId, track, sharing, linkVersion, clientKey },
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

function editing(stores: MappeParts, id: string, clientSecret: string, moment: Moment, events: MappeLimits, act: Act) {
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
      await mappen.add(id, [found.id], agrees || sharing === "ring" ? sharing : "read", agrees ? now : null, act);
      return agrees ? "added" : "waits";
    },

    /**
     * Makes new ones, each with a link to hand out. @param clientKeys what they are called by, in their order.
     * @returns the key that would be there twice; `too-many` where the Mappe would hold more than it may. @throws where there were too many.
     */
    async make(
      all: NewAssessment[],
      clientKeys: (string | null)[] = [],
    ): Promise<{ id: string; key: string; clientKey: string | null }[] | { repeated: string } | "too-many"> {
      if ((await mappen.count(id)) + all.length > mostInMappe) return "too-many";
      await events.creating(all.length);
      const made = all.map((assessment, index) => {
        const assessmentId = newId();
        const key = clientKeyOf(clientSecret, assessmentId, 1);
        return { id: assessmentId, assessment, clientKey: clientKeys[index] ?? null, key, keys: keyHashesOf(key) };
      });
      const outcome = await mappen.make(id, made, act);
      return outcome === "made" ? made : (outcome ?? "too-many");
    },

    /** The links of those that were made here; null where the owner has made a new one, which only they know. */
    async links(contentVersion: string): Promise<{ id: string; name: string | null; key: string | null }[]> {
      const lines = await portfolios.lines(id, contentVersion);
      return lines.flatMap(({ id: assessmentId, organisation, linkVersion, editKeyHash }) => {
        if (linkVersion === null) return [];
        const key = clientKeyOf(clientSecret, assessmentId, linkVersion);
        return [{ id: assessmentId, name: organisation.name ?? null, key: hashOf(key) === editKeyHash ? key : null }];
      });
    },

    /** @returns the conflicts, as every form of an assessment does; null where the Mappe has been deleted meanwhile. */
    saveBrand: (changes: FieldChange[]) => stores.mappeBrands.save(id, changes, act),
    inviteToRing: ringOf(stores, id, moment, act.by).inviteToRing,
    /** @returns `repeated` where another in the Mappe is called so; null where it is not in it. */
    setClientKey: (assessmentId: string, clientKey: string | null) => mappen.setClientKey(id, assessmentId, clientKey, act),
    takeOut: (assessmentId: string) => mappen.takeOut(id, assessmentId, act),
    /** Keeps less of what is shared; more than there was, only the owner of the assessment gives. */
    shareLess: (assessmentId: string) => mappen.share(id, assessmentId, "read", act),
  };
}

type OwnerSecrets = {
  key: string;
  isInvited: boolean;
  device: Device | null;
  secret: string | null;
  people: string;
  client: string | null;
};

function owning(
  stores: MappeParts,
  id: string,
  { key, isInvited, device, secret, people, client }: OwnerSecrets,
  moment: Moment,
  act: Act,
) {
  const { mappen } = stores;
  const { now } = moment;
  const sealedFor: Record<MappeRole, string | null> = { owner: secret, editor: client, viewer: null };
  const credentials = (personId: string, role: MappeRole, version: number) => {
    const personKey = personKeyOf(people, personId, version);
    const sealed = sealedFor[role];
    return {
      version,
      key: personKey,
      hash: hashOf(personKey),
      sealedSecret: sealed === null ? null : deviceOf(personKey).seal(id, sealed),
    };
  };
  const addPerson = async (name: string, role: MappeRole, byAccount: boolean): Promise<{ id: string; key: string } | null> => {
    const personId = randomBytes(12).toString("base64url");
    const { key: personKey, hash, sealedSecret } = credentials(personId, role, 1);
    const isAdded = await mappen.addPerson(id, { id: personId, name, role, byAccount, keyHash: hash, sealedSecret }, act);
    return isAdded ? { id: personId, key: personKey } : null;
  };
  /** A link that works once. What it leads to is sealed under the key in it. */
  const invitationTo = async (personId: string, personKey: string): Promise<string> => {
    const invitation = newEditKey();
    await stores.mappeInvitations.make(id, personId, hashOf(invitation), deviceOf(invitation).seal(id, personKey), now);
    return invitation;
  };
  return {
    /** In the owner's link; null where this owner was invited beside whoever has that. */
    key: isInvited ? null : key,
    setRing: ringOf(stores, id, moment, act.by).setRing,
    offerOpenData: ringOf(stores, id, moment, act.by).offerOpenData,
    /** What is told to other programs. */
    webhooks: {
      list: () => stores.webhooks.list(id),
      messages: (most: number) => stores.webhooks.messages(id, most),
      add: (wish: Pick<StoredWebhook, "url" | "events">) => stores.webhooks.add(id, wish, act),
      remove: (webhook: string) => stores.webhooks.remove(id, webhook, act),
      switchOn: (webhook: string) => stores.webhooks.switchOn(id, webhook),
      test: (webhook: string) => stores.webhooks.test(id, webhook, now),
    },
    /** What has happened in it. */
    audit: {
      list: (filter: AuditFilter, turn: { offset: number; limit: number }) => stores.mappeAudit.list(id, filter, turn),
      count: (filter: AuditFilter) => stores.mappeAudit.count(id, filter),
      programs: () => stores.mappeAudit.programs(id),
      /** The names of those that are shared, by id: of others, none is told. @param contentVersion of the summaries that are read with them. */
      organisations: async (contentVersion: string) => {
        const lines = (await stores.portfolios.lines(id, contentVersion)).filter(({ consentedAt }) => consentedAt !== null);
        const names = distinctNames(lines.map(({ organisation, clientKey }) => ({ name: organisation.name ?? "", marks: [clientKey] })));
        const nameOf = ({ organisation }: MappeLine, index: number) => (organisation.name ? (names[index] ?? null) : null);
        return new Map(lines.map((line, index) => [line.id, { name: nameOf(line, index), track: line.track }] as const));
      },
    },
    /** @param unchangedSince does it only where nobody has changed the Mappe since. @returns whether it was done. */
    rename: (name: string, unchangedSince?: string) => mappen.rename(id, name, act, unchangedSince),
    /** Likewise. */
    remove: (unchangedSince?: string) => mappen.remove(id, unchangedSince),

    /** A new link for the owner; the old one opens nothing from then on, on no other device either. */
    async renewKey(): Promise<boolean> {
      if (secret === null || device === null || isInvited) return false;
      const next = newEditKey();
      const owner = { hash: hashOf(next), sealedSecret: deviceOf(next).seal(id, secret) };
      return mappen.renewOwnerKey(id, hashOf(key), owner, { device: device.hash, sealed: device.seal(id, next) }, act);
    },

    /**
     * Everybody who was given a link, with the key in it; who was invited to take it into an account has no link that works twice.
     * `invitedUntil`: ISO 8601; null where an invitation is taken or over.
     */
    async people() {
      const open = await stores.mappeInvitations.open(id, now);
      return (await mappen.people(id)).map(({ keyVersion, ...person }) => ({
        ...person,
        key: person.byAccount ? null : personKeyOf(people, person.id, keyVersion),
        invitedUntil: open.get(person.id) ?? null,
      }));
    },

    /** @returns their id, with which `people` tells their link; null where there is no Mappe any more. */
    addPerson: async (name: string, role: GivenRole): Promise<string | null> => (await addPerson(name, role, false))?.id ?? null,

    /** Lets somebody take the Mappe into their account. @returns the key in the link, which works once; null where there is no Mappe any more. */
    async invite(address: string, role: MappeRole): Promise<string | null> {
      const person = await addPerson(address, role, true);
      return person && invitationTo(person.id, person.key);
    },

    /** A new link; the old one opens nothing any more. @returns the key of a new invitation for whoever has an account. */
    async renewPerson(personId: string): Promise<string | null> {
      const person = (await mappen.people(id)).find((one) => one.id === personId);
      if (!person) return null;
      const next = credentials(personId, person.role, person.keyVersion + 1);
      const isDone = (await mappen.renewPerson(id, personId, next, act)) !== null;
      return isDone && person.byAccount ? invitationTo(personId, next.key) : null;
    },

    removePerson: (personId: string) => mappen.removePerson(id, personId, act),
  };
}
