import type { PlanOfferView } from "../../views/plan-offer";
import { useLocale } from "../layout/locale";
import { DataTable } from "./data-table";
import { TextList } from "../layout/text-list";

/** That something has changed since the plan was taken, and the plan that would come out today beside it. */
export function PlanOffer({
  offer,
  isForm,
}: {
  offer: PlanOfferView;
  /** Whether it stands in the form that can take it. */ isForm: boolean;
}) {
  const { roadmap } = useLocale().messages;
  const { offer: words } = roadmap;
  const { changed, promised, next, missing } = offer;
  return (
    <section className="alert plan-offer" aria-labelledby="offer">
      <h2 id="offer">{words.title}</h2>
      <p>
        {changed} {promised}
      </p>
      {missing.length > 0 && (
        <>
          <p>{words.impossible}</p>
          <TextList texts={missing} />
        </>
      )}
      {next?.isSame && <p>{words.same}</p>}
      {next && !next.isSame && <Next next={next} />}
      {next && isForm && (
        <>
          <p>{words.stays}</p>
          <p className="form-actions">
            <button className="button" name="intent" value="plan">
              {next.isSame ? words.confirm : words.take}
            </button>
          </p>
        </>
      )}
    </section>
  );
}

function Next({ next }: { next: NonNullable<PlanOfferView["next"]> }) {
  const { offer: words } = useLocale().messages.roadmap;
  const lists = [
    ["added", words.added, next.added],
    ["dropped", words.dropped, next.dropped],
    ["moved", words.moved, next.moved],
  ] as const;
  return (
    <>
      <DataTable
        label={words.figures}
        columns={[words.figures, words.kept, words.next]}
        numbers={[1, 2]}
        rows={next.figures.map(({ id, title, kept, next: other }) => ({ key: id, cells: [title, kept, other] }))}
      />
      {lists.map(
        ([id, title, entries]) =>
          entries.length > 0 && (
            <div key={id}>
              <h3>{title}</h3>
              <ul>
                {entries.map((entry) => (
                  <li key={entry.id}>{entry.text}</li>
                ))}
              </ul>
            </div>
          ),
      )}
    </>
  );
}
