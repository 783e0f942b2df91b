import type { z } from "zod";
import { faultsOf, type Body } from "./operation";
import { ApiProblem } from "./problem";

/** The body of a request as a schema has it. @throws Problem with every fault. */
export function readAs<Schema extends z.ZodType>(schema: Schema, { value }: Body): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new ApiProblem("invalid-input", result.error.issues.flatMap(faultsOf));
}
