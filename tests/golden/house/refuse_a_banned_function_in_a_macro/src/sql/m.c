/* A macro calls too. */
#define NUMBER(s) atoi(s)
