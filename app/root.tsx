import type { HeadersFunction, LinksFunction } from "@remix-run/node";
import { isRouteErrorResponse, Links, Meta, Outlet, useLocation, useParams, useRouteError } from "@remix-run/react";
import { useContext, type ReactNode } from "react";
import { fetchScriptsAgain } from "./components/layout/fetch-scripts-again";
import { Footer } from "./components/layout/footer";
import { Header } from "./components/layout/header";
import { useLocale } from "./components/layout/locale";
import { SiteContext } from "./components/layout/site";
import { TooLargeNotice } from "./components/layout/too-large";
import { inOtherLanguage } from "./i18n";
import { refusalWords } from "./views/refusal-words";
import regular from "@fontsource/fira-sans/files/fira-sans-latin-400-normal.woff2?url";
import semiBold from "@fontsource/fira-sans/files/fira-sans-latin-600-normal.woff2?url";
import styles from "./styles/base.scss?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: styles },
  // Both at once: fetched late, the bold one would miss the first view and leave its headings in another face.
  ...[regular, semiBold].map((href) => ({ rel: "preload", href, as: "font", type: "font/woff2", crossOrigin: "anonymous" }) as const),
  { rel: "icon", href: "/icon.svg", type: "image/svg+xml" },
];

/** A refusal says when to come again. */
export const headers: HeadersFunction = ({ errorHeaders }) => {
  const after = errorHeaders?.get("Retry-After");
  return new Headers(after ? { "Retry-After": after } : {});
};

export function Layout({ children }: { children: ReactNode }) {
  const { preferred, scripts, basePath, contentVersion, hasAccounts } = useContext(SiteContext);
  const { pathname, search } = useLocation();
  const { language, messages } = useLocale();
  return (
    <html lang={language} data-base-path={basePath || undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <Links />
        <link rel="alternate" hrefLang={language === "de" ? "en" : "de"} href={inOtherLanguage(pathname) + search} />
      </head>
      <body>
        <a className="skip-link" href="#content">
          {messages.layout.skip}
        </a>
        <Header preferred={preferred} hasAccounts={hasAccounts} />
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Footer contentVersion={contentVersion} hasAccounts={hasAccounts} />
        <script type="text/javascript" dangerouslySetInnerHTML={{ __html: fetchScriptsAgain }} />
        {scripts.map((script) => (
          <script key={script} type="module" src={script} />
        ))}
      </body>
    </html>
  );
}

export default function Root() {
  return (
    <>
      <TooLargeNotice />
      <Outlet />
    </>
  );
}

export function ErrorBoundary() {
  const error = useRouteError();
  const { messages, href } = useLocale();
  const { hasAccounts } = useContext(SiteContext);
  const { id } = useParams();
  const { errors } = messages;
  const code = isRouteErrorResponse(error) ? String(error.data) : null;
  // Whoever may not change something may still look at it.
  const there = { "read-only": [`/assessments/${id}/report`, errors.toReport], "mappe-role": [`/mappen/${id}`, errors.toMappe] } as const;
  const [address, label] = code === "read-only" || code === "mappe-role" ? there[code] : (["/", errors.toHome] as const);
  const { title, text } = refusalWords(messages, code, isRouteErrorResponse(error) ? error.status : 500);
  return (
    <div className="page prose">
      <title>{`${title} – ${messages.layout.product}`}</title>
      <h1>{title}</h1>
      <p className="lead">{text}</p>
      {hasAccounts && (code === "no-access" || code === "no-mappe") && (
        <p>
          {messages.accounts.maybeThere} <a href={href("/account")}>{messages.accounts.toAccount}</a>
        </p>
      )}
      <p className="form-actions">
        <a className="button" href={href(address)}>
          {label}
        </a>
        {code === "no-access" && (
          <a className="button button-secondary" href={href("/load")}>
            {errors.toLoad}
          </a>
        )}
      </p>
    </div>
  );
}
