import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { keepMarkup } from "./kept-markup";

const words = { title: "Was & wie" };
const List = ({ chosen }: { chosen: string }) => (
  <>
    {["a", "b"].map((one) => (
      <label key={one}>
        <input type="radio" name="x" value={one} defaultChecked={chosen === one} /> {words.title} <b>{one}</b> {1} {2}
      </label>
    ))}
  </>
);

it("what is kept is byte for byte what React writes in its place", () => {
  const kept = keepMarkup<typeof words>();
  for (const chosen of ["", "a", "b", "a"])
    expect(
      renderToString(
        <div
          className="list"
          dangerouslySetInnerHTML={kept(words, chosen, () => (
            <List chosen={chosen} />
          ))}
        />,
      ),
    ).toBe(
      renderToString(
        <div className="list">
          <List chosen={chosen} />
        </div>,
      ),
    );
});

it("it is written once for each of what it is about, and each variant", () => {
  const kept = keepMarkup<object>();
  let written = 0;
  const write = () => {
    written += 1;
    return <i>{written}</i>;
  };
  const [one, other] = [{}, {}];
  const all = [kept(one, "", write), kept(one, "", write), kept(one, "x", write), kept(other, "", write)];
  expect(all.map(({ __html }) => __html)).toEqual(["<i>1</i>", "<i>1</i>", "<i>2</i>", "<i>3</i>"]);
});
