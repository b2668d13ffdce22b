/* What a command says beside its data: notes, questions, colours. Data goes to stdout, everything else to stderr. */
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/buf.h"
#include "daemon/cli.h"
#include "formats/json.h"

enum { ANSWER_BYTES = 80, WORDS_BYTES = 4000 };

void
call_notes(const struct call *call, const char *format, ...)
{
	va_list values;

	if (call->is_quiet)
		return;
	va_start(values, format);
	vfprintf(stderr, format, values);
	va_end(values);
}

void
call_did(struct call *call, struct str words)
{
	struct buf out = buf_new(call->arena, WORDS_BYTES);

	if (call_ticks(call, S("json"))) {
		buf_add(&out, S("{\"done\":true,\"words\":"));
		json_quote(&out, words);
		printf("%.*s}\n", STR_FORMAT(buf_str(&out)));
	} else if (!call->is_quiet) {
		printf("%.*s\n", STR_FORMAT(words));
	}
}

void
call_prints(struct call *call, const char *name, struct str value)
{
	struct buf out = buf_new(call->arena, WORDS_BYTES);

	json_quote(&out, value);
	if (call_ticks(call, S("json")))
		printf("{\"%s\":%.*s}\n", name, STR_FORMAT(buf_str(&out)));
	else
		printf("%.*s\n", STR_FORMAT(value));
}

bool
call_confirms(const struct call *call, const char *question)
{
	char answer[ANSWER_BYTES];
	struct str said;

	if (call->takes_no_input || !isatty(STDIN_FILENO) || !isatty(STDERR_FILENO))
		return false;
	fprintf(stderr, "%s [y/N] ", question);
	if (fgets(answer, sizeof(answer), stdin) == NULL)
		return false;
	said = str_trim(str_from(answer));
	return str_equal_ascii_case(said, S("y")) || str_equal_ascii_case(said, S("yes"));
}

/* https://no-color.org: set to anything that is not empty. */
static bool
has_colours(FILE *out)
{
	const char *no = getenv("NO_COLOR"), *kind = getenv("TERM");

	return isatty(fileno(out)) && (no == NULL || no[0] == '\0') && (kind == NULL || strcmp(kind, "dumb") != 0);
}

void
paint(FILE *out, enum colour colour)
{
	static const char *const codes[] = { "\033[32m", "\033[33m", "\033[31m" };

	if (has_colours(out))
		fputs(codes[colour], out);
}

void
paint_end(FILE *out)
{
	if (has_colours(out))
		fputs("\033[0m", out);
}
