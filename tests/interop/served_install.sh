# The app connected by consent, then everything that Slack may refuse, over the wire.
count "$node" served_install.mjs "$build/mentord" "$build/interop/slack_parts" "$build/cache"
