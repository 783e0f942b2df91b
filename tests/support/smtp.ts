import { createServer, type AddressInfo, type Socket } from "node:net";

/** A mail as a server gets it: whom it is for, and its head and text, decoded. */
export type ReceivedMail = { to: string[]; head: string; text: string };

/** A mail server that speaks as much SMTP as it takes to deliver to it. @param takes whether it takes a mail to this address. */
export async function startSmtp(takes: (address: string) => boolean = () => true) {
  const mails: ReceivedMail[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let [pending, to, isData] = ["", [] as string[], false];
    const say = (line: string) => socket.write(`${line}\r\n`);
    const answer = (line: string) => {
      const address = /^RCPT TO:<([^>]*)>/i.exec(line)?.[1];
      if (/^EHLO|^HELO/i.test(line)) say("250 localhost");
      else if (address !== undefined) {
        if (takes(address)) to.push(address);
        say(takes(address) ? "250 ok" : "550 no such mailbox");
      } else if (/^DATA/i.test(line)) {
        isData = true;
        say("354 go on");
      } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
      else say("250 ok");
    };
    socket.on("error", () => undefined);
    socket.on("data", (data) => {
      pending += data.toString("latin1");
      for (;;) {
        const end = pending.indexOf(isData ? "\r\n.\r\n" : "\r\n");
        if (end < 0) return;
        const part = pending.slice(0, end);
        pending = pending.slice(end + (isData ? 5 : 2));
        if (isData) {
          mails.push({ to, ...decode(part) });
          [to, isData] = [[], false];
          say("250 taken");
        } else answer(part);
      }
    });
    say("220 localhost");
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

function decode(message: string): { head: string; text: string } {
  const [head = "", ...rest] = message.split("\r\n\r\n");
  const body = rest.join("\r\n\r\n");
  const bytes = /quoted-printable/i.test(head)
    ? Buffer.from(
        body.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_code, hex: string) => String.fromCharCode(parseInt(hex, 16))),
        "latin1",
      )
    : Buffer.from(body, /base64/i.test(head) ? "base64" : "latin1");
  return { head: head.replace(/\r\n\s+/g, " "), text: bytes.toString("utf8").replaceAll("\r\n", "\n") };
}
