import { documentKinds, type DocumentKind } from "../../documents/document-options";
import { papersFor } from "../../documents/papers/paper";
import { DownloadMenu } from "../report/download-menu";
import type { Example } from "./example";

type Usual = Record<DocumentKind, { bytes: number; milliseconds: number }>;
const usual = Object.fromEntries(documentKinds.map((kind) => [kind, { bytes: 1_900_000, milliseconds: 2_000 }])) as Usual;

export const download: Example[] = [
  {
    name: "every kind of file",
    holds: "Each kind says how large it is and how long it takes; what happens after pressing is told where focus stays.",
    show: () => (
      <DownloadMenu
        assessmentId="none"
        kept={[["weight-strategy", "3"]]}
        usual={usual}
        papers={papersFor("municipality")}
        looks={[{ id: "mappe", name: "Kreis Beispiel 2027" }]}
      />
    ),
  },
];
