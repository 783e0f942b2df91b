import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AuthorTextForm } from "../forms/author-text/author-text-form";
import { takeLogo } from "../forms/file-part";
import { textOf } from "../forms/text-of";
import { pageTitle, useLocale } from "../components/layout/locale";
import { savesForm } from "../components/layout/saved-form-page";
import { answersTag, authorTextLimits } from "../core/assessment/author-text";
import { aboutField } from "../core/assessment/author-text-fields";
import { modelOf } from "../core/content";
import { editable, readForm, localeFor } from "../http/request";
import { savedFormProps, savedForms } from "../http/assessment/saved-forms";
import { submitForm } from "../http/assessment/submit-form";

export const handle = savesForm;
export const meta = pageTitle(({ messages }) => messages.writing.title);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const text = await assessment.authorText();
  const questionnaire = modelOf(args.context.content, assessment);
  const names = questionnaire.text[locale.language].dimensions;
  return {
    id: assessment.id,
    ...(await savedFormProps("author-text", assessment, locale, args.context)),
    stored: text !== null,
    logo: text?.logo ?? null,
    outdated: text !== null && text.answers !== answersTag(await assessment.agreed()),
    dimensions: questionnaire.dimensions.map(({ id }) => ({ id, name: names[id]?.name ?? id })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const locale = localeFor(args.request);
  const form = await readForm(args.request);
  const saved = await savedForms["author-text"](assessment, locale, args.context);
  const report = locale.href(`/assessments/${assessment.id}/report`);
  if (textOf(form, "intent") === "remove") {
    await saved.save(saved.parts.map(({ name }) => ({ field: name, seen: null, next: undefined })));
    return redirect(report, { status: 303 });
  }
  await takeLogo(form, authorTextLimits.logoBytes, (bytes) => args.context.pictures.read(bytes));
  const refused = await submitForm(args.request, saved, form);
  if (refused) return refused;
  // Whoever submits the form confirms that the text fits the answers of today.
  await saved.save([{ field: aboutField, seen: null, next: answersTag(await assessment.agreed()) }]);
  return redirect(`${report}#summary`, { status: 303 });
}

export default function AuthorTextPage() {
  const { id, outdated, ...form } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { messages, href } = useLocale();
  const { writing } = messages;
  return (
    <div className="page prose">
      <p className="kicker">
        <a href={href(`/assessments/${id}/report`)}>{messages.report.backToReport}</a>
      </p>
      <h1>{writing.title}</h1>
      <p className="lead">{writing.lead}</p>
      <p>
        <a href={href(`/assessments/${id}/brand`)}>{messages.branding.link}</a>
      </p>
      {outdated && <p className="alert alert-warning">{writing.outdated}</p>}
      <AuthorTextForm {...form} state={refused?.state ?? form.state} />
    </div>
  );
}
