import type { LoaderFunctionArgs } from "@remix-run/node";
import { roomFor, roomTag } from "../http/workshop-page";

/** Says that the screen of a workshop has changed. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { workshop, follow } = await roomFor(args);
  return args.context.follow({ name: `room ${workshop.id}`, look: () => follow(roomTag) });
}
