// F030, S6: the courier of a whole server looks at links. Pages of every temper stand on 127.0.0.2, which the operator lists; a trap stands on 127.0.0.1, which nobody
// listed. Usage: served_links.mjs MENTORD; ends with "N passed, N failed".
import {execFileSync, spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {createServer as listen} from 'node:net';
import {join} from 'node:path';
import {children, ended, folder, freePort, is, until} from './slack_lib.mjs';

const [mentord] = process.argv.slice(2), dir = join(folder, 'data'), port = await freePort();
let caught = 0;
const trap = listen(socket => { caught++; socket.destroy(); }).listen(0, '127.0.0.1');
await new Promise(done => trap.once('listening', done));
const trapPort = trap.address().port;

const heard = [];
let isBack = false, open = 0, most = 0, sent = 0;
const pages = createServer((req, res) => {
  const {url, method} = req;
  heard.push(`${method} ${url}`);
  if (url !== '/slow') {    // answered by us, so that we know when
    most = Math.max(most, ++open);
    res.once('close', () => open--);
  }
  if (url === '/fine' || (url === '/back' && isBack)) return res.end('fine');
  if (url === '/moved') return res.writeHead(301, {location: '/fine'}).end();
  if (url === '/inside') return res.writeHead(301, {location: `http://127.0.0.1:${trapPort}/`}).end();
  if (url === '/by-name') return res.writeHead(302, {location: `http://localhost:${trapPort}/`}).end();
  if (url === '/file') return res.writeHead(302, {location: 'file:///etc/passwd'}).end();
  if (url === '/circle') return res.writeHead(302, {location: '/circle'}).end();
  if (url === '/slow') return undefined;
  if (url === '/huge' || url === '/no-head') {
    if (method === 'HEAD') return res.writeHead(405).end();
    res.writeHead(200);
    if (url === '/no-head') return res.end('here');
    const more = () => { while (!res.destroyed && res.write(Buffer.alloc(65536, 'x'))) sent += 65536; };
    return res.on('drain', more), more();
  }
  return res.writeHead(404).end('no');
});
pages.listen(0, '127.0.0.2');
await new Promise(done => pages.once('listening', done));
const at = `http://127.0.0.2:${pages.address().port}`;

const served = spawn(mentord, ['demo', '--dir', dir, '--listen', `127.0.0.1:${port}`, '--base-url', `http://127.0.0.1:${port}`, '--seed', '7', '--now', '2026-11-24T15:00:00Z'], {stdio: ['ignore', 'ignore', 'pipe'],
  env: {...process.env, MENTORD_LINK_CHECK: 'yes', MENTORD_LINKS_INSIDE: '127.0.0.2', MENTORD_RATE_LIMITS: 'no'}});
children.push(served);
let log = '';
served.stderr.on('data', bytes => (log += bytes));
is('the server starts', await until(async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null))?.ok, 60000), log);
const courier = () => readFileSync(`/proc/${served.pid}/task/${served.pid}/children`, 'utf8').trim().split(' ').find(pid => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes('--courier'));
const holds = pid => readFileSync(`/proc/${pid}/maps`, 'utf8').includes('libcurl');
is('S8 the first courier carries no way out; it finds links, and another one takes over', await until(() => log.includes('it starts again with a way out')) && await until(() => courier() && holds(courier())), log);

const coordinator = execFileSync(mentord, ['token', 'create', '--dir', dir, '--as', 'coordinator@demo.example'], {encoding: 'utf8'}).trim();
async function api(method, body) {
  const answer = await fetch(`http://127.0.0.1:${port}/api/v1/programmes/operation-code/resources`, {method, headers: {authorization: `Bearer ${coordinator}`, 'content-type': 'application/json'}, body: body && JSON.stringify(body)});
  return {status: answer.status, said: await answer.json()};
}
const wanted = {fine: 'fine', moved: 'fine', 'no-head': 'fine', huge: 'fine', missing: 'gone', back: 'gone', inside: 'inward', 'by-name': 'inward', file: 'astray', circle: 'astray', slow: 'slow'};
let place = 0;
for (const name of Object.keys(wanted)) {
  const kept = await api('POST', {title: `Page ${name}`, url: `${at}/${name}`, role: 'all', position: ++place});
  is(`a resource is kept: ${name}`, kept.status === 200, kept);
}
await api('POST', {title: 'Page trap', url: `http://127.0.0.1:${trapPort}/x`, role: 'all', position: ++place});
await api('POST', {title: 'Page mapped', url: `http://[::ffff:127.0.0.1]:${trapPort}/x`, role: 'all', position: ++place});
const found = async title => (await api('GET')).said.items.find(r => r.title === title);
for (const [name, finding] of Object.entries(wanted)) {
  const row = await until(async () => { const r = await found(`Page ${name}`); return r.looked_at && r; }, 40000);
  is(`F030 ${name} is ${finding}`, row?.link === finding, row);
}
is('S6 an address inside is refused as it is', (await until(async () => { const r = await found('Page trap'); return r.looked_at && r; }))?.link === 'inward', await found('Page trap'));
is('F030 HEAD comes first, GET where it is refused', heard.indexOf('HEAD /no-head') >= 0 && heard.indexOf('GET /no-head') > heard.indexOf('HEAD /no-head') && !heard.includes('GET /fine'), heard);
is('F030 a circle is left after a few', heard.filter(line => line === 'HEAD /circle').length === 6, heard);
is('F030 four pages of a host at a time at most', most <= 4, most);
is('F030 of a page without an end next to nothing is taken', sent < 16 << 20, sent);
is('nothing is dead after one failure', (await api('GET')).said.items.every(r => !r.is_dead));

isBack = true;
execFileSync(mentord, ['clock', '--dir', dir, '--advance', '26h'], {stdio: 'ignore'});
is('F030 dead after a second failure a day later', await until(async () => (await found('Page missing')).is_dead, 40000), await found('Page missing'));
is('F030 what is there again is not', await until(async () => (await found('Page back')).link === 'fine', 40000) && !(await found('Page back')).is_dead, await found('Page back'));
is('F030 what works is not looked at again so soon', heard.filter(line => line === 'HEAD /fine').length === 2, heard);
is('S6 the trap caught nobody', caught === 0, caught);
pages.closeAllConnections();
ended();
