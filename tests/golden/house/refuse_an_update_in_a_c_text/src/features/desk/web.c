/* A statement in the wrong place. */
const char *q = "UPDATE person SET name = 1";
