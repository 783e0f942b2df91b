import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { exampleGroups } from "../components/examples";
import { pageTitle, useLocale } from "../components/layout/locale";
import { refusal } from "../http/request";

export const meta = pageTitle(() => "Examples");

/** For people who work on components, and for the tests: an installation has no such page. */
export function loader({ params, context }: LoaderFunctionArgs) {
  const { group = null } = params;
  if (context.environment.NODE_ENV === "production" || (group && !Object.hasOwn(exampleGroups, group))) throw refusal("not-found");
  return { group };
}

export default function ExamplesPage() {
  const { group } = useLoaderData<typeof loader>();
  const locale = useLocale();
  return (
    <div className="page">
      <h1>{group ?? "Examples"}</h1>
      <nav aria-label="Examples">
        <ul>
          {Object.keys(exampleGroups).map((name) => (
            <li key={name}>
              <a href={locale.href(`/dev/examples/${name}`)} aria-current={name === group ? "page" : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {group &&
        exampleGroups[group]?.map(({ name, holds, show }) => (
          <section key={name} aria-label={name}>
            <h2 lang="en">{name}</h2>
            <p className="hint" lang="en">
              {holds}
            </p>
            {show(locale)}
          </section>
        ))}
    </div>
  );
}
