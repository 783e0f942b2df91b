import { refusal } from "../http/request";

export function loader(): never {
  throw refusal("not-found");
}
export const action = loader;

/** Never shown: the loader always refuses, and the error page explains. Without it this would be a bare file route. */
export default function NotFound() {
  return null;
}
