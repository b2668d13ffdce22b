// A whole server with Slack around it: calls signed as Slack signs them, its own calls through a recorder into emulate, read back by Slack's client.
// Usage: served_slack.mjs MENTORD SLACK_PARTS CACHE; ends with "N passed, N failed".
import {execFileSync, spawn} from 'node:child_process';
import {createHmac} from 'node:crypto';
import {once} from 'node:events';
import {readFileSync, readdirSync, readlinkSync} from 'node:fs';
import {createServer, request} from 'node:http';
import {createServer as listen} from 'node:net';
import {join} from 'node:path';
import bolt from '@slack/bolt';
import {WebClient} from '@slack/web-api';
import {children, ended, folder, freePort, is, pause, reached, secret, until} from './slack_lib.mjs';
import {judges} from './slack_judge.mjs';

const [mentord, driver, cache] = process.argv.slice(2), judged = judges(driver, cache);

// --- emulate, and before it a recorder that also takes what is answered to presses
const slackPort = await freePort(), recorderPort = await freePort(), port = await freePort();
children.push(spawn(process.execPath, ['node_modules/emulate/dist/index.js', 'start', '-s', 'slack', '-p', String(slackPort), '--seed', 'slack_seed.yaml'], {stdio: 'ignore'}));
is('emulate starts', await reached(slackPort));
const calls = [];
let isAway = false, isHanging = false;
createServer((req, res) => {
  const parts = [];
  req.on('data', part => parts.push(part)).on('end', () => {
    const body = Buffer.concat(parts).toString(), method = req.url.replace('/api/', '');
    if (isAway) { req.socket.destroy(); return; }
    if (isHanging) return;    // heard, never answered
    calls.push({method, at: Date.now(), said: body.startsWith('{') ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))});
    judged.hears(method, calls.at(-1).said);
    if (req.url.startsWith('/answers/')) { res.end('ok'); return; }
    const on = request({host: '127.0.0.1', port: slackPort, path: req.url, method: req.method, headers: {...req.headers, host: `127.0.0.1:${slackPort}`}},
      back => { res.writeHead(back.statusCode, back.headers); back.pipe(res); });
    on.on('error', () => res.destroy());
    on.end(body);
  });
}).listen(recorderPort, '127.0.0.1');
const api = `http://127.0.0.1:${slackPort}/api/`;
const theirs = new WebClient('xoxb-reads', {slackApiUrl: api, retryConfig: {retries: 0}, logLevel: 'error'});
const {team_id: team} = await theirs.auth.test();
const room = (await theirs.conversations.list()).channels.find(c => c.name === 'mentors').id;
const users = (await theirs.users.list()).members, ana = users.find(u => u.name === 'ana').id, bo = users.find(u => u.name === 'bo').id, mia = users.find(u => u.name === 'mia').id;

// --- the server: a programme, nobody in it
const speechless = listen(() => {}).listen(0, '127.0.0.1');    // a mail server that takes connections and says nothing, all the time
await once(speechless, 'listening');
let served;
async function serve() {
  served = spawn(mentord, ['demo', '--dir', folder, '--listen', `127.0.0.1:${port}`], {stdio: 'ignore', env: {...process.env,
    MENTORD_SLACK_API_URL: `http://127.0.0.1:${recorderPort}/api/`, MENTORD_SLACK_SIGNING_SECRET: secret, MENTORD_SLACK_BOT_TOKEN: 'xoxb-ours',
    MENTORD_SLACK_MENTORS_CHANNEL: room, MENTORD_SLACK_LINK_BY_EMAIL: 'yes', MENTORD_RATE_LIMITS: 'no', MENTORD_SMTP_URL: `smtp://127.0.0.1:${speechless.address().port}`}});
  children.push(served);
  return until(async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok, 60000);
}
is('the server starts', await serve());
is('it asks who it is', await until(() => calls.find(c => c.method === 'auth.test')));
is('and what the room is', await until(() => calls.find(c => c.method === 'conversations.info')));

