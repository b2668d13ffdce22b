// The parts from npm: a subset of the font, and a sprite of the icons that pages use (BUILD/gen/icons.txt).
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import subset from "subset-font";

const build = process.argv[2];
const require = createRequire(import.meta.url);
const places = require.resolve("lucide-static/package.json").replace(/package\.json$/, "");

const latin = Array.from({ length: 0x17f - 0x20 + 1 }, (_, i) => String.fromCodePoint(0x20 + i)).join("").replace(/[\u007f-\u009f]/g, "");
const signs = "–—‘’“”…€→←✓×·•";
const font = readFileSync(require.resolve("@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2"));
const small = await subset(font, latin.slice(0, 0xff - 0x20 + 1) + signs, {
  targetFormat: "woff2",
  variationAxes: { wght: { min: 400, max: 700 } },
});
writeFileSync(`${build}/work/ui.woff2`, small);

const names = readFileSync(`${build}/gen/icons.txt`, "utf8").split("\n").filter(Boolean);
let sprite = '<svg xmlns="http://www.w3.org/2000/svg">';
for (const name of names) {
  let icon;
  try { icon = readFileSync(`${places}icons/${name}.svg`, "utf8"); }
  catch { console.error(`assets: there is no icon "${name}"`); process.exit(1); }
  const inner = icon.replace(/<!--[^]*?-->/g, "").replace(/^[^]*?<svg[^>]*>/, "").replace(/<\/svg>[^]*$/, "").replace(/\s+/g, " ").trim();
  sprite += `<symbol id="${name}" viewBox="0 0 24 24">${inner}</symbol>`;
}
writeFileSync(`${build}/work/icons.svg`, sprite + "</svg>");
