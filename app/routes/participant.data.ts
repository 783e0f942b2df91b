import { downloadJson } from "../documents/json";
import { fileRoute } from "../http/file-route";
import { personData } from "../http/assessment/team-page";
import { participantFor } from "../http/workshop-page";

/** What is kept of somebody who votes, for themselves: shown votes are their answers, the one not shown yet stands beside them. */
export const loader = fileRoute(async (args) => {
  const { person, openVotes } = await participantFor(args);
  return downloadJson({ ...personData(person), openVotes: await openVotes() }, "ki-pegel-person.json");
});
