// Every surface that we print, judged by a JSON Schema made of @slack/types; and surfaces that it must refuse, so that its silence says something.
// Usage: slack_blocks.mjs DRIVER CACHE; ends with "N passed, N failed".
import {execFileSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import YAML from 'yaml';
import {parts, schemaOf} from './slack_judge.mjs';

const [driver, cache] = process.argv.slice(2);
let passed = 0, failed = 0;
const is = (sentence, fine, why = '') => {
  if (fine) passed++;
  else { failed++; console.log(`NOT: ${sentence} ${why}`); }
};

const fits = schemaOf(cache);

const lines = execFileSync(driver, ['surfaces'], {maxBuffer: 1 << 28}).toString().trim().split('\n').map(line => JSON.parse(line));
is('hundreds of surfaces are printed', lines.length > 500, `${lines.length}`);
for (const {name, complaint, surface} of lines) {
  is(`our own judge likes ${name}`, complaint === '' && surface !== null, complaint);
  for (const part of parts(surface ?? {})) is(`the schema likes ${name}`, fits(part), JSON.stringify(fits.errors?.slice(0, 3)));
}
// A report of what is printed, for a look by eye: who wants it finds it beside the schema.
writeFileSync(`${cache}/slack-surfaces.ndjson`, lines.map(line => JSON.stringify(line)).join('\n'));

const text = {type: 'plain_text', text: 'x'};
const wrong = {
  'an unknown block': {blocks: [{type: 'nonsense'}]},
  'a button without text': {blocks: [{type: 'actions', elements: [{type: 'button', action_id: 'a'}]}]},
  'a header with marked text': {blocks: [{type: 'header', text: {type: 'mrkdwn', text: 'x'}}]},
  'a modal without a title': {view: {type: 'modal', blocks: []}},
  'an input without an element': {blocks: [{type: 'input', label: text}]},
  'an option without a value': {view: {type: 'modal', title: text, blocks: [{type: 'input', label: text, element: {type: 'static_select', options: [{text: 7}]}}]}},
};
for (const [what, surface] of Object.entries(wrong)) is(`the schema refuses ${what}`, !fits(surface));

// The manifest is YAML, and within Slack's limits.
const m = YAML.parse(execFileSync(driver, ['manifest', 'mentors.example.org']).toString());
const f = m.features, s = m.settings;
is('the manifest has a name and a description within limits', m.display_information.name.length <= 35 && m.display_information.description.length <= 140);
is('its bot has a name of allowed letters', /^[a-z0-9-_.]{1,80}$/.test(f.bot_user.display_name));
is('it unfurls one domain', f.unfurl_domains.join() === 'mentors.example.org');
is('its commands are within limits', f.slash_commands.length === 3 && f.slash_commands.every(c => c.command.length <= 32 && c.description.length <= 2000 &&
  (c.usage_hint ?? '').length <= 1000 && c.should_escape && c.url === 'https://mentors.example.org/slack/command'));
is('its shortcuts are within limits', f.shortcuts.length <= 10 && f.shortcuts.every(c => c.name.length <= 24 && c.callback_id.length <= 255));
is('it asks for no more than it needs', new Set(m.oauth_config.scopes.bot).size === m.oauth_config.scopes.bot.length && m.oauth_config.scopes.bot.length === 11);
is('it names our routes', s.event_subscriptions.request_url.endsWith('/slack/events') && s.interactivity.request_url.endsWith('/slack/interact') &&
  s.interactivity.message_menu_options_url.endsWith('/slack/options') && m.oauth_config.redirect_urls[0].endsWith('/slack/oauth'));
is('it is no socket mode app', s.socket_mode_enabled === false && s.org_deploy_enabled === false);

console.log(`${passed} passed, ${failed} failed`);
