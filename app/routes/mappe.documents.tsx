import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { RadioGroup, Select } from "../forms/field";
import { pageTitle, useLocale } from "../components/layout/locale";
import { DownloadActions } from "../components/report/download-actions";
import { AddOrganisations } from "../components/mappe/add-organisations";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { LanguageField, PaperField, TableField, useDownloadWords } from "../components/report/download-fields";
import { fewestInReport } from "../core/mappe/members-standing";
import { tracks } from "../core/vocabulary";
import { documentKinds } from "../documents/document-options";
import { mostInBatch } from "../core/mappe/batch";
import { membersDocumentKinds } from "../documents/members/members-document-kinds";
import { papersFor } from "../documents/papers/paper";
import { batchChoice } from "../http/batches/batch-choice";
import { batchTitle, readBatchOptions } from "../http/batches/batch-wish";
import { startBatch } from "../http/batches/start-batch";
import { mappeHead, mappeMembers, sharedRows } from "../http/mappe/mappe-page";
import { isEnoughForReport } from "../http/mappe/members-report";
import { localeFor, openMappe, readForm, refusal } from "../http/request";

export const meta = pageTitle<{ mappe: { name: string } }>(({ messages }, { mappe }) => `${messages.mappe.documents.title}: ${mappe.name}`);

/** Every paper of either track; whoever has none of that kind gets their usual one. */
const papers = [...new Set(tracks.flatMap((track) => papersFor(track)))];

