/** The kinds of file that the report on all can be. */
export const membersDocumentKinds = ["pdf", "docx", "odt"] as const;
export type MembersDocumentKind = (typeof membersDocumentKinds)[number];