const form = 'application/x-www-form-urlencoded', json = 'application/json';
const sign = (key, ts, body) => `v0=${createHmac('sha256', key).update(`v0:${ts}:${body}`).digest('hex')}`;
const sent = [];    // what was signed and posted, in order
async function send(path, body, type = form) {
  sent.push([path, body, type]);
  const ts = String(Math.floor(Date.now() / 1000)), began = Date.now();
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {method: 'POST', body,
    headers: {'content-type': type, 'x-slack-request-timestamp': ts, 'x-slack-signature': sign(secret, ts, body)}});
  const text = await answer.text();
  if (answer.status === 200) judged.answered(path, text);
  return {status: answer.status, text, ms: Date.now() - began};
}
let count = 0;
const trigger = async user => (await theirs.apiCall('views.generateTriggerId', {user_id: user})).trigger_id;
const payload = p => `payload=${encodeURIComponent(JSON.stringify({api_app_id: 'A000000001', team: {id: team, domain: 'example'}, ...p}))}`;
const who = (id, name) => ({id, name, team_id: team});
const answers = name => `http://127.0.0.1:${recorderPort}/answers/${name}`;
const types = async (user, name, command, text = '') => send('/slack/command', new URLSearchParams({command, text, team_id: team, user_id: user, user_name: name,
  channel_id: room, api_app_id: 'A000000001', trigger_id: await trigger(user), response_url: answers(name)}).toString());
const press = async (user, name, action, more = {}) => send('/slack/interact', payload({type: 'block_actions', user: who(user, name),
  trigger_id: more.trigger_id ?? await trigger(user), response_url: answers(name), channel: {id: room}, message: {ts: more.ts ?? '1.000001'},
  container: {type: 'message', channel_id: room, message_ts: more.ts ?? '1.000001'}, actions: [{action_ts: String(++count), block_id: 'a', ...action}]}));
const opened = async callback => (await until(() => calls.findLast(c => c.method === 'views.open' && c.said.view.callback_id === callback)))?.said.view;
const state = (view, filled) => Object.fromEntries(view.blocks.filter(b => b.type === 'input').map(b => {
  const e = b.element, value = filled[b.block_id], answer = {type: e.type};
  if (e.type === 'plain_text_input') answer.value = value ?? e.initial_value ?? null;
  else if (e.type === 'datepicker') answer.selected_date = value ?? null;
  else if (e.type === 'checkboxes' || e.type.startsWith('multi')) answer.selected_options = (value ?? []).map(v => ({value: v}));
  else answer.selected_option = value ? {value} : e.initial_option ?? null;
  return [b.block_id, {[e.action_id]: answer}];
}));
const fill = async (user, name, view, filled) => send('/slack/interact', payload({type: 'view_submission', user: who(user, name), trigger_id: 'x',
  view: {id: 'V1', hash: '1', type: 'modal', callback_id: view.callback_id, private_metadata: view.private_metadata, blocks: view.blocks, state: {values: state(view, filled)}}}));
const sql = text => execFileSync('sqlite3', ['-cmd', '.timeout 10000', join(folder, 'mentord.db'), text], {encoding: 'utf8'}).trim();
// From now on nobody in it has quiet hours: the server's clock is the real one, and what is written must leave at any hour.
const undisturbed = () => sql('insert into correspondent (person, quiet_from, quiet_to) select id, 0, 0 from person where true on conflict (person) do update set quiet_from = 0, quiet_to = 0');
const history = async () => (await theirs.conversations.history({channel: room})).messages;

// --- signatures: Bolt's receiver and our addresses agree, but for a clock that is ahead
const silent = {debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => 'error', setName() {}};
const receiver = new bolt.HTTPReceiver({signingSecret: secret, logger: silent, endpoints: ['/slack/events'], port: 0});
const app = new bolt.App({receiver, logger: silent, authorize: async () => ({botToken: 'xoxb-x', botId: 'B1', botUserId: 'U9'})});
app.command('/mentoring', async ({ack}) => ack());
app.action('unknown', async ({ack}) => ack());
app.view('unknown', async ({ack}) => ack());
const oracle = await app.start({port: 0, host: '127.0.0.1'});
const command = new URLSearchParams({command: '/mentoring', text: 'help', team_id: team, user_id: ana, channel_id: room, trigger_id: '7.7', response_url: 'https://hooks.slack.com/x'}).toString();
const action = payload({type: 'block_actions', user: who(ana, 'ana'), trigger_id: '1', response_url: 'https://hooks.slack.com/x', channel: {id: room},
  actions: [{type: 'button', action_id: 'unknown', block_id: 'a', value: 'x', action_ts: '1'}]});
const view = payload({type: 'view_submission', user: who(ana, 'ana'), trigger_id: '1', view: {id: 'V1', type: 'modal', callback_id: 'unknown', hash: '1', blocks: [],
  private_metadata: '', state: {values: {}}}});
