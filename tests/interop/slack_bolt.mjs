// Bolt's receiver as an oracle of signatures: the same requests to it and to our judge. They agree, but for a clock that is ahead.
// Usage: slack_bolt.mjs DRIVER; ends with "N passed, N failed".
import {execFileSync} from 'node:child_process';
import {createHmac} from 'node:crypto';
import bolt from '@slack/bolt';

const [driver] = process.argv.slice(2);
const secret = '8f742231b10e8888abcd99yyyzzz85a5';
let passed = 0, failed = 0;
const is = (sentence, fine, why = '') => {
  if (fine) passed++;
  else { failed++; console.log(`NOT: ${sentence} ${why}`); }
};

const silent = {debug() {}, info() {}, warn() {}, error() {}, setLevel() {}, getLevel: () => 'error', setName() {}};
const receiver = new bolt.HTTPReceiver({signingSecret: secret, logger: silent, endpoints: ['/slack/events'], port: 0});
const app = new bolt.App({receiver, logger: silent, authorize: async () => ({botToken: 'xoxb-x', botId: 'B1', botUserId: 'U9'})});
app.command('/mentor', async ({ack}) => ack());
app.action('req_claim', async ({ack}) => ack());
app.view('ask', async ({ack}) => ack());
const server = await app.start({port: 0, host: '127.0.0.1'});
const url = `http://127.0.0.1:${server.address().port}/slack/events`;

const form = 'application/x-www-form-urlencoded', json = 'application/json';
const who = {user: {id: 'U1', team_id: 'T1'}, team: {id: 'T1', domain: 'x'}, api_app_id: 'A1', trigger_id: '1'};
const payload = p => `payload=${encodeURIComponent(JSON.stringify({...who, ...p}))}`;
const command = 'command=%2Fmentor&text=hi&team_id=T1&user_id=U1&channel_id=C1&trigger_id=1&api_app_id=A1&response_url=https%3A%2F%2Fhooks.slack.com%2Fx';
const action = payload({type: 'block_actions', response_url: 'https://hooks.slack.com/x', channel: {id: 'C1'},
  actions: [{type: 'button', action_id: 'req_claim', block_id: 'a', value: 'r.1.2', action_ts: '1'}]});
const view = payload({type: 'view_submission', view: {id: 'V1', type: 'modal', callback_id: 'ask', hash: '1', blocks: [], private_metadata: '', state: {values: {}}}});
const verification = '{"type":"url_verification","token":"x","challenge":"3eZbrw1aB"}';
const sign = (key, ts, body) => `v0=${createHmac('sha256', key).update(`v0:${ts}:${body}`).digest('hex')}`;

// what is sent; how old it says to be; what is done to it; what Bolt and we say of it
const rows = [
  ['a command', command, form, 0, {}, 200, 'FINE'],
  ['299 s old', command, form, 299, {}, 200, 'FINE'],
  ['240 s old', command, form, 240, {}, 200, 'FINE'],
  ['a press', action, form, 0, {}, 200, 'FINE'],
  ['a submission', view, form, 0, {}, 200, 'FINE'],
  ['a challenge', verification, json, 0, {}, 200, 'FINE'],
  ['another secret', command, form, 0, {key: 'other'}, 401, 'WRONG'],
  ['302 s old', command, form, 302, {}, 401, 'CLOCK'],
  ['361 s old', command, form, 361, {}, 401, 'CLOCK'],
  ['digits in capitals', command, form, 0, {change: s => s.toUpperCase().replace('V0', 'v0')}, 401, 'SPELLING'],
  ['another version', command, form, 0, {change: s => s.replace('v0', 'v1')}, 401, 'SPELLING'],
  ['a digit less', command, form, 0, {change: s => s.slice(0, -1)}, 401, 'SPELLING'],
  ['another body', command, form, 0, {signed: action}, 401, 'WRONG'],
  ['no headers', command, form, 0, {without: ['x-slack-signature', 'x-slack-request-timestamp']}, 401, 'HEADERS'],
  ['no signature', command, form, 0, {without: ['x-slack-signature']}, 401, 'HEADERS'],
  ['no timestamp', command, form, 0, {without: ['x-slack-request-timestamp']}, 401, 'HEADERS'],
  ['a timestamp in words', command, form, 0, {timestamp: 'now'}, 401, 'TIMESTAMP'],
  ['299 s ahead', command, form, -299, {}, 200, 'FINE'],
  ['361 s ahead, which Bolt takes and we do not', command, form, -361, {}, 200, 'CLOCK'],
];
for (const [what, body, type, age, tweak, theirs, ours] of rows) {
  const now = Math.floor(Date.now() / 1000), ts = tweak.timestamp ?? String(now - age);
  const signature = (tweak.change ?? (s => s))(sign(tweak.key ?? secret, ts, tweak.signed ?? body));
  const headers = {'x-slack-request-timestamp': ts, 'x-slack-signature': signature};
  for (const name of tweak.without ?? []) delete headers[name];
  const answer = await fetch(url, {method: 'POST', body, headers: {...headers, 'content-type': type}});
  const said = await answer.text();
  is(`Bolt says ${theirs} to ${what}`, answer.status === theirs, `but ${answer.status} ${said}`);
  const word = execFileSync(driver, ['judge', `other-secret,${secret}`, String(now), ...Object.entries(headers).flat()], {input: body}).toString().trim();
  is(`we say ${ours} to ${what}`, word === ours, `but ${word}`);
  if (body === verification) is('Bolt answers the challenge', said.includes('3eZbrw1aB'), said);
}
await app.stop();
console.log(`${passed} passed, ${failed} failed`);
process.exit(0);
