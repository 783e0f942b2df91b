import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CodeBlock } from "../components/layout/code-block";
import { pageTitle, useLocale } from "../components/layout/locale";
import { DataTable } from "../components/report/data-table";
import { apiView } from "../http/api/api-view";
import { localeFor } from "../http/request";
import { TextList } from "../components/layout/text-list";

export const meta = pageTitle(({ messages }) => messages.api.title);
export const loader = ({ request, context }: LoaderFunctionArgs) => apiView(context, localeFor(request));

export default function Api() {
  const { base, document, scopes, subjects, examples, problems, limits, megabytes } = useLoaderData<typeof loader>();
  const { api } = useLocale().messages;
  return (
    <div className="page prose">
      <h1>{api.title}</h1>
      <p className="lead">{api.lead}</p>

      <h2>{api.description}</h2>
      <p>
        {api.descriptionText} <a href={document}>{document}</a>
      </p>
      <p>{api.base(base)}</p>

      <h2>{api.keys}</h2>
      <p>{api.keysText}</p>
      <CodeBlock label={api.keys} code="Authorization: Bearer kp_…" />
      <p>{api.keysCare}</p>
      <DataTable
        label={api.scopes}
        captioned
        columns={[api.scopeOf, api.allows]}
        numbers={[]}
        rows={scopes.map(({ scope, text }) => ({ key: scope, cells: [<code key="scope">{scope}</code>, text] }))}
      />

      <h2>{api.operationsTitle}</h2>
      {subjects.map(({ subject, operations }) => (
        <section key={subject}>
          <h3>{api.subjects[subject]}</h3>
          <dl className="glossary">
            {operations.map(({ id, address, scope, formats }) => (
              <div key={id}>
                <dt>
                  {api.operations[id].title}: <code className="address">{address}</code>
                </dt>
                <dd>
                  {api.operations[id].text} {formats && `${api.formats(formats)}.`}{" "}
                  <span className="hint">{scope ? `${api.scopeOf}: ${scope}` : api.noScope}</span>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}

      <h2>{api.examples}</h2>
      <p>{api.examplesText}</p>
      {examples.map(({ id, code }) => (
        <section key={id}>
          <h3>{api.exampleTitles[id]}</h3>
          <CodeBlock label={api.exampleTitles[id]} code={code} />
        </section>
      ))}

      <h2>{api.units}</h2>
      <TextList texts={api.unitList} />

      <h2>{api.languagesTitle}</h2>
      <p>{api.languagesText}</p>

      <h2>{api.repeating}</h2>
      <p>{api.repeatingText}</p>
      <p>{api.changingText}</p>

      <h2>{api.limits}</h2>
      <p>{api.limitsText(limits.perKey, limits.perAddress)}</p>
      <p>{api.sizeText(megabytes)}</p>

      <h2>{api.browsers}</h2>
      <p>{api.browsersText}</p>

      <h2>{api.errors}</h2>
      <p>{api.errorsText}</p>
      {problems.map(({ code, status, anchor }) => (
        <section key={code}>
          <h3 id={anchor}>{api.errorTitle(status, api.problems[code].title)}</h3>
          <p>{api.problems[code].detail}</p>
        </section>
      ))}
    </div>
  );
}
