// F194 every page for every role, light and dark, at three widths: axe finds nothing, nothing scrolls sideways or lies over another, and the browser
// has nothing to complain about. Then the states that only an act shows: refused forms, a lost claim, used links, too many tries, a server
// that is new. Saves the HTML of each page to PAGES for markup.mjs. ONLY=mentor restricts to one role, ONLY=states to those.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { BASE, BIN, DIR, P, expect, finish, launch, test, visitor, watch } from "./lib.mjs";
import { codeOf, formsOf, freshServer, pairsOf, seat, stranger } from "./seat.mjs";

// The engine of @axe-core/playwright, put into a page once: its builder puts it there again for each of the six looks.
const require = createRequire(createRequire(import.meta.url).resolve("@axe-core/playwright"));
const engine = `${readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")};0`;
// Two looks that differ in everything: a wide light page and a narrow dark one, all rules in both. The stylesheet has one break, at 760 px, and
// dark changes colours alone. FULL=1 (make check-all)
// looks at all six, and once more in colours that the reader forces; SHOTS=DIR keeps a picture of those.
const looks = process.env.FULL
  ? [...[1280, 390, 320].flatMap((width) => ["light", "dark"].map((theme) => ({ width, theme, ask: {} }))), { width: 1280, theme: "dark", forced: "active", ask: {} }]
  : [{ width: 1280, theme: "light", ask: {} }, { width: 320, theme: "dark", ask: {} }];
const steps = ["service", "skills", "details", "when", "about-you", "check"].map((step) => `${P}/requests/new/${step}`);
const own = ["/", "/report", "/login", "/me", "/me/security", "/me/security/factor", "/me/tokens", "/me/notifications", "/me/blocks", "/me/data", "/api", "/docs/accessibility", "/no/such/page"];
const member = [P, `${P}/mentors`, `${P}/mentors?who=mentees`, `${P}/mentors?skill=Python&service=code-review&language=english`, `${P}/report`, `${P}/me`, `${P}/conduct`, `${P}/questions`, `${P}/help`, `${P}/resources`, `${P}/rounds`, `${P}/leave`, `${P}/surveys`, `${P}/documents`, `${P}/documents/conduct`, `${P}/documents/conduct/changes`, `${P}/history`, `${P}/apply/mentor`, `${P}/join`, `${P}/join/mentee`, `${P}/openings`, ...steps];
const desk = [`${P}/sheet`, `${P}/requests`, `${P}/requests?show=all`, `${P}/requests?q=nothing-has-this`];
const oversight = [`${P}/coordinate`, `${P}/coordinate/requests/new`, `${P}/coordinate/requests`, `${P}/coordinate/requests?state=running`, `${P}/coordinate/people`,
  `${P}/coordinate/people?tab=mentors`, `${P}/coordinate/people?tab=members`, `${P}/coordinate/services`, `${P}/coordinate/holidays`, `${P}/coordinate/kept`, `${P}/coordinate/resources`, `${P}/coordinate/messages`, `${P}/coordinate/skills`, `${P}/coordinate/settings`, `${P}/coordinate/versions`, `${P}/coordinate/rehearse?bump=24&ask=48`, `${P}/coordinate/rehearse?bump=0`, `${P}/coordinate/front`, `${P}/coordinate/versions/1`, `${P}/coordinate/rooms`, `${P}/coordinate/stand-in`, `${P}/coordinate/responders`, `${P}/coordinate/rounds`, `${P}/coordinate/surveys`, `${P}/coordinate/focus`, `${P}/coordinate/reviewers`, `${P}/coordinate/forms`, `${P}/coordinate/forms/survey-needs`, `${P}/coordinate/forms/survey-needs/survey`, `${P}/coordinate/forms/mentee`, `${P}/coordinate/forms/mentor`, `${P}/review`,
  `${P}/coordinate/letters`, `${P}/coordinate/letters?state=given-up`, `${P}/coordinate/texts`, `${P}/coordinate/texts/L05`,
  `${P}/coordinate/documents`, `${P}/coordinate/documents/conduct`, `${P}/coordinate/documents/new`, `${P}/coordinate/documents/conduct/people`,
  // of programmes with rounds
  "/p/open-source/coordinate/rounds", "/p/open-source/review", "/p/juniordev-sg/coordinate", "/p/juniordev-sg/review?state=wait-listed", "/p/made-tech/join", "/p/open-source/coordinate/surveys"];

