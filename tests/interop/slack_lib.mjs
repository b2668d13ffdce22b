// What the runs of a whole server with Slack around it share: sentences that are counted, processes that end with us, waiting, free ports.
import {once} from 'node:events';
import {mkdtempSync, rmSync} from 'node:fs';
import {connect, createServer as listen} from 'node:net';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export const secret = '8f742231b10e8888abcd99yyyzzz85a5';
let passed = 0, failed = 0;
export const is = (sentence, fine, why = '') => {
  if (fine) passed++;
  else { failed++; console.log(`NOT: ${sentence} ${typeof why === 'string' ? why : JSON.stringify(why)}`); }
};
export const children = [], folder = mkdtempSync(join(tmpdir(), 'mentord-served-'));
process.on('exit', () => { children.forEach(child => child.kill('SIGKILL')); rmSync(folder, {recursive: true, force: true}); });
export const pause = ms => new Promise(done => setTimeout(done, ms));
export async function until(test, ms = 15000) {
  for (const end = Date.now() + ms; Date.now() < end; await pause(25)) {
    const found = await test();
    if (found) return found;
  }
  return undefined;
}
export async function freePort() {
  const server = listen().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const {port} = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
export const reached = port => until(async () => {
  const socket = connect(port, '127.0.0.1');
  const fine = await new Promise(done => { socket.once('connect', () => done(true)); socket.once('error', () => done(false)); });
  socket.destroy();
  return fine;
}, 20000);
export function ended() {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(0);
}
