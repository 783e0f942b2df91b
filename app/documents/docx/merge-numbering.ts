/** Beyond the ids of any list of ours. */
const beyondOurs = 10_000;

/** How a template's markup refers to one of its lists, in a document of ours; null where the template has no such list. */
export type ListIds = (id: string) => string | null;

/**
 * Our lists with those of a template beside them, so that headings which it numbers stay numbered.
 * @param template its `numbering.xml`; empty where it has none.
 */
export function mergeNumbering(ours: string, template: string): { numbering: string; idOf: ListIds } {
  const shifted = plainMarkup(template).replace(
    /(<w:abstractNum\b[^>]*? w:abstractNumId="|<w:num\b[^>]*? w:numId="|<w:abstractNumId w:val=")(\d+)"/g,
    (_whole, before: string, id: string) => `${before}${Number(id) + beyondOurs}"`,
  );
  const kinds = shifted.match(/<w:abstractNum\b[\s\S]*?<\/w:abstractNum>/g) ?? [];
  const lists = shifted.match(/<w:num\b[\s\S]*?<\/w:num>/g) ?? [];
  const ids = new Set(lists.map((list) => /w:numId="(\d+)"/.exec(list)?.[1]));
  // Kinds stand before lists.
  const numbering = ours
    .replace(/<w:numbering\b[^>]*>/, (root) => `${root}${kinds.join("")}`)
    .replace("</w:numbering>", `${lists.join("")}</w:numbering>`);
  return {
    numbering,
    idOf: (id) => {
      const own = `${Number(id) + beyondOurs}`;
      // 0 takes a numbering away.
      return id === "0" ? id : ids.has(own) ? own : null;
    },
  };
}

/** Without pictures for bullets, which do not come along, and what only newer programs understand. */
const plainMarkup = (xml: string): string =>
  xml
    .replace(/<w:numPicBullet\b[\s\S]*?<\/w:numPicBullet>|<w:lvlPicBulletId\b[^>]*\/>/g, "")
    .replace(/<mc:AlternateContent\b[\s\S]*?<\/mc:AlternateContent>/g, "")
    .replace(/ (?!w:|xml:)[A-Za-z]\w*:\w+="[^"]*"/g, "");
