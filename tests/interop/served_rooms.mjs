// A whole server whose programme has a private room of its own: emulate holds it and the server's room, a recorder before it loses an answer.
// Usage: served_rooms.mjs MENTORD SLACK_PARTS CACHE; ends with "N passed, N failed".
import {execFileSync, spawn} from 'node:child_process';
import {createHmac} from 'node:crypto';
import {readdirSync, readFileSync} from 'node:fs';
import {createServer, request} from 'node:http';
import {join} from 'node:path';
import {simpleParser} from 'mailparser';
import {WebClient} from '@slack/web-api';
import {children, ended, folder, freePort, is, reached, secret, until} from './slack_lib.mjs';
import {judges} from './slack_judge.mjs';

const [mentord, driver, cache] = process.argv.slice(2), judged = judges(driver, cache);
const slackPort = await freePort(), recorderPort = await freePort(), port = await freePort(), dir = join(folder, 'data');
children.push(spawn(process.execPath, ['node_modules/emulate/dist/index.js', 'start', '-s', 'slack', '-p', String(slackPort), '--seed', 'slack_seed.yaml'], {stdio: 'ignore'}));
is('emulate starts', await reached(slackPort));
const calls = [];
let loses = '', keeps = '';    // words of the message whose answer is lost, or never comes, once
createServer((req, res) => {
  const parts = [];
  req.on('data', part => parts.push(part)).on('end', () => {
    const body = Buffer.concat(parts).toString(), method = req.url.replace('/api/', '');
    const said = body.startsWith('{') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body)), isLost = loses && method === 'chat.postMessage' && said.text.includes(loses);
    const isKept = keeps && method === 'chat.postMessage' && said.text.includes(keeps);
    if (isLost) loses = '';
    if (isKept) keeps = '';
    calls.push({method, said});
    judged.hears(method, said);
    if (req.url.startsWith('/answers/')) { res.end('ok'); return; }
    const on = request({host: '127.0.0.1', port: slackPort, path: req.url, method: req.method, headers: {...req.headers, host: `127.0.0.1:${slackPort}`}}, back => {
      if (isLost) { back.resume().on('end', () => res.destroy()); return; }
      if (isKept) { back.resume(); return; }
      res.writeHead(back.statusCode, {...back.headers, 'x-oauth-scopes': 'commands,chat:write,groups:history'});
      back.pipe(res);
    });
    on.on('error', () => res.destroy());
    on.end(body);
  });
}).listen(recorderPort, '127.0.0.1');
const theirs = new WebClient('xoxb-reads', {slackApiUrl: `http://127.0.0.1:${slackPort}/api/`, retryConfig: {retries: 0}, logLevel: 'error'});
const {team_id: team} = await theirs.auth.test();
const rooms = (await theirs.conversations.list({types: 'public_channel,private_channel'})).channels, usual = rooms.find(c => c.name === 'mentors').id, own = rooms.find(c => c.name === 'own-mentors')?.id;
is('there are two rooms', usual && own, rooms.map(c => c.name));
const mia = (await theirs.users.list()).members.find(u => u.name === 'mia').id;
const history = async channel => (await theirs.conversations.history({channel})).messages;

const served = spawn(mentord, ['demo', '--dir', dir, '--listen', `127.0.0.1:${port}`, '--base-url', `http://127.0.0.1:${port}`, '--seed', '7', '--now', '2026-11-24T15:00:00Z'], {stdio: 'ignore',
  env: {...process.env, MENTORD_SLACK_API_URL: `http://127.0.0.1:${recorderPort}/api/`, MENTORD_SLACK_SIGNING_SECRET: secret, MENTORD_SLACK_BOT_TOKEN: 'xoxb-ours',
    MENTORD_SLACK_MENTORS_CHANNEL: usual, MENTORD_SLACK_LINK_BY_EMAIL: 'yes', MENTORD_RATE_LIMITS: 'no'}});
children.push(served);
is('the server starts', await until(async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok, 60000));
is('it asks about the room of the server', await until(() => calls.find(c => c.method === 'conversations.info' && c.said.channel === usual)), calls.map(c => c.method));

