import type { openData as german } from "../de/open-data";

export const openData: typeof german = {
  title: "Open data",
  lead: "These are figures from comparison rings whose members have all agreed. You may use them under the licence stated.",
  none: "At present no comparison ring publishes its figures.",
  catalogue: "Catalogue for data portals (DCAT-AP.de 3.0, JSON-LD)",
  catalogueTitle: "Figures of comparison rings on AI readiness",
  catalogueText: "Median and middle half of the AI readiness of organisations that compare themselves in rings of KI-Pegel.",
  description: (track, version) =>
    `AI readiness of the members of a comparison ring on a scale of 0 to 100: number of values, median and quartiles, overall and for each topic. Questionnaire: ${track}, version ${version}. All figures are rounded to fives. What rests on fewer than six values is missing. Quartiles are given from eight values on and lie at least 10 points from the median.`,
  keywords: ["artificial intelligence", "AI readiness", "digital administration", "comparison ring"],
  fileTitle: "Figures as a table",
  csv: "Figures as a CSV file",
  publishedBy: (publisher) => `Publisher: ${publisher}.`,
  questionsTo: "Questions to:",
  underLicence: (licence) => `Licence: ${licence}.`,
  licences: {
    "dl-by-de/2.0": "Data licence Germany – attribution – version 2.0",
    "dl-zero-de/2.0": "Data licence Germany – Zero – version 2.0",
    "cc-by/4.0": "Creative Commons Attribution 4.0",
    "cc-zero": "Creative Commons Zero 1.0",
  },
  licenceTexts: {
    "dl-by-de/2.0": "Anyone may use the data but must name the publisher.",
    "dl-zero-de/2.0": "Anyone may use the data without conditions.",
    "cc-by/4.0": "Anyone may use the data but must name the publisher. The licence is common worldwide.",
    "cc-zero": "Anyone may use the data without conditions. The licence is common worldwide.",
  },

  ringTitle: "Figures as open data",
  ringLead:
    "The figures of the ring can be published as open data, with the same rounding and the same thresholds as here. Names and values of single members are never published. They are public only as long as every member agrees.",
  offerTitle: "Propose publication",
  offerChange: "Change the proposal",
  offerChangeText: "If you change anything, all members have to agree again.",
  datasetTitle: "Title of the data set",
  datasetTitleHint: "It appears in data portals. Name the district, for example.",
  datasetTitleFault: (most) => `Enter a title of at most ${most} characters.`,
  publisher: "Publisher",
  publisherHint: "The body that is legally the publisher of the data.",
  publisherFault: (most) => `Enter the publisher, in at most ${most} characters.`,
  contact: "Email address for questions",
  contactHint: "It appears in the public catalogue. Use a mailbox of the organisation, not a personal address.",
  contactFault: "Enter an email address, for example data@district.example.",
  licence: "Licence",
  licenceFault: "Choose a licence.",
  offerSubmit: "Propose to the members",
  stop: "End publication",
  agreedOf: (agreed, members) => `${agreed} of ${members} members ${agreed === 1 ? "agrees" : "agree"}.`,
  isPublished: "The figures are published.",
  isWaiting:
    "The figures are not published. For that every member has to agree, and there have to be figures. Where somebody has left, publication waits until the figures are renewed.",
  toPublished: "To the open data",

  asks: "Should the figures of the ring be published like this?",
  askedText:
    "Your consent also covers later figures. You can withdraw it at any time; the figures then disappear here at once. What others have downloaded before stays with them. Your place in the ring does not depend on it.",
  agree: "Agree",
  agreed: "You agree to publication.",
  withdraw: "Withdraw consent",
  changed: "The proposal has changed in the meantime. Please read it again.",
};
