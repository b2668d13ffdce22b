// Text stays text: fifty payloads in every field that takes words. What programs read is judged by JSON.parse, every page by a parser of
// another house (parse5), and the pages of nine of them by the browser: no dialog, no report of the content policy, the words as written.
import { execFileSync } from "node:child_process";
import { parse } from "parse5";
import { BASE, BIN, DIR, P, expect, finish, launch, signedIn, test, visitor, watch } from "./lib.mjs";
import { payloads } from "./payloads.mjs";

const token = (email) => execFileSync(BIN, ["token", "create", "--dir", DIR, "--as", email], { encoding: "utf8" }).trim();
const coordinator = token("coordinator@demo.example");
const mentor = token("mentor1@demo.example");
const PROGRAMME = "/programmes/operation-code";

// "POST /requests/{id}/notes words": each field that a payload was sent in.
const filled = new Set();

async function call(bearer, template, params, body) {
  const path = template.replace(/\{(\w+)\}/g, (_, name) => params[name]);
  const send = () => fetch(`${BASE}/api/v1${path}`, { method: body ? "POST" : "GET", body: body && JSON.stringify(body),
    headers: { authorization: `Bearer ${bearer}`, ...(body ? { "content-type": "application/json" } : {}) } });
  let answer = await send();
  let text = await answer.text();
  // "Busy" says that nothing was done and when to come back: a program does.
  for (let again = 0; again < 3 && answer.status === 503 && JSON.parse(text).code === "busy"; again++) {
    await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers.get("retry-after"))));
    answer = await send();
    text = await answer.text();
  }
  const route = template.replace(PROGRAMME, "/programmes/{p}");
  for (const [name, value] of Object.entries(body ?? {})) if (typeof value === "string" && payloads.some((one) => value.includes(kept(one)))) filled.add(`${route} ${name}`);
  return { status: answer.status, json: text ? JSON.parse(text) : null };
}

// As our reader keeps a line: trimmed, NFC. Fields with a least length hold the payload between words of ours.
const kept = (payload) => payload.normalize("NFC");
const title = (payload) => kept(`About ${payload} here`);
const details = (payload) => kept(`What I wonder about:\n${payload}\nand nothing else.`);
// The day is read in the coordinator's zone, which may be a day behind.
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const done = (answer, what) => expect(answer.status >= 200 && answer.status < 300, `${what}: ${answer.status} ${JSON.stringify(answer.json)}`);
// Taken as it is, or refused by the field's own rule; never anything else.
const judged = (answer, what) => expect((answer.status >= 200 && answer.status < 300) || [409, 422].includes(answer.status), `${what}: ${answer.status} ${JSON.stringify(answer.json)}`);

// One request of one newcomer, and all that can be written to it.
async function life(i, payload) {
  const email = `hostile${i}@example.org`;
  const words = kept(payload);
  const made = await call(coordinator, `${PROGRAMME}/intake`, {}, { email, name: words, service: "code-review", title: title(payload),
    details: details(payload), asked_on: yesterday });
  done(made, `intake of ${payload}`);
  expect(made.json.title === title(payload) && made.json.details === details(payload), `${payload} came back as ${made.json.title}, ${made.json.details}`);
  const at = { id: made.json.id };
  const mentee = token(email);
  const say = async (who, act, body) => done(await call(who, `/requests/{id}/${act}`, at, body), `${act} of ${payload}`);
  await say(coordinator, "escalate", { reason: words });
  await say(mentor, "detail", { question: words });
  await say(mentee, "answer", { answer: words });
  await say(mentor, "claim", {});
  await say(mentor, "attempts", { tried_on: new Date().toISOString().slice(0, 10), way: "email", words });
  await say(mentor, "release", { reason: words });
  await say(coordinator, "assign", { mentor: (await call(mentor, "/me", {})).json.id, has_agreed: true, reason: words });
  await say(mentor, "notes", { words, audience: "pair" });
  await say(mentor, "sheet", { mentor: (await call(mentor, "/me", {})).json.name, words });
  const note = await call(mentor, "/requests/{id}/notes", at);
  expect(note.json.items.some((one) => one.words === words), `the note ${payload} is not there as it was written`);
  await say(mentor, "fulfil", { outcome: "held", next_steps: words });
  await say(mentee, "helpful", { helpful: "not", helpful_words: words });
  return { id: made.json.id, mentee };
}

