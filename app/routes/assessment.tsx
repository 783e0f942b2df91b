import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { textOf } from "../forms/text-of";
import { CopyLink } from "../components/layout/copy-link";
import { KeepingNotices } from "../components/layout/keeping-notices";
import { pageTitle, useLocale } from "../components/layout/locale";
import { Topics } from "../components/layout/topics";
import { progressOf, totalOf } from "../core/assessment/progress";
import { modelOf } from "../core/content";
import { convertToToday, keepingNotices } from "../http/keeping-notices";
import { editable, readForm, refusal, localeFor } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.assessment.overviewTitle);

export async function loader(args: LoaderFunctionArgs) {
  const assessment = await editable(args);
  const { id, depth, organisation, keys } = assessment;
  const { content, origin } = args.context;
  const locale = localeFor(args.request);
  const questionnaire = modelOf(content, assessment);
  const progress = progressOf(questionnaire, assessment);
  const link = (key: string) => `${origin}${locale.href(`/open/${key}`)}`;
  return {
    id,
    depth,
    name: organisation.name ?? null,
    progress,
    total: totalOf(progress),
    next: progress.find(({ answered, asked }) => answered < asked)?.dimension ?? null,
    text: questionnaire.text[locale.language].dimensions,
    links: { edit: link(keys.edit), read: link(keys.read) },
    notices: keepingNotices(assessment, new URL(args.request.url).searchParams, locale, args.context),
  };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const { href } = localeFor(args.request);
  const intent = textOf(await readForm(args.request), "intent");
  if (intent === "renew-read-link") {
    await assessment.renewReadKey();
    return redirect(href(`/assessments/${assessment.id}#keep`), { status: 303 });
  }
  if (intent === "renew-edit-link") {
    if (!(await args.context.visitor.renewKeys(assessment.id))) throw refusal("no-access");
    return redirect(href(`/assessments/${assessment.id}#keep`), { status: 303 });
  }
  if (intent === "go-full") {
    await assessment.saveProfile([{ field: "depth", seen: null, next: "full" }]);
    const { dimensions } = modelOf(args.context.content, assessment);
    return redirect(href(`/assessments/${assessment.id}/${dimensions[0]?.id ?? ""}`), { status: 303 });
  }
  if (intent === "keep-on") await assessment.keepOn();
  else if (intent === "convert") await assessment.convert((stored) => convertToToday(stored, stored.track, args.context.content));
  else throw refusal("bad-request");
  return redirect(href(`/assessments/${assessment.id}`), { status: 303 });
}

export default function Overview() {
  const { id, depth, name, progress, total, next, text, links, notices } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { assessment } = messages;
  const path = (page: string) => href(`/assessments/${id}/${page}`);
  return (
    <div className="page prose">
      <h1>{name ? assessment.overviewTitleOf(name) : assessment.overviewTitle}</h1>
      <p className="lead">{messages.form.progress(total.answered, total.asked)}</p>
      <KeepingNotices assessmentId={id} notices={notices} />
      <p className="form-actions">
        {next && (
          <a className="button" href={path(next)}>
            {total.answered === 0 ? assessment.begin : assessment.continue}
          </a>
        )}
        <a className={next ? "button button-secondary" : "button"} href={path("report")}>
          {assessment.toReport}
        </a>
      </p>
      {depth === "quick" && (
        <form method="post" className="panel">
          <p>{assessment.toFullText}</p>
          <button className="button button-secondary" name="intent" value="go-full">
            {assessment.toFull}
          </button>
        </form>
      )}
      <h2>{assessment.topics}</h2>
      <Topics assessmentId={id} progress={progress} text={text} />
      <p>
        <a href={path("check")}>{assessment.toCheck}</a>
      </p>
      <p>
        <a href={path("profile")}>{assessment.profile}</a>
      </p>

      <h2 id="keep">{assessment.keepTitle}</h2>
      <p>{assessment.keepText}</p>
      {notices.kept && <p>{notices.kept}</p>}
      <CopyLink label={assessment.editLink} url={links.edit} />
      <form method="post">
        <button className="link-button" name="intent" value="renew-edit-link">
          {assessment.renewEdit}
        </button>{" "}
        <span className="hint">{assessment.renewEditHint}</span>
      </form>
      <p>{assessment.readText}</p>
      <CopyLink label={assessment.readLink} url={links.read} />
      <form method="post">
        <button className="link-button" name="intent" value="renew-read-link">
          {assessment.renewRead}
        </button>{" "}
        <span className="hint">{assessment.renewReadHint}</span>
      </form>

      <h3>{assessment.fileTitle}</h3>
      <p>{assessment.fileText}</p>
      <p className="form-actions">
        <a className="button button-secondary" href={`/assessments/${id}/ki-pegel.json`} download>
          {assessment.download}
        </a>
      </p>

      <h2>{assessment.deleteTitle}</h2>
      <p>{assessment.deleteText}</p>
      <p>
        <a className="button button-danger" href={path("delete")}>
          {assessment.deleteStart}
        </a>
      </p>
    </div>
  );
}
