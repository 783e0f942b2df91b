import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pageTitle, useLocale } from "../components/layout/locale";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { Followed, FollowedPart } from "../components/layout/followed";
import { textOf } from "../forms/text-of";
import { batchTag, openBatch } from "../http/batches/batch-page";
import { mappeHead, itemNames } from "../http/mappe/mappe-page";
import { editableMappe, localeFor, readForm, refusal } from "../http/request";
import { batchTitle } from "../http/batches/batch-wish";

export const meta = pageTitle<{ mappe: { name: string } }>(({ messages }, { mappe }) => `${messages.mappe.batch.title}: ${mappe.name}`);

/** So many organisations whose document was not made are told on the page; all of them are in the archive's table. */
const mostTold = 50;

export async function loader(args: LoaderFunctionArgs) {
  const { mappe, batch } = await openBatch(args);
  const locale = localeFor(args.request);
  const { all, made, failed, finishedAt } = batch;
  const items = failed > 0 ? await mappe.batches.items(batch.id) : [];
  const names = itemNames(items, locale);
  return {
    mappe: await mappeHead(mappe),
    mayDiscard: mappe.edit !== null,
    id: batch.id,
    documents: batchTitle(batch.options, locale),
    ...{ all, made, failed, isFinished: finishedAt !== null, tag: batchTag(batch) },
    hours: args.context.environment.BATCH_HOURS,
    faults: items
      .flatMap((item) =>
        item.fault === null ? [] : [{ id: item.assessmentId, name: names.get(item.assessmentId) ?? "", fault: item.fault }],
      )
      .slice(0, mostTold),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { batch } = await openBatch(args);
  const mappe = await editableMappe(args);
  if (textOf(await readForm(args.request), "intent") !== "discard") throw refusal("bad-request");
  await mappe.batches.discard(batch.id);
  return redirect(localeFor(args.request).href(`/mappen/${mappe.id}/documents`), { status: 303 });
}

export default function Batch() {
  const { mappe, mayDiscard, id, documents, all, made, failed, isFinished, tag, hours, faults } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { batch } = messages.mappe;
  return (
    <MappeFrame mappe={mappe} current="documents" title={batch.title}>
      <p className="lead">{documents}</p>
      <Followed className="batch" events={href(`/mappen/${mappe.id}/batches/${id}/events`)} tag={tag} reloads={isFinished ? null : 5}>
        <FollowedPart name="progress" label={batch.title}>
          {isFinished ? (
            <p>{batch.finished(made, all)}</p>
          ) : (
            <>
              <p>{batch.soFar(made + failed, all)}</p>
              <div className="progress">
                <progress value={made + failed} max={all} aria-label={batch.title} />
              </div>
              <p className="hint">{batch.leave}</p>
            </>
          )}
        </FollowedPart>
        <FollowedPart name="outcome">
          {isFinished && made > 0 && (
            <p className="form-actions">
              <a className="button" href={`/mappen/${mappe.id}/batches/${id}/documents.zip`} download>
                {batch.download}
              </a>
            </p>
          )}
          {isFinished && <p className="hint">{batch.kept(hours)}</p>}
          {faults.length > 0 && (
            <section aria-labelledby="faults">
              <h2 id="faults">{batch.faultsTitle(failed)}</h2>
              <ul>
                {faults.map((one) => (
                  <li key={one.id}>
                    {one.name}: {messages.mappe.documents.faults[one.fault]}
                  </li>
                ))}
              </ul>
              {failed > faults.length && <p className="hint">{batch.moreFaults(failed - faults.length)}</p>}
            </section>
          )}
        </FollowedPart>
        <p>
          <a href={href(`/mappen/${mappe.id}/documents`)}>{batch.back}</a>
        </p>
        {mayDiscard && (
          <FollowedPart name="end">
            <form method="post">
              <button className="button button-danger" name="intent" value="discard">
                {isFinished ? batch.remove : batch.cancel}
              </button>
            </form>
          </FollowedPart>
        )}
      </Followed>
    </MappeFrame>
  );
}
