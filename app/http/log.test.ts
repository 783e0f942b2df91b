import { EventEmitter } from "node:events";
import { Writable } from "node:stream";
import type { Request, Response } from "express";
import pino from "pino";
import { expect, it } from "vitest";
import { logRequests, openLog, shapeOf } from "./log";

const id = "Xy0-_456789012345678ab";
const key = "K".repeat(43);

it.each([
  ["/", "/"],
  ["/en/start", "/en/start"],
  ["/regions/ruhr", "/regions/ruhr"],
  [`/assessments/${id}`, "/assessments/:id"],
  [`/en/assessments/${id}/data-protection`, "/en/assessments/:id/data-protection"],
  [`/assessments/${id}/answers.data`, "/assessments/:id/answers.data"],
  ["/assessments/short/report", "/assessments/:id/report"],
  ["/en/w/bcdf-gh23", "/en/w/:id"],
  [`/workshops/${id}/events`, "/workshops/:id/events"],
  [`/participants/${id}`, "/participants/:id"],
  [`/ASSESSMENTS/${id}`, "/ASSESSMENTS/:id"],
  [`/open/${key}`, "/open/:id"],
  [`/en/open/${key.slice(0, 20)}%41${key.slice(21)}`, "/en/open/:id"],
  [`/oepn/${key}`, "/oepn/:random"],
  [`//open//${key}`, "//open//:random"],
  [`/open%2F${key}`, "/open%:random"],
])("the shape of %s is %s", (path, shape) => {
  expect(shapeOf(path)).toBe(shape);
});

it("is short, however long the path", () => {
  expect(shapeOf("/a".repeat(5000))).toHaveLength(120);
});

it("writes one line a request, with nothing in it that speaks of a person", () => {
  const lines: string[] = [];
  const log = pino({ base: undefined }, new Writable({ write: (line: Buffer, _encoding, done) => (lines.push(String(line)), done()) }));
  const request = {
    method: "POST",
    path: `/assessments/${id}/answers`,
    originalUrl: `/assessments/${id}/answers?name=Mustermann`,
    ip: "203.0.113.9",
    headers: { cookie: `ki-pegel-${id}=${key}`, "user-agent": "Firefox" },
  };
  const response = Object.assign(new EventEmitter(), { statusCode: 409 });
  let passedOn = false;
  logRequests(log)(request as unknown as Request, response as unknown as Response, () => (passedOn = true));
  expect(passedOn).toBe(true);
  expect(lines).toEqual([]);

  response.emit("finish");
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    {
      level: 30,
      time: expect.any(Number),
      method: "POST",
      path: "/assessments/:id/answers",
      status: 409,
      milliseconds: expect.any(Number),
      msg: "request",
    },
  ]);
});

it("opens at the level it is told", () => {
  expect(openLog("warn").isLevelEnabled("info")).toBe(false);
  expect(openLog("warn").isLevelEnabled("error")).toBe(true);
});
