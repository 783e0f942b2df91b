import { RadioGroup, Select, TextInput } from "../../forms/field";
import type { Example } from "./example";

const sizes = ["employees-1-9", "employees-10-49"] as const;

export const fields: Example[] = [
  {
    name: "text with a hint, not required",
    holds: "The hint is read out with the field; that it may stay empty is part of its label.",
    show: ({ messages: { start } }) => (
      <TextInput name="plain" label={start.name} hint={start.nameHint} optional={start.optional} value="" />
    ),
  },
  {
    name: "text with an error",
    holds: "The error is read out with the field, which is marked as invalid; it does not speak by colour alone.",
    show: ({ messages: { start, errors } }) => <TextInput name="wrong" label={start.name} error={errors.badRequest} value="x" />,
  },
  {
    name: "longer text",
    holds: "It can be enlarged, and its text is not cut off at 400 %.",
    show: ({ messages: { form } }) => <TextInput name="long" label={form.note} value={"Zeile eins\nZeile zwei"} multiline />,
  },
  {
    name: "choice from a list",
    holds: "The first entry says that nothing is chosen.",
    show: ({ messages: { names, start } }) => (
      <Select
        name="list"
        label={start.sizeSme}
        value=""
        empty="–"
        options={sizes.map((value) => ({ value, label: names.sizeClasses[value] }))}
      />
    ),
  },
  {
    name: "one of several, with an error",
    holds: "The group has a name, and a summary of errors can lead to it.",
    show: ({ messages: { names, start, errors } }) => (
      <RadioGroup
        name="one-of"
        label={start.sizeSme}
        error={errors.badRequest}
        value="employees-1-9"
        options={sizes.map((value) => ({ value, label: names.sizeClasses[value] }))}
      />
    ),
  },
];