const challenge = '{"type":"url_verification","token":"x","challenge":"3eZbrw1aB"}';
const rows = [
  ['a command', '/slack/command', command, form, 0, {}, 200], ['299 s old', '/slack/command', command, form, 298, {}, 200],
  ['a press', '/slack/interact', action, form, 0, {}, 200], ['a submission', '/slack/interact', view, form, 0, {}, 200],
  ['a challenge', '/slack/events', challenge, json, 0, {}, 200], ['another secret', '/slack/command', command, form, 0, {key: 'other'}, 401],
  ['302 s old', '/slack/command', command, form, 302, {}, 401], ['361 s old', '/slack/command', command, form, 361, {}, 401],
  ['digits in capitals', '/slack/command', command, form, 0, {change: s => s.toUpperCase().replace('V0', 'v0')}, 401],
  ['another version', '/slack/command', command, form, 0, {change: s => s.replace('v0', 'v1')}, 401],
  ['no headers', '/slack/command', command, form, 0, {bare: true}, 401],
  ['361 s ahead', '/slack/command', command, form, -361, {}, 200, 401],
];
for (const [what, path, body, type, age, tweak, wanted, ours = wanted] of rows) {
  const ts = String(Math.floor(Date.now() / 1000) - age), signature = (tweak.change ?? (s => s))(sign(tweak.key ?? secret, ts, body));
  const options = {method: 'POST', body, headers: {'content-type': type, ...tweak.bare ? {} : {'x-slack-request-timestamp': ts, 'x-slack-signature': signature}}};
  const a = await fetch(`http://127.0.0.1:${oracle.address().port}/slack/events`, options), b = await fetch(`http://127.0.0.1:${port}${path}`, options);
  const said = await b.text();
  is(`Bolt says ${wanted} to ${what}`, a.status === wanted, a.status);
  is(`we say ${ours} to ${what}`, b.status === ours, `${b.status} ${said}`);
  if (ours === 401) is(`and nothing else to ${what}`, said === '', said);
  if (body === challenge) is('the challenge comes back', said.includes('3eZbrw1aB'), said);
}
await app.stop();

// --- F017: an address that Slack knows links the member who has it; whom Slack knows by another one is nobody
let mine = await types(mia, 'mia', '/mentoring', 'mine');
is('F017 at first nobody is linked', mine.text.includes('Link your account first'), mine);
is('F017 then Slack is asked', await until(() => calls.find(c => c.method === 'users.info')), calls.map(c => c.method));
is('F017 and she is whom it named', await until(async () => !(mine = await types(mia, 'mia', '/mentoring', 'mine')).text.includes('Link your account')), mine);
await types(bo, 'bo', '/mentoring', 'mine');
is('F017 an apostrophe is a part of an address', await until(() => calls.filter(c => c.method === 'users.info').length === 2), calls.map(c => c.method));
mine = await types(bo, 'bo', '/mentoring', 'mine');
is('F017 and whoever has it not is linked to nobody', mine.text.includes('Link your account first'), mine);

// --- asked, claimed, held, through Slack alone
is('/mentor-volunteer is taken', (await types(ana, 'ana', '/mentor-volunteer')).status === 200);
const offer = await opened('volunteer');
is('its modal opens', offer, calls.map(c => c.method));
const opening = calls.findLast(c => c.method === 'views.open');
let said = await fill(ana, 'ana', offer, {mentor_skills: ['Python'], mentor_services: ['code-review'], capacity: '3', announce: ['1'], accepted: ['1']});
is('Ana volunteers', said.status === 200 && said.text.includes('"update"'), said);
const cli = (...words) => execFileSync(mentord, [...words, '--dir', folder, '--as', 'coordinator@demo.example', '--programme', 'operation-code', '--json'],
  {env: {...process.env, MENTORD_SLACK_MENTORS_CHANNEL: room}}).toString();