// What a newcomer says of themself, asks by their own hand, and how that ends.
async function oneself(payload, mentee) {
  const words = kept(payload);
  judged(await call(mentee, "/me", {}, { name: words, pronouns: words.slice(0, 40), zone: "UTC", languages: words }), `profile of ${payload}`);
  const conduct = await call(mentee, `${PROGRAMME}/documents/conduct`, {});
  done(await call(mentee, `${PROGRAMME}/conduct`, {}, { version: String(conduct.json.version), accepted: true }), "conduct");
  const ask = { service: "general-guidance", skills: [], title: title(payload), details: details(payload), language: words.slice(0, 60) };
  const own = await call(mentee, `${PROGRAMME}/requests`, {}, ask);
  judged(own, `request of ${payload}`);
  if (own.status === 201) done(await call(coordinator, "/requests/{id}/close", { id: own.json.id }, { reason: `Because ${words}` }), `close of ${payload}`);
  const again = await call(mentee, `${PROGRAMME}/requests`, {}, { ...ask, language: "English" });
  judged(again, `second request of ${payload}`);
  if (again.status === 201) {
    await call(mentor, "/requests/{id}/claim", { id: again.json.id }, {});
    const [template, outcome] = payload.length % 2 ? ["/requests/{id}/unreachable", {}] : ["/requests/{id}/fulfil", { outcome: "unreachable" }];
    done(await call(coordinator, template, { id: again.json.id }, { ...outcome, reason: words }), `unreachable of ${payload}`);
  }
}

// A view that is kept and, since a person keeps few, ended.
async function keptView(payload, fields) {
  const views = await call(coordinator, `${PROGRAMME}/views`, {}, fields);
  judged(views, `view of ${payload}`);
  for (const one of views.json.items?.filter((each) => each.name === fields.name.trim()) ?? [])
    done(await call(coordinator, `${PROGRAMME}/views/{view}/end`, { view: one.id }, {}), `end of the view of ${payload}`);
}

// What coordinators write down: lists of the programme, people, notes for each other.
async function programme(i, payload, mentee) {
  const words = kept(payload);
  done(await call(coordinator, `${PROGRAMME}/handovers`, {}, { words }), `hand-over ${payload}`);
  await keptView(payload, { name: words.slice(0, 60), query: "state=waiting", is_shared: true });
  await keptView(payload, { name: `View ${i}`, query: words, is_shared: true });
  judged(await call(coordinator, `${PROGRAMME}/people`, {}, { name: words, email: `added${i}@example.org`, zone: "UTC" }), `member ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/skills`, {}, { name: words.slice(0, 60), area: words.slice(0, 60), also: words }), `skill ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/skills/alias`, {}, { edit: "none", spelling: words.slice(0, 60) }), `alias ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/skills/merge`, {}, { edit: "none", into: words.slice(0, 60) }), `merging into ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/services`, {}, { name: words.slice(0, 60), hint: words, position: 90 }), `service ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/intake`, {}, { email: "also@example.org", name: "Also", service: "code-review", also: words,
    title: "Skills that are none", details: "Nothing of this is a skill.", asked_on: yesterday }), `skills of an intake ${payload}`);
  const record = { mentor_skills: ["Python"], mentor_services: ["code-review"], capacity: 1, also: words, strong: words, bio: words };
  judged(await call(mentee, `${PROGRAMME}/mentor/apply`, {}, { ...record, accepted: true }), `volunteer ${payload}`);
  judged(await call(mentee, `${PROGRAMME}/mentor/apply`, {}, { ...record, also: "", strong: "", accepted: true }), `volunteer ${payload}`);
  judged(await call(mentee, `${PROGRAMME}/mentor`, {}, record), `mentor's record ${payload}`);
}

const lives = [];

await test("S3 fifty payloads in every field that takes words: kept as they are, or refused by the field's rule", async () => {
  expect(payloads.length === 50, `${payloads.length} payloads`);
  done(await call(mentor, `${PROGRAMME}/mentor`, {}, { mentor_skills: ["Python"], mentor_services: ["code-review"], capacity: 3 }), "places");
  const rest = [...payloads.entries()];
  const hand = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) {
      const [i, payload] = next;
      lives[i] = await life(i, payload);
      await oneself(payload, lives[i].mentee);
      await programme(i, payload, lives[i].mentee);
    }
  };
  await Promise.all([hand(), hand()]);    // the mentor holds one already, of three at most
  const pending = (await call(coordinator, `${PROGRAMME}/mentors?state=pending`, {})).json.items;
  for (const [i, one] of pending.entries())
    done(await call(coordinator, `${PROGRAMME}/people/{id}/decline`, { id: one.id }, { reason: `No: ${kept(payloads[i])}` }), "decline");
});

