import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { data, useActionData } from "@remix-run/react";
import { ErrorSummary } from "../forms/field";
import { pageTitle, useLocale } from "../components/layout/locale";
import { convertToToday, openedSearch } from "../http/assessment/keeping-notices";
import { checkCookie, readForm, localeFor, needCookies } from "../http/request";

export const meta = pageTitle(({ messages }) => messages.load.title);
export const loader = ({ context }: LoaderFunctionArgs) => data({}, { headers: checkCookie(context) });

export async function action({ request, context }: ActionFunctionArgs) {
  needCookies(context);
  const file = (await readForm(request)).get("file");
  // A file without a byte is one all the same, and is told to be none of ours.
  if (!file || typeof file === "string" || file.name === "") return data({ missing: true, faultCount: 0, faults: [] }, { status: 422 });
  const result = await context.saveFiles.read(new Uint8Array(await file.arrayBuffer()));
  const { faults, faultCount } = result;
  if (!result.assessment) return data({ missing: false, faultCount, faults }, { status: 422 });
  const { assessment, writtenUnder, dropped } = result;
  const converted = convertToToday(assessment, assessment.track, context.content);
  const { modelVersion, answers, previous } = converted;
  const all = { ...converted, dropped: [...dropped, ...converted.dropped] };
  const { id, cookie } = await context.visitor.create({ ...assessment, modelVersion, answers, previous }, "file");
  const page = localeFor(request).href(`/assessments/${id}`) + openedSearch(writtenUnder, all);
  return redirect(page, { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function Load() {
  const refused = useActionData<typeof action>();
  const { messages } = useLocale();
  const { load, errors } = messages;
  return (
    <div className="page prose">
      <h1>{load.title}</h1>
      <p className="lead">{load.lead}</p>
      {refused && refused.faults.length > 0 && (
        // Takes focus by itself after the page has loaded, with or without a script.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        <div className="alert alert-danger" role="alert" tabIndex={-1} autoFocus>
          <h2>{load.faultsTitle(refused.faultCount)}</h2>
          <p>{refused.faults.every(({ path }) => path === "") ? load.otherFile : load.faultsIntro}</p>
          <ul>
            {refused.faults.map(({ path, code, found }, index) => (
              <li key={index}>
                <code>{path || load.wholeFile}</code>: {errors.saveFile[code]} {found && `(${found})`}
              </li>
            ))}
          </ul>
        </div>
      )}
      <form method="post" action="?" encType="multipart/form-data" className="form" noValidate>
        <ErrorSummary errors={refused?.missing ? [{ name: "file", text: load.missing }] : []} />
        <div className="field">
          <label htmlFor="file">{load.file}</label>
          <p className="hint" id="file.hint">
            {load.fileHint}
          </p>
          <input id="file" name="file" type="file" accept=".json,application/json" aria-describedby="file.hint" />
        </div>
        <p className="form-actions">
          <button className="button" type="submit">
            {load.submit}
          </button>
        </p>
      </form>
    </div>
  );
}
