// Servers that take mail and do one thing wrong, and the driver that sends it. Each server ends with the test that started it.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import net from "node:net";
import { SMTPServer } from "smtp-server";

const [, , driver, work] = process.argv;
let passed = 0;
let failed = 0;

export { work };
export const key = (name) => ({ key: readFileSync(`${work}/${name}.key`), cert: readFileSync(`${work}/${name}.pem`) });
export const trusting = `ca=${work}/ours.pem`;

export async function test(title, body) {
  try {
    await body();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${title}\n    ${String(error.stack ?? error).replaceAll("\n", "\n    ")}`);
  }
}

export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed ? 1 : 0);    // whatever a test that failed left open
}

export function is(wanted, given, about = "") {
  const [a, b] = [JSON.stringify(wanted), JSON.stringify(given)];
  if (a !== b) throw new Error(`${about} wanted ${a}, got ${b}`);
}

// What the driver prints, line by line.
export function post(...words) {
  return new Promise((resolve, reject) => {
    execFile(driver, words, { maxBuffer: 4 << 20, timeout: 60000 }, (error, out, complaints) => {
      if (error || complaints) reject(new Error(`post ${words.join(" ")}: ${error ?? ""} ${complaints}`));
      else resolve(out.split("\n").slice(0, -1));
    });
  });
}

// { verdict, status, fate, words } of the driver's only mail.
export async function verdict(...words) {
  const lines = await post(...words);
  is(1, lines.length, "answers");
  const [, said, status, fate, why] = /^\d+ (.+) \| (\d+) (\S+) \| (.*)$/.exec(lines[0]);
  return { verdict: said, status: Number(status), fate, words: why };
}

// An smtp-server of these options on a free port while body runs; what it saw: { mails, sessions, most, recipients }.
export async function smtp(options, body) {
  const seen = { mails: [], sessions: 0, open: 0, most: 0, recipients: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: options.key ? [] : ["STARTTLS"],
    allowInsecureAuth: true,
    closeTimeout: 100,
    onConnect(session, done) {
      seen.sessions += 1;
      seen.open += 1;
      seen.most = Math.max(seen.most, seen.open);
      done();
    },
    onClose() {
      seen.open -= 1;
    },
    onData(stream, session, done) {
      const parts = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", () => {
        seen.mails.push({ bytes: Buffer.concat(parts), envelope: session.envelope, secure: session.secure, user: session.user });
        done();
      });
    },
    ...options,
    onRcptTo(address, session, done) {
      seen.recipients += 1;
      if (options.onRcptTo) options.onRcptTo(address, session, done, server);
      else done();
    },
    ...(options.onData ? { onData: (stream, session, done) => options.onData(stream, session, done, server) } : {}),
  });
  server.on("error", () => {});
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    await body(server.server.address().port, seen);
  } finally {
    await new Promise((closed) => server.close(closed));
  }
  return seen;
}

// A server of our own for what smtp-server cannot do wrong: answers[i] follows the i-th thing said; seen.said has all of it.
export async function raw(answers, body) {
  const seen = { said: "" };
  const sockets = new Set();
  const server = net.createServer((socket) => {
    let next = 0;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.write(answers[next++]);
    socket.on("data", (bytes) => {
      seen.said += bytes.toString("latin1");
      if (next < answers.length) socket.write(answers[next++]);
    });
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  try {
    await body(server.address().port, seen);
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

export function hangUp(server) {
  for (const connection of server.connections) connection._socket.destroy();
}
