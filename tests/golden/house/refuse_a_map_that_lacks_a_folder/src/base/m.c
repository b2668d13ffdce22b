/* One thing lives here. */
int x;
