import { tracks, type Track } from "../vocabulary";

type Answered = { track: Track; modelVersion: string };

/** Those who have answered one questionnaire in one version: only their values mean the same. */
export type QuestionnaireGroup<Row> = Answered & { rows: Row[] };

/** The larger group first; of two alike, municipalities before companies. */
export function byQuestionnaire<Row extends Answered>(rows: readonly Row[]): QuestionnaireGroup<Row>[] {
  const groups = new Map<string, QuestionnaireGroup<Row>>();
  for (const row of rows) {
    const { track, modelVersion } = row;
    const key = `${track} ${modelVersion}`;
    const group = groups.get(key) ?? { track, modelVersion, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.rows.length - a.rows.length || tracks.indexOf(a.track) - tracks.indexOf(b.track));
}
