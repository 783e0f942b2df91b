import { agreedAnswers } from "../../core/agreement/agreed-answers";
import { isColleague, type PersonKind } from "../../core/agreement/team";
import { allNameless } from "../../core/assessment/answer";
import type { Actor } from "../../core/changes/change";
import type { Moment } from "../../core/day";
import { readJoinCode } from "../../core/workshop/workshop";
import type { AnswerChange } from "../../../db/answers";
import type { StoredAssessment } from "../../../db/stored-assessment";
import type { StoredPart } from "../../../db/people-parts";
import type { AssessmentStores, Readable } from "./assessment-access";
import type { Browser } from "./device-cookie";
import { hashOf, isKey, newEditKey } from "./keys";
import { participantOf, roomOf, type Participant, type Room } from "./workshop-access";

type PartEvents = { opened(deviceHash: string): void; refused(): void };

/**
 * The share of a visitor's access that is about parts of an assessment and places in a workshop: links of people, whose keys this
 * browser alone holds. @param findAssessment that this visitor may read, and as whom.
 */
export function partAccessOf(
  browser: Browser,
  { assessments, people, workshops }: Pick<AssessmentStores, "assessments" | "people" | "workshops">,
  moment: Moment,
  events: PartEvents,
  findAssessment: (id: string) => Promise<{ assessment: Readable; by: Actor } | null>,
) {
  const { device } = browser;
  const stores = { people, workshops };

  /** Keeps the key of somebody's part for this browser. @returns the cookie by which the browser is known from now on. */
  async function remember(personId: string, key: string): Promise<string> {
    const enrolled = browser.enrol();
    await people.devices.keep(enrolled.device.hash, { id: personId, sealed: enrolled.device.seal(personId, key) }, moment.now);
    return enrolled.cookie;
  }

  /** The part whose key this browser holds. */
  async function find(personId: string): Promise<{ id: string; assessmentId: string; kind: PersonKind } | null> {
    const sealed = device && (await people.devices.find(device.hash, personId));
    const key = sealed ? device.unseal(personId, sealed) : null;
    const found = key === null ? null : await people.findByKeyHash(hashOf(key));
    if (found?.id !== personId) return null;
    if (device) events.opened(device.hash);
    return found;
  }

  return {
    /**
     * The part of somebody who was asked to answer some questions: these, what they have answered, and whose questions they are;
     * nothing else of the assessment. @returns null as `read` does.
     */
    async part(personId: string): Promise<Part | null> {
      const found = await find(personId);
      const assessment = found && (await assessments.find(found.assessmentId));
      return assessment && partOf(stores, assessment, personId, moment);
    },

    /**
     * Takes a key from the link of a part, or of whoever moderates a workshop. @returns where it leads and the cookie of the browser
     * that holds it from now on, or null.
     */
    async acceptPart(key: string): Promise<{ place: string; cookie: string } | null> {
      const found = isKey(key) ? await people.findByKeyHash(hashOf(key)) : null;
      const workshop = found?.kind === "moderator" ? await workshops.memberOf(found.id) : null;
      if (!found || found.kind === "participant") {
        events.refused();
        return null;
      }
      const place = workshop ? `/workshops/${workshop.workshopId}` : `/parts/${found.id}`;
      return { place, cookie: await remember(found.id, key) };
    },

    /** The screen of a workshop, for whoever works with the assessment or has the link to moderate. @returns null as `read` does. */
    async room(workshopId: string): Promise<Room | null> {
      const workshop = await workshops.find(workshopId, moment.today);
      if (!workshop) return null;
      const own = await findAssessment(workshop.assessmentId);
      if (own?.assessment.may === "edit") return roomOf(stores, own.assessment, workshop, moment, { by: own.by, mayEdit: true });
      const moderator = await workshops.moderatorOf(workshopId);
      const assessment = moderator && (await find(moderator)) ? await assessments.find(workshop.assessmentId) : null;
      return assessment && roomOf(stores, assessment, workshop, moment, { by: "moderator", mayEdit: false });
    },

    /** The place of somebody in a workshop. @returns null as `read` does. */
    async participant(personId: string): Promise<Participant | null> {
      const found = await find(personId);
      const assessment = found?.kind === "participant" ? await assessments.find(found.assessmentId) : null;
      if (!assessment) return null;
      const member = await workshops.memberOf(personId);
      const workshop = member && (await workshops.find(member.workshopId, moment.today));
      return participantOf(stores, assessment, personId, workshop, moment);
    },

    /** The open workshop that a code leads to, with the name of the organisation; null where it leads to none. */
    async workshopByCode(
      code: string,
    ): Promise<{ id: string; until: string; organisationName: string | null; joinedAs: string | null } | null> {
      const known = readJoinCode(code);
      const workshop = known && (await workshops.findByCode(known, moment.today));
      const assessment = workshop && (await assessments.find(workshop.assessmentId));
      if (!assessment) {
        events.refused();
        return null;
      }
      const { id, until } = workshop;
      const joined = device && (await workshops.joinedAs(id, device.hash));
      const joinedAs = joined && (await find(joined)) ? joined : null;
      return { id, until, organisationName: assessment.organisation.name ?? null, joinedAs };
    },

    /** Takes a place in a workshop, one a browser. @returns the address of the place and the cookie of the browser, or why not. */
    async join(workshopId: string, name: string): Promise<{ id: string; cookie: string } | "full" | "over"> {
      const key = newEditKey();
      const joined = await workshops.join(workshopId, name, hashOf(key), moment);
      if (joined === null || joined === "over") return "over";
      return joined === "full" ? "full" : { id: joined.id, cookie: await remember(joined.id, key) };
    },

    /** The parts that this browser opens, the one asked last first. */
    async parts(): Promise<StoredPart[]> {
      if (!device) return [];
      const kept = new Map((await people.devices.list(device.hash)).map(({ id, sealed }) => [id, sealed]));
      const found = kept.size > 0 ? await people.findParts([...kept.keys()]) : [];
      return found.filter(({ person, keyHash }) => {
        const key = device.unseal(person.id, kept.get(person.id) ?? "");
        return key !== null && hashOf(key) === keyHash;
      });
    },

    /** This browser opens the part no more; what was answered stays. */
    forgetPart: async (personId: string): Promise<void> => void (device && (await people.devices.forget(device.hash, personId))),
  };
}

/** What somebody sees who answers a part. */
export type Part = NonNullable<Awaited<ReturnType<typeof partOf>>>;

async function partOf({ people }: Pick<AssessmentStores, "people">, assessment: StoredAssessment, personId: string, moment: Moment) {
  const { id, track, depth, modelVersion, organisation } = assessment;
  const team = await people.find(id);
  const person = team.people.find((one) => one.id === personId && isColleague(one));
  if (!person) return null;
  return {
    ...{ id: personId, track, depth, modelVersion, organisationName: organisation.name ?? null, person },
    /** The answers that count, see `agreedAnswers`; only what was said of theirs is for them. */
    counted: allNameless(agreedAnswers(assessment.answers, team)),
    saveAnswers: (changes: AnswerChange[]) => people.saveAnswers(id, personId, changes, moment),
    /** @param ask whom to ask instead. */
    handBack: (state: "done" | "asks", ask: string) => people.handBack(id, personId, state, ask, moment.now),
    /** Deletes everything that is kept of them. */
    erase: () => people.erase(id, personId, moment.now, "colleague"),
  };
}
