story "SLACK 11 an administrator connects the app: consent at Slack, the code exchanged by the courier, the token for it alone"
given programme operation-code
given slack
given pages
given admin Ida
as Ida get /admin/slack -> 200 showing "No workspace is connected" hiding "Add to Slack"
slack is installable
as Ida get /admin/slack -> 200 showing "Add to Slack", "https://slack.example/oauth/v2/authorize?client_id=1.2&amp;scope=commands%2Cchat%3Awrite", "redirect_uri=http%3A%2F%2F127.0.0.1%3A8080%2Fslack%2Foauth"
as Ida get /slack/oauth?code=c0de&state={state} -> 303
as Ida follows -> 200 showing "You are back from Slack", "Slack is being asked" hiding "c0de"
expect courier token none
slack exchanges c0de -> "{'ok':true,'access_token':'xoxb-first','scope':'commands,chat:write','bot_user_id':'U0BOT','app_id':'A0APP','team':{'id':'T0TEAM','name':'x'}}"
as Ida get /admin/slack -> 200 showing "Connected to the workspace T0TEAM", "Missing: im:write", "Reconnect Slack", "Disconnect Slack" hiding "xoxb", "c0de"
expect courier token xoxb-first
slack exchanges nothing -> "{}"
as Ida get /slack/oauth?code=c0de2&state={state} -> 303
slack exchanges c0de2 -> "{'ok':true,'access_token':'xoxb-second','scope':'commands','bot_user_id':'U0BOT','app_id':'A0APP','team':{'id':'T0TEAM'}}"
expect courier token xoxb-second
as Ida post /admin/slack/disconnect -> 303
as Ida follows -> 200 showing "The token is forgotten", "disconnected" hiding "Disconnect Slack"
expect courier token none

story "SLACK 11 a state that is forged, of another session, ten minutes old, or used before is refused, and nothing is asked"
given programme operation-code
given slack
given pages
given admin Ida
given admin Ivo
slack is installable
as Ida get /slack/oauth?code=abc -> 410
as Ida get /slack/oauth?code=abc&state=1794820000.aaaaaaaaaaaaaaaaaaaaaa.0000000000000000000000000000000000000000000000000000000000000000 -> 410 showing "was not asked for by this browser"
as Ida get /admin/slack -> 200 showing "Add to Slack"
as Ivo get /slack/oauth?code=abc&state={state} -> 410
slack exchanges nothing -> "{}"
as nobody get /slack/oauth?code=abc&state={state} -> 303
later 9 minutes asleep
as Ida get /slack/oauth?code=abc&state={state} -> 303
as Ida get /slack/oauth?code=abc&state={state} -> 410
slack exchanges abc -> "{'ok':false,'error':'invalid_code'}"
as Ida get /admin/slack -> 200 showing "invalid_code"
slack exchanges nothing -> "{}"
later 11 minutes asleep
as Ida get /slack/oauth?code=abc&state={state} -> 410
slack exchanges nothing -> "{}"

story "SLACK 11 a consent that was refused at Slack changes nothing; a code that nobody exchanged in ten minutes is over"
given programme operation-code
given slack
given pages
given admin Ida
slack is installable
as Ida get /admin/slack -> 200
as Ida get /slack/oauth?error=access_denied&state={state} -> 303
as Ida get /slack/oauth?code=late&state={state} -> 410
as Ida get /admin/slack?done=slack-denied -> 200 showing "without a consent"
slack exchanges nothing -> "{}"
as Ida get /admin/slack -> 200
as Ida get /slack/oauth?code=late&state={state} -> 303
later 10 minutes asleep
slack exchanges nothing -> "{}"
as Ida get /admin/slack -> 200 showing "no answer"

story "SLACK 11 only administrators, and with a fresh proof, are led to Slack; without one the state is never made"
given programme operation-code
given slack
given pages
given mentors Ana with skill Python
given admin Ida
slack is installable
as Ana get /admin/slack -> 403
as Ana get /slack/oauth?code=abc&state=1.2.3 -> 403
later 11 minutes asleep
as Ida get /admin/slack -> 200 showing "/admin/slack/connect" hiding "oauth/v2/authorize"
as Ida get /admin/slack/connect -> 303

story "SLACK 10 SLACK 11 what a token of the settings may is asked each hour: the page says which permission went, until it is back"
given programme operation-code
given slack
given pages
given admin Ida
outside slack may identify,commands,chat:write,im:write,users:read,users:read.email,groups:read,channels:read,links:read,links:write,groups:write.invites
courier runs 1 minutes
as Ida get /admin/slack -> 200 showing "Connected to the workspace" hiding "Missing"
outside slack may commands,chat:write,im:write,users:read,groups:read,channels:read,links:read,groups:write.invites
courier runs 2 hours
as Ida get /admin/slack -> 200 showing "Missing: users:read.email, links:write", "install the app there once more" hiding "then reconnect"
outside slack may commands,chat:write,im:write,users:read,users:read.email,groups:read,channels:read,links:read,links:write,groups:write.invites
courier runs 2 hours
as Ida get /admin/slack -> 200 hiding "Missing"

story "SLACK 1.4 the app asks to read no room, unless the operator says so: then for groups:history, and its lack is told"
given programme operation-code
given slack
given pages
given admin Ida
slack is installable
as Ida get /admin/slack -> 200 showing "Add to Slack" hiding "history"
slack is history-allowed
as Ida get /admin/slack -> 200 showing "groups%3Ahistory"
outside slack may commands,chat:write,im:write,users:read,users:read.email,groups:read,channels:read,links:read,links:write,groups:write.invites
courier runs 1 minutes
as Ida get /admin/slack -> 200 showing "Missing: groups:history"
outside slack may commands,chat:write,im:write,users:read,users:read.email,groups:read,channels:read,links:read,links:write,groups:write.invites,groups:history
courier runs 2 hours
as Ida get /admin/slack -> 200 hiding "Missing"
