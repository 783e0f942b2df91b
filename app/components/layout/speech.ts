import { useLocation } from "@remix-run/react";
import type { MetaFunction } from "@remix-run/react";
import { languageOf, speak, type Speech } from "../../i18n";

/** The language of the page that is being rendered. */
export function useSpeech(): Speech {
  return speak(languageOf(useLocation().pathname));
}

/** The page's title in the browser, followed by the product's name. `data` is null on the error page. */
export function pageTitle<Data>(title: (speech: Speech, data: Data) => string) {
  return (({ data, location }: { data: unknown; location: { pathname: string } }) => {
    const speech = speak(languageOf(location.pathname));
    const { product } = speech.words.layout;
    return [{ title: data ? `${title(speech, data as Data)} – ${product}` : product }];
  }) as unknown as MetaFunction;
}
