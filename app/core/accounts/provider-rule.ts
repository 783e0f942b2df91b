/** What an identity provider says of somebody. `address` is null where it names none that it has checked. */
export type ProvidedIdentity = { issuer: string; subject: string; address: string | null };

/** What becomes of somebody who comes from the provider. */
export type ProviderOutcome = { kind: "sign-in" | "link"; accountId: string } | { kind: "create"; address: string } | { kind: "refuse" };

/**
 * Whoever has come before is known by the provider's own id of them, whatever their address is now. Whoever comes for the first time
 * needs an address that the provider has checked: it leads to the account that has it, or to a new one. An address that the
 * provider has not checked may be anybody's.
 * @param bySubject account that the provider's id leads to. @param byAddress account that has the address.
 */
export function providerOutcome({ address }: ProvidedIdentity, bySubject: string | null, byAddress: string | null): ProviderOutcome {
  if (bySubject !== null) return { kind: "sign-in", accountId: bySubject };
  if (address === null) return { kind: "refuse" };
  return byAddress === null ? { kind: "create", address } : { kind: "link", accountId: byAddress };
}
