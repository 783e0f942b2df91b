/** The months as dates name them, in each language, and short ones. */
const months = ["de", "en-GB"].flatMap((language) =>
  (["long", "short"] as const).flatMap((month) =>
    Array.from({ length: 12 }, (_, index) =>
      new Intl.DateTimeFormat(language, { month, timeZone: "UTC" }).format(Date.UTC(2026, index)).replace(".", ""),
    ),
  ),
);
const units = ["€", "%", "Euro", "Punkte?n?", "Personentage?n?", "points?", "person-days?", "euros?"];

const joined = [
  new RegExp(`(?<=(?<![\\d.,])\\d{1,2}\\.?) (?=(?:${[...new Set(months)].join("|")})(?!\\p{L}))`, "gu"),
  new RegExp(`(?<=\\d) (?=(?:${units.join("|")})(?!\\p{L}))`, "gu"),
  / (?=(?:von|of) 100(?!\d))|(?<=\d (?:von|of)) (?=100(?!\d))/g,
  // No paragraph ends in a line of one number.
  / (?=\d{1,3}\.?$)/g,
];

/** A text whose lines break neither within a day and its month nor between a number and its unit. */
export const unbroken = (text: string): string =>
  /\d/.test(text) ? joined.reduce((said, space) => said.replace(space, "\u00a0"), text) : text;