const volunteer = cli('person', 'list', '--q', 'ana').trim().split('\n').map(line => JSON.parse(line));
const anaId = volunteer.find(p => p.name === 'ana')?.id;
is('she is a member', anaId, volunteer);
is('nobody is told of her before she is approved', !calls.some(c => c.said?.text?.includes('Welcome')), calls.map(c => c.said?.text));
undisturbed();
cli('person', 'approve', anaId);
is('F154 she is invited to the room', await until(() => calls.find(c => c.method === 'conversations.invite' && c.said.channel === room && c.said.users === ana)), calls.map(c => c.method));
is('F154 and announced there, as she ticked', await until(async () => (await history()).find(m => m.text === 'Welcome ana')), await history());
is('F154 and is written to', await until(() => calls.find(c => c.method === 'conversations.open' && c.said.users === ana), 20000), calls.map(c => c.method));
const typedAt = Date.now();
is('/mentor is taken', (await types(bo, 'bo', '/mentor', 'Read my <!channel> code')).status === 200);
const ask = await until(() => calls.findLast(c => c.method === 'views.open' && c.said.view.callback_id === 'ask'));
is('its modal opens while its trigger lives, which is three seconds', ask && ask.at - typedAt < 3000, ask && ask.at - typedAt);    // within 500 ms: outage.story, by its clock
said = await fill(bo, 'bo', ask.said.view, {service: 'code-review', skills: ['Python'], details: ' '.repeat(40)});
is('one blank is no detail', said.text.includes('"errors"') && JSON.parse(said.text).errors.details, said);
is('complaints name inputs of that view', Object.keys(JSON.parse(said.text).errors).every(k => ask.said.view.blocks.some(b => b.type === 'input' && b.block_id === k)), said);
said = await fill(bo, 'bo', ask.said.view, {service: 'code-review', skills: ['Python'], details: 'It answers 500, and the canary sings.', affiliation: 'prefer-not-to-say', conduct: ['1']});
is('the request is sent', said.status === 200 && said.text.includes('"update"'), said);
undisturbed();
const id = /withdraw\.([0-9a-z]+)/.exec(said.text)?.[1];
const posted = await until(async () => (await history()).find(m => m.text.includes('Read my')));
is('it stands in the room', posted, await history());
is('nothing in it pings', posted && !/<!channel>/.test(posted.text), posted?.text);
is('a public room reads no details', !JSON.stringify(calls.filter(c => c.method.startsWith('chat.'))).includes('canary'));
said = await press(bo, 'bo', {type: 'button', action_id: 'req_claim', value: `r.${id}.1`}, {ts: posted.ts});
is('who asks does not claim', said.status === 200 && await until(() => calls.find(c => c.method.endsWith('/answers/bo') && c.said.text)), calls.map(c => c.method));
said = await press(ana, 'ana', {type: 'button', action_id: 'req_claim', value: `r.${id}.1`}, {ts: posted.ts});
is('the claim is taken', said.status === 200, said);
const edited = await until(async () => (await history()).find(m => m.ts === posted.ts && m.text.includes('is claimed')));
is('the same message says so', edited, await history());
const direct = await until(() => calls.find(c => c.method === 'chat.postMessage' && c.said.channel.startsWith('D')), 20000);
is('who has no address is told in Slack', direct, calls.map(c => c.method));
await press(ana, 'ana', {type: 'overflow', action_id: 'req_more', selected_option: {value: `held.${id}`}}, {ts: posted.ts});
const held = await opened('held');
is('the end is asked for', held);
const day = held.blocks.find(b => b.element?.type === 'datepicker').element.initial_date ?? new Date().toISOString().slice(0, 10);    // of whom no zone is known, in UTC
said = await fill(ana, 'ana', held, {held_on: day});
is('and said', said.status === 200 && said.text.includes('"update"'), said);
is('the message says so', await until(async () => (await history()).find(m => m.ts === posted.ts && m.text.includes('held'))), await history());

// --- many at once
await types(bo, 'bo', '/mentor', 'Who is first?');
const again = await until(() => calls.findLast(c => c.method === 'views.open' && JSON.stringify(c.said.view).includes('Who is first?')));
said = await fill(bo, 'bo', again.said.view, {service: 'code-review', skills: ['Python'], details: 'Many press at the same moment.', affiliation: 'prefer-not-to-say'});
const second = /withdraw\.([0-9a-z]+)/.exec(said.text)?.[1];
// Two hundred mentors, each linked, so that each of them could have it.
sql(`begin immediate;
  with recursive n(i) as (select 0 union all select i + 1 from n where i < 199)
  insert into person (id, name, name_folded, email, email_folded, joined_at) select 4000 + i, 'Crowd ' || i, 'crowd ' || i, 'crowd' || i || '@x.example', 'crowd' || i || '@x.example', 1 from n;
  insert into membership (id, programme, person, joined_at) select 10000 + p.id, g.id, p.id, 1 from person p join programme g on g.slug = 'operation-code' where p.id between 4000 and 4199;
  insert into mentor (id, programme, person, state, capacity, asked_at, decided_at, last_act_at)
    select 20000 + p.id, g.id, p.id, 'active', 3, 1, 1, 1 from person p join programme g on g.slug = 'operation-code' where p.id between 4000 and 4199;
  insert into acceptance (id, programme, person, document, accepted_at)
    select 1000000 + p.id * 100 + (select count(*) from document e where e.id < d.id), d.programme, p.id, d.id, 1 from person p join document d on d.programme = (select id from programme where slug = 'operation-code') where p.id between 4000 and 4199;
  insert into chat_link (id, team, chat_user, person, linked_at) select 30000 + id, '${team}', 'U0CROWD' || (id - 4000), id, 1 from person where id between 4000 and 4199;
  commit;`);
