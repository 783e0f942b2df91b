import { z } from "zod";
import { openDataOfferSchema } from "../../core/ring/open-data";
import { mostRingMembers, ringFiguresSchema, ringRuleSchema, ringSettingSchema, ringValuesSchema } from "../../core/ring/ring";
import { sharingSchema } from "../../core/mappe/mappe";
import { trackSchema } from "../../core/vocabulary";

const consent = (what: string) => z.literal(true).describe(`Says that whoever owns the assessment ${what}.`);

/** What everybody sees who is in a ring or runs it. */
const ringView = {
  setting: ringSettingSchema.describe("What holds: open shows members each other's values by name, anonymous the figures alone."),
  proposal: z
    .strictObject({ setting: ringSettingSchema, agreed: z.int().describe("How many members agree.") })
    .nullable()
    .describe("A rule that is to hold instead, once every member agrees; null: none is proposed."),
  members: z.array(
    z.strictObject({
      ...{ assessment: z.string(), name: z.string().nullable().describe("Of the organisation, where it is given.") },
      ...{ track: trackSchema, state: z.enum(["invited", "joined"]) },
      brings: z.boolean().describe("Whether it brings a value: never which."),
    }),
  ),
  figures: ringFiguresSchema.describe("From six values on, rounded to fives, 0–100; quartiles from eight on. The same for everybody."),
  publishedOn: z.iso.date().nullable().describe("Since when these figures stand; they are renewed when enough has changed."),
  openData: z
    .strictObject({
      ...{ id: z.string().describe("Of the data set."), offer: openDataOfferSchema },
      agreed: z.int().describe("How many members agree."),
      published: z.boolean().describe("Whether the figures are public: all agree, and there are figures."),
    })
    .nullable()
    .describe("As what the figures are to be open data; null: nobody proposes it."),
};

export const ringSchema = z.strictObject(ringView).describe("A comparison ring as whoever runs it sees it: no value of a member.");
export const ringRuleChangeSchema = z
  .strictObject({ rule: ringRuleSchema, track: trackSchema })
  .describe("The rule of a ring. Once somebody has joined it is a proposal, and holds when every member has agreed to it.");
export const ringInvitationSchema = z
  .strictObject({ assessments: z.array(z.string()).min(1).max(mostRingMembers) })
  .describe("Whom to invite: ids of assessments in the Mappe whose owners have agreed to be in it.");
export const openDataOfferBodySchema = openDataOfferSchema.describe(
  "As what the figures are to be published, once every member agrees. Another proposal needs every consent anew.",
);

export const membershipListSchema = z
  .strictObject({
    mappen: z.array(
      z.strictObject({
        ...{ mappe: z.string(), name: z.string(), sharing: sharingSchema },
        waits: z.boolean().describe("Whether the owner of the assessment has still to agree."),
        ring: z
          .enum(["invited", "joined", "asked"])
          .nullable()
          .describe("What the ring of the Mappe is to it; asked: a member that has still to agree to a proposed rule, or not."),
      }),
    ),
  })
  .describe("The Mappen that an assessment is in, or is asked to be in.");
export const membershipConsentSchema = z
  .strictObject({
    sharing: sharingSchema.describe("How far the Mappe gets at it from now on: edit, read, or ring where it has asked for that."),
    consent: consent("agrees that the people of the Mappe see it, and knows that this can be ended at any time"),
  })
  .describe("The consent of an owner.");

export const ownRingSchema = z
  .strictObject({
    ...ringView,
    state: z.enum(["invited", "joined"]).describe("Whoever is only invited sees the rule and who takes part, and no figure."),
    own: ringValuesSchema.nullable().describe("What this assessment brings, 0–100; null: nothing."),
    agreesToOpenData: z.boolean(),
    agreesToRule: z.boolean().describe("To the rule that is proposed."),
    named: z
      .array(z.strictObject({ name: z.string(), values: ringValuesSchema }))
      .nullable()
      .describe("Everybody's values, for members of an open ring; null otherwise."),
  })
  .describe("A comparison ring as one of its members sees it.");
export const ringConsentSchema = z
  .strictObject({ setting: ringSettingSchema.describe("The rule that was shown."), consent: consent("agrees to it") })
  .describe("The consent to a ring.");
export const ruleConsentSchema = z
  .strictObject({ setting: ringSettingSchema.describe("The proposed rule that was shown."), consent: consent("agrees to it") })
  .describe("The consent to another rule of a ring.");
export const openDataConsentSchema = z
  .strictObject({ offer: openDataOfferSchema.describe("The proposal that was shown."), consent: consent("agrees to it") })
  .describe("The consent to the figures being open data.");
