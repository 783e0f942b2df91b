import { auditActors, auditGroups, auditKinds } from "../../core/mappe/audit";
import { z } from "zod";
import { organisationSchema } from "../../core/assessment/assessment";
import { clientKeySchema } from "../../core/mappe/client-key";
import { givenRoleSchema, mappeNameSchema, mostAtOnce, personNameSchema, sharingSchema } from "../../core/mappe/mappe";
import { progressStates } from "../../core/mappe/progress-state";
import { assessmentSummarySchema } from "../../core/mappe/summary";
import { aiUseSchema, depthSchema, dimensionIdSchema, trackSchema } from "../../core/vocabulary";
import { heldLinksSchema, linkSchema, peopleLinksSchema } from "./links";

const instant = (what: string) => z.iso.datetime().describe(`${what}, UTC.`);
const id = z.string();
const name = z.string().nullable().describe("Of the organisation, where it is given.");
const state = z.enum(progressStates).describe("Done is due again half a year after the last round or change.");
const due = z.iso.date().nullable().describe("Day on which what is done is due again; null where it is not done.");

const key = clientKeySchema.describe("What you call the organisation, once in each Mappe: its files in a batch are named by it.");
const storedKey = z.string().nullable().describe("What whoever runs the Mappe calls the organisation.");
export const memberChangeSchema = z
  .strictObject({
    key: key.nullable().optional().describe("What the organisation is called by; null: nothing."),
    sharing: z
      .literal("read")
      .optional()
      .describe("Gives up changing it. More than the Mappe has, only the owner of the assessment gives."),
  })
  .describe("What is to be changed of an assessment in a Mappe; what is not named stays.");
export const changedMemberSchema = z
  .strictObject({ id, key: storedKey, sharing: sharingSchema })
  .describe("An assessment in a Mappe, as it is now.");

export const mappeNamingSchema = z.strictObject({ name: mappeNameSchema }).describe("What a Mappe is called.");

const head = {
  ...{ id, name: z.string(), createdAt: instant("When it was created") },
  updatedAt: instant("When the Mappe itself was last changed; its assessments have their own"),
  assessments: z.int().describe("How many it holds."),
};
export const mappeSchema = z
  .strictObject({
    ...head,
    progress: z.record(z.enum(progressStates), z.int()).describe("How many of those that are shared are how far."),
    unshared: z.int().describe("How many are not shared: their owners have not agreed yet, or take part in the comparison ring alone."),
  })
  .describe("A Mappe: a set of assessments with people who may see them.");
export const mappeListSchema = z.strictObject({ mappen: z.array(z.strictObject(head)) }).describe("Mappen of this key, the oldest first.");
export const newMappeSchema = z
  .strictObject({
    ...{ id, name: z.string() },
    links: z.strictObject({
      self: z.url().describe("The Mappe over the API."),
      owner: linkSchema("For people: opens the Mappe with all rights. Whoever makes a new one there takes it away from this key."),
    }),
  })
  .describe("A new Mappe and the links that open it.");

const person = { id, name: z.string(), role: givenRoleSchema };
export const mappePeopleSchema = z
  .strictObject({ people: z.array(z.strictObject(person)) })
  .describe("Who was given a link to the Mappe, the first one first.");
export const invitationSchema = z
  .strictObject({ name: personNameSchema, role: givenRoleSchema })
  .describe("Whom to give a link: an editor may do all but decide about people and the Mappe itself, a viewer may look.");
export const invitedSchema = z
  .strictObject({ ...person, link: linkSchema("For this person. It can be read again under links.") })
  .describe("Somebody who was given a link.");

export const additionSchema = z
  .strictObject({
    link: z.string().max(2_000).optional().describe("A link for editing or for reading that somebody has given you, or the key in it."),
    assessment: z.string().optional().describe("Instead of a link: id of an assessment that this key has created."),
    sharing: sharingSchema.describe("How far the Mappe gets at it: edit, read, or ring, which shows nothing but that it takes part."),
    consent: z
      .literal(true)
      .describe("Says that its owner has agreed that the people of the Mappe see it, and knows that they can end it."),
  })
  .describe("An assessment that is there already. With a link for reading its owner is asked first, and nothing is seen until they agree.");
export const additionResultSchema = z
  .strictObject({ outcome: z.enum(["added", "waits"]).describe("waits: the owner of the assessment has still to agree.") })
  .describe("What became of it.");

export const newClientsSchema = z
  .strictObject({
    assessments: z
      .array(
        z.strictObject({
          track: trackSchema,
          depth: depthSchema.default("full"),
          aiUse: aiUseSchema.default("unknown"),
          organisation: organisationSchema.default({}).describe("All of it is optional. The size class must be one of the track's."),
          key: key.optional(),
        }),
      )
      .min(1)
      .max(mostAtOnce),
  })
  .describe("Assessments to be made, all of them or none, each with links to hand out.");
