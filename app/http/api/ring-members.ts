import { z } from "zod";
import type { ApiAccessGrant } from "../access/api-access";
import { editableOf, ownOrShared } from "./assessments";
import { keyedOperation, type ApiContext, type Operation } from "./operation";
import { ApiProblem } from "./problem";
import { readAs } from "./read-as";
import {
  membershipConsentSchema,
  membershipListSchema,
  openDataConsentSchema,
  ownRingSchema,
  ringConsentSchema,
  ruleConsentSchema,
} from "./ring-schema";
import { toRing } from "./rings";

const subject = "mappen" as const;
const pathParameters = { id: ownOrShared };
const mappePath = { ...pathParameters, mappe: z.string().describe("Id of a Mappe that the assessment is in, or is asked to be in.") };
const ringAt = "/assessments/{id}/mappen/{mappe}/ring";
const ofMember = { subject, pathParameters: mappePath } as const;
const success = { status: 200, json: ownRingSchema } as const;

/** What the owner of an assessment decides: who else sees it, and whether it takes part in a ring. */
export const ringMemberOperations = [
  keyedOperation(
    "assessments:read",
    {
      ...{ id: "listMemberships", subject, method: "get", path: "/assessments/{id}/mappen", pathParameters },
      success: { status: 200, json: membershipListSchema },
      problems: ["link-not-known"],
    },
    async ({ path }, _context, visitor) => ({ json: await listOf(await ownedBy(visitor, path.id)) }),
  ),

  keyedOperation(
    "assessments:write",
    {
      ...{ id: "agreeToMappe", ...ofMember, method: "post", path: "/assessments/{id}/mappen/{mappe}/consent" },
      ...{ body: membershipConsentSchema, success: { status: 200, json: membershipListSchema }, problems: ["link-not-known"] },
    },
    async ({ path, body }, _context, visitor) => {
      const memberships = await ownedBy(visitor, path.id);
      const mine = await membershipIn(memberships, path.mappe);
      const { sharing } = readAs(membershipConsentSchema, body);
      // What it asked for: only the ring, or to see it.
      if ((sharing === "ring") !== (mine.sharing === "ring"))
        throw new ApiProblem("invalid-input", [{ path: "sharing", code: "unknown-value" }]);
      if (sharing !== "ring") await memberships.shareWithMappe(path.mappe, sharing);
      await memberships.agreeToMappe(path.mappe);
      return { json: await listOf(memberships) };
    },
  ),

  keyedOperation(
    "assessments:write",
    {
      ...{ id: "leaveMappe", ...ofMember, method: "delete", path: "/assessments/{id}/mappen/{mappe}" },
      ...{ success: { status: 204 }, problems: ["link-not-known"] },
    },
    async ({ path }, _context, visitor) => {
      const memberships = await ownedBy(visitor, path.id);
      await membershipIn(memberships, path.mappe);
      await memberships.leaveMappe(path.mappe);
      return {};
    },
  ),

  keyedOperation(
    "assessments:read",
    { ...{ id: "readOwnRing", ...ofMember, method: "get", path: ringAt }, success, problems: ["link-not-known"] },
    async ({ path }, context, visitor) => ({ json: await ringOf(await ownedBy(visitor, path.id), path.mappe, context) }),
  ),

  consent("joinRing", "/join", ringConsentSchema, (own, mappe, { setting }) => own.joinRing(mappe, setting)),
  withdrawal("leaveRing", "", (own, mappe) => own.leaveRing(mappe)),
  consent("agreeToRingRule", "/proposal", ruleConsentSchema, (own, mappe, { setting }) => own.agreeToRule(mappe, setting)),
  withdrawal("withdrawRingRule", "/proposal", (own, mappe) => own.withdrawRule(mappe)),
  consent("agreeToOpenData", "/open-data", openDataConsentSchema, (own, mappe, { offer }) => own.agreeToOpenData(mappe, offer)),
  withdrawal("withdrawOpenData", "/open-data", (own, mappe) => own.withdrawOpenData(mappe)),
];

type Memberships = Awaited<ReturnType<typeof ownedBy>>;

/** The owner agrees to something of a ring as they have seen it. @param agree false where it is another by now. */
function consent<Given>(
  id: Operation["id"],
  place: string,
  body: z.ZodType<Given>,
  agree: (own: Memberships, mappe: string, given: Given) => Promise<boolean>,
): Operation {
  return keyedOperation(
    "assessments:write",
    {
      ...{ id, ...ofMember, method: "post", path: `${ringAt}${place}` },
      ...{ body, success, problems: ["link-not-known", "ring-changed"] },
    },
    async ({ path, body: sent }, context, visitor) => {
      const memberships = await ownedBy(visitor, path.id);
      await ringOf(memberships, path.mappe, context);
      if (!(await agree(memberships, path.mappe, readAs(body, sent)))) throw new ApiProblem("ring-changed");
      return { json: await ringOf(memberships, path.mappe, context) };
    },
  );
}

function withdrawal(id: Operation["id"], place: string, withdraw: (own: Memberships, mappe: string) => Promise<unknown>): Operation {
  return keyedOperation(
    "assessments:write",
    { ...{ id, ...ofMember, method: "delete", path: `${ringAt}${place}` }, success: { status: 204 }, problems: ["link-not-known"] },
    async ({ path }, context, visitor) => {
      const memberships = await ownedBy(visitor, path.id);
      await ringOf(memberships, path.mappe, context);
      await withdraw(memberships, path.mappe);
      return {};
    },
  );
}

/** Only whoever holds the link of an assessment decides who else sees it. @throws Problem where a program does not, or not any more. */
async function ownedBy(visitor: ApiAccessGrant, id: string) {
  const assessment = await editableOf(visitor, id);
  if (!assessment.memberships || !(await visitor.keys(assessment))) throw new ApiProblem("link-not-known");
  return assessment.memberships;
}

/** @throws Problem */
async function membershipIn(memberships: Memberships, mappeId: string) {
  const mine = (await memberships.mappen()).find((one) => one.mappeId === mappeId);
  if (!mine) throw new ApiProblem("not-found");
  return mine;
}

async function listOf(memberships: Memberships) {
  const mappen = await memberships.mappen();
  return {
    mappen: mappen.map(({ mappeId, name, sharing, isWaiting, ring }) => ({
      ...{ mappe: mappeId, name, sharing, waits: isWaiting, ring },
    })),
  };
}

/** @throws Problem where nobody has invited it, or its owner has not agreed to the Mappe. */
async function ringOf(memberships: Memberships, mappeId: string, context: Pick<ApiContext, "content" | "timeZone">) {
  const mine = await membershipIn(memberships, mappeId);
  const view = mine.isWaiting ? null : await memberships.ringIn(mappeId, context);
  if (!view) throw new ApiProblem("not-found");
  const { state, own, agrees, agreesToRule, named } = view;
  return { ...toRing(view), state, own, agreesToOpenData: agrees, agreesToRule, named };
}
