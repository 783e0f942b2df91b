import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { pageTitle, useLocale } from "../components/layout/locale";
import { mostEvidenceFiles, type EvidenceFault } from "../core/assessment/evidence-file";
import { filesAt } from "../core/assessment/files-of";
import { modelOf } from "../core/content";
import { askedItems } from "../core/questionnaire/questionnaire";
import { ErrorSummary } from "../forms/field";
import { textOf } from "../forms/text-of";
import { editable, localeFor, readForm, refusal } from "../http/request";
import { evidenceLimits } from "../http/assessment/uploads";
import { evidenceFileView } from "../views/evidence";

export const meta = pageTitle<{ number: number }>(({ messages }, { number }) => messages.evidence.title(number));

const savedSchema = z.enum(["added", "removed"]);

async function questionOf(args: LoaderFunctionArgs | ActionFunctionArgs) {
  const assessment = await editable(args);
  const model = modelOf(args.context.content, assessment);
  const items = model.dimensions.flatMap((dimension) =>
    askedItems(dimension, assessment.depth).map(({ id }) => ({ id, dimension: dimension.id })),
  );
  const number = items.findIndex(({ id }) => id === args.params.item) + 1;
  const item = items[number - 1];
  if (!item) throw refusal("not-found");
  const locale = localeFor(args.request);
  return { assessment, locale, number, ...item, question: model.text[locale.language].items[item.id]?.question ?? item.id };
}

export async function loader(args: LoaderFunctionArgs) {
  const { assessment, locale, id: item, dimension, number, question } = await questionOf(args);
  const here = await assessment.evidenceHere();
  const { environment } = args.context;
  return {
    ...{ id: assessment.id, item, dimension, number, question },
    files: filesAt(assessment, item).map((file) => ({ ...evidenceFileView(file, locale), isHere: here.has(file.sha256) })),
    megabytes: environment.EVIDENCE_FILE_MEGABYTES,
    isScanned: environment.CLAMAV !== undefined,
    saved: savedSchema.nullable().catch(null).parse(new URL(args.request.url).searchParams.get("saved")),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { assessment, locale, id: item } = await questionOf(args);
  const page = (saved: z.output<typeof savedSchema>) =>
    redirect(locale.href(`/assessments/${assessment.id}/evidence/${item}?saved=${saved}`), { status: 303 });
  const form = await readForm(args.request);
  const intent = textOf(form, "intent");
  if (intent === "remove") {
    await assessment.removeEvidence(item, textOf(form, "file"));
    return page("removed");
  }
  if (intent !== "add") throw refusal("bad-request");
  const refused = (fault: EvidenceFault) => data({ fault }, { status: 422 });
  const file = form.get("file");
  if (!(file instanceof File) || file.size === 0) return refused("empty");
  const checked = await args.context.uploads.check(file);
  if ("fault" in checked) return refused(checked.fault);
  const fault = await assessment.addEvidence(item, checked, evidenceLimits(args.context.environment));
  return fault ? refused(fault) : page("added");
}

export default function Evidence() {
  const { id, item, dimension, number, question, files, megabytes, isScanned, saved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { evidence } = messages;
  const error = refused ? evidence.faults[refused.fault] : null;
  const left = mostEvidenceFiles - files.filter(({ isHere }) => isHere).length;
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}/${dimension}#${item}`)}>{evidence.back}</a>
      </p>
      <h1>{evidence.title(number)}</h1>
      <p className="lead">{question}</p>
      {saved && !refused && (
        <p className="alert alert-success" role="status">
          {evidence.saved[saved]}
        </p>
      )}
      <ErrorSummary errors={error ? [{ name: "file", text: error }] : []} />
      <p>{evidence.lead}</p>
      <p>{evidence.care}</p>
      <h2>{evidence.filesTitle}</h2>
      {files.length === 0 ? <p className="hint">{evidence.none}</p> : <Files id={id} files={files} />}
      <h2>{evidence.addTitle}</h2>
      {left <= 0 ? (
        <p>{evidence.full}</p>
      ) : (
        <form method="post" action="?" encType="multipart/form-data" className="form" noValidate>
          <div className={error ? "field field-wrong" : "field"}>
            <label htmlFor="file">{evidence.file}</label>
            <p className="hint" id="file.hint">
              {evidence.fileHint(megabytes, left)} {isScanned ? evidence.scanned : evidence.notScanned}
            </p>
            {error && (
              <p className="field-error" id="file.error">
                {error}
              </p>
            )}
            <input
              id="file"
              name="file"
              type="file"
              accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.odt,.ods"
              aria-describedby={error ? "file.hint file.error" : "file.hint"}
              aria-invalid={error ? true : undefined}
            />
          </div>
          <p className="form-actions">
            <button className="button" name="intent" value="add">
              {evidence.submit}
            </button>
          </p>
        </form>
      )}
    </div>
  );
}

function Files({ id, files }: { id: string; files: { sha256: string; name: string; about: string; isHere: boolean }[] }) {
  const { evidence } = useLocale().messages;
  return (
    <ul className="evidence-files">
      {files.map(({ sha256, name, about, isHere }) => (
        <li key={sha256}>
          <div>
            {isHere ? (
              <a href={`/assessments/${id}/files/${sha256}`} download>
                {name}
              </a>
            ) : (
              name
            )}
            <span className="hint">{about}</span>
            {!isHere && <span className="hint">{evidence.missing}</span>}
          </div>
          <form method="post">
            <input type="hidden" name="file" value={sha256} />
            <button className="link-button" name="intent" value="remove">
              {evidence.remove}
              <span className="visually-hidden">{evidence.removeOf(name)}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  );
}
