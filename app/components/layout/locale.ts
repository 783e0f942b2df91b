import { useLocation } from "@remix-run/react";
import type { MetaFunction } from "@remix-run/react";
import { languageOf, localeOf, type Locale } from "../../i18n";

/** The language of the page that is being rendered. */
export function useLocale(): Locale {
  return localeOf(languageOf(useLocation().pathname));
}

/** The page's title in the browser, followed by the product's name. `data` is null on the error page. */
export function pageTitle<Data>(title: (locale: Locale, data: Data) => string) {
  return (({ data, location }: { data: unknown; location: { pathname: string } }) => {
    const locale = localeOf(languageOf(location.pathname));
    const { product } = locale.messages.layout;
    return [{ title: data ? `${title(locale, data as Data)} – ${product}` : product }];
  }) as unknown as MetaFunction;
}
