# Links of resources, looked at by a whole server: pages of every temper on an address that the operator lists, and a trap on one that nobody did.
count "$node" served_links.mjs "$build/mentord"
