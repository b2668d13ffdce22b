/* SQL may stand here. */
const char *q = "select 1 from person";