const coordinator = execFileSync(mentord, ['token', 'create', '--dir', dir, '--as', 'coordinator@demo.example'], {encoding: 'utf8'}).trim();
async function api(method, path, body) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {method, headers: {authorization: `Bearer ${coordinator}`, 'content-type': 'application/json'}, body: body && JSON.stringify(body)});
  return {status: answer.status, said: await answer.json()};
}
async function send(path, body) {
  const ts = String(Math.floor(new Date('2026-11-24T15:00:00Z').getTime() / 1000) + Math.floor(process.uptime())), mac = createHmac('sha256', secret).update(`v0:${ts}:${body}`).digest('hex');
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {method: 'POST', body, headers: {'content-type': 'application/x-www-form-urlencoded', 'x-slack-request-timestamp': ts, 'x-slack-signature': `v0=${mac}`}});
  const text = await answer.text();
  if (answer.status === 200) judged.answered(path, text);
  return {status: answer.status, text};
}
let count = 0;
const url = `http://127.0.0.1:${recorderPort}/answers/mia`;
const claims = (id, ts) => send('/slack/interact', `payload=${encodeURIComponent(JSON.stringify({type: 'block_actions', api_app_id: 'A000000001', team: {id: team, domain: 'example'},
  user: {id: mia, name: 'mia', team_id: team}, trigger_id: `${++count}.1`, response_url: url, channel: {id: own}, message: {ts}, container: {type: 'message', channel_id: own, message_ts: ts},
  actions: [{action_ts: String(count), block_id: 'a', type: 'button', action_id: 'req_claim', value: `r.${id}.1`}]}))}`);
const mine = () => send('/slack/command', new URLSearchParams({command: '/mentoring', text: 'mine', team_id: team, user_id: mia, user_name: 'mia', channel_id: own, api_app_id: 'A000000001',
  trigger_id: `${++count}.1`, response_url: url}).toString());
const asks = async title => (await api('POST', '/programmes/operation-code/intake', {email: `newcomer${++count}@example.org`, name: 'Newcomer', service: 'code-review', title,
  details: 'It answers 500 and I do not see why.', asked_on: '2026-11-23'})).said;
const standing = (channel, words) => until(async () => (await history(channel)).find(m => m.text.includes(words)), 20000);

// --- F154: the programme's room is another one
const before = await api('GET', '/programmes/operation-code/rooms');
const changed = await api('POST', '/programmes/operation-code/rooms', {...before.said, 'slack.room': own});
is('F154 a coordinator names the room', changed.status === 200, [before, changed]);
is('F154 Slack is asked what it is, before anything private stands there', await until(() => calls.find(c => c.method === 'conversations.info' && c.said.channel === own), 20000), calls.map(c => c.method));
await until(() => execFileSync('sqlite3', ['-cmd', '.timeout 10000', join(dir, 'mentord.db'), `select is_private from chat_room where channel = '${own}'`], {encoding: 'utf8'}).trim() === '1');
const first = await asks('Of this programme alone');
const posted = await standing(own, 'Of this programme alone');
is('F154 a request is posted there', posted, calls.slice(-4));
is('F154 and nowhere else', !(await history(usual)).some(m => m.text.includes('Of this programme alone')));
is('its details stand in the thread of a private room', await until(async () => (await theirs.conversations.replies({channel: own, ts: posted.ts})).messages.some(m => m.text.startsWith('Details of'))));
await mine();
is('a mentor of the room is known by her address', await until(async () => !(await mine()).text.includes('Link your account first')), calls.slice(-4));
is('her press is taken', (await claims(first.id, posted.ts)).status === 200);
const edited = await until(async () => (await history(own)).find(m => m.ts === posted.ts && m.text.includes('claimed by')));
is('F154 it is claimed there, and edited there', edited, [calls.slice(-4), await history(own)]);
is('every message went into that room', calls.filter(c => c.method.startsWith('chat.') && !c.said.channel.startsWith('D')).every(c => c.said.channel === own), calls.map(c => c.said.channel));

