/* A page in the wrong place. */
const char *q = "<p class=\"empty\">Nothing</p>";