const crowd = Array.from({length: 200}, (_, i) => `U0CROWD${i}`);
const updates = () => calls.filter(c => c.method === 'chat.update' && c.said.text.includes('is claimed')).length;
const presses = await Promise.all(crowd.map(user => press(user, user, {type: 'button', action_id: 'req_claim', value: `r.${second}.1`}, {trigger_id: 'x', ts: '1.000002'})));
const times = presses.map(p => p.ms).sort((a, b) => a - b);
is('S13.4 200 linked mentors press at once: all are answered 200', presses.every(p => p.status === 200), presses.filter(p => p.status !== 200)[0]);
is('within three seconds', times.at(-1) < 3000, times.at(-1));
const told = () => calls.filter(c => c.method.includes('/answers/U0CROWD'));
is('199 are told why not, each once', await until(() => new Set(told().map(c => c.method)).size === 199, 60000) && told().length === 199, told().length);
is('and who was first', told().every(c => c.said.text.includes('got there first')), told().find(c => !c.said.text.includes('got there first'))?.said);
is('one has it', await until(async () => updates() === 2 && (await history()).find(m => m.text.includes('OC-') && m.text.includes('is claimed')), 20000), (await history()).map(m => m.text));
await pause(2500);    // an edit may follow two seconds after another
is('the message changed once', updates() === 2, updates());
is('whoever was not told holds it', sql(`select count(*) from claim c join chat_link k on k.person = c.mentor where c.ended_at is null and k.chat_user like 'U0CROWD%'`) === '1',
  sql('select * from claim'));

// --- a database that is busy for longer than Slack waits (SLACK.md 5.4)
await types(bo, 'bo', '/mentor', 'While all is busy');
const third = await until(() => calls.findLast(c => c.method === 'views.open' && JSON.stringify(c.said.view).includes('While all is busy')));
said = await fill(bo, 'bo', third.said.view, {service: 'code-review', skills: ['Python'], details: 'Nobody gets this one at first.', affiliation: 'prefer-not-to-say'});
const stuck = /withdraw\.([0-9a-z]+)/.exec(said.text)?.[1];
const lock = spawn('sqlite3', ['-cmd', '.timeout 10000', join(folder, 'mentord.db')], {stdio: ['pipe', 'pipe', 'inherit']});
lock.stdin.write('begin immediate;\nselect 1;\n');
await once(lock.stdout, 'data');
const busy = await Promise.all([press('U0CROWD7', 'U0CROWD7', {type: 'button', action_id: 'req_claim', value: `r.${stuck}.1`}, {trigger_id: 'x', ts: '1.000003'}),
  send('/slack/command', new URLSearchParams({command: '/mentoring', text: 'mine', team_id: team, user_id: ana, user_name: 'ana', channel_id: room, api_app_id: 'A000000001',
    trigger_id: 'busy', response_url: answers('ana')}).toString())]);
is('a busy database: a press and a command are answered 200', busy.every(b => b.status === 200), busy);
is('before Slack gives up', busy.every(b => b.ms < 3000), busy.map(b => b.ms));
is('whoever typed reads that it is busy', busy[1].text.includes('busy') && busy[1].text.includes('ephemeral'), busy[1].text);
lock.stdin.end('commit;\n');
await once(lock, 'close');
is('whoever pressed is told so when it is busy no more', await until(() => calls.find(c => c.method.endsWith('/answers/U0CROWD7') && c.said.text.includes('busy')), 20000), calls.slice(-3));
await pause(500);
is('and nothing was changed', sql(`select count(*) from claim c join chat_link k on k.person = c.mentor where c.ended_at is null and k.chat_user = 'U0CROWD7'`) === '0');
await press('U0CROWD7', 'U0CROWD7', {type: 'button', action_id: 'req_claim', value: `r.${stuck}.1`}, {trigger_id: 'x', ts: '1.000003'});
is('pressed again, it is done', sql(`select count(*) from claim c join chat_link k on k.person = c.mentor where c.ended_at is null and k.chat_user = 'U0CROWD7'`) === '1');

