import { randomBytes } from "node:crypto";
import type { Knex } from "knex";
import { histogramOf, histogramSchema, totalOf } from "../app/core/benchmark/histogram";
import {
  cohortOfKey,
  cohortKey,
  widening,
  type Cohort,
  type Contribution,
  type PeerScores,
  type PublishedCell,
} from "../app/core/benchmark/peers";
import {
  isDue,
  isNarrower,
  isSafeDifference,
  isSafeRemainder,
  minimumDifference,
  minimumPublished,
  type Part,
} from "../app/core/benchmark/publication";
import { dimensionIds, type DimensionId } from "../app/core/vocabulary";
import { truncateWal, type Database } from "./connection";

type CellKey = { cohort: string; dimension: DimensionId };
type Score = CellKey & { score: number };
type Cell = CellKey & { size: number; changes: number; state_id: number | null; histogram: string | null };
type State = { id: number; size: number };
type ShownState = State & { cohort: string };
type Joining = { contribution: Contribution; now: Date };

/** The one door to contributions and to what is published of them. Why it is published when: core/benchmark/publication. */
export function peerStore(database: Database) {
  return {
    /** Adds a contribution, in place of an earlier one of the same assessment. */
    join: (assessmentId: string, contribution: Contribution, now: Date): Promise<void> =>
      database.transaction((transaction) => replaceContribution(transaction, assessmentId, { contribution, now })),

    /** Takes the contribution back; what is published without it follows once that is safe. Does nothing where there is none. */
    async leave(assessmentId: string): Promise<void> {
      await database.transaction((transaction) => replaceContribution(transaction, assessmentId, null));
      await truncateWal(database);
    },

    async contributionOf(assessmentId: string): Promise<(Contribution & { joinedAt: string }) | null> {
      const row = await database("peer_contributions")
        .where({ assessment_id: assessmentId })
        .first<{ cohort: string; joined_at: string } | undefined>("cohort", "joined_at");
      if (!row) return null;
      const own = await scoresOf(database, assessmentId);
      const scores: PeerScores = Object.fromEntries(own.map(({ dimension, score }) => [dimension, score]));
      return { cohort: cohortOfKey(row.cohort), scores, joinedAt: row.joined_at };
    },

    /**
     * What is published of a cohort and of every wider one: at most three times nine rows, however many contribute.
     * @param ownId the reader's assessment, whose value is told beside each state that holds it, also after it has left.
     */
    async read(cohort: Cohort, ownId: string): Promise<PublishedCell[]> {
      const rows = await database("peer_cells")
        .leftJoin("peer_state_members", (join) =>
          join.on("peer_state_members.state_id", "peer_cells.state_id").andOnVal("peer_state_members.member", ownId),
        )
        .whereIn("cohort", widening(cohort).map(cohortKey))
        .whereNotNull("histogram")
        .select<(CellKey & { histogram: string; own: number | null })[]>("cohort", "dimension", "histogram", "score as own");
      return rows.map((row) => ({ ...row, histogram: histogramSchema.parse(JSON.parse(row.histogram)) }));
    },
  };
}

/**
 * Takes assessments that are about to be deleted out of the peers, in the same transaction. In states published earlier
 * a random word keeps the place of each, without a score, so that later states are still checked against their real size.
 * @param assessments selects their ids.
 */
export async function takeOutOfPeers(transaction: Database, assessments: Knex.QueryBuilder): Promise<void> {
  const contributing = transaction("peer_contributions").whereIn("assessment_id", assessments.clone()).select("assessment_id as id");
  const published = transaction("peer_state_members").whereIn("member", assessments.clone()).select("member as id");
  for (const { id } of (await contributing.union(published)) as { id: string }[]) {
    await replaceContribution(transaction, id, null);
    const placeholder = randomBytes(16).toString("base64url");
    await transaction("peer_state_members").where({ member: id }).update({ member: placeholder, score: null });
  }
}

