// The pictures of README, from the demo. Run with --write; they are not tests.
import { mkdirSync, statSync } from "node:fs";
import { P, expect, finish, launch, test, visitor } from "./lib.mjs";

const folder = new URL("../../docs/screens/", import.meta.url).pathname;
const most = 150 * 1024;
const shots = [
  { file: "queue.png", who: "mentor2", path: `${P}/requests?show=all`, width: 1280, height: 860, colorScheme: "light" },
  { file: "request.png", who: "mentor2", path: `${P}/requests?tab=mine`, first: true, width: 1280, height: 860, colorScheme: "light" },
  { file: "queue-phone-dark.png", who: "mentor2", path: `${P}/requests?show=all`, width: 390, height: 844, colorScheme: "dark" },
];

if (!process.argv.includes("--write")) {
  console.log("shots.mjs writes docs/screens only when run with --write");
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const browser = await launch();
for (const { file, who, path, first, width, height, colorScheme } of shots) {
  await test(`docs/screens/${file}`, async () => {
    const context = await visitor(browser, who, { viewport: { width, height }, colorScheme, reducedMotion: "reduce" });
    const page = await context.newPage();
    await page.goto(path);
    if (first) await page.locator("ul.queue h2 a").first().click();
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: folder + file });
    await context.close();
    const size = statSync(folder + file).size;
    expect(size <= most, `${size} bytes; at most ${most}`);
  });
}
await browser.close();
finish();
