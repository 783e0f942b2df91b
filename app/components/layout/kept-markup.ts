import type { ReactElement } from "react";
import { renderToString } from "react-dom/server";

/**
 * Markup of what does not depend on an assessment, written by React once and from then on taken as it is. The elements must need
 * nothing of what stands around them.
 * @returns a function that gives what goes inside an element. `of` is what the markup is about, kept as long as the program keeps
 * that, `variant` what else it depends on, of which there are few.
 */
export function keepMarkup<Of extends object>(): (of: Of, variant: string, write: () => ReactElement) => { __html: string } {
  const kept = new WeakMap<Of, Map<string, { __html: string }>>();
  return (of, variant, write) => {
    const variants = kept.get(of) ?? new Map<string, { __html: string }>();
    kept.set(of, variants);
    const markup = variants.get(variant) ?? { __html: renderToString(write()) };
    variants.set(variant, markup);
    return markup;
  };
}
