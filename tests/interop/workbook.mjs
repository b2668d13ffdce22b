// Our workbooks as openpyxl reads them: every text is the text that went in, and nothing calculates. Usage: workbook.mjs DRIVER
import { execFileSync } from "node:child_process";
import { payloads, refused } from "../browser/payloads.mjs";
import { finish, is, test } from "./mail_lib.mjs";

const [, , driver] = process.argv;
const most = 64 << 20;
const made = (sheets) => execFileSync(driver, { input: sheets.map((rows) => rows.map((row) => row.join("\x1f")).join("\x1e")).join("\x1d"), maxBuffer: most });
const read = (book) => JSON.parse(execFileSync("/usr/bin/python3", ["workbook_read.py"], { input: book, encoding: "utf8", maxBuffer: most }));
// Signs that XML cannot hold stand as _xHHHH_ (ECMA-376 22.9.2.19, ST_Xstring): programs for tables undo it, openpyxl leaves it to whoever reads.
const undone = (text) => text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
const column = (texts) => read(made([[["head"], ...texts.map((text) => [text])]])).s1.slice(1).map(([cell]) => cell);

const all = [...payloads, ...refused, "_x0041_ is written so", "_x005F_x0041_", "_x00", "a\tb\nc\r\nd", " blanks \n", "\u0001\u0008\u000b\u001c", "\ufffe \uffff", "]]>", "007", "1e9", "TRUE", "#REF!", "2026-11-29"];
await test("T16 every text comes back as it was written, and as a text that stays one", async () => {
  const cells = column(all);
  is(all.length, cells.length);
  cells.forEach(([value, kind, isQuoted, format], i) => is([all[i], "s", true, "@"], [undone(value), kind, isQuoted, format]));
});
await test("a number is one, and what is none in its column stays text", async () => {
  const rows = read(made([[["#many", "text"], ["12", "12"], ["-3", "=1"], ["many", ""], ["1234567890123456", "x"]]])).s1;
  is([["#many", "s"], ["text", "s"]], rows[0].map((cell) => cell.slice(0, 2)));
  is([[12, "n"], ["12", "s"]], rows[1].map((cell) => cell.slice(0, 2)));
  is([[-3, "n"], ["=1", "s"]], rows[2].map((cell) => cell.slice(0, 2)));
  is(["many", "s"], rows[3][0].slice(0, 2));
  is([["1234567890123456", "s"], ["x", "s"]], rows[4].map((cell) => cell.slice(0, 2)));
});
await test("the longest cell is whole, and a longer one says that it is cut", async () => {
  const full = "\u{1F3F4}".repeat(16383) + "x";    // two signs each, as programs for tables count
  const [whole, cut] = column([full, full + "y"]);
  is(32767, full.length);
  is(true, whole[0] === full);
  is(true, cut[0].length <= 32767 && cut[0].length > 32700 && cut[0].endsWith(" [cut: a cell holds no more]"));
  is(true, full.startsWith(cut[0].replace(/ \[cut: .*$/, "")));
});
await test("sheets stand in their order, each with its rows, and columns go on behind Z", async () => {
  const wide = Array.from({ length: 60 }, (_, i) => `c${i}`);
  const book = read(made([[["a"], ["1"]], [wide, wide]]));
  is(["s1", "s2", "s3"], Object.keys(book));
  is(wide, book.s2[1].map(([value]) => value));
  is([], book.s3.flat().filter(([value]) => value !== null));
});
await test("bytes that are no text make no sheet unreadable", async () => {
  const book = execFileSync(driver, { input: Buffer.from([0x61, 0x1e, 0xff, 0x41, 0xc3, 0x1e, 0x62]), maxBuffer: most });
  is(["a", "?A?", "b"], read(book).s1.map(([[value]]) => value));
});
await test("the same cells give the same bytes", async () => is(0, Buffer.compare(made([[["a"], ["1"]]]), made([[["a"], ["1"]]]))));

finish();
