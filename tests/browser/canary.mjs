// S7, F183: a word that stands nowhere else in each column that holds something of two people, a mentee and a mentor; which columns those are says the
// data dictionary. Then everybody asks for every page, every answer to a program and every table: only those see a word who may. At last both have
// their data end, and no word is left in the database, its log, the letters that wait, nor was any ever in the server's own log.
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { BASE, BIN, DIR, P, expect, finish, test } from "./lib.mjs";
import { addresses, routes, seat, stranger } from "./seat.mjs";

const run = (...words) => execFileSync(BIN, words, { encoding: "utf8", maxBuffer: 1 << 26 });
const sql = (text) => execFileSync("sqlite3", ["-cmd", ".timeout 10000", `${DIR}/mentord.db`, text], { encoding: "utf8" }).trim();
const mentee = sql("select id from person where email = 'mentee2@demo.example'");
const mentor = sql("select id from person where email = 'mentor2@demo.example'");
const both = `(${mentee}, ${mentor})`;
const asked = `(select id from request where mentee in ${both})`;

// Whose a row is. Tables that are not named hold nothing of one person; columns of theirs are of the programme.
const owned = {
  person: `id in ${both}`, mentor: `person in ${both}`, request: `mentee in ${both}`, claim: `mentor in ${both} or request in ${asked}`,
  attempt: `mentor in ${both} or request in ${asked}`, note: `author in ${both}`, kept_words: `person in ${both}`, handover: `author in ${both}`,
  saved_view: `owner in ${both}`, token: `person in ${both}`, letter: `recipient in ${both} or request in ${asked}`, chat_link: `person in ${both}`,
  application: `person in ${both}`, answer: `application in (select id from application where person in ${both})`, review: `reviewer in ${both}`,
  response_answer: `response in (select id from response where person in ${both})`,
  desk_question: `asker in ${both}`, opening: `contact in ${both}`, nomination: `person in ${both}`, help: `mentor in ${both}`, block: `blocker in ${both}`, block_ahead: `blocker in ${both}`, email_change: `person in ${both}`,
};
// Words of the database itself, days, lists of choices: no word of ours fits.
const closed = ["person.email_folded", "request.medium", "request.outcome", "request.helpful", "request.held_on", "request.skills", "mentor.state", "attempt.way", "attempt.tried_on",
  "letter.target", "request.language", "application.state", "application.reason"];
// What only stands with a request that is over.
const late = ["next_steps", "reason", "helpful_words"];
const word = (table, column) => `zq7${table}${column}`.replaceAll("_", "");

const crockford = (id) => { let n = BigInt(id), out = ""; for (let i = 0; i < 13; i++) { out = "0123456789abcdefghjkmnpqrstvwxyz"[Number(n & 31n)] + out; n >>= 5n; } return out; };

