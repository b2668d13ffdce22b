/* Shapes of functions. */
#define NOT_ONE(x) \
	do { \
		if (x) {

static const struct row {
	int a;
} rows[] = {
	{ 1 },
};

__attribute__((format(printf, 1, 2))) static void
with_attribute(const char *format, ...)
{
	if (format[0] == '{')
		return;    /* } a brace in a comment */
}

static int
none(void)
{
	return "}"[0] == '\'' ? 1 : 0;
}

static inline int one_line(int x) { return x && x; }

/* A library decides how many parameters its callback has. */
static enum MHD_Result
on_request(void *self, int a, int b, int c, int d, int e, int f)
{
	return MHD_YES;
}

static int
on_prepare(void *self, int a, int b, int c, int d, int e)
{
	return 0;
}

static void
hand(sqlite3 *handle)
{
	sqlite3_set_authorizer(handle, on_prepare, handle);
}
