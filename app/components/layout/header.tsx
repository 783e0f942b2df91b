import { useLocation, useMatches } from "@remix-run/react";
import type { Language } from "../../core/vocabulary";
import { inOtherLanguage, localeOf } from "../../i18n";
import { isFormHandle, savedFormId, savesFormOnEnter } from "./saved-form-page";
import { useLocale } from "./locale";

/** @param preferred the language that the browser asks for; null where it is none of ours. @param hasAccounts whether the operator wants any. */
export function Header({ preferred, hasAccounts }: { preferred: Language | null; hasAccounts: boolean }) {
  const { messages, href } = useLocale();
  const { pathname } = useLocation();
  const { layout } = messages;
  // Where questions are answered, the rest of the site is one stop on the way to them, not five.
  const isFocused = useMatches().some(({ handle }) => handle === savesFormOnEnter);
  const pages: [string, string][] = [
    ["/regions", layout.regions],
    ["/initiatives", layout.initiatives],
    ["/funding", layout.funding],
    ["/law", layout.law],
    ["/method", layout.method],
    ...(hasAccounts ? [["/account", messages.accounts.link] satisfies [string, string]] : []),
  ];
  return (
    <header className="site-header">
      <LanguageOffer preferred={preferred} />
      <div className="site-header-inner">
        <a className="brand" href={href("/")} aria-label={layout.home}>
          <Mark />
          <span>{layout.product}</span>
        </a>
        <details className={isFocused ? "site-menu site-menu-folded" : "site-menu"}>
          <summary>{layout.menu}</summary>
          <nav aria-label={layout.mainNavigation}>
            <ul>
              {pages.map(([path, name]) => (
                <li key={path}>
                  <a href={href(path)} aria-current={pathname.startsWith(href(path)) ? "page" : undefined}>
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </details>
        <LanguageSwitch />
      </div>
    </header>
  );
}

/** To whoever comes with another language than the page's, in theirs. Inside an assessment somebody has chosen already. */
function LanguageOffer({ preferred }: { preferred: Language | null }) {
  const { language } = useLocale();
  const { pathname, search } = useLocation();
  if (preferred === null || preferred === language || /\/(assessments|start|mappen)(\/|$)/.test(pathname)) return null;
  return (
    <p className="language-offer" lang={preferred}>
      <a href={inOtherLanguage(pathname) + search} hrefLang={preferred}>
        {localeOf(preferred).messages.layout.offered}
      </a>
    </p>
  );
}

/** A link; without a script, on a page with a form that saves, a button that takes along what is typed there. */
function LanguageSwitch() {
  const { language, messages } = useLocale();
  const { pathname, search } = useLocation();
  const form = useMatches()
    .map(({ handle }) => handle)
    .find(isFormHandle);
  const other = language === "de" ? "en" : "de";
  const address = inOtherLanguage(pathname) + search;
  const attributes = { lang: other, "aria-label": messages.layout.otherLanguageHint };
  return (
    <>
      <a className={form ? "language with-script" : "language"} href={address} hrefLang={other} {...attributes}>
        {messages.layout.otherLanguage}
      </a>
      {form && (
        <>
          {/* Enter in a line of text presses a form's first button, wherever it stands; that must not be the language. */}
          <button
            className="visually-hidden"
            form={savedFormId}
            tabIndex={-1}
            aria-hidden="true"
            {...(form.enter === "stays" && { name: "stay", value: "content" })}
          >
            {messages.form.save}
          </button>
          <button
            className="language link-button without-script"
            form={savedFormId}
            formAction={address}
            name="stay"
            value="content"
            {...attributes}
          >
            {messages.layout.otherLanguage}
          </button>
        </>
      )}
    </>
  );
}

/** A gauge board, as it stands at a river: the product's mark. */
function Mark() {
  return (
    <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect x="1" y="1" width="26" height="26" rx="5" fill="currentColor" />
      <path d="M8 6h5M8 11h8M8 16h5M8 21h8" stroke="var(--mark-lines)" strokeWidth="2" strokeLinecap="round" />
      <path d="M22 22V12" stroke="var(--mark-lines)" strokeWidth="3.5" strokeLinecap="round" />
    </svg>
  );
}
