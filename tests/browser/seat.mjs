// A person without a browser: signs in by a printed link, asks for pages, finds the forms of a page and sends them, as chromium would.
import { execFileSync, spawn } from "node:child_process";
import { createHmac, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "parse5";
import { BASE, BIN, DIR, P } from "./lib.mjs";

export function elements(node, list = []) {
  if (node.tagName) list.push(node);
  for (const child of node.childNodes ?? []) elements(child, list);
  return list;
}
export const text = (node) => (node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(text).join(""));
export const attributes = (node) => Object.fromEntries(node.attrs.map((one) => [one.name, one.value]));

const cookieOf = (head, name) => head.getSetCookie().find((line) => line.startsWith(name))?.split(";")[0];

// All rows of the route table, and the row that an address belongs to: one with fewer parameters wins.
export const routes = execFileSync(BIN, ["routes", "--json"], { encoding: "utf8" }).trim().split("\n").map((line) => JSON.parse(line));
const patterns = routes.map((row) => ({ row, parameters: row.path.split(":").length, is_like: new RegExp(`^${row.path.replace(/:\w+/g, "[^/]+").replace(/\./g, "\\.")}$`) }));
export function routeOf(method, path) {
  const fitting = patterns.filter((one) => one.row.method === method && one.is_like.test(path));
  return fitting.sort((a, b) => a.parameters - b.parameters)[0]?.row;
}

// Packed answers are the browser's to judge; here they would only be packed and unpacked, thousands of times.
export const unpacked = { "accept-encoding": "identity" };

export class Seat {
  constructor(who, cookie, base = BASE) { Object.assign(this, { who, cookie, base }); }

  async get(path) {
    const answer = await fetch(this.base + path, { headers: { ...unpacked, cookie: this.cookie }, redirect: "manual" });
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  }

  // "Busy" says that nothing was done and when to come back (a command holds the database): then the same form is sent once more.
  async post(path, pairs, tries = 3) {
    const answer = await fetch(this.base + path, { method: "POST", body: new URLSearchParams(pairs), redirect: "manual",
      headers: { ...unpacked, cookie: this.cookie, "sec-fetch-site": "same-origin" } });
    if (answer.status === 503 && tries > 0) {
      await answer.text();
      await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers.get("retry-after") ?? 1)));
      return this.post(path, pairs, tries - 1);
    }
    const bytes = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, headers: answer.headers, bytes, body: new TextDecoder().decode(bytes) };
  }
}

// Somebody who is not signed in, with the cookie that a visitor's forms go by.
export async function stranger(path = "/login", base = BASE) {
  const answer = await fetch(base + path);
  await answer.text();
  return new Seat("signed-out", cookieOf(answer.headers, "__Host-visitor=") ?? "", base);
}

export async function seat(email, who = email.split("@")[0], { base = BASE, dir = DIR } = {}) {
  const link = execFileSync(BIN, ["login-link", "--dir", dir, "--base-url", base, email], { encoding: "utf8" }).trim().replace(base, "");
  const visitor = await stranger(link, base);
  const [form] = formsOf((await visitor.get(link)).body);
  const answer = await visitor.post("/login/link", pairsOf(form));
  return new Seat(who, cookieOf(answer.headers, "__Host-session="), base);
}

const lists = { input: (at) => at.value ?? "", textarea: null, select: null };

function controlOf(node) {
  const at = attributes(node);
  const type = node.tagName === "input" ? (at.type ?? "text") : node.tagName;
  if (!at.name || ["submit", "button", "reset", "file"].includes(type)) return null;
  if (type === "textarea") return { name: at.name, type, value: text(node).replace(/^\n/, "") };
  if (type !== "select") return { name: at.name, type, value: lists.input(at), is_chosen: !["radio", "checkbox"].includes(type) || "checked" in at };
  const options = elements(node).filter((one) => one.tagName === "option").map((one) => ({ value: attributes(one).value ?? text(one), is_chosen: "selected" in attributes(one) }));
  return { name: at.name, type, value: (options.find((one) => one.is_chosen) ?? options[0])?.value ?? "" };
}

