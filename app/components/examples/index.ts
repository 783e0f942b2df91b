import { charts } from "./charts";
import { download } from "./download";
import { errorSummary } from "./error-summary";
import type { Example } from "./example";
import { fields } from "./fields";
import { question } from "./question";
import { tables } from "./tables";

/** Components in all their states, by group; each group is a page. */
export const exampleGroups: Record<string, Example[]> = { fields, "error-summary": errorSummary, question, charts, tables, download };
