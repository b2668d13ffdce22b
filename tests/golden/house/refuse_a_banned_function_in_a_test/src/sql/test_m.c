/* A test obeys too. */
int f(char *s) { return sprintf(s, "x"); }