// Fields of texts that are names of something else: an id, a slug, a date, a zone, an address.
const names = ["zone", "email", "service", "affiliation", "edit", "version", "next", "date", "time", "until", "tried_on", "held_on", "asked_on",
  "asked_at", "suggested", "named_mentor"];

await test("S3 no field of words is left out", async () => {
  const api = await (await fetch(`${BASE}/openapi.json`)).json();
  const followed = (schema) => (schema.$ref ? schema.$ref.slice(2).split("/").reduce((at, key) => at[key], api) : schema);
  const missing = [];
  for (const [path, methods] of Object.entries(api.paths))
    for (const method of Object.values(methods)) {
      const body = method.requestBody && followed(method.requestBody.content["application/json"].schema);
      for (const [name, field] of Object.entries(body?.properties ?? {})) {
        const is_words = [field.type].flat().includes("string") && !field.enum && !names.includes(name) && !(name === "mentor" && path.endsWith("/assign"));
        const is_filled = filled.has(`${path.replace("/api/v1", "").replace("/{p}/", "/{p}/")} ${name}`);
        if (is_words && !is_filled) missing.push(`${path} ${name}`);
      }
    }
  const unfilled = missing.filter((one) => !one.endsWith("/sheet mentor"));    // a name that must be a mentor's: its refusal is below
  expect(unfilled.length === 0, `no payload was sent as ${unfilled.join(", ")}`);
});

await test("S3 what cannot be seen is refused: mirroring, line separators, controls", async () => {
  for (const unseen of ["abc\u202Edcba\u202C mirrored", "not a line\u2028of ours", "not a paragraph\u2029of ours", "a bell\u0007 rings"]) {
    const answer = await call(coordinator, `${PROGRAMME}/handovers`, {}, { words: unseen });
    expect(answer.status === 422, `${JSON.stringify(unseen)}: ${answer.status}`);
  }
});

const browser = await launch();

// --- every page, by a parser that is not ours ---

const strangers = new Set(["script", "style", "iframe", "base", "object", "embed", "math", "marquee", "frame", "frameset", "template", "noscript"]);

function* elements(node) {
  if (node.tagName) yield node;
  for (const child of node.childNodes ?? []) yield* elements(child);
}
const text = (node) => (node.nodeName === "#text" ? node.value : (node.childNodes ?? []).map(text).join(""));

