// Lighthouse over the pages that people use most, on a phone and on a desk: the budgets of the pages, measured.
// BASE: the demo's address; BIN, DIR: to print sign-in links. RUNS: measured runs a page (5), after one that is thrown away. ONLY=welcome,queue: these alone.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { BASE, BIN, DIR } = process.env;
const RUNS = Number(process.env.RUNS ?? 5);
const work = mkdtempSync(join(tmpdir(), "mentord-lighthouse."));
const tool = new URL("node_modules/lighthouse/cli/index.js", import.meta.url).pathname;

// [name, path, who]; nobody is signed in on the first, the only one that search engines may see.
const pages = [
  ["welcome", "/", null],
  ["queue", "/p/operation-code/requests?show=all", "mentor1"],
  ["wizard", "/p/operation-code/requests/new/details", "mentee1"],
  ["dashboard", "/p/operation-code/coordinate", "coordinator"],
  ["table", "/p/operation-code/coordinate/requests", "coordinator"],
  ["profile", "/me", "mentor1"],
];
// Of 100; LCP and TBT in ms. Desktop has no budget of its own for times.
const budgets = {
  mobile: { performance: 95, accessibility: 100, "best-practices": 100, seo: 95, lcp: 1500, cls: 0.02, tbt: 100 },
  desktop: { performance: 100, accessibility: 100, "best-practices": 100 },
};

const cookieOf = (head, name) => head.getSetCookie().find((line) => line.startsWith(name))?.split(";")[0];

async function signIn(who) {
  const link = execFileSync(BIN, ["login-link", "--dir", DIR, "--base-url", BASE, `${who}@demo.example`], { encoding: "utf8" }).trim();
  const page = await fetch(link);
  const visitor = cookieOf(page.headers, "__Host-visitor=");
  const html = await page.text();
  const field = (name) => html.match(new RegExp(`name="${name}" value="([^"]*)"`))[1];
  const body = new URLSearchParams({ csrf: field("csrf"), key: field("key"), token: field("token") });
  const answer = await fetch(`${BASE}/login/link`, { method: "POST", body, redirect: "manual",
    headers: { cookie: visitor, "sec-fetch-site": "same-origin" } });
  return cookieOf(answer.headers, "__Host-session=");
}

function run(path, cookie, preset) {
  const out = join(work, "report.json");
  const headers = join(work, "headers.json");
  writeFileSync(headers, JSON.stringify(cookie ? { Cookie: cookie } : {}));
  execFileSync(process.execPath, [tool, BASE + path, "--quiet", "--output=json", `--output-path=${out}`, `--extra-headers=${headers}`,
    ...(preset === "desktop" ? ["--preset=desktop"] : []), "--chrome-flags=--headless=new --no-sandbox --disable-gpu"],
    { env: { ...process.env, CHROME_PATH: process.env.CHROMIUM ?? "/usr/bin/chromium" }, stdio: ["ignore", "ignore", "pipe"] });
  const report = JSON.parse(readFileSync(out, "utf8"));
  const score = (name) => Math.round((report.categories[name]?.score ?? 0) * 100);
  const number = (name) => report.audits[name]?.numericValue ?? 0;
  return {
    performance: score("performance"), accessibility: score("accessibility"), "best-practices": score("best-practices"), seo: score("seo"),
    lcp: Math.round(number("largest-contentful-paint")), cls: Number(number("cumulative-layout-shift").toFixed(3)),
    tbt: Math.round(number("total-blocking-time")), report,
  };
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

let passed = 0;
let failed = 0;
function judge(name, preset, figures, isPublic) {
  for (const [what, most] of Object.entries(budgets[preset])) {
    if (what === "seo" && !isPublic) continue;
    const isTime = ["lcp", "cls", "tbt"].includes(what);
    const isFine = isTime ? figures[what] <= most : figures[what] >= most;
    passed += isFine ? 1 : 0;
    failed += isFine ? 0 : 1;
    if (!isFine) console.log(`NOT: ${name} ${preset}: ${what} is ${figures[what]}, budget ${most}`);
  }
}

// What cost points in the last run, so that a miss explains itself.
function complain(report) {
  for (const audit of Object.values(report.audits))
    if (audit.score !== null && audit.score < 0.9 && audit.scoreDisplayMode !== "informative")
      console.log(`     ${audit.id}: ${audit.displayValue ?? audit.title}`);
}

// All sign in first: a line kept open over minutes of measuring is closed by the server.
const cookies = new Map();
for (const [, , who] of pages) if (who && !cookies.has(who)) cookies.set(who, await signIn(who));
const wanted = pages.filter(([name]) => !process.env.ONLY || process.env.ONLY.split(",").includes(name));

for (const [name, path, who] of wanted) {
  const cookie = cookies.get(who) ?? null;
  for (const preset of ["mobile", "desktop"]) {
    const runs = [];
    for (let tries = 0; runs.length < RUNS && tries < RUNS + 4; tries++) {
      try {
        const one = run(path, cookie, preset);
        if (tries > 0) runs.push(one);    // the first one after a start is noise
      } catch (error) {
        if (!/NO_NAVSTART|NO_FCP|PROTOCOL_TIMEOUT/.test(String(error.stderr))) throw error;    // the browser's trace, not the page
      }
    }
    if (runs.length < RUNS) throw new Error(`${name} ${preset}: the browser gave no trace`);
    const figures = Object.fromEntries(["performance", "accessibility", "best-practices", "seo", "lcp", "cls", "tbt"]
      .map((what) => [what, median(runs.map((one) => one[what]))]));
    console.log(`${name} ${preset}: ${Object.entries(figures).map(([what, value]) => `${what} ${value}`).join(", ")}`);
    const before = failed;
    judge(name, preset, figures, !who);
    if (failed > before) complain(runs.at(-1).report);
  }
}
rmSync(work, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;
