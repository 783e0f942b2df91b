import { createHash } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData, useLoaderData } from "@remix-run/react";
import { ErrorSummary, Select, TextInput } from "../forms/field";
import { textOf } from "../forms/text-of";
import {
  commentField,
  isFault,
  readLogo,
  readWordsFields,
  toReportWords,
  toWordsFields,
  type WordsField,
} from "../forms/author-text/author-text-fields";
import { pageTitle, useLocale } from "../components/layout/locale";
import { WrittenText } from "../components/report/written-text";
import { answersTag, type AuthorText } from "../core/assessment/author-text";
import { languages } from "../core/vocabulary";
import { editable, readForm, localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.writing.title);

/** Tells a newer text from another tab by. */
const fingerprint = (words: AuthorText | null) => createHash("sha256").update(JSON.stringify(words)).digest("base64url").slice(0, 16);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  const { language } = localeFor(args.request);
  const words = await assessment.reportWords();
  const text = args.context.content.questionnaires[assessment.track].text[language].dimensions;
  return {
    id: assessment.id,
    fields: toWordsFields(words, language),
    seen: fingerprint(words),
    stored: words !== null,
    outdated: words !== null && words.answers !== answersTag(assessment.answers),
    dimensions: args.context.content.questionnaires[assessment.track].dimensions.map(({ id }) => ({ id, name: text[id]?.name ?? id })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const form = await readForm(args.request);
  const stored = await assessment.reportWords();
  const report = localeFor(args.request).href(`/assessments/${assessment.id}/report`);
  if (textOf(form, "intent") === "remove") {
    await assessment.saveReportWords(null);
    return redirect(report, { status: 303 });
  }
  const fields = readWordsFields(form, stored);
  const logo = await readLogo(form, stored?.logo ?? null, (bytes) => args.context.pictures.read(bytes));
  const logoFault = isFault(logo) ? logo.fault : null;
  const result = toReportWords(fields, logo, assessment.answers);
  if ("wrong" in result) return data({ fields, wrong: result.wrong, logoFault, other: null, seen: textOf(form, "seen") }, { status: 422 });
  const seen = fingerprint(stored);
  if (textOf(form, "seen") !== seen && stored)
    return data({ fields, wrong: [] as WordsField[], logoFault, other: stored.summary, seen }, { status: 409 });
  await assessment.saveReportWords(result.words);
  return redirect(`${report}#summary`, { status: 303 });
}

export default function WordsPage() {
  const { id, dimensions, stored, outdated, ...kept } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { writing, download } = messages;
  const { fields, seen } = refused ?? kept;
  const error = (field: WordsField) => {
    if (!refused?.wrong.includes(field)) return null;
    if (field === "logo") return writing.logoFaults[refused.logoFault ?? "unreadable"];
    return field.startsWith("comment-") ? writing.errors.comment : writing.errors[field as "author"];
  };
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}/report`)}>{messages.report.backToReport}</a>
      </p>
      <h1>{writing.title}</h1>
      <p className="lead">{writing.lead}</p>
      {outdated && <p className="alert alert-warning">{writing.outdated}</p>}
      {refused && refused.other !== null && (
        <div className="alert alert-warning" role="alert">
          <p>{writing.conflict}</p>
          <WrittenText text={refused.other} />
        </div>
      )}
      <form method="post" encType="multipart/form-data" noValidate className="form">
        <ErrorSummary
          title={messages.errors.summaryTitle}
          errors={(refused?.wrong ?? []).map((name) => ({ name, text: error(name) ?? "" }))}
        />
        <input type="hidden" name="seen" value={seen} />
        <TextInput name="author" label={writing.author} hint={writing.authorHint} error={error("author")} value={fields.author} />
        <div className="field">
          <label htmlFor="logo">{writing.logo}</label>
          <p className="hint" id="logo.hint">
            {writing.logoHint} {fields.hasLogo && writing.logoKept}
          </p>
          {error("logo") && (
            <p className="field-error" id="logo.error">
              {error("logo")}
            </p>
          )}
          <input
            id="logo"
            name="logo"
            type="file"
            accept="image/png,image/jpeg,image/svg+xml"
            aria-describedby={error("logo") ? "logo.hint logo.error" : "logo.hint"}
            aria-invalid={error("logo") ? true : undefined}
          />
          {fields.hasLogo && (
            <label className="choice">
              <input type="checkbox" name="logo-remove" /> {writing.logoRemove}
            </label>
          )}
        </div>
        <Select
          name="language"
          label={writing.language}
          error={error("language")}
          value={fields.language}
          options={languages.map((language) => ({ value: language, label: download.languages[language] }))}
        />
        <TextInput multiline name="summary" label={writing.summary} hint={writing.hint} error={error("summary")} value={fields.summary} />
        <h2>{writing.comments}</h2>
        {dimensions.map((dimension) => (
          <TextInput
            key={dimension.id}
            multiline
            name={commentField(dimension.id)}
            label={writing.comment(dimension.name)}
            error={error(commentField(dimension.id))}
            value={fields.comments[dimension.id]}
          />
        ))}
        <p className="hint">{writing.confirm}</p>
        <p className="form-actions">
          <button className="button">{writing.submit}</button>
          {stored && (
            <button className="button button-danger" name="intent" value="remove">
              {writing.remove}
            </button>
          )}
        </p>
      </form>
    </div>
  );
}