// Who looks, at which pages, and where further pages are found: links that match, so many of each list.
const roles = [
  { name: "signed-out", pages: ["/", "/login", "/login/sent", "/login/link?token=none", "/a/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/u/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "/docs/accessibility", "/me", `${P}/requests`, "/report", `${P}/report`, `${P}/join`, `${P}/openings`, "/report/follow", "/no/such/page"] },
  { name: "responder", who: "member10", pages: ["/", P, `${P}/safety`, `${P}/report`] },
  { name: "mentee", who: "mentee1", pages: [...own, ...member, `${P}/coordinate/people`],
    find: [[P, "documents/", 2], [`${P}/history`, "requests/0", 3]] },
  { name: "mentor", who: "mentor1", pages: [...own, ...member, ...desk, `${P}/requests?tab=mine`, `${P}/mentor`],
    find: [[`${P}/requests?show=all`, "requests/0", 1], [`${P}/requests?tab=mine`, "requests/0", 2]] },
  { name: "coordinator", who: "coordinator", pages: [...own, ...member, ...desk, ...oversight],
    find: [[`${P}/coordinate/requests?state=waiting`, "requests/0", 1], [`${P}/coordinate/requests?state=running`, "requests/0", 1],
      [`${P}/coordinate/requests?state=closed`, "requests/0", 1], [`${P}/coordinate/people?tab=mentors`, "/people/0", 1],
      [`${P}/coordinate/people?tab=members`, "roles=", 1], [`${P}/coordinate/people?tab=pending`, "decline=", 1],
      [`${P}/coordinate/requests`, "/history", 1]] },
  { name: "escalation", who: "escalation", pages: ["/", "/me", P, `${P}/coordinate`, `${P}/coordinate/requests`, `${P}/coordinate/requests?state=waiting`, `${P}/requests`, `${P}/sheet`],
    find: [[`${P}/coordinate/requests?state=waiting`, "requests/0", 2]] },
  { name: "admin", who: "admin", pages: [...own, "/admin/programmes", "/admin/backups", "/admin/jobs", "/admin/kept", "/admin/letters", "/admin/letters?state=sent", "/admin/slack", "/admin/factors", P, `${P}/requests`, `${P}/coordinate/requests`, `${P}/coordinate/people`] },
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

// Two fields or buttons of which one lies over the other.
const overlapping = () => {
  const controls = [...document.querySelectorAll("main :is(input:not([type=hidden], [type=radio], [type=checkbox]), select, textarea, button, a.btn)")]
    .map((one) => ({ one, box: one.getBoundingClientRect() })).filter(({ one, box }) => one.checkVisibility() && box.width > 2 && box.height > 2).sort((a, b) => a.box.top - b.box.top);
  for (const [i, { one, box }] of controls.entries())
    for (let k = i + 1; k < controls.length && controls[k].box.top < box.bottom - 1; k += 1) {
      const other = controls[k];
      if (other.box.left < box.right - 1 && other.box.right > box.left + 1) return `${one.outerHTML.slice(0, 100)} and ${other.one.outerHTML.slice(0, 100)}`;
    }
  return "";
};

function told(violations) {
  return violations.map((one) => `${one.id}: ${one.help}\n  ${one.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join("\n  ")}`).join("\n");
}

// Ids that occur twice break labels and descriptions, and axe sees only some of them.
const doubled = () => {
  const ids = [...document.querySelectorAll("[id]")].map((one) => one.id);
  return [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))].join(" ");
};

// What would move although reduced motion is asked for: longer than one picture of the screen.
const moving = () => {
  const longest = (times) => Math.max(...times.split(",").map((one) => parseFloat(one) * (one.trim().endsWith("ms") ? 1 : 1000)));
  const one = [...document.querySelectorAll("*")].find((each) => {
    const style = getComputedStyle(each);
    return (style.animationName !== "none" && longest(style.animationDuration) > 16) || longest(style.transitionDuration) > 16 || style.scrollBehavior === "smooth";
  });
  return one ? one.outerHTML.slice(0, 120) : "";
};

const analyze = async (ask) => (await axe.run({ resultTypes: ["violations"], rules: { "target-size": { enabled: true } }, ...ask })).violations;

// As tall as the page: what merely has to be scrolled from under the bar at the foot is no target too small. Rows that were never on the screen
// have a guessed height (content-visibility), so the page may grow as they come into sight: until it fits, or grows no more than the window does.
async function stretch(page, width) {
  await page.setViewportSize({ width, height: 800 });
  for (let tries = 0, before = 0; tries < 20; tries += 1) {
    const missing = await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(
      () => done(document.documentElement.scrollHeight + 100 - window.innerHeight)))));
    if (missing <= 0 || missing === 100 || missing === before) return;
    before = missing;
    await page.setViewportSize({ width, height: page.viewportSize().height + missing });
  }
}

