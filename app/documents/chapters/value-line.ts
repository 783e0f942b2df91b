import { afterValue } from "../../views/overview";
import { paragraph, strong } from "../blocks";
import type { Block } from "../document";
import type { DocumentInput } from "../material";

/** The one value, and what it may be at most. */
export const valueLine = ({ overview: { value } }: DocumentInput["view"]): Block =>
  paragraph([strong(value.text), ...(value.range ? [{ text: afterValue(value) }] : [])]);
