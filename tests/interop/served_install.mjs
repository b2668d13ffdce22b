// A whole server whose app is connected by consent: emulate asks and gives the token, a recorder before it says no where it is told to (SLACK.md 10, 11).
// Usage: served_install.mjs MENTORD SLACK_PARTS CACHE; ends with "N passed, N failed".
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {createServer, request} from 'node:http';
import {createServer as listen} from 'node:net';
import {join} from 'node:path';
import {simpleParser} from 'mailparser';
import {WebClient} from '@slack/web-api';
import {children, ended, folder, freePort, is, pause, reached, secret, until} from './slack_lib.mjs';
import {judges} from './slack_judge.mjs';

const [mentord, driver, cache] = process.argv.slice(2), judged = judges(driver, cache);

// --- emulate, whose app leads back to our port; before it the recorder
const slackPort = await freePort(), recorderPort = await freePort(), port = await freePort(), dir = join(folder, 'data');
const seed = readFileSync('slack_seed.yaml', 'utf8').replace('http://127.0.0.1/slack/oauth', `http://127.0.0.1:${port}/slack/oauth`);
writeFileSync(join(folder, 'seed.yaml'), seed);
children.push(spawn(process.execPath, ['node_modules/emulate/dist/index.js', 'start', '-s', 'slack', '-p', String(slackPort), '--seed', join(folder, 'seed.yaml')], {stdio: 'ignore'}));
is('emulate starts', await reached(slackPort));
const calls = [], bearers = new Set();
let ahead = 0;    // seconds by which Slack's clock is
let granted = '';    // what a token may, as Slack says it with each answer and emulate does not
const wrong = new Map();    // method: what Slack says to it, until it is taken away
createServer((req, res) => {
  const parts = [];
  req.on('data', part => parts.push(part)).on('end', () => {
    const body = Buffer.concat(parts).toString(), method = req.url.replace('/api/', '');
    calls.push({method, at: Date.now(), said: body.startsWith('{') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))});
    judged.hears(method, calls.at(-1).said);
    if (req.headers.authorization) bearers.add(req.headers.authorization);
    if (req.url.startsWith('/answers/')) { res.end('ok'); return; }
    const error = wrong.get(method) ?? (method !== 'oauth.v2.access' && wrong.get('*'));
    if (error) { res.setHeader('content-type', 'application/json'); res.end(JSON.stringify({ok: false, error})); return; }
    const on = request({host: '127.0.0.1', port: slackPort, path: req.url, method: req.method, headers: {...req.headers, host: `127.0.0.1:${slackPort}`}},
      back => { res.writeHead(back.statusCode, {...back.headers, date: new Date(Date.now() + ahead * 1000).toUTCString(), ...granted && {'x-oauth-scopes': granted}}); back.pipe(res); });
    on.on('error', () => res.destroy());
    on.end(body);
  });
}).listen(recorderPort, '127.0.0.1');
const theirs = new WebClient('xoxb-reads', {slackApiUrl: `http://127.0.0.1:${slackPort}/api/`, retryConfig: {retries: 0}, logLevel: 'error'});
const {team_id: team} = await theirs.auth.test();
const room = (await theirs.conversations.list()).channels.find(c => c.name === 'mentors').id;
const ana = (await theirs.users.list()).members.find(u => u.name === 'ana').id;
const history = async () => (await theirs.conversations.history({channel: room})).messages;

// --- the server: no token anywhere
let printed = '', logged = '';
const server = spawn(mentord, ['demo', '--dir', dir, '--listen', `127.0.0.1:${port}`, '--base-url', `http://127.0.0.1:${port}`, '--seed', '7',
  '--now', '2026-11-24T15:00:00Z'], {env: {...process.env,
  MENTORD_SLACK_API_URL: `http://127.0.0.1:${recorderPort}/api/`, MENTORD_SLACK_SIGNING_SECRET: secret, MENTORD_SLACK_CLIENT_ID: '1.2',
  MENTORD_SLACK_CLIENT_SECRET: 's', MENTORD_SLACK_MENTORS_CHANNEL: room, MENTORD_RATE_LIMITS: 'no'}});
