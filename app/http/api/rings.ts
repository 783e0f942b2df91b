import type { ApiAccessGrant } from "../access/api-access";
import type { RingView } from "../access/ring-access";
import { mappePath, openedMappe } from "./mappen";
import { keyedOperation, type ApiContext } from "./operation";
import { ApiProblem, type InputFault } from "./problem";
import { readAs } from "./read-as";
import { openDataOfferBodySchema, ringInvitationSchema, ringRuleChangeSchema, ringSchema } from "./ring-schema";

const subject = "mappen" as const;
const success = { status: 200, json: ringSchema } as const;

/** The ring of a Mappe for whoever runs it. */
export const ringOperations = [
  keyedOperation(
    "mappen:read",
    { ...{ id: "readRing", subject, method: "get", path: "/mappen/{id}/ring", pathParameters: mappePath }, success },
    async ({ path }, context, visitor) => ({ json: await ringIn(visitor, path.id, context) }),
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "setRingRule", subject, method: "post", path: "/mappen/{id}/ring", pathParameters: mappePath, body: ringRuleChangeSchema },
      ...{ success, problems: ["ring-begun"] },
    },
    async ({ path, body }, context, visitor) => {
      const { own } = await openedMappe(visitor, path.id);
      const { rule, track } = readAs(ringRuleChangeSchema, body);
      const { modelVersion } = context.content.questionnaires[track];
      if (!(await own.setRing({ rule, track, modelVersion }))) throw new ApiProblem("ring-begun");
      return { json: await ringIn(visitor, path.id, context) };
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "stopRingProposal", subject, method: "delete", path: "/mappen/{id}/ring/proposal", pathParameters: mappePath },
      success: { status: 204 },
    },
    async ({ path }, context, visitor) => {
      const { own } = await openedMappe(visitor, path.id);
      const { setting } = await ringIn(visitor, path.id, context);
      await own.setRing(setting);
      return {};
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "inviteToRing", subject, method: "post", path: "/mappen/{id}/ring/invitations", pathParameters: mappePath },
      ...{ body: ringInvitationSchema, success, problems: ["ring-full"] },
    },
    async ({ path, body }, context, visitor) => {
      const mappe = await openedMappe(visitor, path.id);
      const { assessments } = readAs(ringInvitationSchema, body);
      await ringIn(visitor, path.id, context);
      const members = await mappe.members(context.content, context.timeZone);
      const inMappe = new Set(members.flatMap(({ id, isWaiting }) => (isWaiting ? [] : [id])));
      const faults = assessments.flatMap((id, index): InputFault[] =>
        inMappe.has(id) ? [] : [{ path: `assessments.${index}`, code: "unknown-value" }],
      );
      if (faults.length > 0) throw new ApiProblem("invalid-input", faults);
      if (!(await mappe.edit.inviteToRing(assessments, context.content))) throw new ApiProblem("ring-full");
      return { json: await ringIn(visitor, path.id, context) };
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "offerOpenData", subject, method: "post", path: "/mappen/{id}/ring/open-data", pathParameters: mappePath },
      ...{ body: openDataOfferBodySchema, success },
    },
    async ({ path, body }, context, visitor) => {
      const { own } = await openedMappe(visitor, path.id);
      const offer = readAs(openDataOfferBodySchema, body);
      await ringIn(visitor, path.id, context);
      await own.offerOpenData(offer);
      return { json: await ringIn(visitor, path.id, context) };
    },
  ),

  keyedOperation(
    "mappen:write",
    {
      ...{ id: "stopOpenData", subject, method: "delete", path: "/mappen/{id}/ring/open-data", pathParameters: mappePath },
      success: { status: 204 },
    },
    async ({ path }, context, visitor) => {
      const { own } = await openedMappe(visitor, path.id);
      await ringIn(visitor, path.id, context);
      await own.offerOpenData(null);
      return {};
    },
  ),
];

/** @throws Problem where the Mappe has none. */
async function ringIn(visitor: ApiAccessGrant, id: string, context: Pick<ApiContext, "content" | "timeZone">) {
  const view = await (await openedMappe(visitor, id)).ring(context);
  if (!view) throw new ApiProblem("not-found");
  return toRing(view);
}

/** A ring as programs are told of it. */
export function toRing({ setting, proposal, members, figures, publishedOn, openData }: RingView) {
  return {
    ...{ setting, proposal, figures, publishedOn },
    members: members.map(({ id, ...member }) => ({ assessment: id, ...member })),
    openData: openData && { id: openData.id, offer: openData.offer, agreed: openData.agreed, published: openData.isPublished },
  };
}
