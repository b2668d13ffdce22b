// Text stays text: each payload in each field that takes words, through the API and through each form of each page; then each address of the
// route table for each role. What programs read is judged by JSON.parse and csv-parse, every page by a parser of another house (parse5), and
// every page by the browser: no dialog, no report of the content policy, the words as written. At last the server's log: one line a line.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parse as parseCsv } from "csv-parse/sync";
import { parse } from "parse5";
import { BASE, BIN, DIR, P, expect, finish, launch, test, visitor, watch } from "./lib.mjs";
import { payloads, refused } from "./payloads.mjs";
import { addresses, attributes, elements, formsOf, freshServer, pairsOf, routeOf, routes, seat, stranger, takeFactor, text, unpacked } from "./seat.mjs";

const token = (email) => execFileSync(BIN, ["token", "create", "--dir", DIR, "--as", email], { encoding: "utf8" }).trim();
const coordinator = token("coordinator@demo.example");
const mentor = token("mentor1@demo.example");
const PROGRAMME = "/programmes/operation-code";

// "/requests/{id}/notes words": which payloads were sent in it.
const filled = new Map();

async function call(bearer, template, params, body) {
  const path = template.replace(/\{(\w+)\}/g, (_, name) => params[name]);
  const send = () => fetch(`${BASE}/api/v1${path}`, { method: body ? "POST" : "GET", body: body && JSON.stringify(body),
    headers: { ...unpacked, authorization: `Bearer ${bearer}`, ...(body ? { "content-type": "application/json" } : {}) } });
  let answer = await send();
  let text = await answer.text();
  // "Busy" says that nothing was done and when to come back: a program does.
  for (let again = 0; again < 3 && answer.status === 503 && JSON.parse(text).code === "busy"; again++) {
    await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers.get("retry-after"))));
    answer = await send();
    text = await answer.text();
  }
  const route = template.replace(PROGRAMME, "/programmes/{p}");
  for (const [name, value] of Object.entries(body ?? {}))
    for (const [i, one] of payloads.entries())
      if (typeof value === "string" && value.includes(kept(one))) filled.set(`${route} ${name}`, (filled.get(`${route} ${name}`) ?? new Set()).add(i));
  return { status: answer.status, json: text ? JSON.parse(text) : null };
}

// As our reader keeps a line: trimmed, NFC. Fields with a least length hold the payload between words of ours.
const kept = (payload) => payload.normalize("NFC").trim();
const title = (payload) => `${kept(payload)} it says`;
const details = (payload) => `What I wonder about:\n${kept(payload)}\nand nothing else.`;
// The day is read in the coordinator's zone, which may be a day behind.
const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
const done = (answer, what) => expect(answer.status >= 200 && answer.status < 300, `${what}: ${answer.status} ${JSON.stringify(answer.json)}`);
// Taken as it is, or refused by the field's own rule; never anything else.
const judged = (answer, what) => expect((answer.status >= 200 && answer.status < 300) || [409, 422].includes(answer.status), `${what}: ${answer.status} ${JSON.stringify(answer.json)}`);
// … and where the words are to name a thing, nothing is called so.
const nowhere = (answer, what) => expect([404, 409, 422].includes(answer.status), `${what}: ${answer.status} ${JSON.stringify(answer.json)}`);

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
  await say(mentor, "detail", { question: `What is ${words}?` });
  await say(mentee, "answer", { answer: `It is ${words}.` });
  await say(mentor, "claim", {});
  await say(mentor, "attempts", { way: "email", words });
  await say(mentor, "release", { reason: words });
  await say(coordinator, "assign", { mentor: (await call(mentor, "/me", {})).json.id, has_agreed: true, reason: words });
  await say(mentor, "notes", { words, audience: "pair" });
  await say(mentor, "sheet", { mentor: (await call(mentor, "/me", {})).json.name, words });
  const note = await call(mentor, "/requests/{id}/notes", at);
  expect(note.json.items.some((one) => one.words === words), `the note ${payload} is not there as it was written`);
  await say(mentor, "fulfil", { outcome: "held", next_steps: words });
  await say(mentee, "helpful", { helpful: "not", helpful_words: words });
  judged(await call(coordinator, "/requests/{id}/merge", at, { into: words.slice(0, 40) }), `merging into ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/requests/bulk`, {}, { pick: [made.json.id], act: "assign", mentor: words, reason: words }), `many with ${payload}`);
  return { id: made.json.id, mentee };
}