// Rows that the two would have had.
sql(`insert into note (id, request, author, audience, words, written_at) select 1001, min(id), mentee, 'author', '', 1700000000000000 from request where mentee = ${mentee};
  insert into handover (id, programme, author, words, written_at) select 1002, programme, ${mentor}, '', 1700000000000000 from membership where person = ${mentor} limit 1;
  insert into saved_view (id, programme, owner, name, query, made_at) select 1003, programme, ${mentor}, '', '', 1700000000000000 from membership where person = ${mentor} limit 1;
  insert into kept_words (id, person, request, hash, words, kept_at) select 1004, mentee, min(id), x'00', '', 9000000000000000 from request where mentee = ${mentee};
  insert into chat_link (id, team, chat_user, person, linked_at) values (1005, 'T', 'U', ${mentee}, 1700000000000000);
  insert into token (id, hash, person, name, scope, made_at, ends_at) values (1006, x'01', ${mentee}, '', 'read', 1700000000000000, 9000000000000000);
  insert into question_form (id, programme, slug, version, title, made_at) select 1007, programme, 'mentee', 1, 'To learn', 1700000000000000 from membership where person = ${mentee} limit 1;
  insert into question (id, form, position, key, kind, words, audience) values (1008, 1007, 1, 'why', 'text', 'Why?', 'reviewers');
  insert into cohort (id, programme, name, made_at) select 1009, programme, 'Spring', 1700000000000000 from question_form where id = 1007;
  insert into intake (id, programme, cohort, side, state, opens_at, closes_at, made_at) select 1010, programme, 1009, 'mentee', 'open', 1700000000000000, 9000000000000000, 1700000000000000 from question_form where id = 1007;
  insert into application (id, programme, intake, person, number, state, form, made_at, saved_at, sent_at) select 1011, programme, 1010, ${mentee}, 1, 'in-review', 1007, 1700000000000000, 1700000000000000, 1700000000000000 from question_form where id = 1007;
  insert into application (id, programme, intake, person, number, state, form, made_at, saved_at, sent_at) select 1012, programme, 1010, ${mentor}, 2, 'in-review', 1007, 1700000000000000, 1700000000000000, 1700000000000000 from question_form where id = 1007;
  insert into answer (application, question, words) values (1011, 1008, ''), (1012, 1008, '');
  insert into review (application, reviewer, score, made_at) values (1011, ${mentor}, 3, 1700000000000000);
  update programme set last_application = 2, version = version + 1 where id = (select programme from question_form where id = 1007);
  insert into question_form (id, programme, slug, version, title, made_at) select 1020, programme, 'survey-${crockford(1019n)}', 1, 'Needs', 1700000000000000 from question_form where id = 1007;
  insert into question (id, form, position, key, kind, words, audience) values (1021, 1020, 1, 'need', 'text', 'What do you need?', 'reviewers');
  insert into survey (id, programme, name, about, audience, state, opens_at, closes_at, first_days, last_days, made_at) select 1019, programme, 'Needs', 'So that we know.', 'members', 'closed', 1700000000000000, 1700000000000001, 7, 2, 1700000000000000 from question_form where id = 1007;
  insert into response (id, survey, person, form, side, is_sent, saved_at, sent_at) values (1022, 1019, ${mentee}, 1020, 'mentee', 1, 1700000000000000, 1700000000000000), (1023, 1019, ${mentor}, 1020, 'mentor', 1, 1700000000000000, 1700000000000000);
  insert into response_answer (response, question, words) values (1022, 1021, ''), (1023, 1021, '');
  insert into desk_question (id, programme, asker, words, state, asked_at) select 1013, programme, ${mentee}, '', 'open', 1700000000000000 from question_form where id = 1007;
  insert into help_place (id, programme, name, made_at) select 1014, programme, 'The forum', 1700000000000000 from question_form where id = 1007;
  insert into help (id, programme, mentor, place, minutes, given_on, logged_at) select 1015, programme, ${mentor}, 1014, 5, '2026-01-01', 1700000000000000 from question_form where id = 1007;
  insert into block (id, blocker, blocked, made_at) select 1016, ${mentee}, id, 1700000000000000 from person where email = 'mentee9@demo.example';
  insert into block_ahead (id, blocker, email_folded, label, made_at) values (1017, ${mentee}, '', '', 1700000000000000);
  insert into email_change (id, hash, person, email, email_folded, made_at, expires_at) values (1018, x'02', ${mentee}, '', '', 1700000000000000, 9000000000000000);
  insert into opening (id, programme, cohort, contact, state, project, url, goals, places, period, made_at, changed_at) select 1019, programme, 1009, ${mentee}, 'declared', 'Parser', 'https://parser.example.org', 'To read it', 1, 'month', 1700000000000000, 1700000000000000 from question_form where id = 1007;
  insert into nomination (id, opening, person, name, made_at) values (1020, 1019, ${mentor}, '', 1700000000000000)`);

// Of the dictionary: the columns that hold something of people.
const planted = [];
let table = "";
for (const line of readFileSync(new URL("../../docs/data.md", import.meta.url), "utf8").split("\n")) {
  if (line.startsWith("## ")) table = line.slice(3);
  const [, column, kind] = line.match(/^\| (\w+) \| (\w+) \|/) ?? [];
  if (!["members", "personal", "confidential", "content"].includes(kind) || !owned[table] || closed.includes(`${table}.${column}`)) continue;
  const type = sql(`select lower(type) from pragma_table_info('${table}') where name = '${column}'`);
  if (type !== "text") continue;
  const value = { "person.email": `'${word(table, column)}' || id || '@example.org'`, "letter.fields": `'{"you":"${word(table, column)}"}'` }[`${table}.${column}`] ?? `'${word(table, column)}'`;
  sql(`update ${table} set ${column} = ${value} where (${owned[table]})${table === "request" && late.includes(column) ? " and state = 'closed'" : ""}`);
  if (table === "person" && column === "email") sql(`update person set email_folded = email where id in ${both}`);
  planted.push(`${table}.${column}`);
}
const words = new Map(planted.map((one) => [word(...one.split(".")), one]));
const seen = (text) => new Set([...text.matchAll(/zq7[a-z]+/g)].map((hit) => [...words.keys()].filter((one) => hit[0].startsWith(one)).sort((a, b) => b.length - a.length)[0]).filter(Boolean).map((one) => words.get(one)));

