import type { Locale } from "../../i18n";
import { keepMarkup } from "./kept-markup";
import { useLocale } from "./locale";

type Props = { contentVersion: string; hasAccounts: boolean };

const kept = keepMarkup<Locale>();

export function Footer(props: Props) {
  const locale = useLocale();
  const markup = kept(locale, `${props.contentVersion} ${props.hasAccounts}`, () => <Content {...props} locale={locale} />);
  return <footer className="site-footer" dangerouslySetInnerHTML={markup} />;
}

function Content({ contentVersion, hasAccounts, locale: { messages, href } }: Props & { locale: Locale }) {
  const { layout } = messages;
  const pages: [string, string][] = [
    ...(hasAccounts ? [["/account", messages.accounts.link] satisfies [string, string]] : []),
    ["/mappen", messages.mappe.start.link],
    ["/sources", layout.sources],
    ["/glossary", layout.glossary],
    ["/open-data", messages.openData.title],
    ["/api", layout.api],
    ["/imprint", layout.imprint],
    ["/privacy", layout.privacy],
    ["/accessibility", layout.accessibility],
  ];
  return (
    <div className="site-footer-inner">
      <nav aria-label={layout.footerNavigation}>
        <ul>
          {pages.map(([path, name]) => (
            <li key={path}>
              <a href={href(path)}>{name}</a>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        {layout.notValidated} {layout.contentVersion(contentVersion)}
      </p>
    </div>
  );
}