// Every form of a page (its text, or the tree of it): method, action, controls; those that stand outside and belong to it by its id, too.
export function formsOf(page) {
  const nodes = elements(typeof page === "string" ? parse(page) : page);
  const forms = new Map();
  for (const node of nodes.filter((one) => one.tagName === "form"))
    forms.set(node, { id: attributes(node).id, method: (attributes(node).method ?? "get").toUpperCase(), action: attributes(node).action ?? "", controls: [] });
  const holder = (node) => {
    const named = attributes(node).form;
    if (named) return [...forms.values()].find((one) => one.id === named);
    let up = node.parentNode;
    while (up && up.tagName !== "form") up = up.parentNode;
    return forms.get(up);
  };
  for (const node of nodes.filter((one) => ["input", "textarea", "select"].includes(one.tagName))) {
    const control = controlOf(node);
    if (control) holder(node)?.controls.push(control);
  }
  return [...forms.values()];
}

// What a browser sends of it: each control as it stands, the first of a group of radios if none is chosen; `over` replaces by name.
export function pairsOf(form, over = {}) {
  const pairs = [];
  const radios = new Set(form.controls.filter((one) => one.type === "radio" && one.is_chosen).map((one) => one.name));
  for (const one of form.controls) {
    if (one.name === "key") pairs.push(["key", randomBytes(16).toString("hex")]);
    else if (one.name in over) { if (!pairs.some(([name]) => name === one.name)) pairs.push([one.name, over[one.name]]); }
    else if (one.type === "radio" && !one.is_chosen && !radios.has(one.name)) { radios.add(one.name); pairs.push([one.name, one.value]); }
    else if (one.is_chosen !== false) pairs.push([one.name, one.value]);
  }
  return pairs;
}

// Each GET route as addresses: `ids` gives the values of its parameters.
export function addresses(row, ids) {
  const path = row.path.replace("/p/:p", P).replace("/programmes/:p", "/programmes/operation-code");
  const name = path.match(/:(\w+)/)?.[1];
  if (!name) return [path];
  const kind = name === "id" ? (path.includes("/people/") ? "person" : path.includes("/kept/") ? "kept" : "request") : name;
  return (ids[kind] ?? []).map((id) => path.replace(`:${name}`, id));
}

// What an authenticator app shows at this moment for a key in base 32 (RFC 6238).
export function codeOf(key, at = Date.now()) {
  const bits = [...key.replace(/[\s=]/g, "").toUpperCase()].map((sign) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign).toString(2).padStart(5, "0")).join("");
  const bytes = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)));
  const mac = createHmac("sha1", bytes).update(count).digest();
  return String((mac.readUInt32BE(mac.at(-1) & 15) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

// Sets up a second factor for somebody who has just signed in; returns the key.
export async function takeFactor(one) {
  const path = "/me/security/factor";
  const begin = formsOf((await one.get(path)).body).find((form) => form.action === `${path}/start`);
  await one.post(begin.action, pairsOf(begin));
  const html = (await one.get(path)).body;
  const key = html.match(/<code>([A-Z2-7 ]+)<\/code>/)[1];
  const confirm = formsOf(html).find((form) => form.action === path);
  const answer = await one.post(path, pairsOf(confirm, { code: codeOf(key) }));
  if (answer.status >= 400) throw new Error(`the second factor of ${one.who} is refused: ${answer.status}`);
  return key;
}

// A server of its own that nobody has set up yet: where it is, its link for the set-up, and its end.
export async function freshServer(...settings) {
  const dir = mkdtempSync(join(tmpdir(), "mentord-fresh."));
  const server = spawn(BIN, ["serve", "--dir", dir, "--listen", "127.0.0.1:0", ...settings], { stdio: ["ignore", "pipe", "pipe"] });
  const base = await new Promise((found, gone) => {
    let said = "";
    server.on("exit", () => gone(new Error(`no server: ${said}`)));
    for (const stream of [server.stdout, server.stderr])
      stream.on("data", (data) => { said += data; const at = said.match(/http:\/\/127\.0\.0\.1:\d+/); if (at) found(at[0]); });
  });
  const setup = execFileSync(BIN, ["setup-link", "--dir", dir, "--base-url", base], { encoding: "utf8" }).match(/http\S+/)[0].replace(base, "");
  const end = () => { server.kill(); rmSync(dir, { recursive: true, force: true }); };
  process.on("exit", () => server.kill());
  return { dir, base, setup, end };
}
