// The three journeys that the product stands on, each walked three ways (hands.mjs), on the demo's people.
import { P, expect, finish, launch, test, visitor } from "./lib.mjs";
import { hands, journey } from "./hands.mjs";

const browser = await launch();
const taken = new Set();

// A mentor of the demo who still has place, with the name that coordinators read.
async function freeMentor() {
  for (let n = 1; n <= 20; n++) {
    const who = `mentor${n}`;
    if (taken.has(who)) continue;
    taken.add(who);
    const context = await visitor(browser, who, { javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${P}/mentor`);
    const held = parseInt(await page.locator("main .head p").innerText(), 10);
    const most = Number(await page.getByLabel("How many requests at the same time?").inputValue());
    const isFit = held < most && (await page.getByRole("button", { name: "Go away until that day" }).count()) === 1
      && (await page.locator(".notice.warn").count()) === 0;
    const name = await page.locator(".who a").innerText();
    await context.close();
    if (isFit) return { who, name };
  }
  throw new Error("no mentor of the demo has place");
}

async function ask(mentee, title) {
  await mentee.go("/");
  await mentee.follow(/^Ask for a mentor/);
  await mentee.pick("Code review");
  await mentee.press("Continue");
  await mentee.pick("Python");
  await mentee.press("Continue");
  await mentee.fill("In one line, what do you need?", title);
  await mentee.fill("Tell us more", "too short");
  await mentee.press("Continue");
  await mentee.refused("at least 20 characters", "Tell us more");
  await mentee.fill("Tell us more", "Is my folder layout sensible for a team of three?");
  await mentee.press("Continue");
  await mentee.pick("Video call");
  await mentee.press("Continue");
  await mentee.pick("Veteran");
  await mentee.press("Continue");
  await mentee.sees(title, "Python", "Video call", "Veteran", "Is my folder layout sensible");
  await mentee.press("Send request");
  await mentee.sees(title);
}

async function claim(mentor, title) {
  await mentor.go(`${P}/requests?show=all`);
  await mentor.press(`Claim ${title}`);
  await mentor.sees("You claimed this.", "E-mail");
}

async function giveBack(mentor) {
  await mentor.unfold("Release");
  await mentor.fill("Why do you give it back?", "Ill this week");
  await mentor.press("Give it back to the queue");
}

async function attempt(mentor) {
  await mentor.unfold("Note an attempt");
  await mentor.pick("E-mail");
  await mentor.press("Note this attempt");
  await mentor.sees("e-mail", "has been in touch");
}

async function fulfil(mentor) {
  await mentor.unfold("Close the request as held");
  await mentor.fill("Next steps for the mentee", "Read chapter two.");
  await mentor.press("Close as held");
  await mentor.sees("Closed: held");
}

async function answer(mentee, path) {
  await mentee.go(path);
  await mentee.sees("Read chapter two.", "Was it helpful?");
  await mentee.pick("Not this time");
  await mentee.press("Send answer");
  await mentee.sees("You said: not this time.");
}

async function followUp(mentee, mentor, path) {
  await mentee.press("Ask for a follow-up");
  const follow = new URL(mentee.page.url()).pathname;
  expect(follow !== path, "the follow-up is the same request");
  await mentee.sees("Follow-up of");
  const status = (await mentor.page.request.get(follow)).status();
  expect(status === 404, `the first mentor's answer for the follow-up is ${status}, not 404`);
}

async function desk(hand, n) {
  const { who } = await freeMentor();
  const title = `Layout of my first API, ${hand.name}`;
  let path = "";
  await journey(browser, hand, [`mentee${17 + n}`, who], (mentee, mentor) => [
    ["F053 F054 a mentee asks through the wizard; details too short are refused and kept", async () => {
      await ask(mentee, title);
      await mentee.go(`${P}/history`);
      await mentee.follow(title);
      path = new URL(mentee.page.url()).pathname;
    }],
    ["F061 F015 a mentor claims from the queue and only then reads the address", async () => {
      await mentor.go(path);
      expect(!(await mentor.main.innerText()).includes("@demo.example"), "the address shows before the claim");
      await claim(mentor, title);
      await mentor.sees(`mentee${17 + n}@demo.example`);
    }],
    ["F061 an undo puts the request back", async () => {
      await mentor.press("Undo the claim");
      await claim(mentor, title);
    }],
    ["F063 the mentor gives it back and takes it again", async () => {
      await giveBack(mentor);
      await claim(mentor, title);
    }],
    ["F072 the mentor notes a contact attempt", () => attempt(mentor)],
    ["F073 the mentor closes it as held, with next steps", () => fulfil(mentor)],
    ["F073 the mentee says whether it was helpful", () => answer(mentee, path)],
    ["F075 the mentee asks for a follow-up that the first mentor cannot see", () => followUp(mentee, mentor, path)],
  ]);
}

async function volunteer(hand, n) {
  await journey(browser, hand, [`member${1 + n}`, "coordinator"], (member, coordinator) => [
    ["F003 a member volunteers", async () => {
      await member.go(P);
      await member.follow("Become a mentor");
      await member.pick("Python");
      await member.pick("Code review");
      await member.fill("How many requests at the same time?", "2");
      await member.fill("A few words about you", "Ten years of tests.");
      const accepts = member.main.getByLabel("I have read the code of conduct and I accept it");
      if (await accepts.count()) await member.tick(accepts);
      await member.press("Send");
      await member.sees("A coordinator looks at your application");
      expect((await member.page.request.get(`${P}/requests`)).status() === 403, "the queue shows before the approval");
    }],
    ["F004 a coordinator approves, and the volunteer may claim", async () => {
      const name = await member.page.locator(".who a").innerText();
      await coordinator.go(`${P}/coordinate/people?tab=pending`);
      await coordinator.press(`Approve ${name}`);
      await member.go(`${P}/requests?show=all`);
      expect(await member.main.getByRole("button", { name: /^Claim/ }).count(), "the new mentor sees no Claim");
    }],
  ]);
}

async function assign(hand) {
  const { who, name } = await freeMentor();
  await journey(browser, hand, ["coordinator", who], (coordinator, mentor) => [
    ["F070 a coordinator assigns: the mentor agrees, or a reason is given", async () => {
      await coordinator.go(`${P}/coordinate/requests?state=waiting`);
      const row = coordinator.main.locator("tr", { has: coordinator.page.getByText("Waiting", { exact: true }) }).first();
      await coordinator.load(() => coordinator.click(row.getByRole("link").first()));
      await coordinator.unfold("Assign a mentor");
      await coordinator.choose("Which mentor?", name);
      await coordinator.press("Assign");
      await coordinator.refused("Say that the mentor agreed");
      await coordinator.unfold("Assign a mentor");
      await coordinator.choose("Which mentor?", name);
      await coordinator.fill("If not: why do you assign it anyway?", "It waits for days");
      await coordinator.press("Assign");
      await coordinator.sees("Claimed", name, "It waits for days");
    }],
    ["F070 the mentor finds what was assigned", async () => {
      const title = await coordinator.main.locator("h1").innerText();
      await mentor.go(`${P}/requests?tab=mine`);
      await mentor.sees(title);
    }],
  ]);
}

await Promise.all(hands.map((hand, n) => desk(hand, n).then(() => volunteer(hand, n))));
for (const hand of hands) await assign(hand);
await browser.close();
finish();
