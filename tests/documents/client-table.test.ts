import { expect, it } from "vitest";
import { clientTableTemplate } from "../../app/jobs/client-table/client-table-template";
import { readClientTable } from "../../app/jobs/client-table/read-client-table";
import { readXlsx } from "../../app/intake/sheets/read-xlsx";
import { renderWorkbook } from "../../app/documents/sheets/render-workbook";
import { convert } from "../support/libreoffice";
import { content } from "../support/content";

/** The template with its example made a client, as a spreadsheet program would save it. */
async function filledIn() {
  const workbook = readXlsx(await clientTableTemplate(content, "sme", "de", "xlsx"));
  const texts = workbook.map(({ name, rows }) => ({ name, rows: rows.map((cells) => cells.filter((cell) => typeof cell === "string")) }));
  const [table, ...others] = texts;
  const [keys = [], titles = [], example = []] = table?.rows ?? [];
  const columns = keys.map((title) => ({ title, kind: "text" as const }));
  const sheet = { name: "Meine Kunden", record: false, columns, rows: [titles, example, ["Tischlerei Größe", ...example.slice(1)]] };
  const explanations = others.map(({ name, rows: [head = [], ...lines] }) => ({
    name,
    record: false,
    columns: head.map((title) => ({ title, kind: "text" as const })),
    rows: lines.map((line) => head.map((_title, index) => line[index] ?? "")),
  }));
  return renderWorkbook([sheet, ...explanations]);
}

it.each(["xlsx", "ods", "csv:Text - txt - csv (StarCalc):59,34,76,1"])(
  "a table that LibreOffice has saved as %s is read",
  async (format) => {
    const saved = await convert(await filledIn(), "xlsx", format);
    const { clients, faults } = readClientTable(saved, content);
    expect(faults).toEqual([]);
    expect(clients.map(({ name, key }) => [name, key])).toEqual([["Tischlerei Größe", "K-001"]]);
    expect(Object.values(clients[0]?.assessment.answers ?? {}).slice(0, 2)).toMatchObject([{ level: 3 }, { answer: "dk" }]);
  },
);
