import { z } from "zod";
import { itemsOf, questionnaireTextSchema } from "../../core/questionnaire/questionnaire";
import { contradictionSchema } from "../../core/questionnaire/questionnaire";
import { toQuestionnaireFile } from "../../core/questionnaire/model-files";
import { dutiesFor, factsOf } from "../../core/duties/find-duties";
import { dimensionIdSchema, languages, tracks, trackSchema } from "../../core/vocabulary";
import { publicOperation } from "./operation";

export const questionnaireListSchema = z
  .strictObject({
    questionnaires: z.array(
      z.strictObject({
        track: trackSchema,
        name: z.string(),
        modelVersion: z.string().describe("Changes whenever scores could."),
        items: z.int().describe("Questions in all."),
        keyItems: z.int().describe("Questions of the quick check."),
      }),
    ),
  })
  .describe("The questionnaires.");

const weight = z.number().describe("Relative to the others beside it.");

export const questionnaireFileSchema = z
  .strictObject({
    format: z.literal("ki-pegel/questionnaire"),
    version: z.literal(2),
    track: trackSchema,
    modelVersion: z.string(),
    contradictions: z.array(contradictionSchema).describe("Pairs of statements that cannot both be true."),
    dimensions: z.array(
      z.strictObject({
        id: dimensionIdSchema,
        gate: z.boolean().describe("Essential: the secured stage is never above its stage."),
        weight,
        items: z.array(
          z.strictObject({
            id: z.string(),
            weight,
            key: z.boolean().describe("Part of the quick check."),
            allowsNotApplicable: z.boolean(),
            presupposesUse: z.boolean().describe("Stands at level 0 where no AI is used; not asked there."),
          }),
        ),
      }),
    ),
    language: z.enum(languages).describe("Of the text."),
    text: questionnaireTextSchema.describe("Names, questions, and the five anchors of each question, for levels 0 to 4."),
  })
  .describe("A questionnaire: its model and its words.");

export const factListSchema = z
  .strictObject({
    facts: z.array(
      z.strictObject({
        id: z.string(),
        question: z.string().describe("To be answered with yes or no."),
        duties: z.array(z.string()).describe("Ids of the duties that depend on it."),
      }),
    ),
  })
  .describe("Facts on which duties depend and that no answer decides. No score depends on them.");

const cachedFor = 60 * 60;

export const questionnaireOperations = [
  publicOperation(
    {
      id: "listQuestionnaires",
      subject: "models",
      method: "get",
      path: "/questionnaires",
      success: { status: 200, json: questionnaireListSchema, cachedFor },
    },
    (_input, { content, locale }) => ({
      json: {
        questionnaires: tracks.map((track) => {
          const questionnaire = content.questionnaires[track];
          const { modelVersion } = questionnaire;
          const items = itemsOf(questionnaire);
          const name = locale.messages.names.tracks[track];
          return { track, name, modelVersion, items: items.length, keyItems: items.filter(({ key }) => key).length };
        }),
      },
    }),
  ),

  publicOperation(
    {
      id: "readQuestionnaire",
      subject: "models",
      method: "get",
      path: "/questionnaires/{track}",
      pathParameters: { track: trackSchema },
      success: { status: 200, json: questionnaireFileSchema, cachedFor },
    },
    ({ path: { track } }, { content, locale: { language } }) => {
      const questionnaire = content.questionnaires[track];
      return { json: { ...toQuestionnaireFile(questionnaire), language, text: questionnaire.text[language] } };
    },
  ),

  publicOperation(
    {
      id: "listFacts",
      subject: "models",
      method: "get",
      path: "/questionnaires/{track}/facts",
      pathParameters: { track: trackSchema },
      success: { status: 200, json: factListSchema, cachedFor },
    },
    ({ path: { track } }, { content, locale: { translate } }) => {
      const duties = dutiesFor(content.duties, track);
      const on = (id: string) => duties.filter((duty) => factsOf([duty]).some(({ fact }) => fact === id)).map((duty) => duty.id);
      return { json: { facts: factsOf(duties).map(({ fact, ask }) => ({ id: fact, question: translate(ask), duties: on(fact) })) } };
    },
  ),
];
