const longest = 80;
const isPlain = /^[\p{L}\p{M}\p{N} .,&'’()/+–-]+$/u;
/** What mail programs make a link or a number to call of. */
const isMoreThanName = /\/\/|www\.|\.\p{L}{2}|\d{5}/iu;

/**
 * The name of an organisation where it is nothing but that. A mail goes to somebody who has not asked for it, and must carry
 * nobody's advertisement, link or number.
 * @returns null where it may be more.
 */
export const plainName = (name: string): string | null =>
  name.length <= longest && isPlain.test(name) && !isMoreThanName.test(name) ? name : null;
