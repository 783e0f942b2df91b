import type { Logo } from "../core/assessment/author-text";
import { useLocale } from "../components/layout/locale";
import { FileField } from "./file-field";

type Props = {
  hint: string;
  /** The one that is kept, shown so that nobody has to make a document to see which it is. */
  kept: Logo | null;
};

export function LogoField({ hint, kept }: Props) {
  const { writing } = useLocale().messages;
  return (
    <FileField
      name="logo"
      label={writing.logo}
      hint={hint}
      accept="image/png,image/jpeg,image/svg+xml"
      has={kept !== null}
      // What it shows stands above it in words.
      shown={kept && <img className="kept-logo" src={`data:image/${kept.type};base64,${kept.base64}`} alt="" />}
      words={{ kept: writing.logoKept, remove: writing.logoRemove, other: writing.otherLogo, yours: writing.yourLogo }}
    />
  );
}
