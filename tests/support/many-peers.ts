import { histogramOf } from "../../app/core/benchmark/histogram";
import { cohortKey, widening, type Cohort } from "../../app/core/benchmark/peers";
import { dimensionIds } from "../../app/core/vocabulary";
import type { Database } from "../../db/connection";

/**
 * Publishes a cohort, and every wider one, as `count` contributions would leave it, without making them one by one.
 * The members of all states are organisation-1, organisation-2 and so on, in the first dimension only: one state is enough to search in.
 */
export async function publishMany(database: Database, cohort: Cohort, count: number): Promise<void> {
  const histogram = JSON.stringify(
    histogramOf(Array.from({ length: 101 }, (_, value) => [value, Math.ceil((count - value) / 101)] as const)),
  );
  for (const key of widening(cohort).map(cohortKey))
    for (const dimension of dimensionIds) {
      const [state] = await database("peer_states")
        .insert({ track: cohort.track, dimension, size: count })
        .returning<{ id: number }[]>("id");
      const cell = { cohort: key, dimension, size: count, changes: 0, state_id: state?.id, histogram };
      await database("peer_cells").insert(cell).onConflict(["cohort", "dimension"]).merge();
    }
  await database.raw(
    `insert into peer_state_members (state_id, member, score)
     with recursive numbers(number) as (select 1 union all select number + 1 from numbers where number < ?)
     select (select state_id from peer_cells where cohort = ? and dimension = ?), 'organisation-' || number, (number - 1) % 101 from numbers`,
    [count, cohortKey(cohort), dimensionIds[0]],
  );
}
