import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { ProsePage } from "../components/layout/prose-page";
import { pageTitle } from "../components/layout/locale";
import { fillProse, type Prose } from "../content/read-pages";
import { codingAgreement } from "../core/benchmark/coding-agreement";
import { localeFor } from "../http/request";

export const meta = pageTitle<Prose>((_speech, { title }) => title);

/** How far the two codings agree is worked out from them, so that the page cannot say anything else. */
export function loader({ request, context }: LoaderFunctionArgs): Prose {
  const { language, count, kappa, messages } = localeFor(request);
  const { cells, direction, strength } = codingAgreement(context.content.coding);
  const values = {
    cells: count(cells),
    directionAgreed: count(direction.agreed),
    directionKappa: kappa(direction.kappa),
    strengthAgreed: count(strength.agreed),
    strengthKappa: kappa(strength.kappa),
  };
  return fillProse(context.pages[language]["coding-rules"], values, messages.operator.missing);
}

export default function CodingRules() {
  return <ProsePage prose={useLoaderData<typeof loader>()} />;
}
