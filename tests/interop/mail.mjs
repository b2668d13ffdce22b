// Our mail against smtp-server and aiosmtpd, as they are and with faults, and servers that err; mailparser says what arrived. Usage: mail.mjs DRIVER WORK
import { spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import https from "node:https";
import net from "node:net";
import { simpleParser } from "mailparser";
import { payloads } from "../browser/payloads.mjs";
import { finish, hangUp, is, key, post, raw, smtp, test, trusting, verdict, work } from "./mail_lib.mjs";

const url = (port, host = "127.0.0.1") => `smtp://${host}:${port}`;
const sent = { verdict: "sent", status: 250, fate: "answered", words: "" };
const refuse = (code, words) => (address, session, done) => done(Object.assign(new Error(words), { responseCode: code }));
const TEXT = "Hello Dana\n.a dot\n..two dots\nFrom here on: 山\n.\nend\n";

await test("a plain mail arrives as it was written", () => smtp({}, async (port, seen) => {
  is(sent, await verdict(url(port), "plain"));
  const mail = await simpleParser(seen.mails[0].bytes);
  is(TEXT, mail.text);
  is("Your turn", mail.subject);
  is("<letter1@community.example>", mail.messageId);
  is("mentord@community.example", seen.mails[0].envelope.mailFrom.address);
  is(["dana@elsewhere.example"], seen.mails[0].envelope.rcptTo.map((one) => one.address));
  is("2026-11-28T15:35:24.000Z", mail.date.toISOString());
}));

const login = { onAuth: (auth, session, done) => (auth.username === "us@x" && auth.password === "p:/ä" ? done(null, { user: "us" }) : done(new Error("no"))) };
for (const method of ["PLAIN", "LOGIN"]) {
  await test(`a login by ${method}`, () => smtp({ ...login, authOptional: false, authMethods: [method] }, async (port, seen) => {
    is(sent, await verdict(url(port, "us%40x:p%3a%2f%c3%a4@127.0.0.1"), "plain"));
    is("us", seen.mails[0].user);
  }));
}
await test("535 is a refused login", () => smtp({ ...login, authOptional: false }, async (port, seen) => {
  const said = await verdict(url(port, "us:wrong@127.0.0.1"), "plain");
  is(["login refused", 535, "answered"], [said.verdict, said.status, said.fate]);
  is(0, seen.recipients);
}));
await test("530 without a login is one, too", () => smtp({ ...login, authOptional: false }, async (port) => {
  is("login refused", (await verdict(url(port), "plain")).verdict);
}));

await test("STARTTLS that is offered is used, also of loopback", () => smtp(key("good"), async (port, seen) => {
  is(sent, await verdict(url(port), "plain", trusting));
  is(sent, await verdict(url(port, "localhost"), "plain", trusting, "tls"));
  is([true, true], seen.mails.map((mail) => mail.secure));
}));
await test("smtps by name and by address", () => smtp({ ...key("good"), secure: true }, async (port, seen) => {
  is(sent, await verdict(`smtps://localhost:${port}`, "plain", trusting));
  is(sent, await verdict(`smtps://127.0.0.1:${port}`, "plain", trusting));
  is([true, true], seen.mails.map((mail) => mail.secure));
}));
for (const [name, ca, why] of [["named", trusting, "name"], ["expired", trusting, "expired"], ["strange", trusting, "certificate"], ["good", "", "certificate"]]) {
  for (const secure of [false, true]) {
    await test(`${secure ? "smtps" : "STARTTLS"}, ${name} certificate${ca ? "" : " with the system's store"}: nothing goes out`, () => smtp({ ...key(name), secure }, async (port, seen) => {
      const said = await verdict(`smtp${secure ? "s" : ""}://us:secret@localhost:${port}`, "plain", ...(ca ? [ca] : []));
      is(["later", "not-taken", 0, 0], [said.verdict, said.fate, seen.recipients, seen.mails.length]);
      is(true, said.words.includes(why), said.words);
    }));
  }
}
await test("STARTTLS stripped: nothing goes out where TLS is demanded", () => smtp({ ...key("good"), disabledCommands: ["STARTTLS"] }, async (port, seen) => {
  const said = await verdict(url(port, "us:secret@localhost"), "plain", trusting, "tls");
  is(["later", "not-taken", 0], [said.verdict, said.fate, seen.recipients]);
}));
await test("STARTTLS refused: nothing goes out", () => raw(["220 hi\r\n", "250-hi\r\n250 STARTTLS\r\n", "454 not now\r\n"], async (port, seen) => {
  is("later", (await verdict(url(port, "us:secret@localhost"), "plain", trusting, "tls")).verdict);
  is(false, /AUTH|MAIL/.test(seen.said), seen.said);
}));
await test("words slipped in behind STARTTLS are no answer", () => raw(["220 hi\r\n", "250-hi\r\n250 STARTTLS\r\n", "220 go\r\n250-hi\r\n250 AUTH PLAIN\r\n"], async (port, seen) => {
  const said = await verdict(url(port, "us:secret@localhost"), "plain", trusting, "limit=1000");
  is(["later", "not-taken", false], [said.verdict, said.fate, /AUTH|MAIL/.test(seen.said)]);
}));
await test("TLS 1.1 is too old", () => smtp({ ...key("good"), secure: true, minVersion: "TLSv1", maxVersion: "TLSv1.1", ciphers: "DEFAULT@SECLEVEL=0" }, async (port) => {
  is("not-taken", (await verdict(`smtps://localhost:${port}`, "plain", trusting)).fate);
}));

for (const [code, words, wanted] of [[451, "4.7.1 later", "later"], [450, "4.2.0 later", "later"], [550, "5.1.1 unknown", "address refused"], [551, "not here", "address refused"],
  [553, "5.1.3 odd", "address refused"], [550, "5.7.1 we do not like you", "refused"], [552, "5.2.2 full", "refused"]]) {
  await test(`${code} ${words} to the recipient: ${wanted}`, () => smtp({ onRcptTo: refuse(code, words) }, async (port, seen) => {
    const said = await verdict(url(port), "plain");
    is([wanted, code, "answered"], [said.verdict, said.status, said.fate]);
    is(0, seen.mails.length);
  }));
}
await test("554 to the message: refused", () => smtp({ onData: (stream, session, done) => {
  stream.resume();
  stream.on("end", () => done(Object.assign(new Error("5.7.1 spam"), { responseCode: 554 })));
} }, async (port) => {
  const said = await verdict(url(port), "plain");
  is(["refused", 554, "554 5.7.1 to the message"], [said.verdict, said.status, said.words]);
}));
await test("a mail above the server's SIZE is refused before it goes out", () => smtp({ size: 20000 }, async (port, seen) => {
  const said = await verdict(url(port), "large");
  is(["refused", 552, 0], [said.verdict, said.status, seen.recipients]);
}));
await test("a mail of 70 KiB arrives whole", () => smtp({ size: 200000 }, async (port, seen) => {
  is(sent, await verdict(url(port), "large"));
  is((70 << 10) - 1, (await simpleParser(seen.mails[0].bytes)).text.replace(/\n$/, "").length, "length");
}));
await test("a server too slow before the body: not taken", () => smtp({ onRcptTo: () => {} }, async (port) => {
  is(["later", "not-taken"], await verdict(url(port), "plain", "limit=400").then((said) => [said.verdict, said.fate]));
}));
await test("a server too slow behind the body: unclear", () => smtp({ onData: (stream) => stream.resume() }, async (port) => {
  is(["later", "unclear"], await verdict(url(port), "plain", "limit=400").then((said) => [said.verdict, said.fate]));
}));
await test("cut before DATA: not taken", () => smtp({ onRcptTo: (address, session, done, server) => hangUp(server) }, async (port) => {
  is(["later", "not-taken"], await verdict(url(port), "plain").then((said) => [said.verdict, said.fate]));
}));
await test("cut within DATA: unclear", () => smtp({ onData: (stream, session, done, server) => {
  stream.on("data", () => hangUp(server));
} }, async (port) => {
  is(["later", "unclear"], await verdict(url(port), "large").then((said) => [said.verdict, said.fate]));
}));
await test("cut behind the final dot: unclear", () => smtp({ onData: (stream, session, done, server) => {
  stream.resume();
  stream.on("end", () => hangUp(server));
} }, async (port) => {
  is(["later", "unclear"], await verdict(url(port), "plain").then((said) => [said.verdict, said.fate]));
}));

await test("200 mails over four connections, each once", () => smtp({}, async (port, seen) => {
  const lines = await post(url(port), "200");
  is(200, lines.filter((line) => line.endsWith(" sent | 250 answered | ")).length);
  const ids = new Set((await Promise.all(seen.mails.map((mail) => simpleParser(mail.bytes)))).map((mail) => mail.messageId));
  is([200, 200, 4, 4], [ids.size, seen.mails.length, seen.sessions, seen.most]);
}));

await test("hostile texts arrive as one header each, and as they were", () => smtp({}, async (port, seen) => {
  const lines = await post(url(port), "hostile");
  const isPlain = (text) => !/[\u0000-\u001f]/.test(text);
  is(payloads.filter(isPlain).length, lines.filter((line) => line.endsWith(" sent | 250 answered | ")).length, "sent");
  is(payloads.flatMap((text, i) => (isPlain(text) ? [] : [i])).concat([...Array(16).keys()].map((i) => i + payloads.length)),
    lines.flatMap((line) => (line.endsWith(" unprintable") ? [Number(line.split(" ")[0])] : [])).sort((a, b) => a - b), "unprintable");
  for (const mail of seen.mails) {
    const parsed = await simpleParser(mail.bytes);
    const text = payloads[Number(/\d+/.exec(parsed.messageId)[0])];
    const names = parsed.headerLines.map((line) => line.key);
    is(["date", "from", "to", "subject", "message-id", "auto-submitted", "mime-version", "content-type", "content-transfer-encoding"], names);
    is(text.trim(), parsed.subject.trim(), "subject");
    for (const header of [parsed.from, parsed.to]) is([text.trim()], header.value.map((one) => one.name.trim()), "name");
    is(["mentord@community.example", "dana@elsewhere.example"], [...parsed.from.value, ...parsed.to.value].map((one) => one.address));
    is(`The text: ${text}`, parsed.text.replace(/\n$/, ""), "text");
  }
}));

function judgeLetter(mail) {
  is(["山田太郎 asks you something", "מנטורים, メンター and mentors of a name that is long"], [mail.subject, mail.from.value[0].name]);
  is(["<second@community.example>", ["<first@community.example>", "<second@community.example>"]], [mail.inReplyTo, mail.references]);
  is(["ana@community.example", "auto-generated"], [mail.replyTo.value[0].address, mail.headers.get("auto-submitted")]);
  is("https://mentors.example/a/st0p", mail.headers.get("list").unsubscribe.url);
  is("List-Unsubscribe=One-Click", mail.headerLines.find((line) => line.key === "list-unsubscribe-post").line.split(": ")[1]);
  is(true, mail.text.startsWith("דנה, it is your turn: answer 山田太郎."), mail.text.slice(0, 60));
  is(true, mail.html.includes("answer 山田太郎.</p>") && mail.html.includes("He asks &lt;which&gt;"), "html");
  is([true, true], [mail.text, mail.html].map((part) => part.includes("https://mentors.example/a/t0ken?x=1")));
}
await test("a letter has both parts, its thread and its way out", () => smtp({}, async (port, seen) => {
  is(sent, await verdict(url(port), "letter"));
  const mail = await simpleParser(seen.mails[0].bytes);
  judgeLetter(mail);
  is([0, "multipart/alternative"], [mail.attachments.length, mail.headers.get("content-type").value]);
  is(true, mail.text.endsWith("Stop mails of this kind:\nhttps://mentors.example/a/st0p\n"), "end");
  is(0, seen.mails[0].bytes.toString("latin1").split("\r\n").filter((line) => line.length > 76).length, "long lines");
}));
await test("a calendar comes as an attachment with its method", () => smtp({}, async (port, seen) => {
  is(sent, await verdict(url(port), "calendar"));
  const mail = await simpleParser(seen.mails[0].bytes);
  judgeLetter(mail);
  is(["multipart/mixed", 1], [mail.headers.get("content-type").value, mail.attachments.length]);
  const part = mail.attachments[0];
  is(["text/calendar", "invite.ics", "REQUEST"], [part.contentType, part.filename, part.headers.get("content-type").params.method]);
  is(true, part.content.toString().includes("\r\nSUMMARY:Däna 山田\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"), part.content.toString());
}));
await test("the letter's HTML is valid", async () => {
  const require = createRequire(new URL("../browser/lib.mjs", import.meta.url));
  const { HtmlValidate, StaticConfigLoader } = require("html-validate");
  const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:standard", "html-validate:a11y"] }));
  const report = await validator.validateString(`${(await post("html")).join("\n")}\n`);
  is([], report.results.flatMap((one) => one.messages).map((one) => `${one.line}:${one.column} ${one.ruleId}: ${one.message}`));
});

// aiosmtpd, in a process of its own.
const free = () => new Promise((found) => {
  const probe = net.createServer().listen(0, "127.0.0.1", () => {
    const { port } = probe.address();
    probe.close(() => found(port));
  });
});
const answers = (port) => new Promise((resolve) => {
  const socket = net.connect(port, "127.0.0.1", () => socket.end() && resolve(true)).on("error", () => resolve(false));
});
await test("aiosmtpd takes twenty mails and a calendar, too", async () => {
  const port = await free();
  mkdirSync(`${work}/maildir`);
  const server = spawn("/usr/bin/python3", ["-m", "aiosmtpd", "-n", "-l", `127.0.0.1:${port}`, "-c", "aiosmtpd.handlers.Mailbox", `${work}/maildir/box`], { stdio: "ignore" });
  try {
    for (let i = 0; i < 200 && !(await answers(port)); i++) await new Promise((later) => setTimeout(later, 50));
    is(20, (await post(url(port), "20")).filter((line) => line.endsWith(" sent | 250 answered | ")).length);
    is(sent, await verdict(url(port), "calendar"));
    const mails = await Promise.all(readdirSync(`${work}/maildir/box/new`).map((name) => simpleParser(readFileSync(`${work}/maildir/box/new/${name}`))));
    is([21, 20, 1], [mails.length, mails.filter((mail) => mail.text === TEXT).length, mails.filter((mail) => mail.attachments.length === 1).length]);
  } finally {
    server.kill();
  }
});

// The same program, with one fault: what it said is what we understand, and what it took in the end it took once.
async function moody(mood, body) {
  const server = spawn("/usr/bin/python3", ["-W", "ignore", "aiosmtpd_moody.py", mood], { stdio: ["ignore", "pipe", "inherit"] });
  const seen = { took: [] };
  try {
    const port = await new Promise((found, lost) => {
      createInterface({ input: server.stdout }).on("line", (line) => {
        if (line.startsWith("port ")) found(Number(line.slice(5)));
        else seen.took.push(line);
      }).on("close", () => lost(new Error("aiosmtpd ended")));
    });
    await body(port, seen);
  } finally {
    server.kill();
  }
}
await test("aiosmtpd says 451: later; the next try is taken, once", () => moody("retry", async (port, seen) => {
  const said = await verdict(url(port), "plain");
  is(["later", 451, "answered", "451 4.7.1 to the recipient"], [said.verdict, said.status, said.fate, said.words]);
  is(0, seen.took.length);
  is("sent", (await verdict(url(port), "plain")).verdict);
  is(1, seen.took.length);
}));
await test("aiosmtpd refuses the login with 535, and with 530 whoever tries without: no recipient is named", () => moody("login", async (port, seen) => {
  const said = await verdict(url(port, "us:wrong@127.0.0.1"), "plain");
  is(["login refused", 535, "answered"], [said.verdict, said.status, said.fate]);
  is("login refused", (await verdict(url(port), "plain")).verdict);
  is(0, seen.took.length);
}));
await test("aiosmtpd knows nobody of that name, 550: the address is refused", () => moody("nobody", async (port, seen) => {
  const said = await verdict(url(port), "plain");
  is(["address refused", 550, "answered"], [said.verdict, said.status, said.fate]);
  is(0, seen.took.length);
}));
await test("aiosmtpd does not take the message, 554: refused, and not its address", () => moody("spam", async (port) => {
  const said = await verdict(url(port), "plain");
  is(["refused", 554, "answered"], [said.verdict, said.status, said.fate]);
}));
await test("aiosmtpd hangs up behind the message: unclear; the next try is taken", () => moody("cut", async (port, seen) => {
  is(["later", "unclear"], await verdict(url(port), "plain").then((said) => [said.verdict, said.fate]));
  is("sent", (await verdict(url(port), "plain")).verdict);
  is(1, seen.took.length);
}));
await test("aiosmtpd that is slow is waited for within the limit, and no longer", () => moody("slow", async (port, seen) => {
  is(sent, await verdict(url(port), "plain"));
  is(["later", "not-taken"], await verdict(url(port), "plain", "limit=400").then((said) => [said.verdict, said.fate]));
  is(1, seen.took.length);
}));
await test("aiosmtpd that does not answer the message: unclear", () => moody("stuck", async (port) => {
  is(["later", "unclear"], await verdict(url(port), "plain", "limit=600").then((said) => [said.verdict, said.fate]));
}));

for (const [name, fate] of [["good", "answered"], ["named", "not-taken"], ["expired", "not-taken"], ["strange", "not-taken"]]) {
  await test(`https, ${name} certificate: ${fate}`, async () => {
    let asked = 0;
    const server = https.createServer(key(name), (request, response) => {
      asked += 1;
      request.resume();
      request.on("end", () => response.end("{}"));
    });
    await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
    try {
      const said = await verdict(`https://localhost:${server.address().port}/`, "post", trusting);
      is([fate, fate === "answered" ? 1 : 0], [said.fate, asked]);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
}
finish();
