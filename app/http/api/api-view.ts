import type { AppLoadContext } from "@remix-run/node";
import { apiScopes } from "../../../db/api-keys";
import type { Locale } from "../../i18n/index";
import { bodyLimit } from "../security";
import type { Subject } from "./operation";
import { problemAnchor, problemCodes, problemStatus } from "./problem";

const subjects: Subject[] = ["models", "scores", "assessments", "reports", "mappen"];

/** All that the page about the API says, from the same operations that answer requests. */
export function apiView({ origin, environment, apiOperations }: AppLoadContext, { messages, count }: Locale) {
  const base = `${origin}/api/v1`;
  return {
    base,
    document: `${base}/openapi.json`,
    scopes: apiScopes.map((scope) => ({ scope, text: messages.api.scopeTexts[scope] })),
    subjects: subjects.map((subject) => ({
      subject,
      operations: apiOperations
        .filter((operation) => operation.subject === subject)
        .map(({ id, method, path, scope, formats }) => ({
          id,
          address: `${method.toUpperCase()} ${path}`,
          scope,
          formats: formats ? formats.join(", ") : null,
        })),
    })),
    examples: examplesOf(base, messages.api.exampleFile),
    problems: problemCodes.map((code) => ({ code, status: problemStatus[code], anchor: problemAnchor(code) })),
    limits: { perKey: count(environment.API_LIMIT_PER_KEY), perAddress: count(environment.API_LIMIT_PER_ADDRESS) },
    megabytes: count(bodyLimit / 1024 ** 2),
  };
}

/** Commands to try the API with. */
function examplesOf(base: string, file: string) {
  const key = `-H "Authorization: Bearer $KEY"`;
  const json = `-H "Content-Type: application/json"`;
  const lines = (...parts: string[]) => parts.join(" \\\n  ");
  return [
    { id: "questionnaire", code: `curl "${base}/questionnaires/municipality?language=de"` },
    { id: "score", code: lines(`curl ${base}/scores`, key, json, `--data-binary @${file}`) },
    {
      id: "create",
      code: lines(`curl ${base}/assessments`, key, json, `-H "Idempotency-Key: $(uuidgen)"`, `--data-binary @${file}`),
    },
    {
      id: "change",
      code: lines(
        `curl -X PATCH ${base}/assessments/$ID/answers`,
        key,
        json,
        `-d '{ "strategy-goals": { "level": 3 }, "funding-budget": null }'`,
      ),
    },
    { id: "report", code: lines(`curl "${base}/assessments/$ID/report?format=json"`, key) },
    { id: "remove", code: lines(`curl -X DELETE ${base}/assessments/$ID`, key) },
  ] as const;
}
