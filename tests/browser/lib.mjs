// What all browser tests share: one browser, sign-in by printed links, a count of what passed, a watch over each page.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

export const { URL: BASE, BIN, DIR } = process.env;
export const P = "/p/operation-code";
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

let passed = 0;
let failed = 0;

// One test. A failure is printed and counted; the others still run.
export async function test(title, body) {
  try {
    await body();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED ${title}\n    ${String(error.message ?? error).replaceAll("\n", "\n    ")}`);
  }
}

export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

export function expect(is_so, words) {
  if (!is_so) throw new Error(words);
}

// Debian's chromium: without its windows, which costs a third; with them for the full look, as people have it.
const programs = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
const program = process.env.CHROMIUM ?? (process.env.FULL ? programs.reverse() : programs).find((one) => existsSync(one));

export function launch() {
  return chromium.launch({ executablePath: program, args: flags });
}

// The person's cookies, as a storage state: links work once, so each person signs in once and contexts share it.
const states = new Map();
export async function signedIn(browser, who) {
  if (!who) return undefined;
  if (!states.has(who)) {
    const link = execFileSync(BIN, ["login-link", "--dir", DIR, "--base-url", BASE, who.includes("@") ? who : `${who}@demo.example`], { encoding: "utf8" }).trim();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(link);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL((url) => url.pathname !== "/login/link");
    states.set(who, await context.storageState());
    await context.close();
  }
  return states.get(who);
}

// A context of its own for one person; options as playwright's newContext().
export async function visitor(browser, who, options = {}) {
  const context = await browser.newContext({ baseURL: BASE, storageState: await signedIn(browser, who), reducedMotion: "reduce", ...options });
  context.setDefaultTimeout(8000);
  // What the policy of a page blocks, said where watch() hears it, even if the browser's own line should change.
  await context.addInitScript(() => addEventListener("securitypolicyviolation", (event) => console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`)));
  return context;
}

// Collects what a page must not do: script errors, CSP reports, failed loads, dialogs. The browser's own line for a page
// that is meant to be a 4xx is expected, and so is its word that a test left a page before the picture of it had faded.
export function watch(page, faults) {
  page.on("pageerror", (error) => { if (!/^Transition was (aborted|skipped)/.test(error.message)) faults.push(`page error: ${error.message}`); });
  page.on("dialog", (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("console", (line) => {
    if (line.type() !== "error" && !/content security policy/i.test(line.text())) return;
    if (/status of 4\d\d/.test(line.text()) && line.location().url.split("#")[0] === page.url().split("#")[0]) return;
    faults.push(`console: ${line.text()}`);
  });
}
