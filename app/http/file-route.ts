import type { LoaderFunctionArgs } from "@remix-run/node";
import { languageSchema, type Language } from "../core/vocabulary";
import { languageOf, localeOf } from "../i18n";
import { refusalWords } from "../views/refusal-words";
import { withoutBasePath } from "./base-path";

/**
 * A loader whose answer is a file. A refusal has no page to stand on, so it is said in plain words, in the reader's language.
 * @param load returns the file, or throws what `refusal` makes.
 */
export function fileRoute(load: (args: LoaderFunctionArgs) => Promise<Response>): (args: LoaderFunctionArgs) => Promise<Response> {
  return async (args) => {
    try {
      const file = await load(args);
      await args.context.visitor.given();
      return file;
    } catch (error) {
      if (!(error instanceof Response) || error.status < 400) throw error;
      const { title, text } = refusalWords(localeOf(readerLanguage(args)).messages, await error.text(), error.status);
      const headers = new Headers(error.headers);
      headers.set("Content-Type", "text/plain; charset=utf-8");
      headers.set("Cache-Control", "no-store");
      return new Response(`${title}\n\n${text}\n`, { status: error.status, headers });
    }
  };
}

/** Of the page that the reader comes from; else what the address asks for; files have one address in all languages. */
function readerLanguage({ request, context }: LoaderFunctionArgs): Language {
  const page = request.headers.get("referer");
  if (page && URL.canParse(page)) return languageOf(withoutBasePath(new URL(page).pathname, context.basePath));
  const { pathname, searchParams } = new URL(request.url);
  return languageSchema.safeParse(searchParams.get("language")).data ?? languageOf(pathname);
}
