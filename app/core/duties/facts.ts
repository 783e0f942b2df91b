import { z } from "zod";
import { idSchema, localizedSchema } from "../vocabulary";

/** A fact on which duties depend and that no answer decides: a question to which somebody in the organisation knows yes or no. */
export const factSchema = z.strictObject({ fact: idSchema, ask: localizedSchema });
export type Fact = z.infer<typeof factSchema>;

/** Whether it is so, by fact, where somebody has said. */
export const factsSchema = z.record(idSchema, z.boolean());
export type Facts = Readonly<z.infer<typeof factsSchema>>;

/** A fact that somebody has told. */
export type ToldFact = Fact & { holds: boolean };
