import { downloadJson } from "../documents/json";
import { fileRoute } from "../http/file-route";
import { editable } from "../http/request";
import { personData, personOf } from "../http/assessment/team-page";

export const loader = fileRoute(async (args) =>
  downloadJson(personData(await personOf(await editable(args), args.params.person)), "ki-pegel-person.json"),
);