// What a role may come to see of somebody with whom it has no claim in common (PROGRAMMES.md 7).
const member = ["person.name", "person.languages", "person.pronouns", "person.initials", "person.title", "person.company", "person.links", "person.about",
  "mentor.bio", "mentor.offer"];    // of a mentor, who stands in the directory
const desk = [...member, "person.zone", "request.title", "request.details", "request.question", "request.search"];
const coordinators = [...desk, "person.email", "request.next_steps", "request.reason", "request.helpful_words", "claim.reason", "attempt.words", "handover.words", "mentor.reason",
  "letter.subject", "request.session_local", "request.session_zone", "application.words", "answer.words", "review.words", "response_answer.words", "opening.words", "nomination.name", "desk_question.words", "desk_question.answer", "help.about"];
const own = [...planted].filter((one) => !["letter.instead", "person.name_folded", "request.search", "request.session_zone", "request.session_local", "claim.reason", "attempt.words", "block_ahead.email_folded", "email_change.email_folded"].includes(one));
const other = sql(`select substr(p.email, 1, instr(p.email, '@') - 1) from mentor m join person p on p.id = m.person where m.state = 'active' and p.id not in ${both} and p.email like 'mentor%'
  and not exists (select 1 from claim c where c.mentor = p.id and c.request in ${asked}) and not exists (select 1 from request r where r.mentee = p.id and r.claimer in ${both}) order by p.id limit 1`);
// The demo's claims fall otherwise with each change of its rows: a mentee whom neither of the two ever had to do with.
const lone = sql(`select substr(p.email, 1, instr(p.email, '@') - 1) from person p where p.email like 'mentee%@demo.example' and p.id not in ${both}
  and not exists (select 1 from request r join claim c on c.request = r.id where r.mentee = p.id and c.mentor in ${both})
  and not exists (select 1 from request r where r.mentee = p.id and r.claimer in ${both}) order by p.id limit 1`);
const people = {
  "signed-out": [], [lone]: member, [other]: desk, member10: member, admin: member, escalation: coordinators, coordinator: coordinators, mentee2: planted.filter((one) => one !== "review.words"), mentor2: planted,
};
const seats = { "signed-out": await stranger() };
for (const who of Object.keys(people).slice(1))
  seats[who] = await seat({ mentee2: `zq7personemail${mentee}@example.org`, mentor2: `zq7personemail${mentor}@example.org` }[who] ?? `${who}@demo.example`, who);

const idsIn = (html, kind) => [...new Set([...html.matchAll(new RegExp(`/${kind}/([0-9a-z]{13})`, "g"))].map((hit) => hit[1]))];
const theirs = sql(`select id from request where mentee in ${both} or claimer in ${both} order by id desc limit 12`).split("\n").map(crockford);
const ids = { request: theirs, person: [mentee, mentor].map(crockford), kept: ["0000000000000"], slug: ["conduct"], kind: ["L05"], step: ["service", "skills", "details", "when", "about-you", "check"], number: ["1"],
  side: ["mentee", "mentor"], form: ["survey-needs"], application: [1011n, 1012n].map(crockford), survey: [crockford(1019n)], opening: [crockford(1019n)], intake: [crockford(1010n)], round: [crockford(1009n)], file: [], mail: [], report: [], view: [], token: [], link: [], letter: [], job: [] };
const lists = ["coordinate/people?tab=members&q=zq7", "coordinate/people?tab=mentors&q=zq7", "coordinate/people?tab=pending", "coordinate/requests?q=zq7", "coordinate/requests?state=waiting",
  "coordinate/requests?state=running", "coordinate/requests?state=closed", "requests?show=all", "requests?q=zq7", "sheet?show=all", "coordinate/letters", "review?state=in-review", `questions?question=${crockford(1013n)}`].map((one) => `${P}/${one}`);
const isPage = (row) => row.method === "GET" && row.path.startsWith("/") && !row.path.startsWith("/api/") && !["/slack/oauth", "/metrics", "/readyz"].includes(row.path);

// Each word that was found, and where first.
async function everything(one) {
  const found = new Map();
  const rows = routes.filter((row) => isPage(row));
  for (const path of [...rows.flatMap((row) => addresses(row, ids)), ...lists])
    for (const hit of seen((await one.get(path)).body)) if (!found.has(hit)) found.set(hit, path);
  return found;
}