let saved = 0;

// How the middle of a page is built: elements, classes, kinds and names of attributes, rows of a list that are built alike once; without words.
const built = () => {
  const said = ({ name, value }) => (["class", "type", "role", "aria-current", "method"].includes(name) ? `${name}=${value}` : name);
  const tell = (one) => {
    const inner = [...one.children].map(tell);
    return `${one.localName} ${[...one.attributes].map(said).sort().join(" ")}(${inner.filter((each, at) => each !== inner[at - 1]).join(",")})`;
  };
  return tell(document.querySelector("main"));
};

// make check sees a page in both looks once, what another role finds there once more only if it is built otherwise, and states in one look;
// make check-all sees all of them in every look.
const seen = new Set();
const isNew = (what) => seen.size !== seen.add(what).size;
const looksAt = (role, name, build) => {
  const newRole = isNew(role.name), newPage = isNew(name.replace(/\?.*/, "")), newBuild = isNew(build);
  if (process.env.FULL || newRole) return looks;
  if (role.name === "states") return [looks[saved % looks.length]];    // one and the other in turn
  if (newPage) return looks;
  return newBuild ? looks.slice(0, 1) : [];
};

// One page that the browser is at: `path` says it in a failure, `html` is what the server sent.
async function judge(role, page, path, html, faults) {
  const name = path.replace(P, "").replace(/0[a-z0-9]{12}/g, "ID") || "/p";
  saved += 1;
  writeFileSync(`${process.env.PAGES}/${`${role.name} ${name} ${saved}`.replace(/[^a-z0-9]+/gi, "-")}.html`, html);
  await test(`F194 ${role.name} ${name}: no id twice`, async () => {
    const ids = await page.evaluate(doubled);
    expect(!ids, `${path}: ids that occur twice: ${ids}`);
  });
  await test(`F194 ${role.name} ${name}: nothing moves for who asked for less motion`, async () => {
    const moves = await page.evaluate(moving);
    expect(!moves, `${path}: ${moves}`);
  });
  const wanted = looksAt(role, name, await page.evaluate(built));
  if (wanted.length > 0) await page.evaluate(engine);
  for (const { width, theme, forced = null, ask } of wanted) {
    await page.emulateMedia({ colorScheme: theme, forcedColors: forced });
    await stretch(page, width);
    if (forced && process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/${`${role.name} ${name}`.replace(/[^a-z0-9]+/gi, "-")}.png` });
    await test(`F194 ${role.name} ${name} at ${width}${width === 320 ? " (400 % zoom)" : ""}, ${theme}${forced ? ", forced colours" : ""}`, async () => {
      const violations = await page.evaluate(analyze, ask);
      expect(violations.length === 0, `${path}\n${told(violations)}`);
      const wide = await page.evaluate(sideways);
      expect(!wide, `${path} scrolls sideways: ${wide}`);
      const over = await page.evaluate(overlapping);
      expect(!over, `${path}: one lies over the other: ${over}`);
    });
  }
  await test(`F194 ${role.name} ${name}: the browser has no complaint`, async () => expect(faults.length === 0, `${path}\n${faults.join("\n")}`));
}

async function look(role, page, path, faults) {
  faults.length = 0;
  const answer = await page.goto(path);
  await judge(role, page, path, await answer.text(), faults);
}

async function walk(browser, role) {
  const context = await visitor(browser, role.who, { reducedMotion: "reduce" });
  const page = await context.newPage();
  const faults = [];
  watch(page, faults);
  for (const path of await pagesOf(role, page)) await look(role, page, path, faults);
  await context.close();
}

// --- states: each a name, the status that is expected, and how to get there ---

// Sends a form of the page as a browser without our script does.
async function submit(page, end, fields = {}) {
  const sent = page.evaluate(([last, values]) => {
    const form = [...document.forms].find((one) => one.method === "post" && one.action.endsWith(last));
    for (const [name, value] of Object.entries(values)) {
      const control = form.elements[name];
      if (control.type === "checkbox") control.checked = value; else control.value = value;
    }
    HTMLFormElement.prototype.submit.call(form);
  }, [end, fields]);
  const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === "POST"), page.waitForEvent("load"), sent]);
  return answer;
}

const firstRequest = async (page, path) => {
  await page.goto(path);
  return page.locator("main a[href*='/requests/0']").first().getAttribute("href");
};

// Somebody else is quicker: the claim of a page that was read before it.
async function lostClaim(page) {
  const path = await firstRequest(page, `${P}/requests?show=all`);
  await page.goto(path);
  const other = await seat("mentor9@demo.example");
  const form = formsOf((await other.get(path)).body).find((one) => one.action.endsWith("/claim"));
  await other.post(form.action, pairsOf(form));
  return submit(page, "/claim");
}

const linkOf = (email, base, dir) => execFileSync(BIN, ["login-link", "--dir", dir, "--base-url", base, email], { encoding: "utf8" }).trim();

async function usedLink(page) {
  const link = linkOf("member3@demo.example", BASE, DIR);
  const visitor = await stranger(link.replace(BASE, ""));
  const [form] = formsOf((await visitor.get(link.replace(BASE, ""))).body);
  await visitor.post("/login/link", pairsOf(form));
  return page.goto(link);
}

// One report, as somebody signed out sends it; its code, and its address as a responder finds it.
async function reported(page) {
  await page.goto(`${P}/report`);
  const answer = await submit(page, "/report", { what: "He wrote to me at night, again and again.", about: "Somebody of the desk", sharing: "anonymous" });
  return { answer, code: (await page.locator("main code").first().innerText()).trim() };
}
// A form with one question of each kind, a window that is open, and an application in it; made once.
let isOpened = false;
async function opened() {
  if (isOpened) return;
  isOpened = true;
  const other = await seat("coordinator@demo.example");
  const send = async (path, end, fields) => {
    const form = formsOf((await other.get(path)).body).find((one) => one.action.endsWith(end));
    const answer = await other.post(form.action, pairsOf(form, fields));
    expect(answer.status === 303, `${path} answers ${answer.status}`);
  };
  for (const [i, kind] of ["text", "long-text", "choice", "choices", "scale", "week", "language", "date", "link", "consent"].entries())
    await send(`${P}/coordinate/forms/mentee`, "/forms/mentee", { called: `q${i}`, kind, words: `A question of the kind ${kind}?`, help: "A line that helps.", audience: "reviewers", position: String(i + 1),
      ...(kind === "consent" || kind === "text" ? { required: "1" } : {}), ...(kind.startsWith("choice") ? { choices: "One\nAnother" } : {}) });
  await send(`${P}/coordinate/rounds`, "/rounds", { name: "Spring", criteria: "You come.", mentee_opens: "2026-01-01", mentee_closes: "2199-01-31", mentee_places: "3" });
  for (let tries = 0; tries < 300 && !(await other.get(`${P}/join`)).body.includes(`${P}/join/mentee`); tries++) await new Promise((resolve) => setTimeout(resolve, 100));
}
// The id of that round.
async function roundOf() {
  await opened();
  return (await (await seat("coordinator@demo.example")).get(`${P}/rounds`)).body.match(/\/rounds\/([0-9a-z]{13})/)[1];
}
// A survey that asks everything there is, and is open; who answers it then.
let survey = null;
const asked = () => survey ??= planned();
async function planned() {
  const other = await seat("coordinator@demo.example");
  const send = async (path, end, fields) => {
    const form = formsOf((await other.get(path)).body).find((one) => one.action.endsWith(end));
    const answer = await other.post(form.action, pairsOf(form, fields));
    expect(answer.status === 303, `${path} answers ${answer.status}`);
  };
  await send(`${P}/coordinate/focus`, "/focus", { name: "Web" });
  await send(`${P}/coordinate/focus`, "/focus", { name: "Kernel", url: "https://kernel.example/" });
  await send(`${P}/coordinate/surveys`, "/surveys", { questionnaire: "own", name: "Needs", about: "So that we know.", survey_audience: "members", opens: "2099-01-01", closes: "2199-01-31", asks_areas: "1", asks_ranking: "1" });
  const id = (await other.get(`${P}/coordinate/surveys`)).body.match(/coordinate\/surveys\/(0[a-z0-9]{12})/)[1];
  for (const [i, kind] of ["text", "choices", "scale"].entries())
    await send(`${P}/coordinate/forms/survey-${id}`, `/forms/survey-${id}`, { called: `q${i}`, kind, words: `A question of the kind ${kind}?`, audience: "reviewers", position: String(i + 1), ...(kind === "choices" ? { choices: "One\nAnother" } : {}) });
  return id;
}
let opens = null;
async function surveyed() {
  const id = await asked();
  opens ??= (async () => {
    const other = await seat("coordinator@demo.example");
    const form = formsOf((await other.get(`${P}/coordinate/surveys/${id}`)).body).find((one) => one.action.endsWith("/open"));
    await other.post(form.action, pairsOf(form, {}));
  })();
  await opens;
  return id;
}

async function applied(page) {
  await opened();
  await page.goto(`${P}/join/mentee`);
  await submit(page, "/join/mentee", { q0: "All of it", q9: true });
  return page.goto(`${P}/join/mentee`);
}

// An opening that its contact declared, and coordinators announced if they are asked to.
async function declared(who) {
  await opened();
  const contact = await seat(who);
  const send = async (one, path, end, fields) => {
    const form = formsOf((await one.get(path)).body).find((each) => each.action.endsWith(end));
    const answer = await one.post(form.action, pairsOf(form, fields));
    expect(answer.status === 303, `${path} answers ${answer.status}`);
    return answer.headers.get("location");
  };
  const round = (await contact.get(`${P}/openings`)).body.match(/name="round" value="([^"]+)"/)[1];
  const path = (await send(contact, `${P}/openings`, "/openings", { round, project: "Parser", url: "https://parser.example.org/", goals: "Read the grammar, then write the printer.", criteria: "You read it once.", languages: "English", places: "2", period: "month" })).split("?")[0];
  return { path, announce: async () => send(await seat("coordinator@demo.example"), path, "/decide", { decision: "announce" }) };
}

async function caseOf(page) {
  const other = await page.context().newPage();
  await reported(other);
  await other.close();
  await page.goto(`${P}/safety`);
  return page.goto(await page.locator("main a[href*='/safety/0']").first().getAttribute("href"));
}

// A file of applications as it was brought: one of its columns is a question of the form, the others are to be chosen.
async function brought(page) {
  await opened();
  await page.goto(`${P}/coordinate/import`);
  await page.locator("input[name=kind][value=applications]").check();
  await page.locator("input[type=file]").setInputFiles({ name: "answers.csv", mimeType: "text/csv",
    buffer: Buffer.from("Mail,Called,A question of the kind text?,What else\nimported@example.org,Somebody,All of it,39\n") });
  await page.getByRole("button", { name: "Check the file" }).click();
  await page.locator("main a[href$='/coordinate/import']").first().waitFor();
  return page.goto(page.url());
}

const demoStates = [
  ["a file to bring", 200, "coordinator", async (page) => { await opened(); return page.goto(`${P}/coordinate/import`); }],
  ["a file whose columns are to be chosen", 200, "coordinator", brought],
  ["columns refused", 422, "coordinator", async (page) => { await brought(page); return submit(page, "/columns", { c1: "" }); }],
  ["a report refused", 422, "", async (page) => { await page.goto(`${P}/report`); return submit(page, "/report", { what: "short" }); }],
  ["a report sent", 200, "", async (page) => (await reported(page)).answer],
  ["a report followed", 200, "", async (page) => { const { code } = await reported(page); await page.goto("/report/follow"); return submit(page, "/follow", { code }); }],
  ["an unknown code", 422, "", async (page) => { await page.goto("/report/follow"); return submit(page, "/follow", { code: "none" }); }],
  ["a case", 200, "member10", caseOf],
  ["a case and a refused note", 422, "member10", async (page) => { await caseOf(page); return submit(page, "/note", { words: "" }); }],
  ["a question refused", 422, "coordinator", async (page) => { await opened(); await page.goto(`${P}/coordinate/forms/mentee?edit=q3`); return submit(page, "/forms/mentee", { called: "Q" }); }],
  ["a round refused", 422, "coordinator", async (page) => { await page.goto(`${P}/coordinate/rounds`); return submit(page, "/rounds", { name: "" }); }],
  ["a window extended too short", 422, "coordinator", async (page) => { await opened(); await page.goto(`${P}/coordinate/rounds`); return submit(page, "/extend", { closes: "2026-01-02" }); }],
  ["a round", 200, "member5", async (page) => page.goto(`${P}/rounds/${await roundOf()}`)],
  ["a round to be changed", 200, "coordinator", async (page) => page.goto(`${P}/coordinate/rounds/${await roundOf()}`)],
  ["a round changed and refused", 422, "coordinator", async (page) => { const id = await roundOf(); await page.goto(`${P}/coordinate/rounds/${id}`); return submit(page, `/${id}`, { name: "", mentee_places: "3" }); }],
  ["an orientation refused", 422, "coordinator", async (page) => { await page.goto(`${P}/coordinate/people?tab=mentors`); return submit(page, "/orientation", {}); }],
  ["an application refused", 422, "member4", async (page) => { await opened(); await page.goto(`${P}/join/mentee`); return submit(page, "/join/mentee", { q0: "" }); }],
  ["a survey refused", 422, "coordinator", async (page) => { await page.goto(`${P}/coordinate/surveys`); return submit(page, "/surveys", { name: "" }); }],
  ["a survey that is planned", 200, "coordinator", async (page) => page.goto(`${P}/coordinate/surveys/${await asked()}`)],
  ["a survey answered", 200, "member4", async (page) => { const id = await surveyed(); await page.goto(`${P}/surveys/${id}`); await submit(page, `/surveys/${id}`, { q0: "All of it" }); return page.goto(`${P}/surveys/${id}`); }],
  ["a survey whose questions were changed", 200, "coordinator", async (page) => { const id = await surveyed(); await page.goto(`${P}/coordinate/forms/survey-${id}`); await submit(page, `/forms/survey-${id}`, { called: "late", kind: "date", words: "When?" }); return page.goto(`${P}/coordinate/surveys/${id}`); }],
  ["a survey written and refused", 422, "coordinator", async (page) => { await page.goto(`${P}/coordinate/forms`); return submit(page, "/forms", { slug: "No Word" }); }],
  ["a survey counted", 200, "coordinator", async (page) => page.goto(`${P}/coordinate/surveys/${await surveyed()}`)],
  ["a focus area refused", 422, "coordinator", async (page) => { await page.goto(`${P}/coordinate/focus`); return submit(page, "/focus", { name: "" }); }],
  ["an application sent", 200, "member5", applied],
  ["what is open", 200, "member5", async (page) => { await opened(); return page.goto(`${P}/join`); }],
  ["an application to be read", 200, "coordinator", async (page) => {
    const other = await seat("member6@demo.example");
    await opened();
    const form = formsOf((await other.get(`${P}/join/mentee`)).body).find((one) => one.action.endsWith("/join/mentee"));
    await other.post(form.action, pairsOf(form, { q0: "All of it", q9: "1" }));
    await page.goto(`${P}/review`);
    await page.goto(await page.locator("main a[href*='/review/0']").first().getAttribute("href"));
    await submit(page, "/take");
    return page.goto(page.url());
  }],
  ["a decision refused", 422, "coordinator", async (page) => {
    await page.goto(`${P}/review`);
    await page.goto(await page.locator("main a[href*='/review/0']").first().getAttribute("href"));
    return submit(page, "/decide", { decision: "refuse" });
  }],
  ["an opening refused", 422, "member7", async (page) => { await opened(); await page.goto(`${P}/openings`); return submit(page, "/openings", { project: "P" }); }],
  ["an opening that waits, for its contact", 200, "member7", async (page) => page.goto((await declared("member7@demo.example")).path)],
  ["an opening sent back without a word", 422, "coordinator", async (page) => { await page.goto((await declared("member8@demo.example")).path); return submit(page, "/decide", { decision: "return" }); }],
  ["an opening that is announced, for a member", 200, "member9", async (page) => { const one = await declared("member8@demo.example"); await one.announce(); return page.goto(one.path); }],
  ["a nomination refused", 422, "member8", async (page) => { const one = await declared("member8@demo.example"); await one.announce(); await page.goto(one.path); return submit(page, "/nominate", { name: "N" }); }],
  ["a request refused", 422, "coordinator", async (page) => { await page.goto(await firstRequest(page, `${P}/coordinate/requests?state=waiting`)); return submit(page, "/close"); }],
  ["a step of the wizard refused", 422, "mentee2", async (page) => { await page.goto(`${P}/requests/new/details`); return submit(page, "/details", { title: "short", details: "" }); }],
  ["an intake refused", 422, "coordinator", async (page) => { await page.goto(`${P}/coordinate/requests/new`); return submit(page, "/requests/new", { email: "nobody" }); }],
  ["settings refused", 422, "coordinator", async (page) => { await page.goto(`${P}/coordinate/settings`); return submit(page, "/settings", { "wait.bump_h": "0" }); }],
  ["rooms refused", 422, "coordinator", async (page) => { await page.goto(`${P}/coordinate/rooms`); return submit(page, "/rooms", { "slack.room": "#mentors", "advert.hour": "24" }); }],
  ["a profile refused", 422, "member4", async (page) => { await page.goto("/me"); return submit(page, "/me", { name: "" }); }],
  ["a claim that is lost", 409, "mentor8", lostClaim],
  ["a page that is not there", 404, "mentor8", (page) => page.goto(`${P}/requests/0000000000000`)],
  ["a page for others", 403, "mentee2", (page) => page.goto(`${P}/coordinate/requests`)],
  ["a link that works", 200, "", (page) => page.goto(linkOf("member3@demo.example", BASE, DIR))],
  ["a link that is used up", 410, "", usedLink],
];

const key = async (page) => (await page.locator("main code").first().innerText()).trim();
const setUp = { name: "Ida Åkerblom", email: "ida@example.org", zone: "Europe/Stockholm" };

// On a server that nobody has set up yet, in this order: its first person, their second factor, the next time they come, too often.
const freshStates = (fresh, setup, keep) => [
  ["the set-up", 200, (page) => page.goto(setup)],
  ["the set-up refused", 422, (page) => submit(page, "/setup", { name: "" })],
  ["a second factor is asked for", 200, async (page) => {
    await page.goto(setup);
    await page.locator("input[name=programmes]").first().check();
    await submit(page, "/setup", setUp);
    return page.goto("/me/security/factor");
  }],
  ["the set-up used up", 410, (page) => page.goto(setup)],
  ["the key of the second factor", 200, async (page) => { await page.goto("/me/security/factor"); await submit(page, "/start"); keep.key = await key(page); return page.goto("/me/security/factor"); }],
  ["the first code refused", 422, (page) => submit(page, "/factor", { code: "000000" })],
  ["the recovery codes", 200, (page) => submit(page, "/factor", { code: codeOf(keep.key) })],
  ["sessions of somebody with a second factor", 200, (page) => page.goto("/me/security")],
  ["nothing to do yet", 200, (page) => page.goto(`${P}/coordinate`)],
  ["a queue without requests", 200, (page) => page.goto(`${P}/requests`)],
  ["the second factor at the next sign-in", 200, async (page) => {
    await page.context().clearCookies();
    await page.goto(linkOf(setUp.email, fresh.base, fresh.dir));
    await submit(page, "/login/link");
    return page.goto("/login/second-factor");
  }],
  ["a code refused", 422, (page) => submit(page, "/second-factor", { code: "000000" })],
  ["too many tries", 429, async (page) => {
    const link = linkOf(setUp.email, fresh.base, fresh.dir);
    const visitor = await stranger("/login/link?token=none", fresh.base);
    const [form] = formsOf((await visitor.get(link.replace(fresh.base, ""))).body);
    for (let tries = 0, late = 0; tries < 120 && late < 4; tries++) late += (await visitor.post("/login/link", pairsOf(form, { token: "none" }))).status === 429 ? 1 : 0;
    await page.goto(link);
    return submit(page, "/login/link");
  }],
];

async function show(page, faults, name, status, arrive) {
  faults.length = 0;
  let answer;
  await test(`F194 state: ${name}`, async () => {
    answer = await arrive(page);
    expect(answer.status() === status, `${page.url()} answers ${answer.status()}, not ${status}`);
  });
  if (!answer) return;
  // After a 303 the page is what follows it.
  const html = answer.status() === 303 ? await page.content() : await answer.text();
  await judge({ name: "state" }, page, name, html, faults);
}

async function walkStates(browser) {
  for (const [name, status, who, arrive] of demoStates) {
    const context = await visitor(browser, who, { reducedMotion: "reduce" });
    const page = await context.newPage();
    const faults = [];
    watch(page, faults);
    await show(page, faults, name, status, arrive);
    await context.close();
  }
}

async function walkFresh(browser) {
  const fresh = await freshServer();
  const context = await visitor(browser, "", { baseURL: fresh.base, reducedMotion: "reduce" });
  const page = await context.newPage();
  const faults = [];
  watch(page, faults);
  for (const [name, status, arrive] of freshStates(fresh, fresh.setup, {})) await show(page, faults, name, status, arrive);
  await context.close();
  fresh.end();
}

// On the screen of a phone, as tall as it is: the bar at the foot lies over whatever is there, so all of it must come out from under it, by
// scrolling and by the keyboard, and nothing may count as a target that the bar cuts.
const underBar = () => {
  const bar = document.querySelector("nav.bar").getBoundingClientRect();
  const one = document.activeElement;
  const box = one.getBoundingClientRect();
  if (one === document.body || one.closest("nav.bar") || box.height === 0) return "";
  return box.bottom > bar.top + 1 && box.top < bar.bottom ? one.outerHTML.slice(0, 120) : "";
};

async function walkPhone(browser) {
  for (const [who, path] of [["coordinator", `${P}/coordinate/requests`], ["coordinator", `${P}/coordinate`], ["mentor1", `${P}/requests?show=all`], ["mentor1", "/me"]]) {
    const context = await visitor(browser, who, { viewport: { width: 412, height: 823 }, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(path);
    await page.evaluate(engine);
    for (const from of [0, 20, 40])
      await test(`F194 phone ${path}, scrolled by ${from}: the bar cuts no target`, async () => {
        await page.evaluate((y) => scrollTo(0, y), from);
        const violations = await page.evaluate(analyze, { runOnly: ["target-size"] });
        expect(violations.length === 0, told(violations));
      });
    await test(`F194 phone ${path}: the keyboard brings everything out from under the bar`, async () => {
      await page.evaluate(() => { scrollTo(0, 0); document.querySelector("a.skip").focus(); });
      for (let presses = 0; presses < 60; presses++) {
        await page.keyboard.press("Tab");
        const covered = await page.evaluate(underBar);
        expect(!covered, `after ${presses + 1} presses of Tab: ${covered}`);
      }
    });
    await test(`F194 phone ${path}: the page's end stands above the bar`, async () => {
      const [end, bar] = await page.evaluate(() => {
        scrollTo(0, document.documentElement.scrollHeight);
        return [document.querySelector("footer").getBoundingClientRect().bottom, document.querySelector("nav.bar").getBoundingClientRect().top];
      });
      expect(end <= bar, `the footer ends at ${end}, the bar begins at ${bar}`);
    });
    await context.close();
  }
}

mkdirSync(process.env.PAGES, { recursive: true });
const browser = await launch();
const isAsked = (name) => !process.env.ONLY || process.env.ONLY === name;
const queue = roles.filter((role) => isAsked(role.name)).map((role) => () => walk(browser, role));
if (isAsked("states")) queue.unshift(() => walkStates(browser), () => walkFresh(browser), () => walkPhone(browser));
const worker = async () => { for (let next = queue.pop(); next; next = queue.pop()) await next(); };
await Promise.all([worker(), worker(), worker()]);
await browser.close();
finish();