export async function loader(args: LoaderFunctionArgs) {
  const mappe = await openMappe(args);
  const { documents } = args.context;
  documents.expect();
  const locale = localeFor(args.request);
  const members = await mappeMembers(mappe, args.context);
  const rows = sharedRows(members);
  const { all, chosen, parts } = batchChoice(rows, new URL(args.request.url).searchParams, locale);
  const isEnough = isEnoughForReport(members);
  const { milliseconds } = documents.typicalCost({ kind: "pdf", paper: papers[0] ?? null });
  const batches = (await mappe.batches.list()).map(({ id, options, made, failed, all: of, finishedAt }) => ({
    ...{ id, done: made + failed, of, isFinished: finishedAt !== null },
    title: batchTitle(options, locale),
  }));
  const brand = await mappe.brand();
  const look = { isSet: brand !== null, name: brand?.name ?? null, mayChange: mappe.edit !== null };
  return {
    mappe: await mappeHead(mappe),
    look,
    batches,
    all,
    chosen,
    parts,
    isEnough,
    isMixed: tracks.every((track) => rows.some((row) => row.track === track)),
    seconds: Math.max(1, Math.ceil(milliseconds / 1000)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const mappe = await openMappe(args);
  const { request, context } = args;
  const options = new URLSearchParams();
  for (const [name, value] of await readForm(request)) if (typeof value === "string") options.append(name, value);
  if (!readBatchOptions(options)) throw refusal("bad-request");
  const locale = localeFor(request);
  const { ids } = batchChoice(sharedRows(await mappeMembers(mappe, context)), options, locale);
  if (ids.length === 0) return data({ why: "nobody" as const }, { status: 422 });
  const started = await startBatch(mappe, { options, ids }, { ...context, door: context.batches });
  if (started === "own-open") return data({ why: "ownOpen" as const }, { status: 409 });
  if (started === "full") throw refusal("busy");
  return redirect(locale.href(`/mappen/${mappe.id}/batches/${started.id}`), { status: 303 });
}

export default function Documents() {
  const { mappe, look, batches, all, chosen, parts, isEnough, isMixed, seconds } = useLoaderData<typeof loader>();
  const { messages } = useLocale();
  const { download } = messages;
  const { documents } = messages.mappe;
  const refused = useActionData<typeof action>();
  if (all === 0)
    return (
      <MappeFrame mappe={mappe} current="documents" title={documents.title}>
        <p className="lead">{documents.none}</p>
        <AddOrganisations mappe={mappe} />
        <Look mappeId={mappe.id} look={look} />
      </MappeFrame>
    );
  return (
    <MappeFrame mappe={mappe} current="documents" title={documents.title}>
      <p className="lead">{documents.lead}</p>
      <Look mappeId={mappe.id} look={look} />
      <Batches mappeId={mappe.id} batches={batches} />
      {refused && (
        <p className="alert alert-warning" role="alert">
          {documents[refused.why]}
        </p>
      )}
      <form method="post" className="form download">
        <PaperField papers={papers} hint={isMixed ? documents.mixed : undefined} />
        <RadioGroup
          name="kind"
          label={download.kind}
          value="pdf"
          options={documentKinds.map((kind) => ({ value: kind, label: download.kinds[kind] }))}
        />
        <div>
          {chosen.map((id) => (
            <input key={id} type="hidden" name="with" value={id} />
          ))}
          <RadioGroup
            name="which"
            label={documents.which}
            value={chosen.length > 0 ? "chosen" : "all"}
            options={[
              ...(chosen.length > 0 ? [{ value: "chosen", label: documents.chosen(chosen.length) }] : []),
              { value: "all", label: documents.all(all) },
            ]}
          />
          <label className="choice">
            <input type="checkbox" name="begun" defaultChecked autoComplete="off" /> <span>{documents.begun}</span>
          </label>
          <label className="choice">
            <input type="checkbox" name="summed" defaultChecked autoComplete="off" />
            <span>
              {documents.summed}
              <span className="hint">{documents.summedHint}</span>
            </span>
          </label>
          {parts > 1 && (
            <Select
              name="part"
              label={documents.part}
              hint={documents.partHint(mostInBatch)}
              value="1"
              options={Array.from({ length: parts }, (_, index) => ({
                value: String(index + 1),
                label: documents.partOf(index * mostInBatch + 1, Math.min(all, (index + 1) * mostInBatch)),
              }))}
            />
          )}
          <TableField />
          <LanguageField />
          <p className="hint">{documents.duration(download.seconds(seconds))}</p>
          <p className="form-actions">
            <button className="button">{documents.submit}</button>
          </p>
        </div>
      </form>
      <MembersReport mappeId={mappe.id} isEnough={isEnough} />
    </MappeFrame>
  );
}

type BatchesProps = { mappeId: string; batches: { id: string; done: number; of: number; isFinished: boolean; title: string }[] };

/** What was asked for lately, and how far it is. */
function Batches({ mappeId, batches }: BatchesProps) {
  const { messages, href } = useLocale();
  const { batch, documents } = messages.mappe;
  if (batches.length === 0) return null;
  return (
    <section aria-labelledby="batches">
      <h2 id="batches">{documents.keptTitle}</h2>
      <ul>
        {batches.map(({ id, done, of, isFinished, title }) => (
          <li key={id}>
            <a href={href(`/mappen/${mappeId}/batches/${id}`)}>{title}</a>: {isFinished ? batch.ready : batch.soFar(done, of)}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How everything looks that is made here. */
function Look({ mappeId, look }: { mappeId: string; look: { isSet: boolean; name: string | null; mayChange: boolean } }) {
  const { messages, href } = useLocale();
  const { ofMappe } = messages.branding;
  if (!look.isSet && !look.mayChange) return null;
  return (
    <p>
      {look.isSet && (look.name === null ? ofMappe.nowUnnamed : ofMappe.now(look.name))}{" "}
      {look.mayChange && <a href={href(`/mappen/${mappeId}/brand`)}>{ofMappe.link}</a>}
    </p>
  );
}

/** The one paper on all of them, which names nobody. */
function MembersReport({ mappeId, isEnough }: { mappeId: string; isEnough: boolean }) {
  const { download, membersReport } = useLocale().messages;
  const { page } = membersReport;
  const words = useDownloadWords();
  // Names of their own: a field is found by its name, and the form above has a kind and a language too.
  return (
    <section aria-labelledby="all">
      <h2 id="all">{page.title}</h2>
      <p>{page.lead}</p>
      {!isEnough ? (
        <p>{page.tooFew(fewestInReport)}</p>
      ) : (
        <form method="get" action={`/mappen/${mappeId}/report`} className="form download" {...words}>
          <RadioGroup
            name="reportKind"
            label={download.kind}
            value="pdf"
            options={membersDocumentKinds.map((kind) => ({ value: kind, label: download.kinds[kind] }))}
          />
          <LanguageField name="reportLanguage" />
          <DownloadActions submit={page.submit} />
        </form>
      )}
    </section>
  );
}
