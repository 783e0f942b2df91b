import { useLocale } from "./locale";

export function Footer({ contentVersion, hasAccounts }: { contentVersion: string; hasAccounts: boolean }) {
  const { messages, href } = useLocale();
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
    <footer className="site-footer">
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
    </footer>
  );
}