async function answers(who) {
  const email = { mentee2: `zq7personemail${mentee}@example.org`, mentor2: `zq7personemail${mentor}@example.org` }[who] ?? `${who}@demo.example`;
  const bearer = run("token", "create", "--dir", DIR, "--as", email).trim();
  const found = new Map();
  for (const row of routes.filter((each) => each.method === "GET" && each.path.startsWith("/api/v1/")))
    for (const path of addresses(row, ids)) {
      const ask = () => fetch(BASE + path, { headers: { authorization: `Bearer ${bearer}` } });
      const answer = await ask().catch(ask).catch((error) => { throw new Error(`${path}: ${error.cause ?? error}`); });    // a connection that the server was about to end
      for (const hit of seen(await answer.text())) if (!found.has(hit)) found.set(hit, path);
    }
  return found;
}

await test("S7 a word stands in each column that holds something of a person", async () => expect(planted.length >= 30, `only ${planted}`));

for (const [who, may] of Object.entries(people)) {
  await test(`S7 F183 ${who} finds no word on any page that is not theirs to see`, async () => {
    const found = await everything(seats[who]);
    const wrong = [...found].filter(([hit]) => !may.includes(hit)).map(([hit, path]) => `${hit} on ${path}`);
    expect(wrong.length === 0, `${who} sees ${wrong.join(", ")}`);
    expect(who === "signed-out" || who === "admin" || found.size > 0, `${who} sees nothing at all`);
  });
  if (who !== "signed-out")
    await test(`S7 F183 ${who} finds no word in any answer to a program that is not theirs to see`, async () => {
      const wrong = [...await answers(who)].filter(([hit]) => !may.includes(hit)).map(([hit, path]) => `${hit} in ${path}`);
      expect(wrong.length === 0, `${who} sees ${wrong.join(", ")}`);
    });
}

await test("S7 F174 tables as files hold what coordinators may take along, and no more", async () => {
  for (const table of ["members", "mentors", "requests", "claims", "sessions", "absences", "applications", "questions", "places", "help", "acceptances", "letters", "record", "roles", "stand_ins", "reviewers", "rounds", "reviews",
    "openings", "nominations", "survey_windows", "questions_asked", "documents", "versions", "settings", "letter_texts", "group_letters"]) {
    const wrong = [...seen(run("export", "csv", "--dir", DIR, "--programme", "operation-code", table))].filter((one) => ![...coordinators].includes(one));
    expect(wrong.length === 0, `${table} holds ${wrong.join(", ")}`);
  }
});

await test("S7 F181 everything that is theirs stands in what they take along", async () => {
  const found = new Set([mentee, mentor].flatMap((id) => [...seen(run("person", "export", "--dir", DIR, `zq7personemail${id}@example.org`))]));
  const missing = own.filter((one) => !found.has(one) && !one.startsWith("letter."));
  expect(missing.length === 0, `the export lacks ${missing.join(", ")}`);
});

const files = (folder) => readdirSync(folder).map((name) => join(folder, name)).flatMap((path) => (statSync(path).isDirectory() ? files(path) : [path]));
await test("S7 F180 after their end no word is left in the database, its log or what waits, and none was ever logged", async () => {
  for (const id of [mentee, mentor]) run("person", "erase", "--dir", DIR, "--at-once", "--yes", `zq7personemail${id}@example.org`);
  const held = () => files(DIR).filter((path) => /mentord\.db/.test(path)).flatMap((path) => [...seen(readFileSync(path, "latin1"))].map((one) => `${path.split("/").at(-1)}: ${one}`));
  for (let i = 0; i < 100 && held().length > 0; i++) await new Promise((resolve) => setTimeout(resolve, 100));    // the log is emptied as soon as nobody reads
  expect(held().length === 0, `left: ${held().join(", ")}`);
  expect(seen(readFileSync(`${DIR}.log`, "latin1")).size === 0, "the server's log holds a word");
  expect(run("fsck", "--dir", DIR).includes("all is well"), "the database is not sound any more");
});

await test("S7 F180 after their end nobody finds a word of theirs any more", async () => {
  for (const who of ["coordinator", other, lone]) {
    const found = await everything(seats[who]);
    expect(found.size === 0, `${who} still sees ${[...found].map(([hit, path]) => `${hit} on ${path}`).join(", ")}`);
  }
});
finish();
