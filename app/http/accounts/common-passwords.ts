let known: Promise<ReadonlySet<string>> | null = null;

/** The passwords that people use most, as leaks have shown: 49,000 in small letters, read when somebody first chooses one. */
export function commonPasswords(): Promise<ReadonlySet<string>> {
  known ??= import("@zxcvbn-ts/language-common").then(({ dictionary }) => new Set(dictionary["passwords-common"]));
  return known;
}
