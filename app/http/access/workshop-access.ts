import type { Answer } from "../../core/assessment/answer";
import type { Moment } from "../../core/day";
import type { Actor } from "../../core/changes/change";
import type { Move } from "../../core/workshop/workshop";
import type { StoredAssessment } from "../../../db/stored-assessment";
import type { CountedWorkshop, StoredWorkshop } from "../../../db/workshops";
import type { AssessmentStores } from "./assessment-access";

type Stores = Pick<AssessmentStores, "people" | "workshops">;
type Tag = (workshop: CountedWorkshop) => string | null;

async function tagOf(workshops: Stores["workshops"], id: string, tag: Tag, today: string): Promise<string | null> {
  const workshop = await workshops.find(id, today);
  return workshop && tag({ ...workshop, ...(await workshops.count(workshop)) });
}

/** The screen of a workshop, for whoever moderates it: its questions, what was voted, and nothing else of the assessment. */
export type Room = ReturnType<typeof roomOf>;

/** @param mayEdit whether whoever moderates works with the assessment itself, too. */
export function roomOf(
  { people, workshops }: Stores,
  { id, track, depth, modelVersion, organisation, answers }: StoredAssessment,
  workshop: StoredWorkshop,
  moment: Moment,
  { by, mayEdit }: { by: Actor; mayEdit: boolean },
) {
  return {
    ...{ track, depth, modelVersion, organisationName: organisation.name ?? null, own: answers },
    ...{ workshop, mayEdit, assessmentId: id },
    counts: () => workshops.count(workshop),
    /** @param tag of what stands there now; null where it is there no more. */
    follow: (tag: Tag) => tagOf(workshops, workshop.id, tag, moment.today),
    votes: () => workshops.shownVotes(workshop),
    team: () => people.find(id),
    /** @returns whether the room was where it seemed to be; null where it is there no more. */
    move: (move: Move, seen: string) => workshops.move(workshop.id, move, seen, moment, by),
    /** Keeps what was agreed on a question; see the store of people. */
    record: (item: string, agreed: { answer: Answer; reason: string; seen: string }) => people.record(id, item, agreed, moment, by),
  };
}

/** What somebody sees who votes in a workshop. */
export type Participant = NonNullable<Awaited<ReturnType<typeof participantOf>>>;

/** @param workshop null: it was cleared away since, and what they have said stays. */
export async function participantOf(
  { people, workshops }: Stores,
  assessment: StoredAssessment,
  personId: string,
  workshop: StoredWorkshop | null,
  moment: Moment,
) {
  const { id, track, depth, modelVersion, organisation } = assessment;
  const person = (await people.find(id)).people.find((one) => one.id === personId && one.kind === "participant");
  if (!person) return null;
  return {
    ...{ id: personId, track, depth, modelVersion, organisationName: organisation.name ?? null, person, workshop },
    follow: (tag: Tag) => tagOf(workshops, workshop?.id ?? "", tag, moment.today),
    /** Of questions whose votes are shown, by item. */
    votes: async (): Promise<Map<string, Answer[]>> => (workshop ? workshops.shownVotes(workshop) : new Map<string, Answer[]>()),
    /** How they have voted on what is not shown yet: on a question, and on all of them. */
    voteOf: async (item: string): Promise<Answer | null> => (await workshops.openVotesOf(personId))[item] ?? null,
    openVotes: () => workshops.openVotesOf(personId),
    vote: async (item: string, vote: Answer) => workshop && (await workshops.vote(workshop.id, personId, item, vote, moment)),
    /** Deletes everything that is kept of them. */
    erase: () => people.erase(id, personId, moment.now, "participant"),
  };
}
