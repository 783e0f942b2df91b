import type { LoaderFunctionArgs } from "@remix-run/node";
import { participantFor, phoneTag } from "../http/workshop-page";
import { refusal } from "../http/request";

/** Says that the room has moved on. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { workshop, follow } = await participantFor(args);
  if (!workshop) throw refusal("not-found");
  return args.context.follow({ name: `phone ${workshop.id}`, look: () => follow(phoneTag) });
}
