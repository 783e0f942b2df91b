/**
 * What a command does.
 * @param root the project's folder.
 * @returns the exit code, 0 where there is none.
 * @throws an error whose message is for the person who started it; the exit code is then 1.
 */
export type Command = (given: { root: string; args: string[] }) => Promise<number | void>;
