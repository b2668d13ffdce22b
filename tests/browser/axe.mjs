// F194 every page for every role, light and dark, at three widths: axe finds nothing, nothing scrolls sideways, and the browser
// has nothing to complain about. Saves the HTML of each page to PAGES for markup.mjs. ONLY=mentor restricts to one role.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { P, expect, finish, launch, test, visitor, watch } from "./lib.mjs";

// The engine of @axe-core/playwright, put into a page once: its builder puts it there again for each of the six looks.
const require = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const engine = `${readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")};0`;
// Two looks that differ in everything: a wide light page and a narrow dark one, all rules in both. The stylesheet has one break, at 760 px, and
// dark changes colours alone. FULL=1 (make check-all) looks at all six.
const looks = process.env.FULL
  ? [1280, 390, 320].flatMap((width) => ["light", "dark"].map((theme) => ({ width, theme, ask: {} })))
  : [{ width: 1280, theme: "light", ask: {} }, { width: 320, theme: "dark", ask: {} }];
const steps = ["service", "skills", "details", "when", "about-you", "check"].map((step) => `${P}/requests/new/${step}`);
const own = ["/", "/login", "/me", "/me/security", "/me/security/factor", "/me/tokens", "/api", "/docs/accessibility", "/no/such/page"];
const member = [P, `${P}/conduct`, `${P}/history`, `${P}/apply/mentor`, ...steps];
const desk = [`${P}/sheet`, `${P}/requests`, `${P}/requests?show=all`, `${P}/requests?q=nothing-has-this`];
const oversight = [`${P}/coordinate`, `${P}/coordinate/requests/new`, `${P}/coordinate/requests`, `${P}/coordinate/requests?state=running`, `${P}/coordinate/people`,
  `${P}/coordinate/people?tab=mentors`, `${P}/coordinate/people?tab=members`, `${P}/coordinate/services`, `${P}/coordinate/skills`, `${P}/coordinate/settings`, `${P}/coordinate/stand-in`];

// Who looks, at which pages, and where further pages are found: links that match, so many of each list.
const roles = [
  { name: "signed-out", pages: ["/", "/login", "/login/link?token=none", "/docs/accessibility", "/me", `${P}/requests`, "/no/such/page"] },
  { name: "mentee", who: "mentee1", pages: [...own, ...member, `${P}/coordinate/people`],
    find: [[P, "documents/", 2], [`${P}/history`, "requests/0", 3]] },
  { name: "mentor", who: "mentor1", pages: [...own, ...member, ...desk, `${P}/requests?tab=mine`, `${P}/mentor`],
    find: [[`${P}/requests?show=all`, "requests/0", 1], [`${P}/requests?tab=mine`, "requests/0", 2]] },
  { name: "coordinator", who: "coordinator", pages: [...own, ...member, ...desk, ...oversight],
    find: [[`${P}/coordinate/requests?state=waiting`, "requests/0", 1], [`${P}/coordinate/requests?state=running`, "requests/0", 1],
      [`${P}/coordinate/requests?state=closed`, "requests/0", 1], [`${P}/coordinate/people?tab=mentors`, "/people/0", 1],
      [`${P}/coordinate/people?tab=members`, "roles=", 1], [`${P}/coordinate/people?tab=pending`, "decline=", 1],
      [`${P}/coordinate/requests`, "/history", 1]] },
  { name: "admin", who: "admin", pages: [...own, "/admin/backups", "/admin/factors", P, `${P}/requests`, `${P}/coordinate/requests`, `${P}/coordinate/people`] },
];

async function pagesOf(role, page) {
  const pages = [...role.pages];
  for (const [path, mark, most] of role.find ?? []) {
    await page.goto(path);
    const links = await page.locator("main a").evaluateAll((list) => list.map((link) => link.getAttribute("href")));
    pages.push(...[...new Set(links)].filter((link) => link.includes(mark) && !link.includes("/requests/new")).slice(0, most));
  }
  return [...new Set(pages)];
}

// What does not fit, so that a failure names the element.
const sideways = () => {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= window.innerWidth) return "";
  const wide = [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > width + 1);
  const last = wide.at(-1);
  return `${document.documentElement.scrollWidth} px wide: ${last ? last.outerHTML.slice(0, 120) : "?"}`;
};

function told(violations) {
  return violations.map((one) => `${one.id}: ${one.help}\n  ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join("\n  ")}`).join("\n");
}

// Ids that occur twice break labels and descriptions, and axe sees only some of them.
const doubled = () => {
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].join(" ");
};

const analyze = async (ask) => (await axe.run({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } }, ...ask })).violations;

// As tall as the page: what merely has to be scrolled from under the bar at the foot is no target too small. Rows that were never on the screen
// have a guessed height (content-visibility), so the page may grow as they come into sight: until it fits.
async function stretch(page, width) {
  await page.setViewportSize({ width, height: 800 });
  for (let tries = 0; tries < 20; tries += 1) {
    const missing = await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(
      () => done(document.documentElement.scrollHeight + 100 - window.innerHeight)))));
    if (missing <= 0 || missing === 100) return;
    await page.setViewportSize({ width, height: page.viewportSize().height + missing });
  }
}

let saved = 0;

async function look(role, page, path, faults) {
  faults.length = 0;
  const answer = await page.goto(path);
  const name = path.replace(P, "").replace(/0[a-z0-9]{12}/g, "ID") || "/p";
  saved += 1;
  writeFileSync(`${process.env.PAGES}/${`${role.name} ${name} ${saved}`.replace(/[^a-z0-9]+/gi, "-")}.html`, await answer.text());
  await test(`F194 ${role.name} ${name}: no id twice`, async () => {
    const ids = await page.evaluate(doubled);
    expect(!ids, `${path}: ids that occur twice: ${ids}`);
  });
  await page.evaluate(engine);
  for (const { width, theme, ask } of looks) {
    await page.emulateMedia({ colorScheme: theme });
    await stretch(page, width);
    await test(`F194 ${role.name} ${name} at ${width}, ${theme}`, async () => {
      const violations = await page.evaluate(analyze, ask);
      expect(violations.length === 0, `${path}\n${told(violations)}`);
      const wide = await page.evaluate(sideways);
      expect(!wide, `${path} scrolls sideways: ${wide}`);
    });
  }
  await test(`F194 ${role.name} ${name}: the browser has no complaint`, async () => expect(faults.length === 0, `${path}\n${faults.join("\n")}`));
}

async function walk(browser, role) {
  const context = await visitor(browser, role.who, { reducedMotion: "reduce" });
  const page = await context.newPage();
  const faults = [];
  watch(page, faults);
  for (const path of await pagesOf(role, page)) await look(role, page, path, faults);
  await context.close();
}

mkdirSync(process.env.PAGES, { recursive: true });
const browser = await launch();
const queue = roles.filter((role) => !process.env.ONLY || role.name === process.env.ONLY);
const worker = async () => { for (let role = queue.pop(); role; role = queue.pop()) await walk(browser, role); };
await Promise.all([worker(), worker(), worker()]);
await browser.close();
finish();
