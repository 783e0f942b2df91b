/** The id of the one form on a page that keeps what is typed. */
export const savedFormId = "form";

/** What a route with such a form exports as its `handle`, so that the header knows: what Enter in a line of text does. */
export const savesForm = { enter: "submits" } as const;
export const savesFormOnEnter = { enter: "stays" } as const;

export type FormHandle = typeof savesForm | typeof savesFormOnEnter;
export const isFormHandle = (handle: unknown): handle is FormHandle => handle === savesForm || handle === savesFormOnEnter;
