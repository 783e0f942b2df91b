import type { Theme } from "./theme";

/** A drawing comes from pages, where the name space, the typeface and the colours of charts are a matter of course. */
export function standalone(svg: string, { chart, typeface }: Theme): string {
  const root = /<svg\b[^>]*>/.exec(svg)?.[0] ?? "";
  const missing = [
    / xmlns=/.test(root) ? "" : ' xmlns="http://www.w3.org/2000/svg"',
    / font-family=/.test(root)
      ? ""
      : ` font-family="${typeface.name}, ${typeface.fallback}, ${typeface.isSerif ? "serif" : "Arial, sans-serif"}"`,
  ].join("");
  const colours: Record<string, string> = chart;
  return svg.replace("<svg", `<svg${missing}`).replace(/var\(--chart-(\w+)\)/g, (whole, name: string) => colours[name] ?? whole);
}
