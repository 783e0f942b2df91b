import { z } from "zod";
import { fieldPart, type Part } from "../part";
import type { Locale } from "../../i18n/index";

/** What can be said of a fact; the last keeps nothing. */
export const factChoices = ["yes", "no", "open"] as const;
const chosenFact = z.enum(factChoices).transform((chosen) => (chosen === "open" ? chosen : chosen === "yes"));

/** One part for each fact that decides on duties. */
export const factParts = (facts: readonly string[], { messages }: Locale): Part[] =>
  facts.map((fact) =>
    fieldPart(fact, chosenFact, messages.result.duties.facts.error, { usual: "open", print: (holds) => (holds === true ? "yes" : "no") }),
  );
