// The size rows of UX.md 12, as bytes on the wire; and nothing inline, which the policy would block anyway.
import { gzipSync } from "node:zlib";
import { P, expect, finish, launch, test, visitor } from "./lib.mjs";

const KB = 1024;
const most = { first: 75 * KB, repeat: 15 * KB, requests: 8, queue: 10 * KB, script: 20 * KB, style: 12 * KB };
const pages = [["mentor1", `${P}/requests?show=all`], ["mentor1", "/"], ["mentee1", `${P}/requests/new/skills`], ["mentee1", `${P}/history`],
  ["coordinator", `${P}/coordinate/requests`], ["coordinator", `${P}/coordinate/people?tab=members`], ["mentor1", "/me"], [undefined, "/"]];

// Every answer of one navigation, by its weight with headers.
async function load(page, wire, path) {
  const loaded = [];
  const kinds = new Map();
  const onResponse = (event) => kinds.set(event.requestId, event);
  const onFinished = (event) => {
    const answer = kinds.get(event.requestId);
    if (answer?.response.fromDiskCache || !answer) return;
    loaded.push({ kind: answer.type, url: answer.response.url, bytes: event.encodedDataLength });
  };
  wire.on("Network.responseReceived", onResponse);
  wire.on("Network.loadingFinished", onFinished);
  await page.goto(path, { waitUntil: "networkidle" });
  wire.off("Network.responseReceived", onResponse);
  wire.off("Network.loadingFinished", onFinished);
  return loaded;
}

const sum = (loaded) => loaded.reduce((total, one) => total + one.bytes, 0);
const told = (loaded) => loaded.map((one) => `${one.bytes} ${one.kind} ${one.url}`).join("\n");

async function weigh(browser, who, path) {
  const context = await visitor(browser, who);
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send("Network.enable");
  const name = `${who ?? "signed-out"} ${path}`;
  const first = await load(page, wire, path);
  await test(`first load of ${name} weighs at most 75 KB in 8 requests`, async () => {
    expect(sum(first) > 1000, "nothing was measured");
    expect(sum(first) <= most.first, `${sum(first)} bytes\n${told(first)}`);
    expect(first.length <= most.requests, `${first.length} requests\n${told(first)}`);
  });
  await page.goto(who ? "/me/security" : "/login");
  const repeat = await load(page, wire, path);
  await test(`repeated load of ${name} weighs at most 15 KB`, async () => {
    expect(repeat.length > 0 && sum(repeat) <= most.repeat, `${sum(repeat)} bytes\n${told(repeat)}`);
  });
  await test(`${name} has nothing inline`, async () => {
    const html = await (await context.request.get(path)).text();
    expect(!/<[^>]+\sstyle\s*=/i.test(html), "a style attribute");
    expect(!/<style/i.test(html), "a style element");
    expect(!/<script(?![^>]*\ssrc=)[^>]*>/i.test(html), "an inline script");
    expect(!/<[^>]+\son[a-z]+\s*=/i.test(html.replace(/"[^"]*"/g, '""')), "an inline handler");
  });
  const ours = { Script: most.script, Stylesheet: most.style };
  await test(`scripts and styles of ${name} keep their budgets`, async () => {
    for (const [kind, limit] of Object.entries(ours)) {
      const some = first.filter((one) => one.kind === kind);
      expect(some.length > 0 && sum(some) <= limit, `${kind}: ${sum(some)} bytes of ${limit}\n${told(some)}`);
    }
  });
  await context.close();
  return sum(first);
}

const browser = await launch();
for (const [who, path] of pages) console.log(`${await weigh(browser, who, path)} bytes: ${who ?? "signed-out"} ${path}`);

await test("a queue page of 25 rows is at most 10 KB of HTML, compressed", async () => {
  const context = await visitor(browser, "mentor1");
  const html = await (await context.request.get(`${P}/requests?show=all`)).text();
  const rows = html.match(/<li id="r-/g)?.length ?? 0;
  const size = gzipSync(html).length;
  console.log(`${size} bytes: the queue's HTML, ${rows} rows`);
  expect(rows > 0, "no row in the queue");
  expect((size / Math.max(rows, 25)) * 25 <= most.queue, `${size} bytes for ${rows} rows`);
});
// CLS of UX.md 12. The script is held back, so that whatever it adds or moves is seen to move.
for (const [who, path] of [["mentee1", `${P}/requests/new/details`], ["mentee1", `${P}/requests/new/when`], ["mentor1", `${P}/requests?show=all`], ["coordinator", `${P}/coordinate`],
  ["coordinator", `${P}/coordinate/requests`], ["mentor1", "/me"]])
  await test(`${path}: nothing moves when the script comes late`, async () => {
    const context = await visitor(browser, who, { viewport: { width: 412, height: 823 } });
    const page = await context.newPage();
    await page.route(/\/static\/app\..*js$/, (route) => setTimeout(() => route.continue(), 400));
    await page.addInitScript(() => {
      self.moved = 0;
      new PerformanceObserver((list) => { for (const one of list.getEntries()) self.moved += one.value; }).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(path, { waitUntil: "networkidle" });
    await page.waitForTimeout(200);
    const moved = await page.evaluate(() => self.moved);
    expect(moved <= 0.02, `the page's parts move by ${moved.toFixed(3)}`);
    await context.close();
  });
await browser.close();
finish();
