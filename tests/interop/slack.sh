# What the parts of Slack that can be had say of our calls, signatures and surfaces.
parts=$build/interop/slack_parts
cache=$build/cache

count "$node" slack_bolt.mjs "$parts"
count "$node" slack_blocks.mjs "$parts" "$cache"
count "$node" slack_emulate.mjs "$parts"
