import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { RadioGroup, Select } from "../forms/field";
import { pageTitle, useLocale } from "../components/layout/locale";
import { DownloadActions } from "../components/report/download-actions";
import { MappeFrame } from "../components/mappe/mappe-frame";
import { fewestInReport } from "../core/mappe/members-standing";
import { languages, tracks } from "../core/vocabulary";
import type { DocumentKind } from "../documents/document-options";
import { membersDocumentKinds } from "../documents/members/members-document-kinds";
import { papersFor } from "../documents/papers/paper";
import { archiveChoice } from "../http/archive-choice";
import { mostInArchive } from "../http/document-archive";
import { mappeHead, mappeMembers } from "../http/mappe-page";
import { isEnoughForReport } from "../http/members-report";
import { openMappe } from "../http/request";

export const meta = pageTitle<{ mappe: { name: string } }>(({ messages }, { mappe }) => `${messages.mappe.documents.title}: ${mappe.name}`);

/** Those of which one file an organisation makes sense. */
const kinds = ["pdf", "docx", "odt", "xlsx", "ods", "png"] as const satisfies DocumentKind[];
/** Every paper of either track; whoever has none of that kind gets their usual one. */
const papers = [...new Set(tracks.flatMap((track) => papersFor(track)))];

export async function loader(args: LoaderFunctionArgs) {
  const mappe = await openMappe(args);
  const { documents } = args.context;
  documents.expect();
  const { all, chosen, parts } = await archiveChoice(mappe, args);
  const isEnough = isEnoughForReport(await mappeMembers(mappe, args.context));
  const { milliseconds } = documents.typicalCost({ kind: "pdf", paper: papers[0] ?? null });
  return { mappe: await mappeHead(mappe), all, chosen, parts, isEnough, seconds: Math.max(1, Math.ceil(milliseconds / 1000)) };
}

export default function Documents() {
  const { mappe, all, chosen, parts, isEnough, seconds } = useLoaderData<typeof loader>();
  const { messages, language } = useLocale();
  const { download } = messages;
  const { documents } = messages.mappe;
  const { done, cancelled, failed, working, away } = download;
  const several = documents.madeSoFar(0, 1).replace("0", "{done}").replace("1", "{all}");
  if (all === 0)
    return (
      <MappeFrame mappe={mappe} current="documents" title={documents.title}>
        <p className="lead">{documents.none}</p>
      </MappeFrame>
    );
  return (
    <MappeFrame mappe={mappe} current="documents" title={documents.title}>
      <p className="lead">{documents.lead}</p>
      <form
        method="get"
        action={`/mappen/${mappe.id}/documents.zip`}
        className="form download"
        data-download={JSON.stringify({ done, cancelled, failed, working, away, several })}
      >
        <RadioGroup
          name="paper"
          label={download.paper}
          value={papers[0] ?? ""}
          options={papers.map((paper) => ({ value: paper, label: messages.papers.names[paper], hint: messages.papers.hints[paper] }))}
        />
        <RadioGroup
          name="kind"
          label={download.kind}
          value="pdf"
          options={kinds.map((kind) => ({ value: kind, label: download.kinds[kind] }))}
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
              hint={documents.partHint(mostInArchive)}
              value="1"
              options={Array.from({ length: parts }, (_, index) => ({
                value: String(index + 1),
                label: documents.partOf(index * mostInArchive + 1, Math.min(all, (index + 1) * mostInArchive)),
              }))}
            />
          )}
          <Select
            name="language"
            label={download.language}
            value={language}
            options={languages.map((one) => ({ value: one, label: download.languages[one] }))}
          />
          <p className="hint">{documents.duration(download.seconds(seconds))}</p>
          <DownloadActions submit={documents.submit} />
        </div>
      </form>
      <MembersReport mappeId={mappe.id} isEnough={isEnough} />
    </MappeFrame>
  );
}

/** The one paper on all of them, which names nobody. */
function MembersReport({ mappeId, isEnough }: { mappeId: string; isEnough: boolean }) {
  const { messages, language } = useLocale();
  const { download, membersReport } = messages;
  const { page } = membersReport;
  const { done, cancelled, failed, working, away } = download;
  // Names of their own: a field is found by its name, and the form above has a kind and a language too.
  return (
    <section aria-labelledby="all">
      <h2 id="all">{page.title}</h2>
      <p>{page.lead}</p>
      {!isEnough ? (
        <p>{page.tooFew(fewestInReport)}</p>
      ) : (
        <form
          method="get"
          action={`/mappen/${mappeId}/report`}
          className="form download"
          data-download={JSON.stringify({ done, cancelled, failed, working, away })}
        >
          <RadioGroup
            name="reportKind"
            label={download.kind}
            value="pdf"
            options={membersDocumentKinds.map((kind) => ({ value: kind, label: download.kinds[kind] }))}
          />
          <Select
            name="reportLanguage"
            label={download.language}
            value={language}
            options={languages.map((one) => ({ value: one, label: download.languages[one] }))}
          />
          <DownloadActions submit={page.submit} />
        </form>
      )}
    </section>
  );
}
