import { downloadJson } from "../documents/json";
import { fileRoute } from "../http/file-route";
import { partFor } from "../http/assessment/part-page";
import { personData } from "../http/assessment/team-page";

/** What is kept of somebody, for themselves. */
export const loader = fileRoute(async (args) => downloadJson(personData((await partFor(args)).person), "ki-pegel-person.json"));