/** Puts what somebody joins with in place of what they contribute, and brings every cell up to date that either touches. */
async function replaceContribution(transaction: Database, assessmentId: string, joining: Joining | null): Promise<void> {
  // Two requests of one assessment go one after the other; SQLite has only one writer anyway.
  await transaction("assessments").where({ id: assessmentId }).forUpdate().first("id");
  const before = await scoresOf(transaction, assessmentId);
  const after = joining ? scoresIn(joining.contribution) : [];
  const cells = await openCells(transaction, [...before, ...after]);
  if (cells.length === 0) return;

  const inState = await ownInStates(transaction, assessmentId, cells);
  for (const cell of cells) {
    const [was, is] = [scoreIn(before, cell), scoreIn(after, cell)];
    cell.size += Number(is !== null) - Number(was !== null);
    if (cell.state_id === null) continue;
    const published = inState.get(cell.state_id) ?? null;
    cell.changes += Number(is !== published) - Number(was !== published);
  }

  await transaction("peer_contributions").where({ assessment_id: assessmentId }).delete();
  if (joining) {
    const { contribution, now } = joining;
    const cohort = cohortKey(contribution.cohort);
    await transaction("peer_contributions").insert({ assessment_id: assessmentId, cohort, joined_at: now.toISOString() });
    await transaction("peer_scores").insert(after.map((score) => ({ ...score, assessment_id: assessmentId })));
  }
  await transaction("peer_cells").insert(cells).onConflict(["cohort", "dimension"]).merge(["size", "changes"]);
  // The narrowest first: a wider cohort gives way to it.
  for (const cell of cells.reverse()) await publishIfSafe(transaction, cell);
}

function scoresIn({ cohort, scores }: Contribution): Score[] {
  const cohorts = widening(cohort).map(cohortKey);
  return dimensionIds.flatMap((dimension) => {
    const score = scores[dimension];
    return score === undefined ? [] : cohorts.map((one) => ({ cohort: one, dimension, score }));
  });
}

function scoresOf(database: Database, assessmentId: string): Promise<Score[]> {
  return database("peer_scores").where({ assessment_id: assessmentId }).select("cohort", "dimension", "score");
}

function scoreIn(scores: Score[], { cohort, dimension }: CellKey): number | null {
  return scores.find((score) => score.cohort === cohort && score.dimension === dimension)?.score ?? null;
}

/** The cells of these keys, made where they are missing, locked, the wider ones first: everyone locks in one order. */
async function openCells(transaction: Database, keys: CellKey[]): Promise<Cell[]> {
  const wanted = new Map(keys.map(({ cohort, dimension }) => [`${cohort} ${dimension}`, { cohort, dimension }]));
  if (wanted.size === 0) return [];
  const rows = [...wanted].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, key]) => ({ ...key, size: 0, changes: 0 }));
  await transaction("peer_cells").insert(rows).onConflict(["cohort", "dimension"]).ignore();
  const cells = await transaction("peer_cells")
    .whereIn("cohort", [...new Set(rows.map(({ cohort }) => cohort))])
    .orderByRaw("length(cohort), cohort, dimension")
    .forUpdate()
    .select<Cell[]>("cohort", "dimension", "size", "changes", "state_id", "histogram");
  return cells.filter(({ cohort, dimension }) => wanted.has(`${cohort} ${dimension}`));
}

/** What the assessment has in the published states of these cells, by state. */
async function ownInStates(transaction: Database, assessmentId: string, cells: Cell[]): Promise<Map<number, number>> {
  const states = cells.flatMap(({ state_id }) => (state_id === null ? [] : [state_id]));
  const rows = await transaction("peer_state_members")
    .where({ member: assessmentId })
    .whereIn("state_id", states)
    .select<{ state_id: number; score: number }[]>("state_id", "score");
  return new Map(rows.map(({ state_id, score }) => [state_id, score]));
}

/** Publishes a cell anew, withdraws it, or leaves it as it is. */
async function publishIfSafe(transaction: Database, cell: Cell): Promise<void> {
  const { cohort, dimension } = cell;
  const row = () => transaction("peer_cells").where({ cohort, dimension });
  if (cell.size < minimumPublished && cell.state_id !== null) await row().update({ state_id: null, histogram: null, changes: 0 });
  const published = cell.histogram === null ? null : totalOf(histogramSchema.parse(JSON.parse(cell.histogram)));
  if (!isDue(cell.size, published, cell.changes)) return;
  const near = await nearStates(transaction, cell);
  if (!(await isSafe(transaction, cell, near))) return;
  const counts = await contributors(transaction, cell)
    .clearSelect()
    .groupBy("score")
    .select<{ score: number; count: number | string }[]>("score", transaction.raw("count(*) as count"));
  const histogram = histogramOf(counts.map(({ score, count }) => [score, Number(count)]));
  await row().update({ state_id: await keepState(transaction, cell), histogram: JSON.stringify(histogram), changes: 0 });
}

