import { dayOf } from "../../app/core/day";

/** The day on which it is now where the application runs, as its settings are unless a test has others. Not that of UTC. */
export const today = (): string => dayOf(new Date(), "Europe/Berlin");
