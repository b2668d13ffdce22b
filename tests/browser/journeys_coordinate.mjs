// A coordinator's day at the desk, walked three ways (hands.mjs); and two coordinators at once.
import { P, expect, finish, launch, test, visitor } from "./lib.mjs";
import { hands, journey } from "./hands.mjs";

const browser = await launch();
const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

// Writes a request down for somebody; its number as people say it, without the mark.
async function intake(one, email, title) {
  await one.go(`${P}/coordinate`);
  await one.follow("Write one down");
  await one.fill("E-mail address of the mentee", email);
  await one.pick("Code review");
  await one.fill("In one line, what do they need?", title);
  await one.fill("What they wrote or said", "too short");
  await one.press("Put it on the board");
  await one.refused("at least 20 characters", "What they wrote or said");
  await one.fill("What they wrote or said", "They would like somebody to read their first parser.");
  await one.press("Put it on the board");
  await one.refused("Write the name", "Name, if they are new here");
  await one.fill("Name, if they are new here", "Nadia Ben Salah");
  await one.press("Put it on the board");
  await one.sees(title);
  return (await one.page.locator("main .crumb").innerText()).match(/OC-(\d+)/)[1];
}

async function again(one, email, title) {
  await one.go(`${P}/coordinate/requests/new`);
  await one.fill("E-mail address of the mentee", email);
  await one.pick("Code review");
  await one.fill("In one line, what do they need?", title);
  await one.fill("What they wrote or said", "The same question, asked once more by telephone.");
  await one.press("Put it on the board");
  await one.sees(title);
}

async function atTheSheet(one, title) {
  await one.go(`${P}/sheet`);
  const name = await one.page.locator("#mentors option").first().getAttribute("value");
  const row = one.page.locator("tr", { hasText: title }).first();
  const number = (await row.locator("a").first().innerText()).split(" ")[0];
  await one.fill(`Mentor Assigned ${number}`, name);
  await one.fill(`Notes ${number}`, "Said yes in the chat");
  await one.press(`Save ${number} ${title}`);
  await one.sees("The row is saved.", "Your last note: Said yes in the chat");
  expect(await one.page.locator("tr", { hasText: title }).getByText("Assigned", { exact: true }).count() > 0, `${title} is not assigned`);
  await one.fill(`Mentor Assigned ${number}`, "");
  await one.press(`Save ${number} ${title}`);
  await one.fill(`Mentor Assigned ${number}`, "Nobody of This Name");
  await one.press(`Save ${number} ${title}`);
  await one.sees("No active mentor has exactly this name", `${number} was set back.`);
}

