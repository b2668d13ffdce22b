// Judges of what we send to Slack: a JSON Schema made of @slack/types, which knows shapes, and our own table of limits, which knows lengths and counts.
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, renameSync} from 'node:fs';
import Ajv from 'ajv';

// Making the schema takes some seconds, and only another lock file makes another one.
function schema(cache) {
  const entry = readFileSync('package-lock.json') + readFileSync('slack_surface.ts', 'utf8');
  const file = `${cache}/slack-schema-${createHash('sha256').update(entry).digest('hex').slice(0, 16)}.json`;
  if (!existsSync(file)) {
    mkdirSync(cache, {recursive: true});
    const made = `${file}.${process.pid}`;
    execFileSync(process.execPath, ['node_modules/ts-json-schema-generator/bin/ts-json-schema-generator.js', '--path', 'slack_surface.ts',
      '--type', 'Surface', '--tsconfig', 'slack_tsconfig.json', '--no-type-check', '-o', made]);
    renameSync(made, file);
  }
  return JSON.parse(readFileSync(file));
}
export const schemaOf = cache => new Ajv({strict: false, allErrors: false}).compile(schema(cache));

// What of a surface the schema can speak of.
export function parts(s) {
  if (s.unfurls) return Object.values(s.unfurls).map(u => ({blocks: u.blocks}));
  if (s.view) return [{view: s.view}];
  if (s.type) return [{view: s}];
  return s.blocks ? [{blocks: s.blocks}] : [];
}

// The surface of a call without where it goes; null: the call shows nothing.
const whither = ['channel', 'ts', 'thread_ts', 'user', 'users', 'trigger_id', 'view_id', 'user_id', 'hash'];
function surfaceOf(method, said) {
  if (method.startsWith('/answers/') || /^chat\.(postMessage|update|postEphemeral|unfurl)$/.test(method)) return Object.fromEntries(Object.entries(said).filter(([name]) => !whither.includes(name)));
  return method.startsWith('views.') ? {view: said.view} : null;
}

// Of a whole run: each call that a recorder hears, each answer that we give, judged as soon as it is there; at the end by our table, all of them at once.
export function judges(driver, cache) {
  const fits = schemaOf(cache), seen = [], wrong = [];
  const look = (what, surface) => {
    if (!surface) return;
    seen.push({what, surface});
    for (const part of parts(surface)) if (!fits(part)) wrong.push(`${what}: ${JSON.stringify(fits.errors?.slice(0, 2))} ${JSON.stringify(part).slice(0, 600)}`);
  };
  return {
    hears: (method, said) => look(method, surfaceOf(method, said)),
    answered: (path, text) => text.startsWith('{') && look(path, JSON.parse(text)),
    say(is, least) {
      is(`what was sent to Slack in this run is worth judging`, seen.length >= least, seen.length);
      is('the schema of Slack\'s types likes each of it', wrong.length === 0, wrong.slice(0, 3));
      const complaints = execFileSync(driver, ['check'], {input: seen.map(s => JSON.stringify(s.surface)).join('\n') + '\n', maxBuffer: 1 << 26}).toString().split('\n').slice(0, seen.length);
      const bad = seen.map((s, i) => `${s.what}: ${complaints[i]} ${JSON.stringify(s.surface).slice(0, 600)}`).filter((line, i) => complaints[i] !== '');
      is('our table of limits likes each of it', complaints.length === seen.length && bad.length === 0, bad.slice(0, 3));
    },
  };
}
