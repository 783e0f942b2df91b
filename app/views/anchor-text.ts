import type { Locale } from "../i18n/index";

/** What the answer at a level says where it stands alone: one that adds to the level below says that one first. */
export function anchorText(anchors: readonly string[], level: number, locale: Locale): string {
  const own = anchors[level] ?? "";
  return own.startsWith(locale.messages.report.adds) ? `${anchorText(anchors, level - 1, locale)} ${own}` : own;
}