// --- SLACK 6: taken, but the answer was lost
loses = 'Heard once';
const second = await asks('Heard once');
is('it stands there', await standing(own, 'Heard once'), calls.slice(-3));
is('nobody looks at the room before', !calls.some(c => c.method === 'conversations.history'));
await until(() => execFileSync('sqlite3', ['-cmd', '.timeout 10000', join(dir, 'mentord.db'), 'select count(*) from letter where lost = 1'], {encoding: 'utf8'}).trim() === '1');
execFileSync(mentord, ['clock', '--dir', dir, '--advance', '1m'], {stdio: 'ignore'});
is('S6 after its answer was lost it is looked for', await until(() => calls.find(c => c.method === 'conversations.history' && c.said.channel === own && c.said.include_all_metadata === 'true')), calls.slice(-3));
const found = await standing(own, 'Heard once');
is('S6 its replies come, so it is known by its name', await until(async () => (await theirs.conversations.replies({channel: own, ts: found.ts})).messages.length > 1), calls.slice(-5));
is('S6 and it stands there once', (await history(own)).filter(m => m.text.includes('Heard once')).length === 1 && calls.filter(c => c.method === 'chat.postMessage' && c.said.text.includes('Heard once')).length === 1,
  (await history(own)).map(m => m.text));
await api('POST', `/requests/${second.id}/close`, {reason: 'It was answered elsewhere.'});
is('S6 and is edited', await until(async () => (await history(own)).find(m => m.ts === found.ts && m.text.includes('closed'))), (await history(own)).map(m => m.text));

// --- SLACK 6: the courier is killed between Slack's yes and our settling; its successor knows nothing of the answer
const courier = () => readFileSync(`/proc/${served.pid}/task/${served.pid}/children`, 'utf8').trim().split(' ').find(pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes('--courier'));
const looksBefore = calls.filter(c => c.method === 'conversations.history').length, killed = courier();
keeps = 'Killed behind its post';
await asks('Killed behind its post');
const survivor = await standing(own, 'Killed behind its post');
is('S6 it stands there, and nobody has heard so', survivor, calls.slice(-3));
for (let i = 0; i < 60; i++) await theirs.chat.postMessage({channel: own, text: `Somebody else, ${i}`});
process.kill(Number(killed), 'SIGKILL');
is('S6 the courier is dead, and another one runs', await until(() => courier() !== killed && courier()));
is('S6 it asks first what it may, then looks', await until(() => calls.filter(c => c.method === 'conversations.history').length >= looksBefore + 3) && calls.findLastIndex(c => c.method === 'auth.test') <
  calls.findIndex((c, i) => c.method === 'conversations.history' && calls.slice(0, i).filter(d => d.method === 'conversations.history').length === looksBefore), calls.slice(-6).map(c => c.method));
is('S6 page by page, to where it stands behind sixty others', calls.findLast(c => c.method === 'conversations.history').said.cursor, calls.findLast(c => c.method === 'conversations.history'));
is('S6 its details follow', await until(async () => (await theirs.conversations.replies({channel: own, ts: survivor.ts})).messages.length > 1), calls.slice(-5));
is('S6 and it was posted once', calls.filter(c => c.method === 'chat.postMessage' && c.said.text.includes('Killed behind its post') && !c.said.thread_ts).length === 1, calls.slice(-8).map(c => [c.method, c.said.text]));

// --- one request, two ways at the very same instant: a press in Slack and the link in a mail
execFileSync('sqlite3', ['-cmd', '.timeout 10000', join(dir, 'mentord.db'), 'insert into correspondent (person, quiet_from, quiet_to) select id, 0, 0 from person where true on conflict (person) do update set quiet_from = 0, quiet_to = 0']);
is('coordinators take the room over, so that requests go by mail', (await fetch(`http://127.0.0.1:${port}/api/v1/programmes/operation-code/room/by-hand`, {method: 'POST', body: '{}',
  headers: {authorization: `Bearer ${coordinator}`, 'content-type': 'application/json'}})).status === 204);
