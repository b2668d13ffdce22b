// UX.md 14: the language of a page follows the browser; in the made-up one (accents, words two fifths longer) every word of ours has an accent,
// and a phone's width still holds it.
import { P, expect, finish, launch, test, visitor } from "./lib.mjs";

const pages = [
  ["", "/login"], ["mentee1", "/"], ["mentee1", "/me"], ["mentee1", "/me/notifications"], ["mentee1", "/me/security"], ["mentee1", `${P}/requests/new/when`],
  ["mentee1", `${P}/history`], ["mentor1", `${P}/requests?show=all`], ["mentor1", `${P}/requests?tab=mine`], ["coordinator", `${P}/coordinate`],
  ["coordinator", `${P}/coordinate/requests`], ["coordinator", `${P}/coordinate/people`], ["coordinator", `${P}/coordinate/rooms`],
  ["coordinator", `${P}/coordinate/settings`], ["coordinator", `${P}/coordinate/texts`], ["coordinator", `${P}/coordinate/letters`],
  ["admin", "/admin/jobs"], ["admin", "/admin/letters"],
];

// What the server says, not what people wrote: of their own elements only those that hold no value.
const forgotten = () => [...document.querySelectorAll("button, th, summary, legend, h1, nav a, caption, .hint")]
  .flatMap((element) => [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && !element.closest("bdi")))
  .map((node) => node.textContent.trim()).filter((text) => /[a-z]{3}/i.test(text) && !/[^\x00-\x7f]/.test(text));

const browser = await launch();
for (const [who, path] of pages) {
  await test(`${who || "nobody"} ${path} in en-XA`, async () => {
    const context = await visitor(browser, who, { viewport: { width: 390, height: 844 }, extraHTTPHeaders: { "Accept-Language": "en-XA" } });
    const page = await context.newPage();
    const response = await page.goto(path);
    expect(response.status() === 200, `answered ${response.status()}`);
    expect(/accept-language/i.test(response.headers().vary), "a cache may give it to readers of another language");
    expect(await page.evaluate(() => document.documentElement.lang) === "en-XA", "lang");
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide <= 0, `${wide} px wider than the phone`);
    const words = await page.evaluate(forgotten);
    expect(words.length === 0, `not translated: ${words.slice(0, 5).join(" · ")}`);
    await context.close();
  });
}
await test("a person's own choice wins over the browser's", async () => {
  const context = await visitor(browser, "mentee2", { extraHTTPHeaders: { "Accept-Language": "en" } });
  const page = await context.newPage();
  await page.goto("/me");
  await page.getByLabel("Deutsch").check();
  await page.getByRole("button", { name: "Save" }).click();
  await page.waitForURL(/done=saved/);
  expect(await page.evaluate(() => document.documentElement.lang) === "de", "lang");
  expect(await page.getByRole("heading", { level: 1 }).innerText() === "Einstellungen", "the heading");
  expect(await page.getByText("Gespeichert.").isVisible(), "the notice");
  await context.close();
});
await browser.close();
finish();