export const madeClientsSchema = z
  .strictObject({ assessments: z.array(z.strictObject({ id, name, key: storedKey, links: z.strictObject(peopleLinksSchema) })) })
  .describe("The new assessments in the order in which they were sent.");

export const mappeMembersSchema = z
  .strictObject({
    assessments: z.array(
      z.strictObject({
        ...{ id, name, key: storedKey, track: trackSchema, sharing: sharingSchema },
        waits: z.boolean().describe("Whether its owner has still to agree; until then not even its name is told."),
        progress: z.strictObject({ state, due, answered: z.int(), asked: z.int() }).nullable().describe("null where it is not shared."),
      }),
    ),
  })
  .describe("Everything in a Mappe, in the order in which it was added; what was made together, by id.");

export const mappeLinksSchema = z
  .strictObject({
    owner: linkSchema("Opens the Mappe with all rights."),
    people: z.array(z.strictObject({ ...person, link: linkSchema("For this person.") })),
    assessments: z
      .array(
        z.strictObject({
          ...{ id, name },
          links: heldLinksSchema
            .omit({ check: true })
            .nullable()
            .describe("null where its owner has made a new link, which only they know."),
        }),
      )
      .describe("Those that were made in this Mappe."),
  })
  .describe("All links that this Mappe has handed out.");

const rowSchema = z
  .strictObject({
    ...{ id, name, track: trackSchema, modelVersion: z.string(), organisation: organisationSchema },
    changedOn: z.iso.date().describe("Day of the last change."),
    ...{ state, due },
    ...assessmentSummarySchema.omit({ levels: true }).shape,
  })
  .describe("Where an organisation stands. Values 0–100, not rounded; null: no value. Coverage 0–1. rounds counts closed ones.");

const medians = z.strictObject({
  ...{ track: trackSchema, modelVersion: z.string() },
  overall: z.number().nullable(),
  topics: z.partialRecord(dimensionIdSchema, z.number().nullable()),
  count: z.int().describe("How many of them have a value."),
});
export const portfolioSchema = z
  .strictObject({
    all: z.int().describe("How many are shared with the Mappe."),
    found: z.int().describe("How many of them fit the search."),
    medians: z
      .array(medians)
      .describe("Of all that fit, for each questionnaire by itself, 0–100; null where none has a value. Not a ranking."),
    rows: z.array(rowSchema),
    next: z.int().nullable().describe("Number of the next page; null on the last one."),
  })
  .describe("The organisations of a Mappe with their topics.");

export const gapsSchema = z
  .strictObject({
    organisations: z.int().describe("How many have begun to answer; only these count."),
    gaps: z.array(
      z.strictObject({
        ...{ track: trackSchema, modelVersion: z.string(), dimension: dimensionIdSchema, item: z.string() },
        low: z.int().describe("How many are at level 0 or 1."),
        open: z.int().describe("Of how many nobody could say."),
        applicable: z.int().describe("To how many the question applies."),
      }),
    ),
    measures: z.array(
      z.strictObject({
        initiative: z.string(),
        lifts: z.int().describe("How many it would lift."),
        onlyOpen: z.int().describe("Of those, where every answer that it would lift is open today."),
        of: z.int().describe("How many organisations it is meant for."),
      }),
    ),
  })
  .describe("What many organisations of a Mappe lack, the most frequent first.");

export const auditSchema = z
  .strictObject({
    count: z.int().describe("How many entries there are in all."),
    entries: z.array(
      z.strictObject({
        at: z.iso.datetime().describe("UTC. Of what is seen or taken away: when for the first time in that hour."),
        by: z
          .enum(auditActors)
          .describe(
            "owner: whoever has all rights, by the owner's link or the account in which it lies; person; program; assessment: whoever has the editing link of the assessment.",
          ),
        name: z.string().nullable().describe("Of the person or the API key; null where there is none, or not any more."),
        what: z.enum(auditKinds),
        group: z.enum(auditGroups),
        detail: z.string().nullable().describe("The role that is given, what is shared, or the rule of the ring."),
        assessment: z.string().nullable().describe("Id of the assessment that it befell."),
        organisation: z.string().nullable().describe("Its name, where it is shared with the Mappe."),
        person: z.string().nullable().describe("Name of the person whom it befell."),
      }),
    ),
    next: z.int().nullable().describe("Number of the next page; null on the last one."),
  })
  .describe("What has happened in a Mappe, the latest first.");

export const comparisonSchema = z
  .strictObject({
    comparable: z.boolean().describe("Whether values mean the same: one questionnaire, one version of it."),
    rows: z.array(rowSchema),
    differences: z
      .partialRecord(dimensionIdSchema, z.number().nullable())
      .nullable()
      .describe("How far apart the values of each topic lie, in points; null where they are not comparable or fewer than two have one."),
  })
  .describe("Two or three organisations side by side.");