/** Those who contribute to the cell now. */
function contributors(transaction: Database, { cohort, dimension }: CellKey) {
  return transaction("peer_scores").where({ cohort, dimension }).select("assessment_id as member", "score");
}

function membersOf(transaction: Database, state: number) {
  return transaction("peer_state_members").where({ state_id: state }).select("member", "score");
}

/** @returns the id of the state that holds those who contribute now. */
async function keepState(transaction: Database, cell: Cell): Promise<number> {
  const { track } = cohortOfKey(cell.cohort);
  const [state] = await transaction("peer_states")
    .insert({ track, dimension: cell.dimension, size: cell.size })
    .returning<{ id: number }[]>("id");
  if (!state) throw new Error("The database gave no id for a new state");
  const columns = transaction.raw("?? (??, ??, ??)", ["peer_state_members", "state_id", "member", "score"]);
  await transaction(columns).insert(
    contributors(transaction, cell)
      .clearSelect()
      .select(transaction.raw("?", [state.id]), "assessment_id", "score"),
  );
  return state.id;
}

/** Every state of the track that could differ from the cell by too few: the size alone rules out all others. */
function nearStates(transaction: Database, { cohort, dimension, size }: Cell): Promise<State[]> {
  return transaction("peer_states")
    .where({ track: cohortOfKey(cohort).track, dimension })
    .whereBetween("size", [size - minimumDifference + 1, size + minimumDifference - 1])
    .select("id", "size");
}

/** Whether nobody stands alone in what the cell would show, compared with every earlier state and with those beside it. */
async function isSafe(transaction: Database, cell: Cell, near: State[]): Promise<boolean> {
  const shown = (await shownStates(transaction, cell)).filter(({ cohort }) => cohort !== cell.cohort);
  const narrower = shown.filter(({ cohort }) => isNarrower(cohort, cell.cohort));
  const wider = shown.filter(({ cohort }) => isNarrower(cell.cohort, cohort));
  const difference = await differences(transaction, contributors(transaction, cell), cell.size, [...near, ...narrower, ...wider]);
  if (!near.every((state) => isSafeDifference(difference(state)))) return false;

  const partOf = (state: ShownState): Part => ({ cohort: state.cohort, difference: difference(state) });
  if (!isSafeRemainder(cell.cohort, cell.size, narrower.map(partOf))) return false;
  for (const whole of wider) {
    const beside = shown.filter(({ cohort }) => isNarrower(cohort, whole.cohort));
    const fromWhole = await differences(transaction, membersOf(transaction, whole.id), whole.size, beside);
    const parts = beside.map((state) => ({ cohort: state.cohort, difference: fromWhole(state) }));
    if (!isSafeRemainder(whole.cohort, whole.size, [...parts, { ...partOf(whole), cohort: cell.cohort }])) return false;
  }
  return true;
}

/** What is shown now of the same dimension in every cohort that could overlap. */
function shownStates(transaction: Database, { cohort, dimension }: Cell): Promise<ShownState[]> {
  const [model = ""] = cohort.split("/");
  return transaction("peer_cells")
    .join("peer_states", "peer_states.id", "peer_cells.state_id")
    .where("peer_cells.dimension", dimension)
    .where((of) => void of.where("cohort", model).orWhereLike("cohort", `${model}/%`))
    .select("cohort", "peer_states.id as id", "peer_states.size as size");
}

/**
 * In how many organisations a set differs from states: those in one of the two only, and those with another score.
 * @param size of the set.
 */
async function differences(transaction: Database, set: Knex.QueryBuilder, size: number, states: State[]) {
  const rows = await transaction("peer_state_members as other")
    .join(set.as("one"), "one.member", "other.member")
    .whereIn("other.state_id", [...new Set(states.map(({ id }) => id))])
    .groupBy("other.state_id")
    .select<{ id: number; common: number | string; same: number | string }[]>(
      "other.state_id as id",
      transaction.raw("count(*) as common"),
      // Both null: deleted since, and then it is the same organisation.
      transaction.raw("sum(case when one.score = other.score or other.score is null then 1 else 0 end) as same"),
    );
  const alike = new Map(rows.map(({ id, common, same }) => [id, Number(common) + Number(same)]));
  return (state: State) => size + state.size - (alike.get(state.id) ?? 0);
}