const mails = async () => Promise.all(readdirSync(join(dir, 'letters')).filter(name => name.endsWith('.eml')).map(async name => simpleParser(readFileSync(join(dir, 'letters', name)))));
const plain = text => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
async function linkOf(title) {
  const mail = await until(async () => (await mails()).find(m => m.text.includes(title) && m.html.includes('Claim it') && !/mentor2@/i.test(m.to.text)), 20000);
  return mail && new URL(plain([...mail.html.matchAll(/<a[^>]*href="([^"]*)"[^>]*>(.*?)<\/a>/gs)].find(a => a[2].replace(/<[^>]*>/g, '').trim() === 'Claim it')[1])).pathname;
}
async function taps(path) {
  const page = await (await fetch(`http://127.0.0.1:${port}${path}`)).text(), form = /<form[^>]*action="?\/a\/[^>]*>(.*?)<\/form>/s.exec(page)[1];
  const given = Object.fromEntries([...form.matchAll(/<input[^>]*>/g)].map(([tag]) => [/name="?([^"\s>]+)/.exec(tag)?.[1], plain(/value="([^"]*)"/.exec(tag)?.[1] ?? /value=([^\s>]+)/.exec(tag)?.[1] ?? '')]));
  return async () => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {method: 'POST', redirect: 'manual', headers: {'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin'},
      body: new URLSearchParams(given).toString()});
    return {status: answer.status, text: await answer.text()};
  };
}
const holders = id => execFileSync('sqlite3', ['-cmd', '.timeout 10000', join(dir, 'mentord.db'), `select count(*), coalesce(max(k.chat_user = '${mia}'), 0) from claim c join request r on r.id = c.request left join chat_link k on k.person = c.mentor where c.ended_at is null and r.title = '${id}'`], {encoding: 'utf8'}).trim();
const tokenOf = email => execFileSync(mentord, ['token', 'create', '--dir', dir, '--as', email], {encoding: 'utf8'}).trim();
async function wants(title) {    // as somebody asks, not as a coordinator writes it down
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/programmes/operation-code/requests`, {method: 'POST', headers: {authorization: `Bearer ${tokenOf(`mentee${++wanted}@demo.example`)}`,
    'content-type': 'application/json'}, body: JSON.stringify({service: 'code-review', skills: ['python'], title, details: 'It works, and I would like to know why it does.'})});
  return answer.json();
}
let wanted = 11;
const eager = await api('POST', '/programmes/operation-code/settings', {'mention.per_week': 50});
is('mentors may be asked often', eager.status === 200, eager);
for (const first of ['press', 'link', 'neither', 'neither']) {
  const title = `By two ways at once ${++count}`, request = await wants(title), path = await linkOf(title);
  is('a mentor who fits is written to', path, [request, (await mails()).slice(-2).map(m => [m.to.text, m.subject])]);
  const tap = await taps(path), heard = calls.length;
  const press = () => claims(request.id, '1.000009');
  if (first === 'press') await press();
  const linked = first === 'link' ? await tap() : null;
  const [pressed, tapped] = await Promise.all([first === 'press' ? {status: 200} : press(), linked ?? tap()]);
  const [live, byPress] = holders(title).split('|');
  is(`at the same instant, ${first} before: one has it`, live === '1' && pressed.status === 200 && [303, 409].includes(tapped.status), [live, pressed.status, tapped.status]);
  is(`at the same instant, ${first} before: it is the first`, first === 'neither' || byPress === (first === 'press' ? '1' : '0'), [first, byPress]);
  if (byPress === '1') is('who taps reads that another mentor was first', tapped.status === 409 && tapped.text.includes('Another mentor was first'), [tapped.status, tapped.text.replace(/<[^>]*>/g, ' ').slice(0, 600)]);
  else is('who presses is told who got there first', tapped.status === 303 && await until(() => calls.slice(heard).find(c => c.method === '/answers/mia' && c.said.text?.includes('got there first'))), calls.slice(heard).map(c => [c.method, c.said.text]));
  await api('POST', `/requests/${request.id}/close`, {reason: 'The next one, please.'});
}

// --- every surface of this run
judged.say(is, 10);
ended();
