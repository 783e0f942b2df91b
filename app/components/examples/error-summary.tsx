import { ErrorSummary, TextInput } from "../../forms/field";
import type { Example } from "./example";

export const errorSummary: Example[] = [
  {
    name: "two fields to mend",
    holds: "It takes focus when the page has loaded, is read out at once, and each entry leads to its field.",
    show: ({ messages: { start, errors } }) => (
      <>
        <ErrorSummary errors={["first", "second"].map((name) => ({ name, text: `${start.name}: ${errors.badRequest}` }))} />
        {["first", "second"].map((name) => (
          <TextInput key={name} name={name} label={`${start.name} (${name})`} error={errors.badRequest} value="" />
        ))}
      </>
    ),
  },
];
