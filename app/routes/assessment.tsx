import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { textOf } from "../forms/text-of";
import { CopyLink } from "../components/layout/copy-link";
import { KeepingNotices } from "../components/layout/keeping-notices";
import { MappeNotices } from "../components/mappe/mappe-notices";
import { pageTitle, useLocale } from "../components/layout/locale";
import { agreedAnswers } from "../core/agreement/agreed-answers";
import { openDisagreements } from "../core/agreement/spread";
import { isColleague } from "../core/agreement/team";
import { standingsOf } from "../core/assessment/standing";
import { findDuties } from "../core/duties/find-duties";
import { openFacts } from "../views/duties";
import { progressOf, totalOf } from "../core/assessment/progress";
import { modelOf } from "../core/content";
import { factsToCheck } from "../http/assessment/facts-to-check";
import { convertToToday, keepingNotices } from "../http/assessment/keeping-notices";
import { teamLines } from "../views/team";
import { tasksView, type Task } from "../views/tasks";
import { editable, readForm, refusal, localeFor } from "../http/request";
import { roundState, waitingIn } from "../http/assessment/rounds-page";

export const meta = pageTitle<{ tasks: { title: string } }>((_locale, { tasks }) => tasks.title);

export async function loader(args: LoaderFunctionArgs) {
  const own = await editable(args);
  const team = await own.people();
  const assessment = { ...own, answers: agreedAnswers(own.answers, team) };
  const { id, depth, organisation, keys } = assessment;
  const { content, origin, today } = args.context;
  const locale = localeFor(args.request);
  const questionnaire = modelOf(content, assessment);
  const progress = progressOf(questionnaire, assessment);
  const link = (key: string) => `${origin}${locale.href(`/open/${key}`)}`;
  const { limits, steps } = await assessment.plan();
  const rounds = await assessment.rounds();
  return {
    id,
    depth,
    name: organisation.name ?? null,
    total: totalOf(progress),
    next: depth === "quick" ? "questions" : (progress.find(({ answered, asked }) => answered < asked)?.dimension ?? null),
    tasks: tasksView(questionnaire, assessment, limits !== null || Object.keys(steps).length > 0, locale, {
      lines: teamLines(team.people.filter(isColleague), today, locale),
      toTalkAbout: openDisagreements(questionnaire, own, team).length,
      rounds: roundState(assessment, rounds, locale, content),
      factsFrom: await factsToCheck(own),
      toClarify: openFacts(findDuties(content.duties, { ...assessment, standings: standingsOf(questionnaire, assessment) }, today), today),
    }),
    links: keys && { edit: link(keys.edit), read: link(keys.read) },
    mappen: (await assessment.memberships?.mappen()) ?? [],
    waiting: waitingIn(assessment, rounds, content),
    notices: keepingNotices(assessment, team, new URL(args.request.url).searchParams, locale, args.context),
  };
}

