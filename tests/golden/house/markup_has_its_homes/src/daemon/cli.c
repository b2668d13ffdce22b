/* Brackets are no markup. */
const char *q = "usage: serve <folder>, a < b > c";
