// The three ways in which a person works a page: with a mouse, with the keyboard alone, and with a mouse but no JavaScript.
// Each act waits for what it causes; the keyboard also asserts where the focus is at every step.
import { expect, test, visitor, watch } from "./lib.mjs";

const TABS_MOST = 300;
const isActive = (element) => element === document.activeElement;
// The key that leads on from where the focus is: none at the target itself, an arrow inside its group of radios, else Tab.
const nextKey = (element) => {
  const now = document.activeElement;
  if (now === element) return "";
  const isSibling = element.type === "radio" && now.type === "radio" && now.name === element.name && now.form === element.form;
  return isSibling ? "ArrowDown" : "Tab";
};
const hasRing = () => getComputedStyle(document.activeElement).outlineStyle !== "none";
const active = () => {
  const one = document.activeElement;
  return `${one.tagName.toLowerCase()}${one.id ? `#${one.id}` : ""} "${(one.innerText ?? "").slice(0, 40)}"`;
};

class Mouse {
  constructor(page) { this.page = page; this.main = page.locator("main"); }

  async load(act) {
    await Promise.all([this.page.waitForEvent("load"), act()]);
    await this.landed();
  }
  async landed() {}

  async go(path) { await this.load(() => this.page.goto(path)); }
  async follow(name) { await this.load(() => this.click(this.main.getByRole("link", { name }).first())); }
  async press(name) { await this.load(() => this.click(this.main.getByRole("button", { name }).first())); }
  async unfold(name) {
    const summary = this.main.locator("summary", { hasText: name }).first();
    if (!(await summary.evaluate((one) => one.parentElement.open))) await this.click(summary);
    expect(await summary.evaluate((one) => one.parentElement.open), `"${name}" did not open`);
  }
  async click(target) { await target.click(); }
  async fill(label, text) { await this.main.getByLabel(label).and(this.main.locator(":visible")).first().fill(text); }
  async day(label, iso) { await this.fill(label, iso); }
  async pick(label) {
    const box = this.main.getByLabel(label, { exact: true }).and(this.main.locator(":visible")).first();
    if (!(await box.isChecked())) await this.tick(box);
    expect(await box.isChecked(), `"${label}" is not chosen`);
  }
  async tick(box) { await box.check(); }
  async choose(label, option) { await this.main.getByLabel(label).first().selectOption({ label: option }); }

  async sees(...words) {
    const text = await this.main.innerText();
    for (const one of words) expect(text.includes(one), `${this.page.url()} does not say "${one}":\n${text.slice(0, 600)}`);
  }
  // After a refused form the summary has the focus, and its link leads to the field.
  async refused(words, field) {
    const summary = this.main.getByRole("alert").first();
    await summary.waitFor();
    await this.page.waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: 2000 }).catch(() => {});
    expect((await summary.innerText()).includes(words), `the summary does not say "${words}": ${await summary.innerText()}`);
    expect(await summary.evaluate(isActive), `the focus is on ${await this.page.evaluate(active)}, not on the error summary`);
    if (!field) return;
    await this.click(summary.getByRole("link").first());
    expect(await this.main.getByLabel(field).first().evaluate(isActive), `the summary's link does not lead to "${field}"`);
  }
}

class Keyboard extends Mouse {
  // Tab until the target has the focus, as a reader without a mouse would; in a group of radios the arrows move.
  async reach(target) {
    await target.waitFor();
    const element = await target.elementHandle();
    for (let i = 0; i < TABS_MOST; i++) {
      const next = await element.evaluate(nextKey);
      if (!next) {
        expect(await this.page.evaluate(hasRing), `no ring shows the focus on ${await this.page.evaluate(active)}`);
        return;
      }
      await this.page.keyboard.press(next);
    }
    throw new Error(`Tab never reaches ${await element.evaluate((one) => one.outerHTML.slice(0, 160))}`);
  }
  // A new page starts at its top: the first Tab finds the skip link, unless the page put the focus on what matters.
  async landed() {
    await this.page.waitForFunction(() => !document.querySelector("[autofocus]") || document.activeElement !== document.body);
    const isTop = await this.page.evaluate(() => document.activeElement === document.body);
    const isMeant = await this.page.evaluate(() => document.activeElement.hasAttribute("autofocus"));
    expect(isTop || isMeant, `the page starts with the focus on ${await this.page.evaluate(active)}`);
    if (isMeant) return;
    await this.page.keyboard.press("Tab");
    expect(await this.page.evaluate(() => document.activeElement.className === "skip"), `the first Tab finds ${await this.page.evaluate(active)}`);
    await this.page.keyboard.press("Enter");
    expect(await this.page.evaluate(() => document.activeElement.id === "main"), `the skip link leads to ${await this.page.evaluate(active)}`);
  }
  async click(target) {
    await this.reach(target);
    await this.page.keyboard.press((await target.evaluate((one) => one.tagName)) === "BUTTON" ? "Space" : "Enter");
  }
  async fill(label, text) {
    await this.reach(this.main.getByLabel(label).and(this.main.locator(":visible")).first());
    await this.page.keyboard.press("Control+A");
    await this.page.keyboard.press("Delete");
    await this.page.keyboard.type(text);
  }
  // The parts of a date field take digits, in the order of the browser's language.
  async day(label, iso) {
    const [year, month, day] = iso.split("-");
    await this.reach(this.main.getByLabel(label).and(this.main.locator(":visible")).first());
    await this.page.keyboard.type(`${month}${day}${year}`);
  }
  async tick(box) {
    await this.reach(box);
    if (!(await box.isChecked())) await this.page.keyboard.press("Space");
  }
  async choose(label, option) {
    const list = this.main.getByLabel(label).first();
    await this.reach(list);
    for (let i = 0; i < TABS_MOST; i++) {
      if ((await list.evaluate((one) => one.selectedOptions[0].label)) === option) return;
      await this.page.keyboard.press("ArrowDown");
    }
    throw new Error(`the arrows never reach "${option}"`);
  }
}

export const hands = [
  { name: "with a mouse", proves: "", Hand: Mouse, options: {} },
  { name: "by keyboard alone", proves: "F194 ", Hand: Keyboard, options: {} },
  { name: "without JavaScript", proves: "F194 ", Hand: Mouse, options: { javaScriptEnabled: false } },
];

// One person at one browser. The page must stay without complaint until leave().
export async function person(browser, who, hand) {
  const context = await visitor(browser, who, { viewport: { width: 1280, height: 900 }, ...hand.options });
  const page = await context.newPage();
  const faults = [];
  watch(page, faults);
  const one = new hand.Hand(page);
  one.leave = async () => {
    await context.close();
    expect(faults.length === 0, `${who}: ${faults.join("\n")}`);
  };
  return one;
}

// One test a step; a step that fails stops its journey, and what follows it counts as failed too.
export async function journey(browser, hand, people, steps) {
  const open = [];
  let isStopped = false;
  for (const who of people) open.push(await person(browser, who, hand));
  for (const [title, step] of steps(...open)) {
    await test(`${hand.proves}${title}, ${hand.name}`, async () => {
      expect(!isStopped, "an earlier step of this journey failed");
      try { await step(); } catch (error) { isStopped = true; throw error; }
    });
  }
  for (const one of open) await test(`${hand.name}: the browser has no complaint`, () => one.leave());
}
