import express, { type Request, type Response } from "express";
import { bodyFault, bodyLimit } from "../security";
import type { Body } from "./operation";
import { ApiProblem } from "./problem";

const readBytes = express.raw({ type: () => true, limit: bodyLimit, inflate: false });

/** @throws Problem where the body is not JSON, too large, or says it is something else. */
export async function readBody(request: Request, response: Response): Promise<Body> {
  if (!/^application\/json\s*(;|$)/i.test(request.get("content-type") ?? "") || request.get("content-encoding") !== undefined)
    throw new ApiProblem("unsupported-media-type", [], { Accept: "application/json" });
  const fault = bodyFault(request);
  if (fault) throw new ApiProblem(fault === 411 ? "length-required" : "too-large");
  await new Promise<void>((resolve, reject) => {
    readBytes(request, response, (error?: Error) => (error ? reject(error) : resolve()));
  });
  const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  try {
    return { bytes, value: JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) };
  } catch {
    throw new ApiProblem("malformed-json");
  }
}
