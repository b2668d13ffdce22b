// Journeys of the served program by mail, and its mail server in every mood. Usage: served_mail.mjs MENTORD WORK
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import ICAL from "ical.js";
import { simpleParser } from "mailparser";
import { api, base, browser, closeMail, free, link, listen, mailTest, mailTo, run, serve, sleep, sql, stop, work, world } from "./served_lib.mjs";
import { finish, hangUp, is, test } from "./mail_lib.mjs";

// The demo's clock goes in steps, at noon, and nobody in it has quiet hours: what is written leaves at once.
const at = (hours) => new Date(Date.UTC(2026, 11, 1, 12) + hours * 3600000).toISOString().slice(0, 19) + "Z";
const [mentee, coordinator] = ["mentee11@demo.example", "coordinator@demo.example"];
const tokens = {};
const as = (who) => (tokens[who] ??= run("token", "create", "--as", who));
const wish = (title) => ({ service: "code-review", skills: ["python"], title, details: "It works, and I would like to know why it does." });
const list = "/programmes/operation-code/requests";
async function ask(who, title) {
  const said = await api(as(who), "POST", list, wish(title));
  is(201, said.status, JSON.stringify(said.body));
  return said.body.id;
}
async function does(who, path, body = {}) {
  const said = await api(as(who), "POST", path, body);
  is(200, said.status, `${path} ${JSON.stringify(said.body)}`);
}
const letter = (id, kind) => sql(`select state, tries, trouble from letter where request = ${id} and kind = '${kind}' order by id desc limit 1`);
async function until(about, wanted, asks, seconds = 30) {
  let said;
  for (let i = 0; i < seconds * 10; i++) {
    said = await asks();
    if (said === wanted) return;
    await sleep(100);
  }
  is(wanted, said, about);
}
const ready = async () => JSON.stringify((await (await fetch(`${base}/readyz`)).json()).channels_down);
const titled = (title) => sql(`select id from request where title = '${title}'`);
const moves = async (hours) => {
  await stop();
  await serve(at(hours));
};

await listen();
await serve(at(0));
await stop();
sql("insert into correspondent (person, quiet_from, quiet_to) select id, 0, 0 from person where true on conflict (person) do update set quiet_from = 0, quiet_to = 0");
await serve(at(1));

// A mentor of the demo who may take one more.
const mentor = sql(`select p.email from mentor m join person p on p.id = m.person where m.state = 'active' and m.running < m.capacity and p.email like 'mentor%' order by p.email limit 1`);