// What a newcomer says of themself, asks by their own hand, and how that ends.
async function oneself(payload, mentee) {
  const words = kept(payload);
  judged(await call(mentee, "/me", {}, { name: words, pronouns: words.slice(0, 40), zone: "UTC", languages: words }), `profile of ${payload}`);
  judged(await call(mentee, "/me", {}, { title: words.slice(0, 80), company: words.slice(0, 80), about: details(payload) }), `about ${payload}`);
  judged(await call(mentee, "/me", {}, { initials: [...words].slice(0, 4).join(""), links: words }), `initials and links of ${payload}`);
  nowhere(await call(mentee, "/me/blocks/end", {}, { block: words.slice(0, 40) }), `no block ${payload}`);
  const conduct = await call(mentee, `${PROGRAMME}/documents/conduct`, {});
  done(await call(mentee, `${PROGRAMME}/conduct`, {}, { version: String(conduct.json.version), accepted: true }), "conduct");
  const ask = { service: "general-guidance", skills: [], title: title(payload), details: details(payload), language: words.slice(0, 60) };
  const own = await call(mentee, `${PROGRAMME}/requests`, {}, ask);
  judged(own, `request of ${payload}`);
  if (own.status === 201) done(await call(coordinator, "/requests/{id}/close", { id: own.json.id }, { reason: `Because ${words}` }), `close of ${payload}`);
  const again = await call(mentee, `${PROGRAMME}/requests`, {}, { ...ask, language: "English" });
  judged(again, `second request of ${payload}`);
  if (again.status === 201) {
    const at = { id: again.json.id };
    await call(mentor, "/requests/{id}/claim", at, {});
    const ends = [["/requests/{id}/unreachable", { reason: words }], ["/requests/{id}/fulfil", { outcome: "unreachable", reason: words }]];
    if (payload.length % 2) ends.reverse();
    done(await call(coordinator, ends[0][0], at, ends[0][1]), `unreachable of ${payload}`);
    judged(await call(coordinator, ends[1][0], at, ends[1][1]), `unreachable again of ${payload}`);    // it is closed by now
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
  judged(await call(coordinator, `${PROGRAMME}/texts/{kind}`, { kind: "L01" }, { subject: words.slice(0, 100), body: `${details(payload)}\n\n[Look](link)` }), `letter ${payload}`);
  const rooms = await call(coordinator, `${PROGRAMME}/rooms`, {});
  judged(await call(coordinator, `${PROGRAMME}/rooms`, {}, { ...rooms.json, "slack.room": words.slice(0, 200), "advert.rooms": words.slice(0, 200) }), `rooms ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/front`, {}, { about: details(payload), mentee: words.slice(0, 200), mentor: words.slice(0, 200), coordinator: words.slice(0, 200), escalation: words.slice(0, 200) }), `front page ${payload}`);
  const asked = await call(mentee, `${PROGRAMME}/questions`, {}, { words: details(payload) });
  judged(asked, `question ${payload}`);
  if (asked.status === 201 && i !== 4) done(await call(coordinator, `${PROGRAMME}/questions/answer`, {}, { question: asked.json.id, answer: words }), `answer ${payload}`);
  nowhere(await call(mentee, `${PROGRAMME}/questions/withdraw`, {}, { question: words.slice(0, 20) }), `no question ${payload}`);
  const places = await call(coordinator, `${PROGRAMME}/help/places`, {}, { name: words.slice(0, 60), url: `https://chat.example/${i}`, about: words });
  judged(places, `place ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/help/places`, {}, { name: "Address", url: words, about: "" }), `address of a place ${payload}`);
  const place = places.json.places?.at(0)?.id ?? "none";
  judged(await call(mentor, `${PROGRAMME}/help`, {}, { help_place: place, minutes: 5, about: words }), `help ${payload}`);
  nowhere(await call(coordinator, `${PROGRAMME}/help/places/remove`, {}, { place: words.slice(0, 20) }), `no place ${payload}`);
  const shelf = { kind: "guide", role: "all", audience: "public" };
  judged(await call(coordinator, `${PROGRAMME}/documents/{slug}`, { slug: "process" }, { ...shelf, title: words.slice(0, 100), markdown: `${details(payload)}\n\n1. ${words}\n2. [${words}](${words})\n` }), `document ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/people`, {}, { name: words, email: `added${i}@example.org`, zone: "UTC" }), `member ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/messages`, {}, { group: "mentors", subject: words.slice(0, 60), body: details(payload) }), `letter to a group ${payload}`);
  const listed = { about: words.slice(0, 160), role: "all", position: 1, is_retired: false };
  judged(await call(coordinator, `${PROGRAMME}/resources`, {}, { ...listed, title: words.slice(0, 100), url: `https://read.example/${i}` }), `resource ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/resources`, {}, { ...listed, title: "Address", url: words }), `address of a resource ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/holidays`, {}, { day: `2027-01-${String(1 + i % 28).padStart(2, "0")}`, name: words.slice(0, 60) }), `holiday ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/holidays`, {}, { day: words, name: "No day" }), `holiday on ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/messages`, {}, { group: "mentors", joined_from: words, joined_until: words, subject: "No days", body: details(payload) }), `cohort ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/holidays/remove`, {}, { day: words.slice(0, 60) }), `no holiday ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/skills`, {}, { name: words.slice(0, 60), area: words.slice(0, 60), also: words }), `skill ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/skills/alias`, {}, { edit: "none", spelling: words.slice(0, 60) }), `alias ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/skills/merge`, {}, { edit: "none", into: words.slice(0, 60) }), `merging into ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/skills/rename`, {}, { edit: "none", name: words.slice(0, 60) }), `renaming to ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/services`, {}, { name: words.slice(0, 60), hint: words, position: 90 }), `service ${payload}`);
  judged(await call(coordinator, `${PROGRAMME}/intake`, {}, { email: "also@example.org", name: "Also", service: "code-review", also: words,
    title: "Skills that are none", details: "Nothing of this is a skill.", asked_on: yesterday }), `skills of an intake ${payload}`);
  const record = { mentor_skills: ["Python"], mentor_services: ["code-review"], capacity: 1, also: words, strong: words, basics: words, offer: words.slice(0, 80), bio: words };
  judged(await call(mentee, `${PROGRAMME}/mentor/apply`, {}, { ...record, accepted: true }), `volunteer ${payload}`);
  const plain = { ...record, also: "", strong: "", basics: "", accepted: true };
  judged(await call(mentee, `${PROGRAMME}/mentor/apply`, {}, plain), `volunteer ${payload}`);
  judged(await call(mentee, `${PROGRAMME}/mentor`, {}, record), `mentor's record ${payload}`);
  const { id } = (await call(mentee, "/me", {})).json;
  nowhere(await call(coordinator, `${PROGRAMME}/people/{id}/hand-over`, { id }, { mentor: words.slice(0, 40), reason: words }), `handing over to ${payload}`);
  nowhere(await call(coordinator, `${PROGRAMME}/people/{id}/leave`, { id }, { to: [words.slice(0, 40)], reason: words }), `leaving with ${payload}`);
  done(await call(coordinator, `${PROGRAMME}/people/{id}/decline`, { id }, { reason: `No: ${words}` }), `decline for ${payload}`);
  if (i % 3 === 0) done(await call(mentee, `${PROGRAMME}/mentor/apply`, {}, plain), `volunteer again ${payload}`);
}

const lives = [];

await test("S3 every payload in every field of the API that takes words: kept as it is, or refused by the field's rule", async () => {
  expect(payloads.length >= 60, `${payloads.length} payloads`);
  const settings = await call(coordinator, `${PROGRAMME}/settings`, {});
  done(await call(coordinator, `${PROGRAMME}/settings`, {}, { ...settings.json, "mentor.capacity": 20 }), "more places");
  done(await call(mentor, `${PROGRAMME}/mentor`, {}, { mentor_skills: ["Python"], mentor_services: ["code-review"], capacity: 20 }), "places");
  const rest = [...payloads.entries()];
  const hand = async () => {
    for (let next = rest.shift(); next; next = rest.shift()) {
      const [i, payload] = next;
      lives[i] = await life(i, payload);
      await oneself(payload, lives[i].mentee);
      await programme(i, payload, lives[i].mentee);
    }
  };
  await Promise.all([hand(), hand(), hand(), hand(), hand(), hand()]);
});