async function day(hand, n) {
  const email = `nadia${n}@example.org`;
  const title = `Parser of my own, ${hand.name}`;
  let path = "";
  let number = "";
  await journey(browser, hand, ["coordinator"], (one) => [
    ["F171 what needs a coordinator stands first, each with its act", async () => {
      await one.go("/");
      await one.follow(/^Needs you in Operation Code/);
      await one.sees("Needs you", "Unclaimed", "Remind mentors", "Wants to be a mentor since");
    }],
    ["F078 a request that came by telephone is written down; what is missing is said and nothing is lost", async () => {
      number = await intake(one, email, title);
      path = new URL(one.page.url()).pathname;
    }],
    ["F069 it is escalated with a line", async () => {
      await one.unfold("Escalate");
      await one.fill("What should the escalation contact know?", "Nobody here knows this language");
      await one.press("Escalate this request");
      await one.sees("Escalated", "Nobody here knows this language");
    }],
    ["F068 mentors are reminded", async () => {
      await one.press("Remind mentors");
      await one.sees("reminded");
    }],
    ["F081 the same question asked twice becomes one", async () => {
      await again(one, email, `${title}, twice`);
      await one.unfold("Merge into another request");
      await one.fill("Number of the request that stays", number);
      await one.press("Merge");
      await one.sees(title, "into it");
    }],
    ["F077 the history says how often the mentee asked", async () => {
      await one.go(`${P}/coordinate/requests?q=${encodeURIComponent(title)}`);
      await one.follow("Nadia Ben Salah");
      await one.sees(title, `${title}, twice`);
    }],
    ["F057 the sheet: a name assigns, a blank gives back, a wrong one is set back", () => atTheSheet(one, title)],
    ["F055 the mentee is asked for detail", async () => {
      await one.go(path);
      await one.unfold("Ask for more detail");
      await one.fill("What do you need to know?", "Which language is it in?");
      await one.press(/^Ask/);
      await one.sees("Which language is it in?");
    }],
    ["F174 a view is kept, rows are acted on together, without a reason nothing is closed", async () => {
      await one.go(`${P}/coordinate/requests?q=${encodeURIComponent(title)}`);
      await one.unfold("Keep this view");
      await one.fill("Name of this view", `Parsers ${n}`);
      await one.press("Keep");
      await one.sees(`Parsers ${n}`);
      await one.pick(`OC-${number}`);
      await one.unfold("Act on all that are ticked");
      await one.pick("Close them with a reason");
      await one.press("Act on them");
      await one.sees("Write why they are closed");
      await one.pick(`OC-${number}`);
      await one.fill(/^Reason/, "Solved on the telephone");
      await one.press("Act on them");
      await one.sees("1 request was changed");
    }],
    ["F175 a note for the next one, and a stand-in while away", async () => {
      await one.go(`${P}/coordinate`);
      await one.unfold("Write a note for the next one");
      await one.fill("What should whoever comes next know?", `Nadia rings again on Monday, ${hand.name}.`);
      await one.press("Keep this note");
      await one.sees(`Nadia rings again on Monday, ${hand.name}.`);
      await one.go(`${P}/coordinate/stand-in`);
      await one.fill("E-mail of your stand-in", "mentee19@demo.example");
      await one.day("On which day are you back?", inAWeek);
      await one.press("Hand over until then");
      await one.sees("stands in", "Away until");
      await one.press("I am back");
      await one.sees("While I am away");
    }],
  ]);
}

for (const [n, hand] of hands.entries()) await day(hand, n);

// Two coordinators look at the same request; both assign it. The second is told who has it, and nothing is overwritten.
await test("F070 two coordinators at once: the second is told", async () => {
  const first = await visitor(browser, "coordinator");
  const second = await visitor(browser, "coordinator", { viewport: { width: 390, height: 844 } });
  const [left, right] = [await first.newPage(), await second.newPage()];
  await left.goto(`${P}/coordinate/requests?state=waiting`);
  const path = await left.locator("main td a[href*='/requests/']").first().getAttribute("href");
  for (const page of [left, right]) {
    await page.goto(path);
    await page.locator("main summary", { hasText: "Assign a mentor" }).click();
  }
  const listed = await left.locator("main select[name=mentor] option").allInnerTexts();
  const names = listed.filter((one) => !one.includes("away until"));    // to them it goes with a reason alone
  expect(names.length < listed.length, "who is away is not among the choices");
  await left.getByLabel("Mentor", { exact: false }).locator("visible=true").first().selectOption({ label: names.at(-1) });
  await left.getByLabel("agreed").first().check();
  await left.getByRole("button", { name: "Assign", exact: true }).click();
  await left.getByText("Claimed by").or(left.getByText("has it")).first().waitFor();
  await right.getByLabel("Mentor", { exact: false }).locator("visible=true").first().selectOption({ label: names.at(-2) });
  await right.getByLabel("agreed").first().check();
  await right.getByRole("button", { name: "Assign", exact: true }).click();
  await right.getByRole("alert").first().waitFor();
  const said = await right.locator("main").innerText();
  expect(said.includes(names.at(-1)), `the second does not read who has it: ${said.slice(0, 400)}`);
  await first.close();
  await second.close();
});

