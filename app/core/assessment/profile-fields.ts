import { aiUseSchema, depthSchema, type AiUse, type Depth } from "../vocabulary";
import { organisationSchema, type Organisation } from "./assessment";

/** What may be changed of who is assessed and how deep; the track stays what it is. */
export type Profile = { depth: Depth; aiUse: AiUse; organisation: Organisation };

/** Field by field, for `mergeFields`; what nobody has said is no field. */
export const profileFields = ({ depth, aiUse, organisation }: Profile): Record<string, unknown> => ({
  depth,
  ...(aiUse !== "unknown" && { aiUse }),
  ...organisation,
});

/** @throws ZodError where a field is not as the schemas have it. */
export function toProfile({ depth, aiUse, ...organisation }: Record<string, unknown>): Profile {
  return {
    depth: depthSchema.parse(depth),
    aiUse: aiUseSchema.parse(aiUse ?? "unknown"),
    organisation: organisationSchema.parse(organisation),
  };
}
