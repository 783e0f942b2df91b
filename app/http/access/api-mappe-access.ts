import type { Moment } from "../../core/day";
import type { AuditedAs } from "../../core/mappe/audit";
import type { Stores } from "../../../db/index";
import { newId } from "../../../db/new-id";
import type { AuditTold } from "../mappe/audit-told";
import { mappeKeyFor } from "./keys";
import { heldMappe, newOwner, type MappeParts, type OpenMappe } from "./held-mappe";
import { furthestGrant, holderOf, lookAt, type MappeGrant } from "./mappe-access";

/** A Mappe that a program has made: it is its owner, as long as nobody else has made a new link for the owner. */
export type ApiMappe = OpenMappe & { edit: NonNullable<OpenMappe["edit"]>; own: NonNullable<OpenMappe["own"]> & { key: string } };

/** The part of a program's access that is about Mappen. Their keys are derived from its own (docs/decisions/0060). */
export function apiMappeAccessOf(
  apiKey: string,
  { id: keyId, linkSalt }: { id: string; linkSalt: string },
  stores: MappeParts & Pick<Stores, "apiMappen">,
  moment: Moment,
  audited: AuditedAs,
  audit: AuditTold,
) {
  const by = { by: "program", id: keyId } as const;
  const keyFor = (id: string) => mappeKeyFor(apiKey, linkSalt, id);
  const ownHolder = (id: string) => holderOf(stores.mappen, id, keyFor(id));

  /** @returns null where there is none or it belongs to another key; the two are told apart nowhere. */
  async function open(id: string): Promise<ApiMappe | null> {
    if (!(await stores.apiMappen.belongsTo(keyId, id))) return null;
    const [holder, mappe] = [await ownHolder(id), await stores.mappen.find(id)];
    if (!holder || !mappe) return null;
    await lookAt(stores, id, audited.mappe.owner, { now: moment.now, by }, audit);
    const opened = heldMappe(stores, mappe, { key: keyFor(id), holder }, null, moment, { creating: nothing }, by);
    return opened.edit && opened.own ? { ...opened, edit: opened.edit, own: { ...opened.own, key: keyFor(id) } } : null;
  }

  return {
    open,
    list: () => stores.apiMappen.list(keyId),

    async create(name: string): Promise<string> {
      const id = newId();
      await stores.apiMappen.create(keyId, id, name, newOwner(id, keyFor(id)), moment.now);
      return id;
    },

    /** Whether a Mappe of this key holds an assessment that is shared with it. */
    holds: async (mappeId: string, assessmentId: string): Promise<boolean> =>
      (await stores.apiMappen.through(keyId, assessmentId)).some((one) => one.mappeId === mappeId) && (await ownHolder(mappeId)) !== null,

    /** The furthest way to an assessment through any Mappe of this key. */
    async grantFor(assessmentId: string): Promise<MappeGrant | null> {
      const ways = [];
      for (const { mappeId, sharing } of await stores.apiMappen.through(keyId, assessmentId)) {
        const holder = await ownHolder(mappeId);
        if (holder) ways.push({ mappeId, sharing, key: keyFor(mappeId), holder, by });
      }
      return furthestGrant(stores, assessmentId, ways);
    },
  };
}

const nothing = () => Promise.resolve();
