import { useLocation } from "@remix-run/react";
import { inOtherLanguage } from "../../i18n";
import { useLocale } from "./locale";

export function Header() {
  const { language, messages, href } = useLocale();
  const { pathname, search } = useLocation();
  const { layout } = messages;
  const pages: [string, string][] = [
    ["/regions", layout.regions],
    ["/initiatives", layout.initiatives],
    ["/funding", layout.funding],
    ["/law", layout.law],
    ["/method", layout.method],
  ];
  const other = language === "de" ? "en" : "de";
  return (
    <header className="site-header">
      <div className="site-header-inner">
        <a className="brand" href={href("/")} aria-label={layout.home}>
          <Mark />
          <span>{layout.product}</span>
        </a>
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
        <a
          className="language"
          href={inOtherLanguage(pathname) + search}
          hrefLang={other}
          lang={other}
          aria-label={layout.otherLanguageHint}
        >
          {layout.otherLanguage}
        </a>
      </div>
    </header>
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
