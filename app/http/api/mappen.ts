import { z } from "zod";
import { parseSaveFile } from "../../core/assessment/parse-save-file";
import { saveFileFormat, saveFileVersion } from "../../core/assessment/save-file";
import { mostPeople } from "../../core/mappe/mappe";
import { progressStates } from "../../core/mappe/progress-state";
import type { Content } from "../../core/content";
import type { NewAssessment } from "../../../db/stored-assessment";
import type { ApiAccessGrant } from "../access/api-access";
import type { ApiMappe } from "../access/api-mappe-access";
import { keyInLink } from "../access/key-in-link";
import { readKeyOf } from "../access/keys";
import { etagHeader, ifMatchHeader } from "./assessments";
import { allowsMatch, etagOf } from "./etag";
import { linkFor } from "./links";
import {
  additionResultSchema,
  additionSchema,
  changedMemberSchema,
  invitationSchema,
  invitedSchema,
  madeClientsSchema,
  mappeLinksSchema,
  mappeListSchema,
  mappeMembersSchema,
  memberChangeSchema,
  mappeNamingSchema,
  mappePeopleSchema,
  mappeSchema,
  newClientsSchema,
  newMappeSchema,
} from "./mappe-schema";
import { keyedOperation, type ApiContext } from "./operation";
import { ApiProblem, type InputFault } from "./problem";
import { readAs } from "./read-as";

const subject = "mappen" as const;
export const mappePath = { id: z.string().describe("Id of a Mappe that this key has created.") };
const personPath = { ...mappePath, person: z.string().describe("Id of somebody who was given a link.") };
const assessmentPath = { ...mappePath, assessment: z.string().describe("Id of an assessment in the Mappe.") };