// A file comes as browsers send files, with scripts and without.
for (const [how, javaScriptEnabled] of [["with scripts", true], ["without", false]])
  await test(`F165 a coordinator brings a file, sees what is wrong, puts it right and takes it in, ${how}`, async () => {
    const context = await visitor(browser, "coordinator", { javaScriptEnabled });
    const page = await context.newPage();
    const bring = async (text) => {
      await page.goto(`${P}/coordinate/import`);
      await page.getByLabel("People", { exact: true }).check();
      await page.getByLabel("The file").setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
      await page.getByRole("button", { name: "Check the file" }).click();
    };
    const email = `file-${how.replace(" ", "-")}@example.org`;
    await bring(`Full Name,Email\r\nZoë Łuk,${email}\r\nEve,eve at example\r\n`);
    await page.getByText("Nothing is taken in while anything is wrong").waitFor();
    const wrong = await page.locator("main tbody tr").first().innerText();
    expect(/3/.test(wrong) && wrong.includes("eve at example"), `the wrong line is told as ${wrong}`);
    await bring(`Full Name,Email\r\nZoë Łuk,${email}\r\n`);
    await page.getByText("1 person, 1 member new").waitFor();
    await page.getByRole("button", { name: "Take it in" }).click();
    await page.getByText("Nobody was written to").waitFor();
    await page.goto(`${P}/coordinate/people?tab=members&q=zo`);
    await page.getByText("Zoë Łuk").first().waitFor();
    await context.close();
  });

// What a form service exports, headed by other words than the programme's: the columns are chosen on the page.
for (const [how, javaScriptEnabled] of [["with scripts", true], ["without", false]])
  await test(`F165 a coordinator brings applications of a form service, says what a column means, and takes them in, ${how}`, async () => {
    const context = await visitor(browser, "coordinator", { javaScriptEnabled, viewport: javaScriptEnabled ? { width: 1280, height: 860 } : { width: 390, height: 844 } });
    const page = await context.newPage();
    const email = `answers-${how.replace(" ", "-")}@example.org`;
    const rows = ["Timestamp,Email Address,What is your name?,What would you like to learn?,How used are you to contributing?,What do you want to work on?,How many hours a week do you have?," +
      "When do you usually have time? [Monday],Which language do you prefer?,How well do you speak and understand English?,Do you need a mentor who speaks another language than English with you?," +
      "\"I take part for the whole time, meet at least an hour a month, and keep the code of conduct.\",Shoe size",
    `2026/11/10 3:04:05 PM GMT+1,${email},Zoë Łuk,I would like to read and write a parser by myself.,do it often,Code;Triage of issues,3 to 5,"Morning, Evening",Polish; fluent,fluent,no,I agree,39`];
    await page.goto("/p/open-source/coordinate/import");
    await page.getByLabel("Applications", { exact: true }).check();
    await page.getByLabel("As mentees").check();
    await page.getByLabel("The file", { exact: true }).setInputFiles({ name: "answers.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\r\n")) });
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/bring-${javaScriptEnabled}.png`, fullPage: true });
    await page.getByRole("button", { name: "Check the file" }).click();
    await page.getByText("no column answers").first().waitFor();
    expect(await page.getByLabel("When do you usually have time? [Monday]").inputValue() === "week_Monday", "the column of Mondays is not known by its heading");
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/wrong-${javaScriptEnabled}.png`, fullPage: true });
    await page.getByLabel("What would you like to learn?").selectOption({ label: "What do you want to reach in the next months?" });
    await page.getByRole("button", { name: "Check it with these columns" }).click();
    await page.getByText("1 person, 1 member, 1 application new").waitFor();
    expect(await page.getByLabel("Shoe size").inputValue() === "-", "a column that nothing takes is not shown so");
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/ready-${javaScriptEnabled}.png`, fullPage: true });
    await page.getByRole("button", { name: "Take it in" }).click();
    await page.getByText("Nobody was written to").waitFor();
    await page.goto("/p/open-source/review?side=mentee");
    await page.getByText("Zoë Łuk").first().waitFor();
    await context.close();
  });

await browser.close();
finish();