children.push(server);
server.stdout.on('data', bytes => { printed += bytes; });
server.stderr.on('data', bytes => { logged += bytes; });
is('the server starts', await until(() => printed.includes('Ctrl-C'), 60000), logged);
const jar = new Map();
async function go(url, options = {}) {
  const answer = await fetch(new URL(url, `http://127.0.0.1:${port}`), {redirect: 'manual', ...options, headers: {...options.headers, cookie: [...jar].map(pair => pair.join('=')).join('; ')}});
  for (const line of answer.headers.getSetCookie()) jar.set(...line.split(';')[0].split(/=(.*)/s).slice(0, 2));
  return {status: answer.status, text: await answer.text(), to: answer.headers.get('location')};
}
const plain = text => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
const press = (page, where, more = {}) => {
  const form = [...page.text.matchAll(/<form[^>]*action="?([^"\s>]*)"?[^>]*>(.*?)<\/form>/gs)].find(one => plain(one[1]).startsWith(where));
  const given = Object.fromEntries([...form[2].matchAll(/<input[^>]*>/g)].map(([tag]) => [/name="?([^"\s>]+)/.exec(tag)?.[1], plain(/value="([^"]*)"/.exec(tag)?.[1] ?? /value=([^\s>]+)/.exec(tag)?.[1] ?? '')]));
  return go(plain(form[1]), {method: 'POST', headers: {'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin'}, body: new URLSearchParams({...given, ...more}).toString()});
};
const way = /admin +(http\S+)/.exec(printed)[1];
const signedIn = await press(await go(way), '/login/link');
is('the administrator is signed in', signedIn.status === 303, signedIn);

// --- consent
async function consent() {
  const page = await go('/admin/slack'), address = plain(/href="([^"]*oauth\/v2\/authorize[^"]*)"/.exec(page.text)?.[1] ?? '');
  const asked = new URL(address), fields = Object.fromEntries(asked.searchParams);
  const screen = await (await fetch(`http://127.0.0.1:${slackPort}${asked.pathname}${asked.search}`)).text();
  const back = await fetch(`http://127.0.0.1:${slackPort}/oauth/v2/authorize/callback`, {method: 'POST', redirect: 'manual', body: new URLSearchParams({user_id: ana, ...fields})});
  return {address, screen, fields, back: back.headers.get('location')};
}
const first = await consent();
is('the page leads to the consent of Slack', first.address.startsWith(`http://127.0.0.1:${recorderPort}/oauth/v2/authorize?`) && first.screen.includes('Mentoring'), first);
is('it asks for what the manifest has and no more', first.fields.scope === ['commands', 'chat:write', 'im:write', 'users:read', 'users:read.email', 'groups:read', 'channels:read',
  'links:read', 'links:write', 'groups:write.invites'].join(','), first.fields);
is('nothing was asked of Slack before', calls.length === 0, calls);
const forged = await go(first.back.replace(/state=[^&]*/, 'state=1794820000.aaaaaaaaaaaaaaaaaaaaaa.' + '0'.repeat(64)));
is('a forged state is refused', forged.status === 410, forged.status);
const came = await go(first.back);
is('who comes back is led to the page', came.status === 303 && came.to.startsWith('/admin/slack'), came);
const shown = await until(async () => { const page = await go('/admin/slack'); return page.text.includes('Connected to the workspace') && page; });
is('it is connected within seconds', shown, (await go('/admin/slack')).text.replace(/<[^>]*>/g, ' ').slice(0, 900) + logged.slice(-500));
is('the same address again is refused', (await go(first.back)).status === 410);
is('the courier asked with the code, once', calls.filter(c => c.method === 'oauth.v2.access').length === 1, calls.map(c => c.method));
is('then who it is and what the room is', await until(() => calls.find(c => c.method === 'auth.test') && calls.find(c => c.method === 'conversations.info')), calls.map(c => c.method));
const token = [...bearers][0]?.replace('Bearer ', '');
const everything = () => readdirSync(dir, {recursive: true, withFileTypes: true}).filter(f => f.isFile() && !f.name.endsWith('.new')).map(f => readFileSync(join(f.parentPath ?? f.path, f.name), 'latin1')).join('\n');
is('the token stands in no file of the data folder, in no line of the log, on no page', token?.startsWith('xoxb-') && !everything().includes(token) && !logged.includes(token) &&
  !printed.includes(token) && !shown.text.includes(token), token);
