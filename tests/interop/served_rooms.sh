# A programme's own room beside the server's: posted, claimed and edited there, and looked at after an answer was lost.
count "$node" served_rooms.mjs "$build/mentord" "$build/interop/slack_parts" "$build/cache"