export async function action(args: ActionFunctionArgs) {
  const assessment = await editable(args);
  const { href } = localeFor(args.request);
  const intent = textOf(await readForm(args.request), "intent");
  if (intent === "renew-read-link") {
    if (!(await assessment.renewReadKey())) throw refusal("read-only");
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
  const { id, depth, name, total, next, tasks, links, mappen, waiting, notices } = useLoaderData<typeof loader>();
  const { messages, href } = useLocale();
  const { assessment, screen } = messages;
  const path = (page: string) => href(`/assessments/${id}/${page}`);
  const isLeft = tasks.left > 0;
  return (
    <div className="page page-tasks">
      <p className="kicker">{name ? assessment.overviewTitleOf(name) : assessment.overviewTitle}</p>
      <h1>{tasks.title}</h1>
      <p className="hint">{messages.form.progress(total.answered, total.asked)}</p>
      <KeepingNotices assessmentId={id} notices={notices} />
      <MappeNotices assessmentId={id} mappen={mappen} />
      <p className="form-actions">
        {waiting && (
          <a className="button" href={path(`rounds/confirm/${waiting.topic}`)}>
            {messages.rounds.confirm.link(waiting.count)}
          </a>
        )}
        {isLeft && next && (
          <a className={waiting ? "button button-secondary" : "button"} href={path(next)}>
            {total.answered === 0 ? assessment.begin : assessment.continue}
          </a>
        )}
        <a className={isLeft ? "button button-secondary" : "button"} href={path("report")}>
          {assessment.toReport}
        </a>
      </p>
      <div className="tasks-and-keeping">
        <div>
          <TaskGroup title={screen.tasks.prepare} tasks={tasks.prepare} path={path} />
          {depth === "quick" ? (
            <TaskGroup
              title={screen.tasks.answerQuick}
              tasks={[{ ...quickTask(tasks, messages.form.progress(total.answered, total.asked)), title: assessment.quickTitle }]}
              path={path}
            >
              <form method="post">
                <p>{assessment.toFullText}</p>
                <p className="form-actions">
                  <button className="button button-secondary" name="intent" value="go-full">
                    {assessment.toFull}
                  </button>
                </p>
              </form>
            </TaskGroup>
          ) : (
            <TaskGroup title={screen.tasks.answer} tasks={tasks.topics} path={path} />
          )}
          <TaskGroup title={screen.tasks.clarifyTitle} tasks={tasks.clarify} path={path} />
          <TaskGroup title={screen.tasks.decide} tasks={tasks.decide} path={path} />
        </div>
        <aside>
          {tasks.hasValue && (
            <section aria-labelledby="so-far">
              <h2 id="so-far">{screen.tasks.soFar}</h2>
              <p>
                <strong>{tasks.value.text}</strong>
              </p>
              {tasks.value.range && <p className="hint sentence">{tasks.value.range}</p>}
            </section>
          )}
          <Keeping id={id} links={links} kept={notices.kept} />
        </aside>
      </div>
    </div>
  );
}

const quickTask = (tasks: { left: number }, state: string): Omit<Task, "title"> => ({
  end: "questions",
  about: null,
  open: tasks.left > 0 ? "" : null,
  state,
});

type GroupProps = { title: string; tasks: Task[]; path: (page: string) => string; children?: ReactNode };

/** What is done is plain text; only what is left gets a tag. */
function TaskGroup({ title, tasks, path, children }: GroupProps) {
  return (
    <section>
      <h2>{title}</h2>
      <ul className="tasks">
        {tasks.map((task) => (
          <li key={task.end}>
            <div>
              <a href={path(task.end)}>{task.title}</a>
              {task.about && <span className="hint">{task.about}</span>}
              {task.people && <span className="hint">{task.people}</span>}
            </div>
            <div className="task-state">
              {task.state &&
                (task.open === null ? <span className="hint">{task.state}</span> : <span className="badge badge-open">{task.state}</span>)}
              {task.open && <span className="hint">{task.open}</span>}
            </div>
          </li>
        ))}
      </ul>
      {children}
    </section>
  );
}

/** How to come back, hand on and end. */
function Keeping({ id, links, kept }: { id: string; links: { edit: string; read: string } | null; kept: string | null }) {
  const { messages, href } = useLocale();
  const { assessment } = messages;
  if (!links) return <p>{messages.mappe.throughMappe}</p>;
  return (
    <>
      <h2 id="keep">{assessment.keepTitle}</h2>
      <p>{assessment.keepText}</p>
      {kept && <p>{kept}</p>}
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
      <p>
        <a className="button button-secondary" href={`/assessments/${id}/ki-pegel.json`} download>
          {assessment.download}
        </a>
      </p>
      <h3>{assessment.deleteTitle}</h3>
      <p>{assessment.deleteText}</p>
      <p>
        <a className="button button-danger" href={href(`/assessments/${id}/delete`)}>
          {assessment.deleteStart}
        </a>
      </p>
    </>
  );
}
