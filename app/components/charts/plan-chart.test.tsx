import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { pagePalette } from "./palette";
import { PlanChart } from "./plan-chart";
import { QuartilePanels } from "./quartile-panels";

const textOf = (markup: string) => markup.replace(/<[^>]+>/g, "");

it("labels in several parts read as one text, for whoever copies or hears them", () => {
  const rows = [{ id: "one", title: "Check every AI application for data protection before it starts", start: 0, quarters: 2 }];
  const plan = <PlanChart label="" rows={rows} quarterNames={["Q1", "Q2"]} palette={pagePalette} />;
  expect(textOf(renderToStaticMarkup(plan))).toContain("1 Check every AI application for data protection before it starts");
  const panels = [{ name: "Skills", median: 15, lower: null, upper: null, stage: "Stage 1" }];
  expect(textOf(renderToStaticMarkup(<QuartilePanels panels={panels} label="" palette={pagePalette} />))).toContain("15 Stage 1");
});
