import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { stageOf, stageTag } from "../core/workshop/workshop";
import type { CountedWorkshop } from "../../db/workshops";
import { ownValue } from "../core/entry-of";
import type { Participant, Room } from "./access/workshop-access";
import { refusal } from "./request";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** The screen of a workshop that the address names, for whoever moderates it. */
export async function roomFor({ params, context }: Args): Promise<Room> {
  const room = await context.visitor.room(params.workshop ?? "");
  if (!room) throw refusal("no-workshop");
  return room;
}

/** The place in a workshop that the address names, for whoever took it. */
export async function participantFor({ params, context }: Args): Promise<Participant> {
  const participant = await context.visitor.participant(params.participant ?? "");
  if (!participant) throw refusal("no-workshop");
  return participant;
}

/** How somebody has voted on the question that is open or shown; null where they have not, or there is none. */
export async function ownVoteOf({ workshop, person, voteOf }: Participant) {
  const stage = workshop && stageOf(workshop);
  if (!stage || !("item" in stage)) return null;
  if (stage.name === "voting") return voteOf(stage.item);
  return ownValue(person.answers, stage.item) ?? null;
}

/**
 * A tag of what stands on a page of a workshop; null once it is over. It says how far the room is, and to the screen how many there
 * are, which the screen shows.
 */
export const roomTag = ({ joined, voted, ...workshop }: CountedWorkshop): string | null =>
  workshop.isOver ? null : `${stageTag(workshop)} ${joined} ${voted}`;
export const phoneTag = (workshop: Room["workshop"]): string | null => (workshop.isOver ? null : stageTag(workshop));
