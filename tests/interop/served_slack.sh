# A whole server with Slack around it: signatures, a request from asking to held through Slack alone, a crowd, an outage.
count "$node" served_slack.mjs "$build/mentord" "$build/interop/slack_parts" "$build/cache"