export const mappeOperations = [
  keyedOperation(
    "mappen:write",
    {
      ...{ id: "createMappe", subject, method: "post", path: "/mappen", body: mappeNamingSchema },
      success: { status: 201, json: newMappeSchema, headers: { Location: "Address of the Mappe." } },
    },
    async ({ body }, { origin }, visitor) => {
      const { name } = readAs(mappeNamingSchema, body);
      const id = await visitor.mappen.create(name);
      const { own } = await openedMappe(visitor, id);
      const address = `/api/v1/mappen/${id}`;
      return { json: { id, name, links: { self: origin + address, owner: linkFor(own.key, origin) } }, headers: { Location: address } };
    },
  ),

  keyedOperation(
    "mappen:read",
    { id: "listMappen", subject, method: "get", path: "/mappen", success: { status: 200, json: mappeListSchema } },
    async (_input, _context, visitor) => ({ json: { mappen: await visitor.mappen.list() } }),
  ),

  keyedOperation(
    "mappen:read",
    {
      ...{ id: "readMappe", subject, method: "get", path: "/mappen/{id}", pathParameters: mappePath },
      success: { status: 200, json: mappeSchema, headers: etagHeader },
    },
    async ({ path }, context, visitor) => toMappeAnswer(await openedMappe(visitor, path.id), context),
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "changeMappe", subject, method: "patch", path: "/mappen/{id}", pathParameters: mappePath, body: mappeNamingSchema },
      headers: { "if-match": ifMatchHeader },
      success: { status: 200, json: mappeSchema, headers: etagHeader },
      problems: ["changed-meanwhile"],
    },
    async ({ path, headers, body }, context, visitor) => {
      const mappe = await openedMappe(visitor, path.id);
      const { name } = readAs(mappeNamingSchema, body);
      if (!(await mappe.own.rename(name, unchangedSince(headers["if-match"], mappe)))) throw new ApiProblem("changed-meanwhile");
      return toMappeAnswer(await openedMappe(visitor, path.id), context);
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "deleteMappe", subject, method: "delete", path: "/mappen/{id}", pathParameters: mappePath },
      headers: { "if-match": ifMatchHeader },
      success: { status: 204 },
      problems: ["changed-meanwhile"],
    },
    async ({ path, headers }, _context, visitor) => {
      const mappe = await openedMappe(visitor, path.id);
      if (!(await mappe.own.remove(unchangedSince(headers["if-match"], mappe)))) throw new ApiProblem("changed-meanwhile");
      return {};
    },
  ),

  keyedOperation(
    "mappen:read",
    {
      ...{ id: "listMappePeople", subject, method: "get", path: "/mappen/{id}/people", pathParameters: mappePath },
      success: { status: 200, json: mappePeopleSchema },
    },
    async ({ path }, _context, visitor) => {
      const people = await byLink((await openedMappe(visitor, path.id)).own);
      return { json: { people: people.map(({ id, name, role }) => ({ id, name, role })) } };
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "inviteToMappe", subject, method: "post", path: "/mappen/{id}/people", pathParameters: mappePath, body: invitationSchema },
      success: { status: 201, json: invitedSchema },
      problems: ["mappe-full"],
    },
    async ({ path, body }, { origin }, visitor) => {
      const { own } = await openedMappe(visitor, path.id);
      const { name, role } = readAs(invitationSchema, body);
      if ((await own.people()).length >= mostPeople) throw new ApiProblem("mappe-full");
      return { json: await invited(own, (await own.addPerson(name, role)) ?? "", origin) };
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "renewMappePerson", subject, method: "post", path: "/mappen/{id}/people/{person}/renew", pathParameters: personPath },
      success: { status: 200, json: invitedSchema },
    },
    async ({ path }, { origin }, visitor) => {
      const { own } = await openedMappe(visitor, path.id);
      await own.renewPerson(path.person);
      return { json: await invited(own, path.person, origin) };
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "removeMappePerson", subject, method: "delete", path: "/mappen/{id}/people/{person}", pathParameters: personPath },
      success: { status: 204 },
    },
    async ({ path }, { origin }, visitor) => {
      const { own } = await openedMappe(visitor, path.id);
      await invited(own, path.person, origin);
      await own.removePerson(path.person);
      return {};
    },
  ),

  keyedOperation(
    "mappen:read",
    {
      ...{ id: "listMappeMembers", subject, method: "get", path: "/mappen/{id}/assessments", pathParameters: mappePath },
      success: { status: 200, json: mappeMembersSchema },
    },
    async ({ path }, { content, timeZone }, visitor) => {
      const members = await (await openedMappe(visitor, path.id)).members(content, timeZone);
      const assessments = members.map(({ id, name, clientKey, track, sharing, isWaiting, row }) => ({
        ...{ id, name, key: clientKey, track, sharing, waits: isWaiting },
        progress: row && { state: row.state, due: row.due, answered: row.summary.answered, asked: row.summary.asked },
      }));
      return { json: { assessments } };
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "addToMappe", subject, method: "post", path: "/mappen/{id}/assessments", pathParameters: mappePath, body: additionSchema },
      success: { status: 200, json: additionResultSchema },
      problems: ["already-in-mappe", "mappe-full"],
    },
    async ({ path, body }, _context, visitor) => {
      const { edit } = await openedMappe(visitor, path.id);
      const { link, assessment, sharing } = readAs(additionSchema, body);
      if ((link === undefined) === (assessment === undefined))
        throw new ApiProblem("invalid-input", [
          { path: link === undefined ? "link" : "assessment", code: link ? "unknown-key" : "missing" },
        ]);
      const own = assessment === undefined ? null : await visitor.edit(assessment);
      const key = link === undefined ? ((own && (await visitor.keys(own)))?.edit ?? "") : keyInLink(link);
      const outcome = await edit.addByKey(key ?? "", sharing);
      if (outcome === "unknown")
        throw new ApiProblem("invalid-input", [{ path: link === undefined ? "assessment" : "link", code: "unknown-value" }]);
      if (outcome === "already") throw new ApiProblem("already-in-mappe");
      if (outcome === "too-many") throw new ApiProblem("mappe-full");
      return { json: { outcome } };
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "createInMappe", subject, method: "post", path: "/mappen/{id}/assessments/new", pathParameters: mappePath },
      body: newClientsSchema,
      success: { status: 201, json: madeClientsSchema },
      problems: ["mappe-full"],
    },
    async ({ path, body }, { content, origin }, visitor) => {
      const { edit } = await openedMappe(visitor, path.id);
      const clients = readAs(newClientsSchema, body);
      const wanted = readClients(clients, content);
      const keys = clients.assessments.map(({ key = null }) => key);
      const made = await edit.make(wanted, keys);
      if (made === "too-many") throw new ApiProblem("mappe-full");
      if ("repeated" in made) {
        const { repeated } = made;
        const index = keys.lastIndexOf(repeated);
        throw new ApiProblem("invalid-input", [{ path: `assessments.${index}.key`, code: "taken" }]);
      }
      const assessments = made.map(({ id, key, clientKey }, index) => ({
        ...{ id, name: wanted[index]?.organisation.name ?? null, key: clientKey },
        links: { edit: linkFor(key, origin), read: linkFor(readKeyOf(key, 1), origin) },
      }));
      return { json: { assessments } };
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "changeInMappe", subject, method: "patch", path: "/mappen/{id}/assessments/{assessment}" },
      ...{ pathParameters: assessmentPath, body: memberChangeSchema },
      success: { status: 200, json: changedMemberSchema },
    },
    async ({ path, body }, { content, timeZone }, visitor) => {
      const mappe = await openedMappe(visitor, path.id);
      const member = (await mappe.members(content, timeZone)).find(({ id }) => id === path.assessment);
      if (!member) throw new ApiProblem("not-found");
      const { key = member.clientKey, sharing = member.sharing } = readAs(memberChangeSchema, body);
      if (sharing !== member.sharing && member.sharing !== "edit")
        throw new ApiProblem("invalid-input", [{ path: "sharing", code: "unknown-value" }]);
      const outcome = await mappe.edit.setClientKey(member.id, key);
      if (outcome === null) throw new ApiProblem("not-found");
      if (outcome === "repeated") throw new ApiProblem("invalid-input", [{ path: "key", code: "taken" }]);
      if (sharing !== member.sharing) await mappe.edit.shareLess(member.id);
      return { json: { id: member.id, key, sharing } };
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "removeFromMappe", subject, method: "delete", path: "/mappen/{id}/assessments/{assessment}" },
      pathParameters: assessmentPath,
      success: { status: 204 },
    },
    async ({ path }, { content, timeZone }, visitor) => {
      const mappe = await openedMappe(visitor, path.id);
      if (!(await mappe.members(content, timeZone)).some(({ id }) => id === path.assessment)) throw new ApiProblem("not-found");
      await mappe.edit.takeOut(path.assessment);
      return {};
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "readMappeLinks", subject, method: "get", path: "/mappen/{id}/links", pathParameters: mappePath },
      success: { status: 200, json: mappeLinksSchema },
    },
    async ({ path }, { content, origin }, visitor) => {
      const { own, edit } = await openedMappe(visitor, path.id);
      const [people, links] = [await byLink(own), await edit.links(content.version)];
      return {
        json: {
          owner: linkFor(own.key, origin),
          people: people.map(({ id, name, role, key }) => ({ id, name, role, link: linkFor(key, origin) })),
          assessments: await Promise.all(
            links.map(async ({ id, name, key }) => {
              const keys = key === null ? null : ((await visitor.edit(id))?.keys ?? null);
              return { id, name, links: keys && { edit: linkFor(keys.edit, origin), read: linkFor(keys.read, origin) } };
            }),
          ),
        },
      };
    },
  ),
];