// A form whose questions are payloads, rounds called so, and an application of each newcomer: scored, and decided with words.
await test("S3 questions, rounds and applications of payloads are there", async () => {
  const side = { side: "mentee" };
  const forms = `${PROGRAMME}/forms/{side}`;
  const ask = { audience: "reviewers", position: 1 };
  done(await call(coordinator, forms, side, { ...ask, called: "free", kind: "text", words: "A line?" }), "a question");
  done(await call(coordinator, forms, side, { ...ask, called: "long", kind: "long-text", words: "A text?" }), "a question");
  const far = { mentee_opens: "2199-01-01", mentee_closes: "2199-02-01", mentee_places: 0 };
  done(await call(coordinator, `${PROGRAMME}/rounds`, {}, { name: "Changed one", ...far }), "a round");
  const { round } = (await call(coordinator, `${PROGRAMME}/rounds`, {})).json.items.find((one) => one.name === "Changed one");
  for (const [i, payload] of payloads.entries()) {
    const words = kept(payload);
    judged(await call(coordinator, `${PROGRAMME}/rounds/{round}`, { round }, { name: words.slice(0, 80), criteria: words, ...far }), `round that becomes ${payload}`);
    judged(await call(coordinator, forms, side, { ...ask, called: `q${i}`, kind: "choice", words: words.slice(0, 190), help: words, choices: `${words.slice(0, 70)}\nAnother` }), `question ${payload}`);
    judged(await call(coordinator, `${PROGRAMME}/rounds`, {}, { name: words.slice(0, 80), criteria: words, mentee_opens: "2199-01-01", mentee_closes: "2199-02-01" }), `round ${payload}`);
  }
  done(await call(coordinator, `${PROGRAMME}/rounds`, {}, { name: "Open one", mentee_opens: "2026-01-01", mentee_closes: "2199-01-31" }), "a round");    // the newest: it stands on the first page of them
  let state = "";
  for (let tries = 0; state !== "open" && tries < 300; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    state = (await call(coordinator, `${PROGRAMME}/rounds`, {})).json.items.find((one) => one.name === "Open one").state;
  }
  expect(state === "open", `the window is ${state}`);
  for (const [i, payload] of payloads.entries()) {
    judged(await call(lives[i].mentee, `${PROGRAMME}/join/{side}/draft`, side, { free: kept(payload).slice(0, 200) }), `draft of ${payload}`);
    judged(await call(lives[i].mentee, `${PROGRAMME}/join/{side}`, side, { free: kept(payload).slice(0, 200), long: kept(payload) }), `application of ${payload}`);
  }
  const sent = (await call(coordinator, `${PROGRAMME}/review?limit=100`, {})).json.items;
  expect(sent.length >= payloads.length - 2, `only ${sent.length} applications came in`);
  for (const [i, payload] of payloads.entries()) {
    const at = { application: sent[i % sent.length].id };
    const review = `${PROGRAMME}/review/{application}`;
    await call(coordinator, `${review}/take`, at, {});
    judged(await call(coordinator, `${review}/score`, at, { score: "3", words: kept(payload) }), `score of ${payload}`);
    judged(await call(coordinator, `${review}/decide`, at, { decision: "short-list", words: kept(payload) }), `decision of ${payload}`);
  }
});

// A survey whose questions are payloads, called so, and answers of each newcomer; focus areas called so as well.
await test("S3 surveys and focus areas of payloads are there", async () => {
  // None comes due while this goes on: the worker would open it first.
  const days = { opens: "2199-01-01", closes: "2199-01-31", first_days: 7, last_days: 2, survey_audience: "members" };
  const written = { form: "survey-words" };
  done(await call(coordinator, `${PROGRAMME}/forms`, {}, { slug: "words", title: "Words", about: "So that we know.", survey_audience: "members" }), "a survey is written");
  for (const payload of payloads) {
    const words = kept(payload);
    judged(await call(coordinator, `${PROGRAMME}/focus`, {}, { name: words.slice(0, 60) }), `area ${payload}`);
    judged(await call(coordinator, `${PROGRAMME}/focus`, {}, { name: "Address", url: words }), `address of an area ${payload}`);
    nowhere(await call(coordinator, `${PROGRAMME}/forms`, {}, { slug: words.slice(0, 40), title: words, about: words, survey_audience: "members" }), `a survey called ${payload}`);
    judged(await call(coordinator, `${PROGRAMME}/forms/{form}/survey`, written, { title: words.slice(0, 100), about: words, survey_audience: "members" }), `what a survey is for ${payload}`);
    nowhere(await call(coordinator, `${PROGRAMME}/surveys`, {}, { ...days, questionnaire: words }), `survey by ${payload}`);
    judged(await call(coordinator, `${PROGRAMME}/surveys`, {}, { ...days, name: words.slice(0, 80), about: words, survey_round: "none" }), `survey ${payload}`);
    judged(await call(coordinator, `${PROGRAMME}/surveys`, {}, { ...days, name: words.slice(0, 80), about: words }), `survey ${payload}`);
  }
  const made = await call(coordinator, `${PROGRAMME}/surveys`, {}, { ...days, name: "Open one", about: "So that we know.", asks_areas: true });
  expect(made.status === 201, `a survey answers ${made.status}`);
  const at = { survey: made.json.id };
  done(await call(coordinator, `${PROGRAMME}/forms/{side}`, { side: made.json.form }, { audience: "reviewers", position: 1, called: "free", kind: "text", words: "A line?" }), "a question");
  for (const [i, payload] of payloads.entries()) {
    const words = kept(payload);
    judged(await call(coordinator, `${PROGRAMME}/surveys/{survey}/change`, at, { ...days, name: words.slice(0, 80), about: words }), `change of a survey ${payload}`);
    judged(await call(coordinator, `${PROGRAMME}/forms/{side}`, { side: made.json.form }, { audience: "reviewers", position: 1, called: `q${i}`, kind: "choice", words: words.slice(0, 190), help: words, choices: `${words.slice(0, 70)}\nAnother` }), `question ${payload}`);
  }
  done(await call(coordinator, `${PROGRAMME}/surveys/{survey}/open`, at, {}), "it opens");
  for (const [i, payload] of payloads.entries()) {
    judged(await call(lives[i].mentee, `${PROGRAMME}/surveys/{survey}/draft`, at, { free: kept(payload).slice(0, 200) }), `draft of answers ${payload}`);
    judged(await call(lives[i].mentee, `${PROGRAMME}/surveys/{survey}`, at, { free: kept(payload).slice(0, 200) }), `answers ${payload}`);
    judged(await call(coordinator, `${PROGRAMME}/surveys/{survey}/extend`, at, { closes: kept(payload) }), `end of a survey ${payload}`);
  }
});

// An opening of each newcomer, and one of somebody who looks at it; the round's mentors apply later, below.
const announced = [];
const OPENING = `${PROGRAMME}/openings/{opening}`;
await test("S3 openings of payloads are there", async () => {
  done(await call(coordinator, `${PROGRAMME}/settings`, {}, { "mentor.approval": "project", "choice.by": "project", "front.audience": "public" }), "settings");
  done(await call(coordinator, `${PROGRAMME}/rounds`, {}, { name: "Of projects", mentee_opens: "2026-01-01", mentee_closes: "2199-02-01" }), "a round");
  const { round } = (await call(coordinator, `${PROGRAMME}/rounds`, {})).json.items.find((one) => one.name === "Of projects");
  const wish = (words) => ({ round, project: words.slice(0, 78), url: "https://project.example.org/", goals: details(words), criteria: words, languages: words.slice(0, 150), places: 1 });
  done(await call(token("mentee1@demo.example"), `${PROGRAMME}/openings`, {}, wish("One that waits")), "an opening");
  for (const [i, payload] of payloads.entries()) {
    const contact = lives[i].mentee;
    const made = await call(contact, `${PROGRAMME}/openings`, {}, wish(kept(payload)));
    judged(made, `opening of ${payload}`);
    const own = made.status === 201 ? made.json.items.find((one) => one.state === "declared") : null;
    if (!own) continue;
    const at = { opening: own.id };
    judged(await call(coordinator, `${OPENING}/decide`, at, { decision: "return", words: kept(payload) }), `returning ${payload}`);
    judged(await call(contact, OPENING, at, wish(kept(payload))), `declaring ${payload} again`);
    nowhere(await call(contact, `${PROGRAMME}/openings`, {}, { ...wish(kept(payload)), round: kept(payload), url: kept(payload) }), `an opening for ${payload}`);
    nowhere(await call(contact, OPENING, at, { ...wish(kept(payload)), round: kept(payload), url: kept(payload) }), `an opening for ${payload}`);
    if (i % 2) judged(await call(coordinator, `${OPENING}/decide`, at, { decision: "announce", words: kept(payload) }), `announcing ${payload}`);
    judged(await call(contact, `${OPENING}/nominate`, at, { name: kept(payload).slice(0, 78), email: `nominee${i}@example.org` }), `nominating ${payload}`);
    nowhere(await call(contact, `${OPENING}/elect`, at, { application: kept(payload), decision: "elect", words: kept(payload) }), `electing ${payload}`);
    if (i % 2) announced.push({ at, contact, payload });
  }
  expect(announced.length > 5, `only ${announced.length} openings are announced`);
});

