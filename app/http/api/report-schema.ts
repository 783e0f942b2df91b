import { z } from "zod";
import { levels } from "../../core/assessment/answer";
import { initiativeKinds } from "../../core/initiatives/initiative";
import { planCauses } from "../../core/plan/kept-plan";
import { planLimitsSchema } from "../../core/plan/settings";
import { aiUseSchema, depthSchema, dimensionIdSchema, languageSchema, trackSchema } from "../../core/vocabulary";
import { organisationSchema } from "../../core/assessment/assessment";
import { factsSchema } from "../../core/duties/facts";

const points = (what: string) => z.number().nullable().describe(`${what} 0–100, not rounded; null: no value, which is not zero.`);
const stage = (what: string) => z.literal(levels).nullable().describe(`${what} 0–4; null: no value.`);
const band = (what: string) =>
  z.array(z.number()).length(2).nullable().describe(`${what}: lower and upper end, 0–100; null where no number is printed.`);
const reason = z.enum(["too-open", "not-applicable"]).nullable().describe("Why there is no number.");
const day = z.string().describe("ISO date.");

const dimensionSchema = z.strictObject({
  id: dimensionIdSchema,
  score: points("What is in place; printed where two thirds are answered."),
  lower: points("What is in place by the answers given; an open answer adds nothing."),
  upper: points("The same if every open answer were at level 4."),
  coverage: z.number().nullable().describe("Share of the weight that has a level, 0–1."),
  stage: stage("Stage of the score."),
  band: band("Rating band"),
  reason,
  weight: z.number(),
});

const overallSchema = z.strictObject({
  score: points("The one value; equals lower."),
  lower: points("What is in place by the answers given."),
  upper: points("The same if every open answer were at level 4."),
  coverage: z.number().describe("Share of the weight that has a level, 0–1."),
  geometric: points("Geometric mean, which a weak dimension pulls down."),
  stage: stage("Stage of the score."),
  securedStage: stage("Never above the weakest of the gate dimensions."),
  reason,
  bottleneck: z.array(dimensionIdSchema).describe("The gate dimensions that hold the secured stage back."),
  band: band("Rating band: where independent experts would agree in about 9 of 10 cases; assumed, not validated"),
  draws: z.int().nullable(),
  seed: z.number().nullable(),
  securedShare: z.number().nullable().describe("Share of the draws that keep the secured stage, 0–1."),
  otherStage: stage("The second most frequent secured stage."),
  fullExpected: z.array(z.number()).length(2).nullable().optional().describe("Quick check only: where the full check will probably lie."),
});

const solutionSchema = {
  status: z.enum(["planned", "impossible"]),
  missing: z.strictObject({ euro: z.number(), personDaysPerQuarter: z.number(), quarters: z.number() }).optional(),
  steps: z.array(
    z.strictObject({
      id: z.string(),
      from: z.string().describe("Calendar quarter, such as 2027-Q1."),
      to: z.string(),
      costEuro: z.number(),
      yearlyEuro: z.number(),
      effortPersonDays: z.number(),
    }),
  ),
  scoreAfter: z.number().optional(),
  securedStageAfter: z.literal(levels).optional(),
};

const planSchema = z.strictObject({
  suggested: z.boolean().describe("Whether nobody has set limits yet."),
  limits: planLimitsSchema,
  takenOn: z.iso.date().nullable().describe("Day on which somebody took this plan over; null: it was solved for this report."),
  ...solutionSchema,
  offer: z
    .strictObject({
      changed: z.array(z.enum(planCauses)).describe("What is no longer as it was when the plan was taken over."),
      limits: planLimitsSchema,
      ...solutionSchema,
    })
    .nullable()
    .describe("The plan that would be solved today; null where nothing has changed since the plan was taken over."),
});

const pointSchema = {
  score: points("The value as it was printed."),
  lower: points("What was in place by the answers given."),
  upper: points("The same if every open answer had been at level 4."),
  band: band("Rating band"),
};
const partsSchema = z
  .strictObject({ before: z.number(), after: z.number(), changed: z.number(), clarified: z.number() })
  .nullable()
  .describe(
    "Over the comparable questions, with the weights of the later round: after − before = changed (answered in both) + clarified (the rest); null where nothing applies.",
  );
const standing = z.union([z.literal(levels), z.enum(["na", "open"])]);