is('nor does the code', !everything().includes(new URL(first.back).searchParams.get('code')) && !logged.includes(new URL(first.back).searchParams.get('code')));
execFileSync(mentord, ['backup', 'create', join(folder, 'b.mtdb'), '--dir', dir, '--quiet'], {stdio: 'pipe'});
is('nor in a backup, even one that is not encrypted', !readFileSync(join(folder, 'b.mtdb'), 'latin1').includes(token));

// --- what an operator asks; our own loop must go on meanwhile, so that Slack answers
async function check(...words) {
  const child = spawn(mentord, [...words, '--dir', dir], {env: {...process.env, MENTORD_SLACK_API_URL: `http://127.0.0.1:${recorderPort}/api/`, MENTORD_SLACK_SIGNING_SECRET: secret,
    MENTORD_SLACK_MENTORS_CHANNEL: room}});
  let said = '';
  child.stdout.on('data', bytes => { said += bytes; });
  child.stderr.on('data', bytes => { said += bytes; });
  const [code] = await once(child, 'close');
  return {code, said};
}
let found = await check('slack', 'check');
is('slack check opens the sealed token with the master key, and all is fine', found.code === 0 && /fine +token: is of the workspace/.test(found.said) && /fine +clock/.test(found.said) &&
  /fine +scopes/.test(found.said), found);
for (const [seconds, fine] of [[55, true], [65, false], [-65, false]]) {
  ahead = seconds;
  found = await check('slack', 'check');
  is(`a clock that is ${seconds} s off is ${fine ? 'fine' : 'an error'}`, fine ? found.code === 0 : found.code !== 0 && /ERROR clock: differs/.test(found.said), found);
}
ahead = 0;
const all = ['commands', 'chat:write', 'im:write', 'users:read', 'users:read.email', 'groups:read', 'channels:read', 'links:read', 'links:write', 'groups:write.invites'];
granted = all.filter(scope => scope !== 'links:write').join(',');
found = await check('slack', 'check');
is('a permission that went since is named by slack check', found.code !== 0 && /ERROR scopes: are missing: links:write; .*reconnect/.test(found.said), found);
process.env.MENTORD_SLACK_BOT_TOKEN = 'xoxb-ours';
found = await check('slack', 'check');
is('also of a token that is a setting', found.code !== 0 && /ERROR scopes: are missing: links:write; .*install the app in Slack once more/.test(found.said), found);
delete process.env.MENTORD_SLACK_BOT_TOKEN;
granted = '';

// --- requests: one API token for the mentee, one for the mentor
const api = async (who, method, path, body) => (await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {method, headers: {authorization: `Bearer ${who}`, 'content-type': 'application/json'},
  body: body && JSON.stringify(body)})).json();
const tokenOf = email => execFileSync(mentord, ['token', 'create', '--dir', dir, '--as', email], {encoding: 'utf8'}).trim();
const mentee = tokenOf('mentee1@demo.example'), coordinator = tokenOf('coordinator@demo.example');
let asked = 0;
const day = '2026-11-23';    // by the demo's clock: in the afternoon, when letters that can wait leave
const ask = title => api(coordinator, 'POST', '/programmes/operation-code/intake', {email: `newcomer${++asked}@example.org`, name: 'Newcomer', service: 'code-review', title,
  details: 'It answers 500 and I do not see why.', asked_on: day});
const inRoom = words => until(async () => (await history()).find(m => m.text.includes(words)), 20000);
const asRequest = await ask('Posted with the new token');
const posted = await inRoom('Posted with the new token');
is('defect 18: it costs calls of its own, and none for each mentor', calls.filter(c => !c.method.startsWith('chat.')).every(c => ['oauth.v2.access', 'auth.test', 'conversations.info'].includes(c.method)) &&
  calls.filter(c => c.method.startsWith('chat.')).length <= 3, calls.map(c => c.method));
is('a request is posted with it', posted, {asRequest, calls: calls.slice(-4), log: logged.slice(-300)});
const mails = async () => Promise.all(readdirSync(join(dir, 'letters')).filter(name => name.endsWith('.eml')).map(async name => simpleParser(readFileSync(join(dir, 'letters', name)))));
const mailed = (to, words) => until(async () => (await mails()).find(m => m.to.text.includes(to) && m.text.includes(words)), 20000);

