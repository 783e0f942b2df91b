import type { LoaderFunctionArgs } from "@remix-run/node";
import { signedInFor } from "../http/accounts/account-page";

/** Everything that is stored about the account of whoever is signed in. */
export async function loader(args: LoaderFunctionArgs) {
  const { own } = signedInFor(args);
  return new Response(`${JSON.stringify(await own.data(), null, 2)}\n`, {
    headers: { "Content-Type": "application/json; charset=utf-8", "Content-Disposition": 'attachment; filename="ki-pegel-konto.json"' },
  });
}