// --- SLACK 13.2: Slack and the mail server hang; 13.6: nobody who listens dials
isHanging = true;
await types(bo, 'bo', '/mentor', 'While they hang');
const hanging = await Promise.all(Array.from({length: 100}, (_, i) => press(`U0CROWD${i}`, `U0CROWD${i}`, {type: 'button', action_id: 'req_claim', value: `r.${second}.1`},
  {trigger_id: 'x', ts: '1.000002'})));
is('S13.2 while Slack and the mail server hang, a hundred presses at once are answered within three seconds', hanging.every(h => h.status === 200 && h.ms < 3000),
  hanging.find(h => h.status !== 200 || h.ms >= 3000));
const family = readFileSync(`/proc/${served.pid}/task/${served.pid}/children`, 'utf8').trim().split(' ');
const role = name => family.filter(pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(`--${name}`));
const lines = readFileSync('/proc/net/tcp', 'utf8').trim().split('\n').slice(1).map(line => line.trim().split(/\s+/));
const dialled = pid => readdirSync(`/proc/${pid}/fd`).flatMap(fd => {
  const inode = /socket:\[(\d+)\]/.exec(readlinkSync(`/proc/${pid}/fd/${fd}`))?.[1], line = lines.find(l => l[9] === inode);
  return line && parseInt(line[1].split(':')[1], 16) !== port ? [parseInt(line[2].split(':')[1], 16)] : [];
});
is('the courier has connections outward meanwhile', role('courier').flatMap(dialled).includes(recorderPort), role('courier').flatMap(dialled));
is('S13.6 no process that listens has one, nor the writer', role('web').length > 0 && role('web').concat(role('writer')).flatMap(dialled).length === 0, role('web').flatMap(dialled));
isHanging = false;

// --- SLACK 13.3: across a restart
const again3 = [sent.findLast(s => s[1].includes('block_actions')), sent.findLast(s => s[1].includes('view_submission')), sent.findLast(s => s[1].includes('While+they+hang'))];
const event = ['/slack/events', JSON.stringify({type: 'event_callback', team_id: team, api_app_id: 'A000000001', event_id: 'Ev0RESTART', event: {type: 'app_home_opened', user: ana, tab: 'home'}}), json];
const before = [];
for (const call of [...again3, event]) before.push(await send(...call));
const homes = () => calls.filter(c => c.method === 'views.publish').length, modals = () => calls.filter(c => c.method === 'views.open').length;
is('the home was shown', await until(() => homes() > 0, 40000));
// Of letters the newest that an act causes: homes and word of an outage come by the clock, and old ones are swept.
const effects = () => sql('select (select count(*) from claim), (select count(*) from request)');
const newest = () => Number(sql("select coalesce(max(made_at), 0) from letter where act in ('post', 'reply', 'edit', 'answer', 'open')"));
const last = newest();
const tables = effects();
served.kill();
await once(served, 'exit');
is('the server starts again', await serve());
const counts = [homes(), modals()];
for (const [i, call] of [...again3, event].entries()) {
  const answer = await send(...call);
  is(`S13.3 after the restart the same ${['action', 'submission', 'command', 'event'][i]} has the same answer`, answer.status === before[i].status && answer.text === before[i].text, answer);
}
await pause(500);
is('and none has an effect', effects() === tables && newest() <= last, [tables, effects(), last, newest()]);
is('nor shows anything again', homes() === counts[0] && modals() === counts[1], counts);

// --- away and back
isAway = true;
await types(bo, 'bo', '/mentor', 'While it is away');
await pause(3000);
isAway = false;
const late = await types(bo, 'bo', '/mentor', 'Back again');
is('while Slack is away calls are answered', late.status === 200, late);
is('and afterwards it goes on', await until(() => calls.findLast(c => c.method === 'views.open' && JSON.stringify(c.said.view).includes('Back again')) ||
  calls.findLast(c => c.method.endsWith('/answers/bo') && c.said.text?.includes('web')), 70000), calls.slice(-5).map(c => c.method));

// --- every surface of this run
judged.say(is, 250);
ended();
