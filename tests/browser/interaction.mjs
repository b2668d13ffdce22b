// The interaction row of UX.md 12: what a click, a choice and a key cost until the next paint, with the processor four times slower. Times belong
// to `make check-all` (tests/interop/lighthouse/run starts this on a release build); RUNS=5 tries each, the median of their slowest counts.
import { P, expect, finish, launch, test, visitor } from "./lib.mjs";

const MOST_MS = 100;
const LEAST_MS = 16;    // the browser reports none that is quicker
const RUNS = Number(process.env.RUNS ?? 5);

// Kept in the session's store, since an act may lead to another page.
const listen = (least) => {
  const keep = (list) => {
    for (const one of list.getEntries())
      if (one.interactionId) sessionStorage.setItem("slowest", String(Math.max(one.duration, Number(sessionStorage.getItem("slowest") ?? 0))));
  };
  new PerformanceObserver(keep).observe({ type: "event", buffered: true, durationThreshold: least });
};

const acts = [
  ["claiming from the queue", (n) => `mentor${11 + n}`, `${P}/requests?show=all`, async (page) => {
    await page.getByRole("button", { name: /^Claim/ }).first().click();
    await page.getByText("You claimed this.").first().waitFor();
  }],
  ["continuing in the wizard", (n) => `mentee${11 + n}`, `${P}/requests/new/details`, async (page) => {
    await page.getByLabel("In one line, what do you need?").pressSequentially("Layout of my first parser");
    await page.getByLabel("Tell us more").pressSequentially("Is my folder layout sensible for three of us?");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.waitForURL(/\/when/);
  }],
  ["applying a filter of the queue", (n) => `mentor${11 + n}`, `${P}/requests?show=all`, async (page) => {
    await page.getByRole("searchbox").first().pressSequentially("review");
    await page.getByRole("button", { name: "Apply" }).click();
    await page.waitForFunction(() => /q=review/.test(location.search));
  }],
  ["applying a filter of the table", () => "coordinator", `${P}/coordinate/requests`, async (page) => {
    await page.getByRole("searchbox").first().pressSequentially("review");
    await page.locator("form[role=search]").getByRole("button", { name: "Apply" }).click();
    await page.waitForFunction(() => /q=review/.test(location.search));
  }],
];

// One try: the slowest of its interactions, or the least that is measured if all were quicker.
async function slowest(browser, who, path, act) {
  const context = await visitor(browser, who, { viewport: { width: 390, height: 844 } });
  await context.addInitScript(listen, LEAST_MS);
  const page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  await page.goto(path, { waitUntil: "networkidle" });
  await page.evaluate(() => sessionStorage.removeItem("slowest"));
  await act(page);
  await page.evaluate(() => new Promise((done) => { requestAnimationFrame(() => setTimeout(done, 300)); }));
  const found = await page.evaluate(() => Number(sessionStorage.getItem("slowest") ?? 0));
  await context.close();
  return Math.max(found, LEAST_MS);
}

const browser = await launch();
await test("the clock of interactions runs", async () => {
  const context = await visitor(browser, "");
  await context.addInitScript(listen, LEAST_MS);
  const page = await context.newPage();
  await page.goto("/login");
  await page.evaluate(() => addEventListener("pointerdown", () => { for (const end = performance.now() + 60; performance.now() < end;); }));
  await page.mouse.click(10, 10);
  await page.waitForFunction(() => Number(sessionStorage.getItem("slowest")) >= 56, undefined, { timeout: 3000 });
  await context.close();
});
for (const [name, who, path, act] of acts)
  await test(`${name} takes at most ${MOST_MS} ms until the next paint`, async () => {
    const tries = [];
    for (let n = 0; n < RUNS; n++) tries.push(await slowest(browser, who(n), path, act));
    const median = [...tries].sort((a, b) => a - b)[Math.floor(RUNS / 2)];
    console.log(`${name}: ${median} ms (${tries.join(", ")})`);
    expect(median <= MOST_MS, `${median} ms`);
  });
await browser.close();
finish();
