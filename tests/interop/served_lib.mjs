// A demo that is served, its mail server, and a browser that keeps cookies: what served_mail.mjs tells its journeys with.
import { execFileSync, spawn } from "node:child_process";
import net from "node:net";
import { SMTPServer } from "smtp-server";
import { simpleParser } from "mailparser";

const [, , mentord, work] = process.argv;
export { work };
export const sleep = (ms) => new Promise((later) => setTimeout(later, ms));
export const dir = `${work}/served`;

export function run(...words) {
  return execFileSync(mentord, [...words, "--dir", dir], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] }).trim();
}
export const sql = (text) => execFileSync("sqlite3", ["-cmd", ".timeout 10000", `${dir}/mentord.db`, text], { encoding: "utf8" }).trim();

// What the world does to mail at the moment: each a function of smtp-server, or nothing, which is a yes.
export const world = { mails: [], rcpt: null, data: null, auth: null };

const open = () => new SMTPServer({
  authOptional: true,
  allowInsecureAuth: true,
  disabledCommands: ["STARTTLS"],
  closeTimeout: 100,
  onAuth: (auth, session, done) => (world.auth ? world.auth(auth, done) : done(null, { user: auth.username })),
  onRcptTo: (address, session, done) => (world.rcpt ? world.rcpt(address, done) : done()),
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      const mail = { bytes: Buffer.concat(parts), to: session.envelope.rcptTo[0].address, from: session.envelope.mailFrom.address };
      world.mails.push(mail);
      if (world.data) world.data(mail, done, server);
      else done();
    });
  },
});
let server = null;
let smtpPort = 0;
export async function listen() {    // always on the port of the first time
  server = open();
  server.on("error", () => {});
  await new Promise((listening) => server.listen(smtpPort, "127.0.0.1", listening));
  smtpPort = server.server.address().port;
}
export const closeMail = () => new Promise((closed) => server.close(closed));

export const free = () => new Promise((found) => {
  const probe = net.createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => found(port));
  });
});

// Beside this process, which is the mail server.
export async function mailTest(to, ...words) {
  const said = spawn(mentord, ["mail", "test", "--dir", dir, "--to", to, "--base-url", "https://mentors.example", "--mail-from", "Mentors <mentors@community.example>",
    "--smtp-url", `smtp://us:secret@127.0.0.1:${smtpPort}`, ...words], { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  said.stdout.on("data", (bytes) => (out += bytes));
  said.stderr.on("data", (bytes) => (out += bytes));
  const code = await new Promise((closed) => said.on("close", closed));
  return { code, out };
}

let child = null;
export let base = "";
let printed = "";
// The demo at that moment of its clock, which only ever goes forward; a proxy with TLS is said to stand before it.
export async function serve(now, url = `smtp://us:secret@127.0.0.1:${smtpPort}`) {
  const port = await free();
  printed = "";
  child = spawn(mentord, ["demo", "--dir", dir, "--listen", `127.0.0.1:${port}`, "--base-url", "https://mentors.example", "--processes", "1", "--seed", "7", "--now", now, "--smtp-url", url,
    "--mail-from", "Mentors <mentors@community.example>"], { stdio: ["ignore", "pipe", "pipe"] });
  child.stdout.on("data", (bytes) => (printed += bytes));
  child.stderr.on("data", (bytes) => (log.text += bytes));
  for (let i = 0; i < 600 && !printed.includes("Ctrl-C"); i++) await sleep(50);
  base = `http://127.0.0.1:${port}`;
  if (!printed.includes("Ctrl-C")) throw new Error(`it does not serve: ${printed} ${log.text.slice(-2000)}`);
}
export const log = { text: "" };
export async function stop() {
  if (!child) return;
  const ended = new Promise((closed) => child.on("exit", closed));
  child.kill();
  await ended;
  child = null;
}

export async function api(token, method, path, body) {
  const response = await fetch(`${base}/api/v1${path}`, { method, headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
    body: body && JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, body: text && JSON.parse(text) };
}

// A browser: cookies, and forms that are pressed as they stand on the page.
export function browser() {
  const jar = new Map();
  const go = async (url, options = {}) => {
    const response = await fetch(new URL(url, base), { redirect: "manual", ...options,
      headers: { ...options.headers, Cookie: [...jar].map((pair) => pair.join("=")).join("; ") } });
    for (const line of response.headers.getSetCookie()) jar.set(...line.split(";")[0].split(/=(.*)/s).slice(0, 2));
    return { status: response.status, text: await response.text(), to: response.headers.get("location") };
  };
  const plain = (text) => text.replaceAll("&amp;", "&").replaceAll("&quot;", "\"").replaceAll("&#39;", "'");
  const press = (page, where, values = {}) => {
    const form = [...page.text.matchAll(/<form[^>]*action="?([^"\s>]*)"?[^>]*>(.*?)<\/form>/gs)].find((one) => plain(one[1]).startsWith(where));
    if (!form) throw new Error(`no form to ${where}: ${page.status} ${page.text.slice(0, 3000)}`);
    const given = {};
    for (const [tag] of form[2].matchAll(/<input[^>]*>/g)) {
      const name = /name="?([^"\s>]+)/.exec(tag)?.[1];
      if (name) given[name] = plain(/value="([^"]*)"/.exec(tag)?.[1] ?? /value=([^\s>]+)/.exec(tag)?.[1] ?? "");
    }
    return go(plain(form[1]), { method: "POST", headers: { "Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin" },
      body: new URLSearchParams({ ...given, ...values }).toString() });
  };
  return { go, press };
}

// The newest mail to that address whose subject holds the words, and its text what it is about, as mailparser reads it; waits for it.
export async function mailTo(address, words, about = "", seconds = 20) {
  for (let i = 0; i < seconds * 10; i++) {
    for (const mail of world.mails.filter((one) => one.to === address).reverse()) {
      const parsed = await simpleParser(mail.bytes);
      if (parsed.subject.includes(words) && parsed.text.includes(about)) return { ...parsed, raw: mail.bytes, envelope: mail };
    }
    await sleep(100);
  }
  const seen = await Promise.all(world.mails.map(async (one) => `${one.to}: ${(await simpleParser(one.bytes)).subject}`));
  throw new Error(`no mail to ${address} about "${words}" among\n${seen.join("\n")}\n${log.text.split("\n").filter((line) => /courier|warn|error/.test(line)).slice(-15).join("\n")}`);
}
// Where the button or link of these words leads, in the HTML; the text must have it too. The page may be served elsewhere by now.
export function link(mail, words) {
  const found = [...mail.html.matchAll(/<a[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].find((one) => one[2].replace(/<[^>]*>/g, "").trim() === words);
  if (!found) throw new Error(`no link "${words}" in ${mail.html}`);
  const url = found[1].replaceAll("&amp;", "&");
  if (!mail.text.includes(url)) throw new Error(`the text lacks ${url}: ${mail.text}`);
  return url.replace(/^https?:\/\/[^/]*/, "");
}
