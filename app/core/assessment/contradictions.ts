import type { Contradiction, Questionnaire } from "../questionnaire/questionnaire";
import type { AiUse } from "../vocabulary";
import type { Standings } from "./standing";

/** The pairs of statements of this assessment that cannot both be true; they block nothing and change no number. */
export function findContradictions({ contradictions }: Questionnaire, aiUse: AiUse, standings: Standings): Contradiction[] {
  const isTrue = (statement: Contradiction["between"][number]): boolean => {
    if ("aiUse" in statement) return statement.aiUse.includes(aiUse);
    const standing = standings.get(statement.item);
    return typeof standing === "number" && standing >= statement.from && standing <= statement.to;
  };
  return contradictions.filter(({ between }) => between.every(isTrue));
}
