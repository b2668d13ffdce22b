// A workspace of emulate, written to by our client, read back by Slack's. Usage: slack_emulate.mjs DRIVER; ends with "N passed, N failed".
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {createServer, connect} from 'node:net';
import {createInterface} from 'node:readline';
import {WebClient} from '@slack/web-api';

const [driver] = process.argv.slice(2);
let passed = 0, failed = 0;
const is = (sentence, fine, why = '') => {
  if (fine) passed++;
  else { failed++; console.log(`NOT: ${sentence} ${typeof why === 'string' ? why : JSON.stringify(why)}`); }
};
const children = [];
process.on('exit', () => children.forEach(child => child.kill('SIGKILL')));

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// Until it answers; it says nothing when it is ready.
async function reached(port, until) {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const fine = await new Promise(done => { socket.once('connect', () => done(true)); socket.once('error', () => done(false)); });
    socket.destroy();
    if (fine) return true;
    if (Date.now() > until) return false;
    await new Promise(done => setTimeout(done, 50));
  }
}

const port = await freePort(), api = `http://127.0.0.1:${port}/api/`;
const emulate = spawn(process.execPath, ['node_modules/emulate/dist/index.js', 'start', '-s', 'slack', '-p', String(port), '--seed', 'slack_seed.yaml'], {stdio: 'ignore'});
children.push(emulate);
is('emulate starts', await reached(port, Date.now() + 15000));

// Our client: a line in, a verdict out.
function caller(token, url = api) {
  const child = spawn(driver, ['call', url, token], {stdio: ['pipe', 'pipe', 'inherit']});
  const lines = createInterface({input: child.stdout})[Symbol.asyncIterator]();
  children.push(child);
  return async (method, args = {}, more = {}) => {
    child.stdin.write(`${JSON.stringify({method, arguments: args, ...more})}\n`);
    return JSON.parse((await lines.next()).value);
  };
}
const ours = caller('xoxb-ours'), poor = caller('xoxb-poor'), wrong = caller('');
const theirs = new WebClient('xoxb-reads', {slackApiUrl: api, retryConfig: {retries: 0}, logLevel: 'error'});
const surfaces = Object.fromEntries(execFileSync(driver, ['surfaces'], {maxBuffer: 1 << 28}).toString().trim().split('\n').map(line => JSON.parse(line))
  .map(line => [line.name, line.surface]));
const open = surfaces['request/0/1'], claimed = surfaces['request/12/0'], details = surfaces['details/0/1'];
const channel = (await theirs.conversations.list()).channels.find(c => c.name === 'mentors').id;
const history = async () => (await theirs.conversations.history({channel, include_all_metadata: true})).messages;
const now = async ts => (await history()).find(m => m.ts === ts);

let v = await ours('auth.test');
is('our token is known', v.fate === 'SENT' && v.team !== '', v);
const post = await ours('chat.postMessage', {channel}, {content: {...open, metadata: {event_type: 'mentord_request', event_payload: {id: '7qk2', seq: 7}}}});
is('a request is posted', post.fate === 'SENT' && post.channel === channel && post.ts !== '', post);
let seen = await now(post.ts);
is('it stands there with the words that we wrote', seen?.text === open.text && seen.blocks[0].text.text === open.blocks[0].text.text, seen);
is('nothing that the mentee wrote is a mention', !/<[!@]/.test(seen.text), seen.text);
is('it carries its id', seen.metadata?.event_payload?.id === '7qk2' && seen.metadata.event_payload.seq === 7, seen.metadata);
v = await ours('conversations.history', {channel, limit: '20', include_all_metadata: 'true'});
is('after a lost answer it is found again by its id', v.found === post.ts, v);

const reply = await ours('chat.postMessage', {channel, thread_ts: post.ts}, {content: details});
const thread = (await theirs.conversations.replies({channel, ts: post.ts})).messages;
is('details are a reply in its thread', reply.fate === 'SENT' && thread.some(m => m.ts === reply.ts && m.thread_ts === post.ts), thread);
v = await ours('chat.update', {channel, ts: post.ts}, {content: claimed});
seen = await now(post.ts);
is('the same message tells that it was claimed', v.fate === 'SENT' && v.ts === post.ts && seen.text === claimed.text, seen);
v = await ours('chat.delete', {channel, ts: reply.ts});
is('the reply is gone', v.fate === 'SENT' && !(await theirs.conversations.replies({channel, ts: post.ts})).messages.some(m => m.ts === reply.ts), v);