// --- what Slack may refuse
wrong.set('chat.update', 'message_not_found');
const escalate = id => api(coordinator, 'POST', `/requests/${id}/escalate`, {reason: 'It waits for long.'});
await escalate(asRequest.id);
const anew = await until(async () => calls.findLast(c => c.method === 'chat.postMessage' && c.said.text.includes('Posted with the new token') && c !== calls.find(d => d.method === 'chat.postMessage')));
is('an edit whose message is gone is posted anew', anew, calls.slice(-5).map(c => c.method));
is('once', calls.filter(c => c.method === 'chat.update').length === 1, calls.filter(c => c.method === 'chat.update').length);
wrong.delete('chat.update');
await until(async () => (await history()).filter(m => m.text.includes('Posted with the new token')).length === 2);
await pause(1500);
await api(coordinator, 'POST', `/requests/${asRequest.id}/bump`, {});
const edited = await until(() => calls.findLast(c => c.method === 'chat.update' && c.said.ts !== posted.ts));
is('and its new name is remembered', edited, calls.filter(c => c.method === 'chat.update').map(c => c.said.ts));

wrong.set('chat.update', 'missing_scope');
await api(coordinator, 'POST', `/requests/${asRequest.id}/close`, {reason: 'It was answered elsewhere.'});
is('a permission that is missing is named by the doctor', await until(async () => /Error +letters +slack:chat.update does not work: missing_scope/.test((await check('doctor')).said)), (await check('doctor')).said);
found = await check('slack', 'check');
is('and by slack check', found.code !== 0 && /ERROR kind: chat.update stands still: missing_scope/.test(found.said), found);
await ask('Other kinds go on');
is('other kinds go on', await inRoom('Other kinds go on'));
wrong.delete('chat.update');

wrong.set('*', 'token_revoked');
const before = calls.length;
await escalate(asRequest.id);
const dead = await ask('While the token is revoked');
is('a token that was revoked is told to administrators', await mailed('admin@demo.example', 'token_revoked') , {dead, methods: calls.slice(before).map(c => c.method)});
const quiet = calls.length;
await pause(1500);
is('and nothing is asked of Slack any more', calls.length === quiet, calls.slice(quiet).map(c => c.method));
is('the page says so and how to reconnect', await until(async () => /Nothing is sent to Slack[\s\S]*Reconnect Slack/.test((await go('/admin/slack')).text)));
wrong.clear();
granted = all.filter(scope => scope !== 'im:write').join(',');
const second = await consent();
await go(second.back);
is('after another consent what waited leaves', await inRoom('While the token is revoked'), {calls: calls.slice(-6), log: logged.slice(-300)});
is('with another token', [...bearers].filter(bearer => bearer !== 'Bearer xoxb-ours').length === 2, bearers.size);
is('the doctor names the permission that it lacks', await until(async () => /Error +slack +the app lacks permissions: im:write/.test((await check('doctor')).said)), (await check('doctor')).said);
granted = '';
wrong.set('chat.postMessage', 'is_archived');
await ask('While the room is archived');
is('a room that takes nothing is told to coordinators', await mailed('coordinator@demo.example', 'invite the bot'), (await mails()).map(m => `${m.to.text} ${m.subject}`));
const tries = calls.filter(c => c.method === 'chat.postMessage').length;
await ask('Also while it is archived');
await pause(1500);
found = await check('slack', 'check');
is('slack check names the room', found.code !== 0 && new RegExp(`ERROR room: ${room} takes nothing: .*is_archived`).test(found.said), found);
is('and so does the doctor', /slack-room:C\w+ does not work: .*is_archived.*invite the bot to the room/.test((await check('doctor')).said), (await check('doctor')).said);
is('and is left alone: one call said it', calls.filter(c => c.method === 'chat.postMessage').length === tries, calls.slice(-3));
is('who fits reads of both by mail', await until(async () => ['While the room is archived', 'Also while it is archived'].every(async words => (await mails()).some(m => m.text.includes(words)))));
wrong.clear();
const gone = await press(await go('/admin/slack'), '/admin/slack/disconnect');
is('disconnected on the page', gone.status === 303, gone.status);
const last = await until(async () => { await pause(1200); return calls.length; });
await ask('After it was disconnected');
await pause(1500);
is('nothing is sent any more', calls.length === last, calls.slice(last).map(c => c.method));

// --- every surface of this run
judged.say(is, 10);
ended();