// What a page is made of, without its words: the same for every payload, or a payload broke out.
function bones(html, path) {
  const list = [];
  for (const one of elements(parse(html))) {
    const attributes = Object.fromEntries(one.attrs.map((attribute) => [attribute.name, attribute.value]));
    const isOurs = one.tagName === "script" && /^\/[^/]/.test(attributes.src ?? "");
    expect(isOurs || !strangers.has(one.tagName), `${path} holds a <${one.tagName}>`);
    for (const [name, value] of Object.entries(attributes)) {
      expect(!name.startsWith("on") && name !== "style" && name !== "srcdoc", `${path} holds an attribute ${name}`);
      expect(!/^\s*(javascript|data|vbscript):/i.test(value) || !["href", "src", "action", "formaction"].includes(name), `${path} leads to ${value}`);
      expect(!["href", "src", "action"].includes(name) || /^(\/(?!\/)|#|\?|mailto:|https:\/\/github\.com\/)/.test(value) || value.startsWith(BASE), `${path} leads to ${value}`);
    }
    list.push(`${one.tagName}[${Object.keys(attributes).sort().join(" ")}]`);
  }
  return list.join("");
}

async function reader(who) {
  const state = await signedIn(browser, who);
  const cookie = state.cookies.map((one) => `${one.name}=${one.value}`).join("; ");
  return async (path) => {
    const answer = await fetch(BASE + path, { headers: { cookie } });
    expect(answer.status === 200, `${path} answers ${answer.status}`);
    return answer.text();
  };
}

for (const who of ["coordinator", "mentor1"])
  await test(`S3 ${who} reads all fifty, and each page is built as the others are`, async () => {
    const read = await reader(who);
    const shapes = new Map();
    for (const [i, one] of lives.entries()) {
      const path = `${P}/requests/${one.id}`;
      const html = await read(path);
      const shape = bones(html, path);
      expect(text(parse(html)).includes(kept(payloads[i])), `${path} does not show ${payloads[i]} as it was written`);
      shapes.set(shape, [...(shapes.get(shape) ?? []), payloads[i]]);
    }
    expect(shapes.size === 1, `${shapes.size} kinds of page; odd ones: ${[...shapes.values()].filter((list) => list.length < 10).flat().join(" | ")}`);
  });

await test("S3 every list, history and form that shows them holds nothing of theirs but words", async () => {
  const read = await reader("coordinator");
  const lists = [`${P}/coordinate`, `${P}/coordinate/requests`, `${P}/requests?show=all`, `${P}/sheet?show=all`, `${P}/coordinate/people?tab=members`,
    `${P}/coordinate/people?tab=mentors`, `${P}/coordinate/skills`, `${P}/coordinate/services`, `${P}/requests/new/service`, `${P}/requests/new/skills`, "/"];
  for (const first of lists)
    for (let path = first, pages = 0; path && pages < 12; pages++) {
      const html = await read(path);
      bones(html, path);
      path = html.match(/<a class="btn" href="([^"]*)" rel="next">/)?.[1].replaceAll("&amp;", "&");
    }
  for (const [i, payload] of payloads.entries()) {
    const at = `${P}/${["coordinate/requests", "requests", "coordinate/people"][i % 3]}?tab=members&q=${encodeURIComponent(payload)}`;
    bones(await read(at), at);
  }
});

// --- the pages that many look at, by the browser ---

// Opens a page, looks for what must not happen, and for a sign that a script of theirs ran.
async function look(page, faults, path) {
  faults.length = 0;
  const answer = await page.goto(path);
  expect(answer.status() === 200, `${path} answers ${answer.status()}`);
  const odd = await page.evaluate(() => [...document.querySelectorAll("script:not([src]), style, iframe, base, img:not([src^='/']), [onerror], [onload], meta[http-equiv]")]
    .map((one) => one.outerHTML.slice(0, 80)));
  expect(odd.length === 0, `${path} holds ${odd[0]}`);
  expect(faults.length === 0, `${path}: ${faults[0]}`);
}

for (const who of ["coordinator", "mentor1"])
  await test(`S3 ${who} sees them in chromium, and nothing breaks out`, async () => {
    const context = await visitor(browser, who);
    const page = await context.newPage();
    const faults = [];
    watch(page, faults);
    const lists = who === "coordinator" ? [`${P}/coordinate/requests`, `${P}/coordinate`, `${P}/coordinate/people?tab=members`, `${P}/coordinate/services`]
      : [`${P}/requests?show=all`, `${P}/sheet`];
    for (const path of lists) await look(page, faults, path);
    for (const i of [0, 4, 11, 19, 27, 31, 38, 40, 46]) {
      await look(page, faults, `${P}/requests/${lives[i].id}`);
      const shown = await page.locator("main").evaluate((main) => main.textContent);
      expect(shown.includes(kept(payloads[i])), `${payloads[i]} is not shown as it was written`);
    }
    await context.close();
  });

await test("S3 names of views, names of tokens and a name in the sheet", async () => {
  const context = await visitor(browser, "coordinator");
  const page = await context.newPage();
  const faults = [];
  watch(page, faults);
  for (const payload of [payloads[4], payloads[19]]) {
    await page.goto(`${P}/coordinate/requests`);
    await page.getByText("Keep this view").click();
    await page.getByLabel("Name of this view").fill(payload);
    await page.getByRole("button", { name: "Keep", exact: true }).click();
    await page.getByRole("link", { name: payload }).first().waitFor();
    await page.goto("/me/tokens");
    await page.getByLabel("What is it for?").fill(payload);
    await page.getByRole("button", { name: /Make/ }).click();
    await page.goto("/me/tokens");
    expect((await page.locator("main").innerText()).includes(kept(payload)), `the token ${payload} is not named as it was written`);
    await page.goto(`${P}/sheet`);
    await page.getByLabel("Mentor Assigned").first().fill(payload);
    await page.locator("form.row button").first().click();
    await page.getByText("was set back").first().waitFor();
  }
  expect(faults.filter((one) => !one.includes("422")).length === 0, faults[0]);
  await context.close();
});

await test("S3 a table of them as CSV begins no formula", async () => {
  const context = await visitor(browser, "coordinator");
  const page = await context.newPage();
  await page.goto(`${P}/coordinate/requests?q=about`);
  await page.getByText("Take these rows along as a file").click();
  await page.getByLabel("CSV, for a spreadsheet").check();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Make the file" }).click()]);
  const text = await (await file.createReadStream()).toArray().then((parts) => Buffer.concat(parts).toString("utf8"));
  expect(text.startsWith("\"number\",\"title\""), text.slice(0, 80));
  expect(!/(^|,)"[=+\-@\t\r]/m.test(text), "a cell begins a formula");
  await context.close();
});

await browser.close();
finish();