const users = (await theirs.users.list()).members, ana = users.find(u => u.name === 'ana').id, bo = users.find(u => u.name === 'bo').id;
v = await ours('users.lookupByEmail', {email: "o'hara+x@example.org"});
is('defect 5: somebody with an apostrophe is found by their address', v.fate === 'SENT' && v.user === bo, v);
v = await ours('users.lookupByEmail', {email: 'hara'});
is('defect 5: nobody is found by a part of it', v.fate === 'NO_SUCH_USER', v);
v = await ours('users.info', {user: ana});
is('an address is read', v.fate === 'SENT' && v.email === 'ana@example.org', v);
v = await ours('users.info', {user: 'U0NOBODY'});
is('a stranger is away', v.fate === 'PERSON_AWAY', v);
v = await ours('chat.postEphemeral', {channel, user: ana}, {content: {text: 'only you', blocks: surfaces['note/0/0'].blocks}});
is('one person is told', v.fate === 'SENT', v);
const dm = await ours('conversations.open', {users: bo});
is('a direct message has a room', dm.fate === 'SENT' && dm.channel.startsWith('D'), dm);
v = await ours('chat.postMessage', {channel: dm.channel}, {content: surfaces['note/0/2']});
is('and a letter arrives there', v.fate === 'SENT' && v.channel === dm.channel, v);
v = await ours('conversations.invite', {channel, users: bo});
is('who is in the room already cannot be invited again, and that is fine', v.fate === 'ALREADY', v);
v = await ours('conversations.info', {channel});
is('the room is known', v.fate === 'SENT' && v.channel === channel, v);

const trigger = async () => (await theirs.apiCall('views.generateTriggerId', {user_id: ana})).trigger_id;
const modal = surfaces['modal/0/0'], home = surfaces['home/0/0'], once_only = await trigger();
const opened = await ours('views.open', {trigger_id: once_only}, {view: modal});
is('a modal opens', opened.fate === 'SENT' && opened.view_id !== '' && opened.view_hash !== '', opened);
v = await ours('views.open', {trigger_id: once_only}, {view: modal});
is('its trigger works once', v.fate === 'TRIGGER_OVER' && v.error === 'exchanged_trigger_id', v);
v = await ours('views.open', {trigger_id: '1.2.3'}, {view: modal});
is('an invented trigger opens nothing', v.fate === 'TRIGGER_OVER', v);
v = await ours('views.update', {view_id: opened.view_id, hash: opened.view_hash}, {view: surfaces['modal/1/2']});
is('a modal is changed', v.fate === 'SENT' && v.view_hash !== opened.view_hash, v);
v = await ours('views.update', {view_id: opened.view_id, hash: opened.view_hash}, {view: modal});
is('but not over a change that came first', v.fate === 'HASH_CONFLICT', v);
const first = await ours('views.publish', {user_id: ana}, {view: home});
v = await ours('views.publish', {user_id: ana, hash: first.view_hash}, {view: surfaces['home/0/1']});
is('a home is published and published anew', first.fate === 'SENT' && v.fate === 'SENT', v);
v = await ours('views.publish', {user_id: ana, hash: first.view_hash}, {view: home});
is('but not over a newer one', v.fate === 'HASH_CONFLICT', v);

v = await ours('chat.postMessage', {channel: 'C0NOWHERE'}, {content: open});
is('a room that is not there is broken', v.fate === 'CHANNEL_BROKEN' && v.error === 'channel_not_found', v);
v = await ours('chat.update', {channel, ts: '1.000001'}, {content: claimed});
is('a message that is not there is gone', v.fate === 'MESSAGE_GONE', v);
v = await ours('chat.delete', {channel, ts: reply.ts});
is('what was deleted is gone', v.fate === 'MESSAGE_GONE', v);
v = await poor('chat.postMessage', {channel}, {content: open});
is('a token that may too little says so', v.fate === 'SCOPE_MISSING' && v.error === 'missing_scope', v);
v = await wrong('auth.test');
is('without a token nothing is done', v.fate === 'TOKEN_DEAD', v);
is('nothing but that one request and its letters was posted', (await history()).filter(m => !m.thread_ts || m.thread_ts === m.ts).length === 1, await history());

emulate.kill('SIGKILL');
await once(emulate, 'exit');
v = await ours('chat.update', {channel, ts: post.ts}, {content: claimed});
is('while Slack is away it is tried later', v.fate === 'LATER', v);
console.log(`${passed} passed, ${failed} failed`);
process.exit(0);