// Fields of texts that are names of something else: an id, a slug, a date, a zone, an address.
const names = ["zone", "email", "service", "affiliation", "edit", "version", "next", "date", "time", "until", "paused_until", "tried_on", "held_on", "oriented_on", "asked_on",
  "asked_at", "suggested", "named_mentor", "also", "was", "called", "closes", "initials", "given_on", "help_place", "question", "place", "slug", "block", "mentor_opens", "mentor_closes", "mentee_opens", "mentee_closes", "opens", "survey_round", "questionnaire", "url"];
const short = payloads.filter((one) => kept(one).length <= 40).length;    // what fits into the shortest field whole

await test("S3 no field of words of the API is left out, and each got every payload", async () => {
  const api = await (await fetch(`${BASE}/openapi.json`)).json();
  const followed = (schema) => (schema.$ref ? schema.$ref.slice(2).split("/").reduce((at, key) => at[key], api) : schema);
  const missing = [];
  for (const [path, methods] of Object.entries(api.paths))
    for (const method of Object.values(methods)) {
      const body = method.requestBody && followed(method.requestBody.content["application/json"].schema);
      for (const [name, field] of Object.entries(body?.properties ?? {})) {
        const is_words = [field.type].flat().includes("string") && !field.enum && !names.includes(name) && !(name === "mentor" && path.endsWith("/assign"));
        const count = filled.get(`${path.replace("/api/v1", "")} ${name}`)?.size ?? 0;
        if (is_words && count < short) missing.push(`${path} ${name} (${count})`);
      }
    }
  const unfilled = missing.filter((one) => !one.includes("/sheet mentor"));    // a name that must be a mentor's: the forms below try it
  expect(unfilled.length === 0, `payloads are missing in ${unfilled.join(", ")}`);
});

await test("S3 what cannot be seen is refused: mirroring, line separators, controls, a new line in a line", async () => {
  for (const unseen of refused) {
    const answer = await call(coordinator, `${PROGRAMME}/views`, {}, { name: unseen, query: "state=waiting" });
    expect(answer.status === 422, `${JSON.stringify(unseen)}: ${answer.status}`);
    const long = await call(coordinator, `${PROGRAMME}/handovers`, {}, { words: unseen });
    expect(long.status === (/^[^\n]+\n/.test(unseen) ? 204 : 422), `${JSON.stringify(unseen)} in a long text: ${long.status}`);
  }
});

// --- every page, by a parser that is not ours ---

const strangers = new Set(["script", "style", "iframe", "base", "object", "embed", "math", "marquee", "frame", "frameset", "template", "noscript"]);

