import type { Land } from "../vocabulary";
import type { Organisation } from "./assessment";

/** Länder in which small municipalities are administered by an Amt, a Verbandsgemeinde or the like. */
const sharing: readonly Land[] = ["BW", "BY", "BB", "MV", "NI", "RP", "SN", "ST", "SH", "TH"];

/** Whether others may do the work of this municipality; who is named as one of those, or as a town, does its own. */
export const mayShareOffices = ({ name = "", land, sizeClass }: Organisation): boolean =>
  sizeClass === "inhabitants-under-20000" &&
  sharing.some((one) => one === land) &&
  !/^(amt|\p{L}*stadt|verbandsgemeinde|samtgemeinde|verwaltungsgemeinschaft|verwaltungsverband)\s/iu.test(name.trim());
