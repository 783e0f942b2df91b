import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { systemProgram } from "../../tools/system-programs.js";

/** Puts one text in the place of another. @throws where that is not there, so that no test goes past the delivered file. */
function replace(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`deploy/nginx has no "${from}" any more.`);
  return text.replaceAll(from, to);
}

/**
 * Starts nginx with the configuration that is delivered (`deploy/nginx`); only ports and the folder of its passing files are others.
 * @param folder where it keeps everything, with a certificate of its own for localhost.
 * @param ports of it over TLS and without, and of the processes behind it.
 * @throws where there is no nginx, saying what to install.
 */
export async function startNginx(folder: string, ports: { tls: number; plain: number; processes: [number, number] }) {
  const program = systemProgram("proxy");
  // Its processes run as somebody else where it is started as root.
  chmodSync(folder, 0o711);
  const own = join(folder, "nginx");
  mkdirSync(join(own, "tls"), { recursive: true });
  const [key, certificate] = ["privkey.pem", "fullchain.pem"].map((name) => join(own, "tls", name)) as [string, string];
  const wish = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2", "-subj", "/CN=localhost"];
  const files = ["-keyout", key, "-out", certificate, "-addext", "subjectAltName=DNS:localhost"];
  await promisify(execFile)("openssl", ["req", ...wish, ...files]);

  let main = readFileSync("deploy/nginx/nginx.conf", "utf8");
  main = replace(main, "listen 80 default_server", `listen 127.0.0.1:${ports.plain} default_server`);
  main = replace(main, "listen 443 ssl", `listen 127.0.0.1:${ports.tls} ssl`);
  main = replace(main, "/tmp/nginx", join(own, "nginx"));
  let upstream = readFileSync("deploy/nginx/upstream-systemd.conf", "utf8");
  upstream = replace(upstream, ":3001 ", `:${ports.processes[0]} `);
  upstream = replace(upstream, ":3002 ", `:${ports.processes[1]} `);
  writeFileSync(join(own, "nginx.conf"), main);
  writeFileSync(join(own, "upstream.conf"), upstream);

  const where = ["-p", own, "-c", join(own, "nginx.conf"), "-e", "stderr"];
  await promisify(execFile)(program, [...where, "-t", "-q"]);
  const child = spawn(program, [...where, "-g", "daemon off;"], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const channel of [child.stdout, child.stderr]) channel.setEncoding("utf8").on("data", (text: string) => (said += text));
  const ended = once(child, "exit");
  await listening(
    ports.tls,
    () => child.exitCode !== null,
    () => said,
  );
  return {
    certificate: readFileSync(certificate, "utf8"),
    /** All that it has written so far. */
    said: () => said,
    async stop() {
      child.kill("SIGQUIT");
      await ended;
    },
  };
}

async function listening(port: number, hasEnded: () => boolean, said: () => string): Promise<void> {
  for (let tries = 0; tries < 100 && !hasEnded(); tries += 1) {
    const socket = connect(port, "127.0.0.1");
    const isOpen = await once(socket, "connect").then(
      () => true,
      () => false,
    );
    socket.destroy();
    if (isOpen) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nginx does not listen:\n${said()}`);
}
