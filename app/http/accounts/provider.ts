import type { Configuration } from "openid-client";
import { z } from "zod";
import { accountAddressSchema } from "../../core/accounts/account";
import type { ProvidedIdentity } from "../../core/accounts/provider-rule";
import { languageSchema } from "../../core/vocabulary";
import type { Environment } from "../environment";

/** Fetched with the first sign-in at the provider: an installation without one has no use for it. */
const library = () => import("openid-client");

/** What a browser is sent away with and brings back in a cookie; nobody else can set that. */
const journeySchema = z.strictObject({
  purpose: z.enum(["sign-in", "confirm"]),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string(),
  language: languageSchema,
});
export type ProviderJourney = z.infer<typeof journeySchema>;

/** Whoever confirms who they are has just typed it at the provider, within so many seconds. */
const freshSeconds = 300;
const timeoutSeconds = 10;

export type Provider = ReturnType<typeof openProvider>;

type Settings = Pick<Environment, "OIDC_ISSUER" | "OIDC_CLIENT_ID" | "OIDC_CLIENT_SECRET" | "OIDC_NAME">;

/** @param returnUrl where the provider sends people back to. */
export function openProvider(
  { OIDC_ISSUER = "", OIDC_CLIENT_ID = "", OIDC_CLIENT_SECRET = "", OIDC_NAME = "" }: Settings,
  returnUrl: string,
) {
  let known: Promise<Configuration> | null = null;
  /** What the provider says of itself; asked again where it did not answer. */
  async function discovered(): Promise<Configuration> {
    const { discovery, allowInsecureRequests } = await library();
    known ??= discovery(new URL(OIDC_ISSUER), OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, {
      timeout: timeoutSeconds,
      // The settings allow http for a provider on this machine alone.
      execute: OIDC_ISSUER.startsWith("http:") ? [allowInsecureRequests] : [],
    });
    return known.catch((error: unknown) => {
      known = null;
      throw error;
    });
  }

  return {
    name: OIDC_NAME,

    /** @returns where to send the browser, and what it has to bring back. @throws where the provider does not answer. */
    async begin({
      purpose,
      next,
      language,
    }: Pick<ProviderJourney, "purpose" | "next" | "language">): Promise<{ url: string; cookie: string }> {
      const configuration = await discovered();
      const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } = await library();
      const verifier = randomPKCECodeVerifier();
      const journey: ProviderJourney = { purpose, next, language, verifier, state: randomState(), nonce: randomNonce() };
      const url = buildAuthorizationUrl(configuration, {
        ...{ redirect_uri: returnUrl, scope: "openid email", state: journey.state, nonce: journey.nonce },
        ...{ code_challenge: await calculatePKCECodeChallenge(verifier), code_challenge_method: "S256" },
        ...(purpose === "confirm" && { prompt: "login", max_age: "0" }),
      });
      return { url: url.href, cookie: Buffer.from(JSON.stringify(journey)).toString("base64url") };
    },

    /**
     * Checks what the browser has brought: state, issuer, code, nonce, signature, audience and time.
     * @param query of the address to which the provider has sent it. @throws where anything is not as it must be.
     */
    async finish(query: string, journey: ProviderJourney): Promise<ProvidedIdentity> {
      const configuration = await discovered();
      const { authorizationCodeGrant, fetchUserInfo } = await library();
      const tokens = await authorizationCodeGrant(configuration, new URL(returnUrl + query), {
        ...{ pkceCodeVerifier: journey.verifier, expectedState: journey.state, expectedNonce: journey.nonce, idTokenExpected: true },
        ...(journey.purpose === "confirm" && { maxAge: freshSeconds }),
      });
      const claims = tokens.claims();
      if (!claims) throw new Error("The provider has sent no ID token.");
      const said = claims.email === undefined ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims;
      const address = said.email_verified === true ? accountAddressSchema.safeParse(said.email) : null;
      return { issuer: claims.iss, subject: claims.sub, address: address?.success ? address.data : null };
    },

    /** Where somebody signs out at the provider; null where it offers no such place. */
    async signOutUrl(backTo: string): Promise<string | null> {
      const configuration = await discovered();
      if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
      const { buildEndSessionUrl } = await library();
      return buildEndSessionUrl(configuration, { post_logout_redirect_uri: backTo }).href;
    },
  };
}

/** @returns null where the browser has brought none, or one that is none. */
export function readJourney(cookie: string | null): ProviderJourney | null {
  if (cookie === null) return null;
  try {
    return journeySchema.parse(JSON.parse(Buffer.from(cookie, "base64url").toString()));
  } catch {
    return null;
  }
}
