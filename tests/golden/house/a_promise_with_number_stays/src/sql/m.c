/* One thing. */
int x; /* TODO make it two (#12) */
const char *y = "TODO";
