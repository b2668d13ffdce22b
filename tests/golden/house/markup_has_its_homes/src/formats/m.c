/* Markup may stand here. */
const char *q = "<p>";