const historySchema = z
  .strictObject({
    rounds: z.array(
      z.strictObject({
        number: z.int(),
        date: day,
        running: z.boolean().describe("Whether it has not been closed yet."),
        modelVersion: z.string(),
        depth: depthSchema,
        ...pointSchema,
        dimensions: z.array(z.strictObject({ id: dimensionIdSchema, ...pointSchema })),
      }),
    ),
    changes: z.array(
      z.strictObject({
        from: z.int(),
        to: z.int(),
        samePeople: z.boolean().nullable().describe("Whether the same people answered; null while the round runs."),
        comparable: z.array(z.string()).describe("Ids of the questions that are compared."),
        incomparable: z.array(z.string()).describe("Asked in the later round, and not comparable."),
        waiting: z.array(z.string()).describe("Comparable once somebody has confirmed them."),
        overall: partsSchema,
        threshold: z.number().describe("From so many points on, what changed is called a change."),
        beyondNoise: z.boolean(),
        dimensions: z.array(
          z.strictObject({
            id: dimensionIdSchema,
            change: partsSchema,
            secured: z.boolean().describe("Whether the rating bands of the two rounds lie apart."),
          }),
        ),
        items: z.array(
          z.strictObject({
            id: z.string(),
            kind: z.enum(["better", "worse", "answered", "opened", "not-applicable", "applicable"]),
            from: standing,
            to: standing,
          }),
        ),
        done: z.array(z.string()).describe("Initiatives that were done meanwhile."),
      }),
    ),
    targets: z.array(
      z.strictObject({
        dimension: dimensionIdSchema,
        value: z.int(),
        by: day,
        now: points("What is in place today."),
        missing: points("So many points are missing."),
        planned: points("What the plan reaches."),
        state: z.enum(["reached", "open", "overdue", "unknown"]),
      }),
    ),
  })
  .nullable()
  .describe("Rounds, what changed between them, and targets; null in the first round without targets.");

/** The report in the interchange format, as `toReportFile` writes it. */
export const reportFileSchema = z
  .strictObject({
    format: z.literal("ki-pegel/report"),
    version: z.literal(2),
    track: trackSchema,
    depth: depthSchema,
    modelVersion: z.string().describe("Version of the questionnaire that was answered."),
    contentVersion: z.string(),
    date: day,
    language: languageSchema.nullable(),
    aiUse: aiUseSchema,
    organisation: organisationSchema,
    facts: factsSchema.describe("What somebody has told of facts that decide on duties, by their id."),
    clientKey: z.string().nullable().describe("By which whoever ran a batch knows the client; null everywhere else."),
    brand: z
      .strictObject({ name: z.string().nullable(), contact: z.string().nullable() })
      .nullable()
      .describe("Whose documents they are, and how to reach them; null where nobody has set a brand."),
    remarks: z
      .array(
        z.strictObject({
          item: z.string().describe("Id of the question."),
          note: z.string().nullable(),
          evidence: z.string().nullable(),
          files: z.array(z.string()).describe("Names of files that prove the answer; the files themselves are not in the report."),
        }),
      )
      .describe("What people wrote beside the answers that count, by id."),
    dimensions: z.array(dimensionSchema),
    overall: overallSchema,
    benchmark: z
      .array(
        z.strictObject({
          region: z.string(),
          dimension: dimensionIdSchema,
          speaksOf: z.enum(["municipality", "sme", "region"]).nullable(),
          band: z
            .tuple([z.number(), z.number()])
            .readonly()
            .nullable()
            .describe("Lowest and highest value, 0–100; null: no like-for-like evidence."),
          position: z.enum(["above", "within", "below", "unclear", "no-evidence", "other-subject"]),
        }),
      )
      .describe("Editorial coding of one article per region. Not a ranking."),
    contradictions: z.array(z.string()).describe("Ids of statements that cannot both be true."),
    duties: z.array(
      z.strictObject({
        id: z.string(),
        state: z.enum(["now", "from-date", "as-soon-as", "to-clarify", "does-not-apply"]),
        fulfilled: z.enum(["in-place", "partly", "missing", "unknown", "not-asked"]),
        because: z.array(z.string()).describe("Ids of the questions whose answers make it apply."),
      }),
    ),
    initiatives: z
      .array(
        z.strictObject({
          id: z.string(),
          rise: z.number().describe("Rise of the value at its place, in points; the rises add up."),
          dimension: dimensionIdSchema,
          kind: z.enum(initiativeKinds),
          duty: z.string().nullable().describe("A duty that binds now and that it answers."),
          prerequisiteFor: z.string().nullable(),
          calledForBy: z.array(z.string()).describe("Ids of the questions whose answers call for it."),
        }),
      )
      .describe("In their order: what has to be there first, then by rise for each person-day."),
    plan: planSchema,
    nextSteps: z.array(z.string()),
    awaitedSteps: z
      .array(z.string())
      .describe("After them: what closes the first gap that is named, and the first use of AI, where no next step does."),
    funding: z.array(z.strictObject({ id: z.string(), state: z.enum(["open", "ends-soon", "opens", "unclear"]) })),
    history: historySchema,
  })
  .describe("A report in the interchange format.");
