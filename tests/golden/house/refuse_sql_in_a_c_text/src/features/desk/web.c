/* A statement in the wrong place, in two pieces. */
const char *q = "select id "
    "from person where id = 1";
