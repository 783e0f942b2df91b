import type { Moment } from "../../core/day";
import type { AuditedAs } from "../../core/mappe/audit";
import type { Stores } from "../../../db/index";
import { newId } from "../../../db/new-id";
import type { AuditTold } from "../mappe/audit-told";
import { deviceOf, hashOf, mappeKeyFor, newEditKey } from "./keys";
import { heldMappe, madeKey, secretsOf, type MappeParts, type OpenMappe } from "./held-mappe";
import { lookAt, type MappeGrant } from "./mappe-access";

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
  const holderOf = async (id: string) => {
    const holder = await stores.mappen.findByKeyHash(hashOf(keyFor(id)));
    return holder?.id === id ? holder : null;
  };

  /** @returns null where there is none or it belongs to another key; the two are told apart nowhere. */
  async function open(id: string): Promise<ApiMappe | null> {
    if (!(await stores.apiMappen.belongsTo(keyId, id))) return null;
    const [holder, mappe] = [await holderOf(id), await stores.mappen.find(id)];
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
      const key = keyFor(id);
      await stores.apiMappen.create(keyId, id, name, { hash: hashOf(key), sealedSecret: deviceOf(key).seal(id, newEditKey()) }, moment.now);
      return id;
    },

    /** Whether a Mappe of this key holds an assessment that is shared with it. */
    holds: async (mappeId: string, assessmentId: string): Promise<boolean> =>
      (await stores.apiMappen.through(keyId, assessmentId)).some((one) => one.mappeId === mappeId) && (await holderOf(mappeId)) !== null,

    /** The furthest way to an assessment through any Mappe of this key. */
    async grantFor(assessmentId: string): Promise<MappeGrant | null> {
      let best: MappeGrant | null = null;
      for (const { mappeId, sharing } of await stores.apiMappen.through(keyId, assessmentId)) {
        const holder = await holderOf(mappeId);
        if (!holder) continue;
        if (sharing !== "edit") best ??= { may: "read", key: null, mappeId, by };
        else if (best?.may !== "edit" || best.key === null)
          best = { may: "edit", mappeId, by, key: await madeKey(stores, mappeId, assessmentId, secretsOf(keyFor(mappeId), holder).client) };
      }
      return best;
    },
  };
}

const nothing = () => Promise.resolve();
