import type { LoaderFunctionArgs } from "@remix-run/node";
import { toCsv } from "../documents/csv";
import { download, plannedSteps } from "../server/roadmap-export";

export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { speech, chosen } = await plannedSteps(args);
  const { roadmap } = speech.words;
  const rows = chosen.map(({ quarter, title, dimension, values, step }) => [
    quarter, title, dimension, values.costEuro, values.personDays, roadmap.statuses[step.status], step.owner, step.due, step.note,
  ]); // prettier-ignore
  return download(toCsv([roadmap.csvColumns, ...rows]), "text/csv", "ki-pegel-roadmap.csv");
}