await test("F151 F152 request, claim, session and end over the API make mails that mailparser reads: headers, thread, both parts, a button, a way out", async () => {
  const id = await ask(mentee, "Ünder the hood: 山");
  const first = await mailTo(mentee, "We have your request");
  is(["mentors@community.example", "Mentors"], [first.from.value[0].address, first.from.value[0].name]);
  is(true, first.subject.includes("Ünder the hood: 山"), first.subject);
  is(["auto-generated", "multipart/alternative"], [first.headers.get("auto-submitted"), first.headers.get("content-type").value]);
  is(true, /\/u\/0[0-9a-z]{12}-own-[\w-]{43}$/.test(first.headers.get("list").unsubscribe.url), JSON.stringify(first.headers.get("list")));
  is(["List-Unsubscribe-Post: List-Unsubscribe=One-Click"], first.headerLines.filter((one) => one.key === "list-unsubscribe-post").map((one) => one.line));
  is(true, /^\/p\/operation-code\/requests\//.test(link(first, "Look at your request")), "link");
  is(0, first.raw.toString("latin1").split("\r\n").filter((line) => line.length > 76 && !/^ <https?:[^ ]*>$/.test(line)).length, "lines that could be shorter");
  await does(mentor, `/requests/${id}/claim`);
  const second = await mailTo(mentor, "write to");
  await sleep(11000);    // the mentee hears of it when it cannot be undone any more
  const third = await mailTo(mentee, "will write to you about");
  is([first.references, first.inReplyTo, first.inReplyTo], [third.references, second.inReplyTo, third.inReplyTo], "one thread");
  is(true, /^<r-\w+@/.test(first.inReplyTo), first.inReplyTo);
  await does(mentor, `/requests/${id}/fulfil`, { outcome: "held" });
  const last = await mailTo(mentee, "Did it help?");
  is([first.inReplyTo, 4], [last.inReplyTo, new Set([first, second, third, last].map((one) => one.messageId)).size]);
});

await test("RFC 8058: a mail program that posts to List-Unsubscribe stops that kind, without a session", async () => {
  const mail = await mailTo(mentee, "We have your request");
  const url = new URL(mail.headers.get("list").unsubscribe.url);
  const said = await fetch(base + url.pathname, { method: "POST", redirect: "manual",
    headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: "List-Unsubscribe=One-Click" });
  is(true, [200, 303].includes(said.status), String(said.status));
  is("off", sql(`select c.channel from letter_choice c join person p on p.id = c.person where p.email = '${mentee}'`));
  sql(`delete from letter_choice`);
});

await test("L26 a session that is set comes with a part for calendars, and the same event anew when it is moved, in both zones", async () => {
  const who = "mentee17@demo.example";
  const id = await ask(who, "A date; with, signs");
  await does(mentor, `/requests/${id}/claim`);
  await sleep(11000);
  const events = [];
  for (const time of ["15:00", "16:00"]) {
    world.mails.length = 0;
    await does(mentor, `/requests/${id}/session`, { date: "2026-12-09", time });
    const mail = await mailTo(who, "Your session about");
    const [part] = mail.attachments;
    is(["text/calendar", "PUBLISH"], [part.contentType, part.headers.get("content-type").params.method]);
    is(true, mail.text.includes("When: "), mail.text);
    events.push(new ICAL.Event(new ICAL.Component(ICAL.parse(part.content.toString())).getFirstSubcomponent("vevent")));
  }
  const [first, second] = events;
  is([first.uid, true, 1800], [second.uid, second.sequence > first.sequence, first.duration.toSeconds()]);
  is(3600, second.startDate.toUnixTime() - first.startDate.toUnixTime());
  is(true, first.summary.includes("A date; with, signs"), first.summary);
  await does(mentor, `/requests/${id}/fulfil`, { outcome: "held" });
});

await test("TRUST 6.1 sign-in by the mailed link, in the browser that asked alone, and by the code beside it", async () => {
  for (const way of ["link", "code"]) {
    const [mine, other] = [browser(), browser()];
    world.mails.length = 0;
    await mine.press(await mine.go("/login"), "/login", { email: mentee });
    const mail = await mailTo(mentee, "Your way in");
    is(undefined, mail.headers.get("list"), "no way out of sign-in mail");
    if (way === "link") {
      is(410, (await other.go(link(mail, "Sign in"))).status);
      is(303, (await mine.press(await mine.go(link(mail, "Sign in")), "/login/link")).status);
    } else {
      is(303, (await mine.press(await mine.go("/login/sent"), "/login/code", { code: /Code: (\S+)/.exec(mail.text)[1] })).status);
    }
    is([200, 303], [(await mine.go("/me")).status, (await other.go("/me")).status]);
  }
});

let pair = null;
await test("a whole journey by what stands in mails: asked, claimed, on it, met, it helped", async () => {
  world.mails.length = 0;
  const id = await ask("mentee12@demo.example", "By mail alone");
  await moves(1 + 170);
  let direct = null;
  for (let i = 0; i < 200 && direct === null; i++) {
    for (const one of world.mails) {
      const parsed = await simpleParser(one.bytes);
      if (parsed.subject.includes("Could you help") && parsed.text.includes("By mail alone")) direct = { ...parsed, to: one.to };
    }
    await sleep(100);
  }
  is(true, direct !== null, "nobody is asked");
  pair = direct.to;
  const nobody = browser();
  const tap = async (mail, words) => {
    const page = await nobody.go(link(mail, words));
    is(200, page.status);
    is(303, (await nobody.press(page, "/a/")).status, words);
    return (await nobody.go(link(mail, words))).text;
  };
  is(true, (await tap(direct, "Claim it")).includes("It is yours"));
  await mailTo(pair, "write to", "By mail alone");
  await moves(1 + 170 + 73);
  await tap(await mailTo(pair, "Are you still on it?", "By mail alone"), "I am writing to them");
  await does(pair, `/requests/${id}/session`, { date: at(1 + 170 + 73 + 24).slice(0, 10), time: "08:00" });
  await moves(1 + 170 + 73 + 60);
  is(true, (await tap(await mailTo(pair, "Did you meet?", "By mail alone"), "Yes, we met")).includes("Thank you"));
  await moves(1 + 170 + 73 + 60 + 25);
  is(true, (await tap(await mailTo("mentee12@demo.example", "Did it help?", "By mail alone"), "It helped")).includes("Thank you"));
  is("closed", (await api(as("mentee12@demo.example"), "GET", `/requests/${id}`)).body.state);
  is("303 /login", await nobody.go("/me").then((said) => `${said.status} ${said.to.slice(0, 6)}`));    // no link signed anybody in
});

const SINCE = 400;
await test("F154 451, then taken: the same Message-ID and the same bytes, with the letters behind it in order", async () => {
  await moves(SINCE);
  world.mails.length = 0;
  world.data = (mail, done) => done(Object.assign(new Error("4.7.1 later"), { responseCode: 451 }));
  await ask("mentee13@demo.example", "Sent twice");
  const row = titled("Sent twice");
  await until("put off", "waiting|1", () => letter(row, "L01").split("|").slice(0, 2).join("|"));
  is("[]", await ready());    // a server that says "later" is up
  world.data = null;
  await moves(SINCE + 1);
  await until("taken", "sent", () => letter(row, "L01").split("|")[0]);
  const bytes = world.mails.filter((one) => one.to === "mentee13@demo.example").map((one) => createHash("sha256").update(one.bytes).digest("hex"));
  is([2, 1], [bytes.length, new Set(bytes).size]);
});

await test("cut behind the final dot: sent again under the same Message-ID, one duplicate and no more", async () => {
  world.mails.length = 0;
  world.data = (mail, done, server) => hangUp(server);
  await ask("mentee14@demo.example", "Cut in the end");
  const row = titled("Cut in the end");
  await until("put off", "waiting|1", () => letter(row, "L01").split("|").slice(0, 2).join("|"));
  world.data = null;
  await moves(SINCE + 2);
  await until("taken", "sent", () => letter(row, "L01").split("|")[0]);
  const mails = await Promise.all(world.mails.filter((one) => one.to === "mentee14@demo.example").map((one) => simpleParser(one.bytes)));
  is([2, 1], [mails.length, new Set(mails.map((mail) => mail.messageId)).size]);
});

await test("F156 550 marks the address: its owner and the coordinators read so, nothing more goes there, and its owner's word brings it back", async () => {
  world.mails.length = 0;
  world.rcpt = (address, done) => (address.address === "mentee15@demo.example" ? done(Object.assign(new Error("5.1.1 unknown"), { responseCode: 550 })) : done());
  await ask("mentee15@demo.example", "Refused for good");
  const row = titled("Refused for good");
  await until("given up", "given-up", () => letter(row, "L01").split("|")[0]);
  const [mine, theirs] = [browser(), browser()];
  const enter = async (who, email) => who.press(await who.go(run("login-link", email).replace(/^https?:\/\/[^/]*/, "")), "/login/link");
  await enter(mine, "mentee15@demo.example");
  await enter(theirs, coordinator);
  const page = await mine.go("/me/notifications");
  is(true, page.text.includes("Your address was refused"), page.text.slice(0, 200));
  is(true, (await theirs.go("/p/operation-code/coordinate/letters?state=given-up")).text.includes("We have your request"), "coordinator's list");
  world.rcpt = null;
  await mine.press(page, "/me/notifications/");
  is(false, (await mine.go("/me/notifications")).text.includes("Your address was refused"));
});

await test("535 is a channel that is down: told on pages and /readyz, no try counts, and all leaves when the login works again", async () => {
  world.mails.length = 0;
  await stop();    // a kept connection is signed in already
  world.auth = (auth, done) => done(new Error("no"));
  await serve(at(SINCE + 3));
  await ask("mentee16@demo.example", "Locked out");
  const row = titled("Locked out");
  await until("down", "[\"mail\"]", ready);
  is("waiting|0", letter(row, "L01").split("|").slice(0, 2).join("|"));
  const theirs = browser();
  await theirs.press(await theirs.go(run("login-link", coordinator).replace(/^https?:\/\/[^/]*/, "")), "/login/link");
  is(true, (await theirs.go("/p/operation-code/coordinate/letters")).text.includes("has not worked since"));
  world.auth = null;
  await until("taken", "sent|1", () => letter(row, "L01").split("|").slice(0, 2).join("|"));
  await until("up", "[]", ready);
});

await test("a slow server gets its mail", async () => {
  world.mails.length = 0;
  world.rcpt = (address, done) => setTimeout(done, 3000);
  await ask("mentee17@demo.example", "Slow to arrive");
  await until("taken", "sent|1", () => letter(titled("Slow to arrive"), "L01").split("|").slice(0, 2).join("|"));
  world.rcpt = null;
});

await test("outage: ten seconds without a mail server under load lose nothing, order is kept, nothing comes twice", async () => {
  const seconds = Number(process.env.OUTAGE ?? 10);
  world.mails.length = 0;
  await closeMail();
  const asked = [];
  const until = Date.now() + seconds * 1000;
  for (let i = 1; Date.now() < until; i = i < 10 ? i + 1 : 1) {
    const who = `mentee${i}@demo.example`;
    const said = await api(as(who), "POST", list, wish(`Outage ${asked.length}`));
    if (said.status === 201) {
      asked.push(said.body.id);
      await api(as(who), "POST", `/requests/${said.body.id}/withdraw`, {});
    } else {
      await sleep(200);
    }
  }
  is(true, asked.length >= 10, `${asked.length} asked`);
  const waiting = "select count(*) from letter where state in ('waiting', 'held') and not_before_at <= " + `${Date.parse(at(SINCE + 4)) * 1000}`;
  is(true, Number(sql(waiting)) >= asked.length, "letters wait");
  await listen();
  for (let i = 0; i < 900 && Number(sql(waiting)) > 0; i++) await sleep(100);
  is("0", sql(waiting), "all have left");
  const mails = await Promise.all(world.mails.map((one) => simpleParser(one.bytes)));
  is(mails.length, new Set(mails.map((mail) => mail.messageId)).size, "once");
  is(true, mails.length >= asked.length, "nothing is missing");
  const told = new Map();
  mails.forEach((mail, i) => told.set(world.mails[i].to, [...(told.get(world.mails[i].to) ?? []), mail.messageId]));
  for (const [who, ids] of told) {
    is(ids, [...ids].sort((a, b) => (a.length - b.length) || (a < b ? -1 : 1)), `${who}: in order`);
  }
});

await test("aiosmtpd takes the served program's mail, too", async () => {
  const port = await free();
  mkdirSync(`${work}/served-box`);
  const server = spawn("/usr/bin/python3", ["-m", "aiosmtpd", "-n", "-l", `127.0.0.1:${port}`, "-c", "aiosmtpd.handlers.Mailbox", `${work}/served-box/box`], { stdio: "ignore" });
  try {
    await stop();
    await serve(at(SINCE + 30), `smtp://127.0.0.1:${port}`);
    await ask("mentee18@demo.example", "To another server");
    const box = () => readdirSync(`${work}/served-box/box/new`).map((name) => readFileSync(`${work}/served-box/box/new/${name}`));
    await until("taken", true, () => {
      try {
        return box().length > 0;
      } catch {
        return false;
      }
    });
    const mails = await Promise.all(box().map((bytes) => simpleParser(bytes)));
    is(true, mails.some((mail) => mail.html && mail.text && mail.messageId), "read");
  } finally {
    server.kill();
  }
});

await test("F160 what somebody wants once a day is one mail: each letter in it with its own way out, the mail's own stops all of them", async () => {
  const who = "mentee19@demo.example";
  await stop();
  world.mails.length = 0;
  await serve(at(SINCE + 31));
  is(200, (await api(as(who), "POST", "/me/letters", { own: "daily", digest_hour: 12, quiet_from: 0, quiet_to: 0 })).status);
  await ask(who, "Once a day");
  await ask(who, "Once a day, again");
  const titles = ["Once a day", "Once a day, again"].map(titled);
  is(["waiting", "waiting"], titles.map((row) => letter(row, "L01").split("|")[0]));
  await moves(SINCE + 31 + 25);
  const mail = await mailTo(who, "2 letters: ");
  is(1, world.mails.filter((one) => one.to === who).length);
  is([true, true], [mail.text.includes("Once a day\n"), mail.text.includes("Once a day, again")].map(Boolean), mail.text);
  is(2, [...mail.text.matchAll(/No more letters like this:\n(\S*-own-\S*)/g)].length, mail.text);
  is(true, /\/u\/0[0-9a-z]{12}-daily-[\w-]{43}$/.test(mail.headers.get("list").unsubscribe.url), JSON.stringify(mail.headers.get("list")));
  await until("sent", "sent,sent", () => titles.map((row) => letter(row, "L01").split("|")[0]).join());
  const url = new URL(mail.headers.get("list").unsubscribe.url);
  await fetch(base + url.pathname, { method: "POST", redirect: "manual", headers: { "Content-Type": "application/x-www-form-urlencoded" }, body: "List-Unsubscribe=One-Click" });
  is("off", sql(`select c.channel from letter_choice c join person p on p.id = c.person where p.email = '${who}' and c.topic = 'own'`));
});

await test("UX 15 mail test: one mail by the way of letters, and what the server said, also when it says no", async () => {
  const asks = (...words) => mailTest("ana@example.org", ...words);
  world.mails.length = 0;
  is([0, "sent"], [(await asks()).code, JSON.parse((await asks("--json")).out).state]);
  const mail = await mailTo("ana@example.org", "A test of mail");
  is(["mentors@community.example", true], [mail.from.value[0].address, mail.text.includes("https://mentors.example")]);
  world.rcpt = (address, done) => done(Object.assign(new Error("5.1.1 unknown"), { responseCode: 550 }));
  const no = await asks();
  is([1, true], [no.code, no.out.includes("550")], no.out);
  world.rcpt = null;
  await closeMail();
  is(7, (await asks()).code);
  await listen();
});
await stop();
await closeMail().catch(() => {});
finish();
