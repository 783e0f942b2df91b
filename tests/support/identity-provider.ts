import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";
import { newVisitor, type Visitor } from "../http/visitor";

/** What the provider says of somebody, by their id there. */
export type ProvidedPeople = Record<string, { email: string; email_verified: boolean }>;

const client = { client_id: "ki-pegel", client_secret: "a secret between the two, for tests" };

/** A real OpenID Connect provider on this machine, which takes whoever types their id. @param origin of the application. */
export async function startIdentityProvider(origin: string, people: ProvidedPeople) {
  let answer: RequestListener = (_request, response) => response.end();
  const server = createServer((request, response) => answer(request, response)).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ ...client, redirect_uris: [`${origin}/sign-in/return`], post_logout_redirect_uris: [`${origin}/`] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"] },
    pkce: { required: () => true },
    cookies: { keys: ["of the tests"] },
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  });
  const handle = provider.callback();
  answer = (request, response) => void handle(request, response);
  return {
    issuer,
    settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: client.client_id, OIDC_CLIENT_SECRET: client.client_secret, OIDC_NAME: "Testdienst" },

    /** A browser as the provider knows it. */
    visit: () => newVisitor(issuer),

    /** Goes where the application has sent it, and types an id wherever it is asked who it is. @returns the address it is sent back to. */
    async signIn(visitor: Visitor, url: string, id: string): Promise<string> {
      let path = url.slice(issuer.length);
      for (let steps = 0; steps < 12; steps += 1) {
        const answered = await visitor.get(path);
        const location = answered.headers.get("location");
        if (location !== null && !location.startsWith(issuer) && !location.startsWith("/")) return location;
        if (location !== null) path = location.replace(issuer, "");
        else {
          const prompt = /name="prompt" value="(\w+)"/.exec(await answered.text())?.[1] ?? "";
          const sent = await visitor.post(path, { prompt, login: id, password: "anything" });
          path = (sent.headers.get("location") ?? "").replace(issuer, "");
        }
      }
      throw new Error("The provider has not sent the browser back");
    },

    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