// What a page is made of, without its words: the same for every payload, or a payload broke out.
function bones(tree, path) {
  const list = [];
  for (const one of elements(tree)) {
    const at = attributes(one);
    const isOurs = one.tagName === "script" && /^\/[^/]/.test(at.src ?? "");
    expect(isOurs || !strangers.has(one.tagName), `${path} holds a <${one.tagName}>`);
    const isLinkOfDocument = one.tagName === "a" && /\/(documents|resources|openings)/.test(path);    // a programme's own words may lead elsewhere, never load from there
    for (const [name, value] of Object.entries(at)) {
      expect(!name.startsWith("on") && name !== "style" && name !== "srcdoc" && name !== "http-equiv", `${path} holds an attribute ${name}`);
      expect(!["href", "src", "action", "formaction"].includes(name) || !/^\s*(javascript|data|vbscript):/i.test(value), `${path} leads to ${value}`);
      expect(!["href", "src", "action"].includes(name) || /^(\/(?!\/)|#|\?|mailto:|otpauth:|https:\/\/github\.com\/|https:\/\/chat\.example\/\d+$|$)/.test(value) || value.startsWith(BASE) || (isLinkOfDocument && /^https:\/\//.test(value)), `${path} leads to ${value}`);
    }
    list.push(`${one.tagName}[${Object.keys(at).sort().join(" ")}]`);
  }
  return list.join("");
}

// Known elements, references of ours, and else text: what a reader of feeds meets.
function feed(body, path) {
  const rest = body.replace(/<\/?(feed|id|title|updated|author|name|entry|published|content)( xmlns="[^"<]*"| type="text")?>|<link rel="[a-z]+" type="[a-z/+]+" href="[^"<]*"\/>|^<\?xml version="1.0" encoding="utf-8"\?>/g, "");
  expect(!/[<>]/.test(rest), `${path} holds ${rest.match(/.{0,40}[<>].{0,40}/)?.[0]}`);
  expect(!/&(?!(amp|lt|gt|quot|#39);)/.test(rest), `${path} holds a strange reference`);
  expect(!/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/.test(rest), `${path} holds a sign that XML does not have`);
  return "";
}

// What every answer must be, whatever was asked: no fault of ours, no head of theirs, no way out.
function sound(answer, path) {
  const { status, headers } = answer;
  expect(status < 500, `${path} answers ${status}`);
  for (const line of headers.getSetCookie()) expect(line.startsWith("__Host-"), `${path} sets ${line}`);
  const to = headers.get("location");
  expect(to === null || /^\/(?![/\\])/.test(to), `${path} leads to ${to}`);
  expect(status === 303 || headers.get("x-content-type-options") === "nosniff", `${path} may be sniffed`);
  const kind = headers.get("content-type") ?? "";
  if (/^text\/html/.test(kind)) return bones(answer.tree ??= parse(answer.body), path);
  if (/^application\/atom\+xml/.test(kind)) return feed(answer.body, path);
  if (/json/.test(kind)) JSON.parse(answer.body);
  else expect(answer.body === "" || status >= 400 || /^text\/(csv|plain|calendar)/.test(kind), `${path} is ${kind}`);
  return "";
}

// Many at once, since each waits for the server most of the time; what fails is said at the end, all of it.
async function each(list, work) {
  const rest = [...list];
  const wrong = [];
  const hand = async () => {
    for (let next = rest.shift(); next !== undefined; next = rest.shift())
      try { await work(next); } catch (error) { wrong.push(error.message); }
  };
  await Promise.all([hand(), hand(), hand(), hand()]);
  expect(wrong.length === 0, `${wrong.length} times: ${wrong.slice(0, 8).join("\n")}`);
}

// --- the forms of the pages: all of them, found on the pages and not listed here ---

const seats = {};
for (const who of ["coordinator", "escalation", "admin", "mentor1", "mentor2", "mentee1", "mentee9", "mentee11", "volunteer1", "member9", "member10", "away1"])
  seats[who] = await seat(`${who}@demo.example`);
seats.theirs = await seat("hostile4@example.org", "a mentee whose name is a payload");
seats["signed-out"] = await stranger();

const fresh = await freshServer("--rate-limits", "no");
const { setup } = fresh;
seats.first = await stranger(setup, fresh.base);

const isPage = (row) => row.method === "GET" && !row.path.startsWith("/api/") && !/\.json$|z$/.test(row.path);
const idsIn = (html, kind) => [...new Set([...html.matchAll(new RegExp(`/${kind}/(0[a-z0-9]{12})`, "g"))].map((one) => one[1]))];

// Openings of each state: a page of one that is announced holds other forms than one that waits.
async function openingsFor(one) {
  const rows = (await one.get(`${P}/openings`)).body.split('<section class="card"><h2>').slice(1);
  const waits = rows.filter((row) => row.includes("Waits for coordinators")), others = rows.filter((row) => !waits.includes(row));
  return [...waits.slice(0, 4), ...others.slice(0, 4)].flatMap((row) => idsIn(row, "openings"));
}

// The values of parameters that this person can use: what their lists show, and requests and people full of payloads.
async function idsFor(one, theirs) {
  const request = [...theirs];
  for (const path of [`${P}/requests?show=all`, `${P}/requests?tab=mine`, `${P}/history`, `${P}/coordinate/requests?state=closed`,
    `${P}/coordinate/requests?state=running`, `${P}/coordinate/requests?state=waiting`]) request.push(...idsIn((await one.get(path)).body, "requests").slice(0, 4));
  const person = idsIn((await one.get(`${P}/coordinate/people?tab=members`)).body, "people").slice(0, 3);
  return { request: [...new Set(request)], person, kept: ["0000000000000"], slug: ["conduct"], kind: ["L05"], mail: idsIn((await one.get(`${P}/coordinate/messages`)).body, "messages").slice(0, 2), report: idsIn((await one.get(`${P}/safety`)).body, "safety").slice(0, 3),
    side: ["mentee"], form: ["survey-needs"], opening: await openingsFor(one), application: idsIn((await one.get(`${P}/review`)).body, "review").slice(0, 2), intake: idsIn((await one.get(`${P}/coordinate/rounds`)).body, "rounds").slice(0, 1), round: idsIn((await one.get(`${P}/rounds`)).body, "rounds").slice(0, 2), survey: [...idsIn((await one.get(`${P}/surveys`)).body, "surveys").slice(0, 1), ...idsIn((await one.get(`${P}/coordinate/surveys`)).body, "surveys").slice(0, 3)],
    step: ["service", "skills", "details", "when", "about-you", "check"], view: [] };
}

// Addresses that a page's own links give, with other parameters than those known: a form for one row often opens so.
const others = (tree) => elements(tree).filter((one) => one.tagName === "a").map((one) => attributes(one).href ?? "").filter((href) => /^\/[^/].*\?/.test(href));

const found = new Map();    // "POST /p/:p/requests/:id/notes": the form of that act with the most fields, and who found it where
const met = new Set();
const isTyped = (control) => ["text", "textarea", "search", "email", "url", "tel"].includes(control.type);

function meet(one, page, html) {
  for (const form of formsOf(html)) {
    form.action ||= page;
    const row = routeOf(form.method, new URL(form.action, BASE).pathname);
    expect(row, `${page} has a form that leads to ${form.action}, which is no address of ours`);
    const name = `${form.method} ${row.path}`;
    met.add(name);
    const has = new Set(form.controls.map((control) => control.name)).size;
    if (has > Math.max(2, found.get(name)?.has ?? 0)) found.set(name, { name, form, page, one, has });    // more than the token and the key
  }
}

async function crawl(one) {
  const seen = new Set();
  const ids = await idsFor(one, one.who === "coordinator" || one.who === "mentor1" ? lives.slice(0, 3).map((each) => each.id) : []);
  const ways = routes.filter(isPage).flatMap((row) => addresses(row, ids));
  if (one === seats.first) ways.splice(0, ways.length, setup);
  for (let path = ways.shift(); path; path = ways.shift()) {
    const answer = await one.get(path);
    sound(answer, `${one.who} ${path}`);
    if (answer.status !== 200) continue;
    if (!answer.tree) continue;    // the feed, which has no forms
    meet(one, path, answer.tree);
    for (const href of others(answer.tree)) {
      const url = new URL(href, BASE);
      const kind = `${routeOf("GET", url.pathname)?.path} ${[...url.searchParams.keys()].sort().join(" ")} ${url.searchParams.get("tab") ?? ""}`;
      if (!seen.has(kind)) { seen.add(kind); ways.push(href); }
    }
  }
}

// The fresh server is set up by somebody whose name is a payload; at the second time they come, the second factor is asked for.
async function setUp() {
  const there = { dir: fresh.dir, base: fresh.base };
  const [form] = formsOf((await seats.first.get(setup)).body);
  const answer = await seats.first.post("/setup", pairsOf(form, { name: payloads[4], email: "first@example.org", zone: "UTC", programmes: "operation-code" }));
  sound(answer, "/setup");
  expect(answer.status === 303, `the set-up answers ${answer.status}`);
  await takeFactor(await seat("first@example.org", "the first coordinator", there));
  seats.half = await seat("first@example.org", "somebody whose second factor is still to come", there);
  const page = await seats.half.get("/login/second-factor");
  sound(page, "/login/second-factor");
  meet(seats.half, "/login/second-factor", page.body);
}

await test("S3 a second factor is begun, so that its form is there", async () => {
  const page = formsOf((await seats.member9.get("/me/security/factor")).body).find((form) => form.action.endsWith("/start"));
  sound(await seats.member9.post("/me/security/factor/start", pairsOf(page)), "/me/security/factor/start");
  meet(seats.member9, "/me/security/factor", (await seats.member9.get("/me/security/factor")).body);
});

// A report for each state of a case, so that each form of one stands somewhere: sent, acknowledged, decided; and the page of whoever holds a code.
await test("S3 reports of payloads are there, with and without a name, in each state", async () => {
  const write = async (payload, sharing) => {
    const [form] = formsOf((await seats["signed-out"].get(`${P}/report`)).body).filter((one) => one.action.endsWith("/report"));
    const fields = { what: details(payload), about: kept(payload), sharing, name: kept(payload), contact: kept(payload) };
    const answer = await seats["signed-out"].post(form.action, pairsOf(form, fields));
    sound(answer, `report of ${payload}`);
    expect(answer.status === 200, `a report of ${payload} answers ${answer.status}`);
    return answer.body.match(/<code>([0-9a-z-]{29})<\/code>/)[1];
  };
  const act = async (path, end, fields) => {
    const form = formsOf((await seats.member10.get(path)).body).find((one) => one.action.endsWith(end));
    const answer = await seats.member10.post(form.action, pairsOf(form, fields));
    expect(answer.status === 303, `${path}${end} answers ${answer.status}`);
  };
  for (const [i, payload] of payloads.entries()) await write(payload, ["named", "confidential", "anonymous"][i % 3]);
  const code = await write(payloads[0], "confidential");
  const [decided, asked] = idsIn((await seats.member10.get(`${P}/safety`)).body, "safety").map((id) => `${P}/safety/${id}`);
  await act(asked, "/ask", { words: kept(payloads[3]) });
  await act(decided, "/acknowledge", {});
  await act(decided, "/note", { words: kept(payloads[4]) });
  await act(decided, "/decide", { measure: "nothing", words: details(payloads[5]) });
  const [form] = formsOf((await seats["signed-out"].get("/report/follow")).body).filter((one) => one.action.endsWith("/follow"));
  meet(seats["signed-out"], "/report/follow", (await seats["signed-out"].post(form.action, pairsOf(form, { code }))).body);
});

// Acts whose forms hold no words and stand on pages of a moment that nobody here is in.
const moments = ["/me/data/keep", "/p/:p/coordinate/import/:file/apply", "/p/:p/coordinate/import/:file/drop", "/p/:p/coordinate/import/:file/columns", "/login/link", "/login/second-factor", "/me/words/remove", "/me/blocks/end", "/me/email/:token", "/me/security/end", "/me/security/factor/remove", "/me/security/factor/keep", "/me/security/recovery", "/me/tokens/:token/end",
  "/p/:p/conduct", "/p/:p/requests/:id/undo", "/p/:p/requests/:id/unpass", "/p/:p/requests/:id/accept", "/p/:p/requests/:id/decline", "/p/:p/coordinate/views/:view/end",
  "/p/:p/coordinate/stand-in/end", "/a/:token", "/u/:token", "/me/notifications/try", "/admin/jobs/:job/again", "/admin/letters/:letter/again", "/admin/slack/disconnect",
  "/p/:p/coordinate/letters/:letter/again", "/p/:p/coordinate/letters/:letter/settle", "/p/:p/coordinate/letters/:letter/send", "/p/:p/coordinate/letters/:letter/drop", "/p/:p/coordinate/texts/:kind/builtin", "/slack/link/:token", "/me/slack/:link/end",
  "/p/:p/safety/:report/acknowledge", "/p/:p/safety/:report/close", "/p/:p/safety/:report/pause", "/p/:p/safety/:report/lift", "/p/:p/safety/:report/rest", "/p/:p/safety/:report/go-on", "/p/:p/coordinate/responders/end",
  "/p/:p/openings/:opening/withdraw", "/p/:p/openings/:opening/list", "/p/:p/openings/:opening/choose",    // without words; the last two once somebody is on a short list
  "/p/:p/openings/:opening/elect",    // once mentors applied, below; its words are tried there
  "/p/:p/join/:side/draft", "/p/:p/join/:side/withdraw", "/p/:p/join/:side/return", "/p/:p/join/:side/accept", "/p/:p/join/:side/decline", "/p/:p/review/:application/take",
  "/p/:p/coordinate/rounds/:intake/settle", "/p/:p/surveys/:survey/draft", "/p/:p/coordinate/surveys/:survey/open", "/p/:p/coordinate/surveys/:survey/renew", "/p/:p/coordinate/surveys/:survey/close", "/p/:p/coordinate/reviewers/end", "/p/:p/coordinate/documents/:slug/remind", "/p/:p/coordinate/documents/:slug/preview",    // a preview is a button of the form that saves; what is written in a draft is what is sent
  "/p/:p/come/in",    // one button for who is signed in and no member
  "/p/:p/requests/:id/absent",    // of a session that is over, and without words
  "/p/:p/requests/:id/post/out", "/p/:p/requests/:id/post/again", "/p/:p/coordinate/room/by-hand", "/p/:p/coordinate/room/by-server",    // they stand where there is a mentors' room, and hold no words
  // what Slack signs has no form on a page; its words are tried in slack.story and test_message_text.c
  "/slack/command", "/slack/interact", "/slack/events", "/slack/options"];

await test("S3 every form of every page is found", async () => {
  await each(Object.values(seats), crawl);
  const missing = routes.filter((row) => row.method === "POST" && !row.path.startsWith("/api/") && !met.has(`POST ${row.path}`) && !moments.includes(row.path));
  expect(missing.length === 0, `no page had the form of ${missing.map((row) => row.path).join(", ")}: sign in somebody who sees it, or say in the list that it holds no words`);
});

// A bell behind the words: what was typed comes back in the page, and nothing changes, so each payload meets the same page.
async function typed({ name, form, page, one }) {
  const fields = form.controls.filter(isTyped);
  const shapes = new Map();
  for (const payload of [...payloads, ...refused]) {
    const answer = await one.post(form.action, pairsOf(form, Object.fromEntries(fields.map((field) => [field.name, `${payload}\u0007.`]))));
    const shape = sound(answer, `${name} with ${payload}`);
    if (answer.status !== 422) { expect(answer.status >= 400, `${name} takes ${payload} with a bell: ${answer.status}`); continue; }
    const back = formsOf(answer.tree).filter((each) => routeOf(each.method, new URL(each.action || page, BASE).pathname) === routeOf(form.method, new URL(form.action, BASE).pathname));
    for (const field of fields.filter((each) => !(each.name === "mentor" && form.action.endsWith("/sheet")))) {    // F057: a wrong name is set back
      const words = payload.replaceAll("\r", "").trim().replaceAll("\n", field.type === "textarea" ? "\n" : "");
      const isBack = back.some((each) => each.controls.some((control) => control.name === field.name && control.value.replaceAll("\r", "").replaceAll("\n", field.type === "textarea" ? "\n" : "").includes(words)));
      expect(isBack, `${name}: ${field.name} does not come back as ${JSON.stringify(payload)}`);
    }
    shapes.set(shape, [...(shapes.get(shape) ?? []), payload]);
  }
  const hasPreview = name.includes("/documents/:slug");    // of what was typed
  expect(shapes.size <= 1 || hasPreview, `${name} comes back in ${shapes.size} shapes; odd: ${[...shapes.values()].at(-1)}`);
}

// Everything is a payload: dates, numbers, choices, what is hidden.
async function all({ name, form, one }, from) {
  const over = form.controls.filter((control) => control.name !== "csrf" && control.name !== "key");
  for (let i = from % 8; i < payloads.length; i += 8)
    sound(await one.post(form.action, pairsOf(form, Object.fromEntries(over.map((control, k) => [control.name, payloads[(i + k) % payloads.length]])))), `${name}, all of it ${payloads[i]}`);
}

// Nobody leaves who is still needed below.
const posts = () => [...found.values()].filter(({ name, form }) => form.method === "POST" && name !== "POST /logout" && !name.endsWith("/leave"));

await test("S3 every payload in every field of every form comes back as it was typed, in a page of the same build", async () => {
  const forms = posts().filter(({ form }) => form.controls.some(isTyped));
  expect(forms.length >= 25, `only ${forms.length} forms take words`);
  await each(forms, typed);
  await setUp();
  await typed(found.get("POST /login/second-factor"));
});

await test("S3 forms of which every field is a payload, dates and hidden ones too, break nothing", 
  () => each(posts().entries(), ([i, one]) => all(one, i)));

// --- what only a form takes: a draft of the wizard, the name of a token ---

async function draft(one, payload) {
  const path = `${P}/requests/new/details`;
  const form = formsOf((await one.get(path)).body).find((each) => each.action.endsWith("/details"));
  const words = { title: title(payload), details: details(payload) };
  expect((await one.post(path, pairsOf(form, words))).status === 303, `the draft ${payload} is not taken`);
  for (const [back, wanted] of [[path, words.details], [`${P}/requests/new/check`, kept(payload)]]) {
    const page = await one.get(back);
    sound(page, back);
    const shown = text(page.tree);
    expect(shown.includes(wanted), `${back} does not show ${payload} as it was written`);
  }
}

async function label(one, payload) {
  const form = formsOf((await one.get("/me/tokens")).body).find((each) => each.action === "/me/tokens");
  sound(await one.post("/me/tokens", pairsOf(form, { name: payload, scope: "read", days: "1" })), "/me/tokens");
  const page = await one.get("/me/tokens");
  sound(page, "/me/tokens");
  expect(text(page.tree).includes(kept(payload)), `the token ${payload} is not named as it was written`);
  const end = formsOf(page.body).find((each) => each.action.endsWith("/end"));
  expect((await one.post(end.action, pairsOf(end))).status === 303, "a token does not end");
}

await test("S3 each payload as the draft of a request and as the name of a token", async () => {
  const one = seats.theirs;
  const begin = formsOf((await one.get(`${P}/requests/new/service`)).body).find((each) => each.action.endsWith("/service"));
  await one.post(begin.action, pairsOf(begin, { service: "general-guidance" }));
  const skills = formsOf((await one.get(`${P}/requests/new/skills`)).body).find((each) => each.action.endsWith("/skills"));
  await one.post(skills.action, pairsOf(skills, { is_unsure: "yes" }));
  for (const payload of payloads) {
    await draft(one, payload);
    await label(one, [...payload].slice(0, 60).join(""));
  }
});

// --- every address of the route table for every role ---

for (const who of ["coordinator", "mentor1"])
  await test(`S3 ${who} reads the requests of all payloads, and each page is built as the others are`, async () => {
    const shapes = new Map();
    await each(lives.entries(), async ([i, one]) => {
      const path = `${P}/requests/${one.id}`;
      const page = await seats[who].get(path);
      expect(page.status === 200, `${path} answers ${page.status}`);
      const shape = sound(page, path);
      expect(text(page.tree).includes(kept(payloads[i])), `${path} does not show ${payloads[i]} as it was written`);
      shapes.set(shape, [...(shapes.get(shape) ?? []), payloads[i]]);
    });
    expect(shapes.size === 1, `${shapes.size} kinds of page; odd ones: ${[...shapes.values()].filter((list) => list.length < 10).flat().join(" | ")}`);
  });

const roles = ["coordinator", "escalation", "mentor1", "theirs", "admin", "signed-out"];
const stride = process.env.FULL ? 1 : roles.length * 2;    // behind each address: half of the words over all roles, in make check-all all of them for each

// Since then mentors apply by a form, and no longer by the page on which they volunteered, whose form was met above.
await test("S3 mentors of openings are elected and refused with payloads", async () => {
  const side = { side: "mentor" };
  done(await call(coordinator, `${PROGRAMME}/forms/{side}`, side, { audience: "reviewers", position: 1, called: "free", kind: "text", words: "A line?" }), "a question");
  done(await call(coordinator, `${PROGRAMME}/rounds`, {}, { name: "Of mentors", mentor_opens: "2026-01-01", mentor_closes: "2199-01-31" }), "a round");
  const { round } = (await call(coordinator, `${PROGRAMME}/rounds`, {})).json.items.find((one) => one.name === "Of mentors");
  let elected = 0;
  for (let tries = 0; tries < 300 && !(await call(coordinator, `${PROGRAMME}/rounds`, {})).json.items.some((one) => one.name === "Of mentors" && one.state === "open"); tries++)
    await new Promise((resolve) => setTimeout(resolve, 100));
  for (const [i, { contact, payload }] of announced.entries()) {
    const made = await call(contact, `${PROGRAMME}/openings`, {}, { round, project: "With mentors", url: "https://project.example.org/", goals: details(payload), places: 1 });
    expect(made.status === 201, `a second opening of ${payload} answers ${made.status}: ${JSON.stringify(made.json).slice(0, 300)}`);
    const at = { opening: made.json.items.filter((one) => one.round === "Of mentors" && one.state === "declared").at(-1).id };
    done(await call(coordinator, `${OPENING}/decide`, at, { decision: "announce" }), "an opening");
    done(await call(lives[i].mentee, `${PROGRAMME}/join/{side}`, side, { opening: at.opening, free: kept(payload).slice(0, 200) }), `a mentor for ${payload}`);
    const [one] = (await call(contact, OPENING, at)).json.mentors;
    judged(await call(contact, `${OPENING}/elect`, at, { application: one.id, decision: i % 2 ? "elect" : "refuse", reason: "no-place", words: kept(payload) }), `electing for ${payload}`);
    elected += 1;
  }
  expect(elected > 5, `only ${elected} were elected or refused`);
});

await test("S3 every page of the route table, for every role, holds nothing of theirs but words, whatever is asked behind the question mark", async () => {
  const asked = [...found.values()].filter(({ form }) => form.method === "GET").flatMap(({ form }) => form.controls.map((control) => control.name));
  const keys = [...new Set([...asked, "q", "tab", "state", "show", "next", "token", "edit", "decline", "roles", "after", "at", "view"])];
  const ways = [];
  for (const who of roles) {
    const ids = await idsFor(seats[who], who === "coordinator" || who === "mentor1" ? lives.slice(3, 6).map((one) => one.id) : [lives[4].id]);
    for (const [i, row] of routes.filter(isPage).entries())
      for (const path of addresses(row, { ...ids, slug: ["conduct", ...payloads.slice(0, 3).map(encodeURIComponent)], person: ids.person.length ? ids.person : ["0000000000000"] })) {
        ways.push([who, path]);
        for (let k = (i + roles.indexOf(who)) % roles.length; k < payloads.length + refused.length; k += stride)
          ways.push([who, `${path}?${keys.map((key) => `${key}=${encodeURIComponent([...payloads, ...refused][k])}`).join("&")}`]);
      }
  }
  await each(ways, async ([who, path]) => sound(await seats[who].get(path), `${who} ${path}`));
});

await test("S3 a list that is read to its end holds nothing of theirs but words", async () => {
  const lists = ["coordinate/requests", "requests?show=all", "sheet?show=all", "coordinate/people?tab=members", "coordinate/people?tab=mentors", "coordinate/people?tab=pending"];
  await each(lists, async (list) => {
    for (let path = `${P}/${list}`, pages = 0; path && pages < 12; pages++) {
      const page = await seats.coordinator.get(path);
      expect(page.status === 200, `${path} answers ${page.status}`);
      sound(page, path);
      path = page.body.match(/<a class="btn" href="([^"]*)" rel="next">/)?.[1].replaceAll("&amp;", "&");
    }
  });
});

const deep = (value) => (typeof value === "string" ? [value] : value && typeof value === "object" ? Object.values(value).flatMap(deep) : []);

await test("S3 every JSON answer, for every role, says each payload exactly", async () => {
  const bearers = { coordinator, mentor, mentee: lives[4].mentee, admin: token("admin@demo.example") };
  const people = (await call(coordinator, `${PROGRAMME}/people`, {})).json.items.map((one) => one.id);
  const rows = routes.filter((row) => row.method === "GET" && row.path.startsWith("/api/v1/"));
  const heard = new Map(Object.keys(bearers).map((who) => [who, new Set()]));
  const ways = rows.flatMap((row) => addresses(row, { request: lives.map((one) => one.id), person: people.slice(0, 4), slug: ["conduct"], view: [] })
    .flatMap((path) => Object.keys(bearers).filter((who) => !path.includes("/requests/") || who === "coordinator" || path.includes(lives[4].id)).map((who) => [who, path])));
  await each(ways, async ([who, path]) => {
    const answer = await fetch(BASE + path, { headers: { ...unpacked, authorization: `Bearer ${bearers[who]}` } });
    const body = await answer.text();
    sound({ status: answer.status, headers: answer.headers, body }, `${who} ${path}`);
    expect(/json/.test(answer.headers.get("content-type")), `${path} is ${answer.headers.get("content-type")}`);
    for (const words of deep(JSON.parse(body))) heard.get(who).add(words);
  });
  const all = [...heard.get("coordinator")];
  for (const payload of payloads) {
    for (const words of [title(payload), kept(payload)]) expect(heard.get("coordinator").has(words), `no JSON answer said exactly ${words}`);
    expect(all.some((one) => one.startsWith(details(payload))), `no JSON answer said exactly ${details(payload)}`);    // the answer to a question follows
  }
  expect(heard.get("mentor").has(title(payloads[4])) && heard.get("mentee").has(title(payloads[4])) && !heard.get("admin").has(title(payloads[4])), "who reads what is wrong");
});

// --- files for spreadsheets ---

const formula = /^[\s]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

async function file(action, page, over) {
  const form = formsOf((await seats.coordinator.get(page)).body).find((each) => each.action.endsWith(action));
  const answer = await seats.coordinator.post(`${P}/coordinate/${action}`, pairsOf(form, over));
  expect(answer.status === 200 && /attachment/.test(answer.headers.get("content-disposition")), `${action} answers ${answer.status}`);
  return over.format === "xlsx" ? answer.bytes : answer.body;
}

// What openpyxl reads: [text, kind] of each cell.
const workbook = (bytes) => Object.values(JSON.parse(execFileSync("/usr/bin/python3", ["../interop/workbook_read.py"], { input: bytes, encoding: "utf8" }))).flat(2);

for (const [action, page, which] of [["export", `${P}/coordinate/requests`, title], ["people/export", `${P}/coordinate/people?tab=members`, kept]])
  await test(`S3 the file of ${action} begins no formula, and gives each payload back`, async () => {
    const rows = parseCsv(await file(action, page, { format: "csv", state: "", q: "" }), { bom: true, relax_column_count: false });
    const cells = new Set(rows.flat());
    for (const cell of cells) expect(!formula.test(cell), `a cell begins a formula: ${cell}`);
    const sheet = workbook(await file(action, page, { format: "xlsx", state: "", q: "" }));
    for (const [value, kind] of sheet) expect(kind === "s" || value === null, `a cell of the workbook is no text: ${value}`);
    const texts = new Set(sheet.map(([value]) => value));
    const items = deep(JSON.parse(await file(action, page, { format: "json", state: "", q: "" })));
    let count = 0;
    for (const payload of payloads) {
      const words = which(payload);
      if (!items.includes(words)) continue;
      count += 1;
      expect(cells.has(words) || (formula.test(words) && cells.has(`'${words}`)), `the CSV does not hold ${words} as it was written`);
      expect(texts.has(words), `the workbook does not hold ${words} as it was written`);
    }
    expect(count >= payloads.length - 2, `only ${count} payloads are in the file`);
  });

// --- every page, by the browser ---

const browser = await launch();
const dug = () => [...document.querySelectorAll("script:not([src]), style, iframe, base, img:not([src^='/']), [onerror], [onload], meta[http-equiv]")].map((one) => one.outerHTML.slice(0, 80));

// Opens a page and looks for what must not happen, and for a sign that a script of theirs ran.
async function look(page, faults, path) {
  faults.length = 0;
  await page.goto(path);
  const odd = await page.evaluate(dug);
  expect(odd.length === 0, `${path} holds ${odd[0]}`);
  expect(faults.length === 0, `${path}: ${faults[0]}`);
}

async function walk(context, ways) {
  const page = await context.newPage();
  const faults = [];
  watch(page, faults);
  for (let path = ways.shift(); path; path = ways.shift()) await look(page, faults, path);
}

for (const who of ["coordinator", "mentor1", "theirs", "admin", "signed-out"])
  await test(`S3 ${who} opens every page in chromium: no dialog, no report, nothing breaks out`, async () => {
    const context = await visitor(browser, { theirs: "hostile4@example.org", "signed-out": "" }[who] ?? who);
    const theirs = lives.filter((_, i) => ({ coordinator: i % 4 === 0, mentor1: i % 4 === 2, theirs: i === 4 })[who]);    // the lists show the others
    const ids = await idsFor(seats[who], []);
    const asked = routes.filter(isPage).flatMap((row) => addresses(row, { ...ids, request: [...theirs.map((one) => one.id), ...ids.request.slice(0, 1)], person: ids.person.slice(0, 1) }));
    const ways = [];
    await each(asked, async (path) => { if ((await seats[who].get(path)).status === 200) ways.push(path); });
    ways.push("/no/such/page", `${P}/coordinate/settings`);
    if (who === "coordinator") ways.push(`${P}/coordinate/people?tab=members`, `${P}/coordinate/people?tab=pending`, `${P}/requests?show=all`, `${P}/sheet?show=all`);
    expect(ways.length >= (who === "signed-out" ? 5 : 10), `only ${ways.length} pages`);
    await Promise.all([walk(context, ways), walk(context, ways)]);
    await context.close();
  });
await browser.close();
fresh.end();

// --- what the server wrote down meanwhile ---

await test("S3 each line of the server's log is one of ours, and no payload is in it", async () => {
  const lines = readFileSync(`${DIR}.log`, "utf8").split("\n").filter((line) => line !== "");
  const isOurs = (line) => /^role=[a-z]+\d* level=[a-z]+ what=[a-z-]+( [a-z_]+=([\w.:/+-]+|"([^"\\]|\\.)*"))*$/.test(line);
  const ours = lines.filter(isOurs);
  const rest = lines.filter((line) => !isOurs(line) && !/^(mentord: |The demo of|Everybody in it|  (mentee|mentor|coordinator|escalation|responder|admin) +http|End it with)/.test(line));
  expect(ours.length > 5000, `only ${ours.length} lines`);
  expect(rest.length === 0, `${rest.length} lines are odd: ${rest[0]}`);
  const said = ours.find((line) => /alert\(1|evil|forged|hostile=|\u202e|calc/i.test(line));
  expect(!said, `a line holds what somebody typed: ${said}`);
});
finish();