/** @throws Problem where there is none or it belongs to another key; nothing tells which. */
export async function openedMappe(visitor: ApiAccessGrant, id: string): Promise<ApiMappe> {
  const mappe = await visitor.mappen.open(id);
  if (!mappe) throw new ApiProblem("not-found");
  return mappe;
}

/** Of the Mappe itself: its assessments change without it. */
const tagOf = ({ id, name, updatedAt }: ApiMappe) => etagOf([id, name, updatedAt]);

/** @throws Problem where the program has seen another version. @returns what must hold while it is changed. */
function unchangedSince(ifMatch: string | undefined, mappe: ApiMappe): string | undefined {
  if (ifMatch === undefined) return undefined;
  if (!allowsMatch(ifMatch, tagOf(mappe))) throw new ApiProblem("changed-meanwhile");
  return mappe.updatedAt;
}

async function toMappeAnswer(mappe: ApiMappe, { content, timeZone }: Pick<ApiContext, "content" | "timeZone">) {
  const { id, name, createdAt, updatedAt } = mappe;
  const members = await mappe.members(content, timeZone);
  const rows = members.flatMap(({ row }) => row ?? []);
  const progress = Object.fromEntries(progressStates.map((state) => [state, rows.filter((row) => row.state === state).length]));
  return {
    json: {
      ...{ id, name, createdAt, updatedAt, assessments: members.length, unshared: members.length - rows.length },
      progress: progress as Record<(typeof progressStates)[number], number>,
    },
    headers: { ETag: tagOf(mappe) },
  };
}

/** Whoever was given a link. Who takes the Mappe into an account has none that could be told. */
const byLink = async (own: ApiMappe["own"]) =>
  (await own.people()).flatMap(({ id, name, role, key }) => (key === null || role === "owner" ? [] : [{ id, name, role, key }]));

/** Somebody with their link. @throws Problem where there is nobody of that id. */
async function invited(own: ApiMappe["own"], id: string, origin: string) {
  const person = (await byLink(own)).find((one) => one.id === id);
  if (!person) throw new ApiProblem("not-found");
  const { name, role, key } = person;
  return { id, name, role, link: linkFor(key, origin) };
}

/** Each is read as a save file, so that it meets the same rules. @throws Problem with every fault. */
function readClients({ assessments }: z.output<typeof newClientsSchema>, content: Content): NewAssessment[] {
  const faults: InputFault[] = [];
  const read = assessments.flatMap(({ track, key: _key, ...profile }, index) => {
    const { modelVersion } = content.questionnaires[track];
    const file = { format: saveFileFormat, version: saveFileVersion, track, modelVersion, answers: {}, ...profile };
    const result = parseSaveFile(file, content.models);
    faults.push(...result.faults.map(({ path, code }) => ({ path: `assessments.${index}.${path}`, code })));
    return result.assessment ?? [];
  });
  if (faults.length > 0) throw new ApiProblem("invalid-input", faults);
  return read;
}
