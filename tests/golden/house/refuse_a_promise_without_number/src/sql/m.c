/* One thing. */
int x; /* TODO make it two */
