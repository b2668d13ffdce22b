// html-validate on every page that axe.mjs saved to PAGES, exactly as the server sent it.
import { readdirSync, readFileSync } from "node:fs";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { expect, finish, test } from "./lib.mjs";

const validator = new HtmlValidate(new StaticConfigLoader({ root: true, extends: ["html-validate:standard", "html-validate:a11y"] }));
const files = readdirSync(process.env.PAGES).filter((name) => name.endsWith(".html"));
await test("axe.mjs saved pages", () => expect(files.length > 40, `only ${files.length} pages`));
for (const file of files) {
  await test(`markup of ${file}`, async () => {
    const report = await validator.validateString(readFileSync(`${process.env.PAGES}/${file}`, "utf8"));
    const told = report.results.flatMap((one) => one.messages).map((one) => `${one.line}:${one.column} ${one.ruleId}: ${one.message}`);
    expect(told.length === 0, told.slice(0, 12).join("\n"));
  });
}
finish();
