/* Values: a form with a field of each type, sent as a browser and as a program would. */
#include "base/check.h"
#include "forms/form.h"
#include "forms/form_json.h"
#include "formats/json.h"
#include "formats/text.h"
#include "fuzz.h"
#include "http/request.h"

static const struct choice kinds[] = { { .value = S_STATIC("a"), .label = S_STATIC("A") }, { .value = S_STATIC("b"), .label = S_STATIC("B") } };
static const struct field fields[] = {
	{ .name = S_STATIC("t"), .type = FIELD_TEXT, .min = 2, .max = 20, .label = S_STATIC("Text") },
	{ .name = S_STATIC("l"), .type = FIELD_LONG_TEXT, .is_required = true, .min = 3, .max = 200, .label = S_STATIC("Long text") },
	{ .name = S_STATIC("e"), .type = FIELD_EMAIL, .label = S_STATIC("Address") },
	{ .name = S_STATIC("w"), .type = FIELD_WHOLE, .min = -5, .max = 500, .label = S_STATIC("Number") },
	{ .name = S_STATIC("d"), .type = FIELD_DATE, .label = S_STATIC("Day") },
	{ .name = S_STATIC("h"), .type = FIELD_TIME, .label = S_STATIC("Time") },
	{ .name = S_STATIC("z"), .type = FIELD_ZONE, .label = S_STATIC("Zone") },
	{ .name = S_STATIC("y"), .type = FIELD_TICK, .label = S_STATIC("Tick") },
	{ .name = S_STATIC("k"), .type = FIELD_CHOICE, .choices = { kinds, ARRAY_LENGTH(kinds) }, .label = S_STATIC("Kind") },
	{ .name = S_STATIC("m"), .type = FIELD_CHOICES, .choices = { kinds, ARRAY_LENGTH(kinds) }, .label = S_STATIC("Kinds") },
	{ .name = S_STATIC("x"), .type = FIELD_TEXTS, .max = 5, .label = S_STATIC("Texts") },
	{ .name = S_STATIC("v"), .type = FIELD_WEEK, .label = S_STATIC("Week") },
	{ .name = S_STATIC("q"), .type = FIELD_HIDDEN, .label = S_STATIC("Hidden") },
};
static const struct form form = { .name = S_STATIC("fuzz_form"), .fields = fields, .count = ARRAY_LENGTH(fields) };

static void
judge_signs(struct str line, struct str lines)
{
	MUST(text_is_utf8(line) && !text_has_controls(line, false));
	MUST(text_is_utf8(lines) && !text_has_controls(lines, true));
}

/* What is kept is within its bounds, and UTF-8. */
static void
judge(struct values *values, enum outcome said)
{
	struct str t = form_text(values, "t"), l = form_text(values, "l");

	if (said != OK)
		return;
	MUST(!values->has_complaints);
	judge_signs(t, l);
	MUST(t.length == 0 || (text_length(t) >= 2 && text_length(t) <= 20));
	MUST(text_length(l) >= 3 && text_length(l) <= 200);
	MUST(str_is_empty(form_text(values, "w")) || (form_whole(values, "w") >= -5 && form_whole(values, "w") <= 500));
	MUST(str_is_empty(form_text(values, "k")) || str_equal(form_text(values, "k"), S("a")) || str_equal(form_text(values, "k"), S("b")));
	MUST(form_many(values, "x")->count <= 5 && form_many(values, "m")->count <= 2);
}

void
fuzz_form_values(struct arena *arena, struct str input)
{
	struct values *values = NULL;
	struct pairs pairs;
	enum outcome said;

	if (request_read_form(arena, input, &pairs) != OK)
		return;
	said = form_read(arena, &form, NULL, &pairs, &values);
	MUST(said == OK || said == BAD_INPUT);
	judge(values, said);
}

void
fuzz_json_values(struct arena *arena, struct str input)
{
	struct values *values = NULL;
	enum outcome said = form_read_json(arena, &form, NULL, input, &values);

	if (said == OK || said == BAD_INPUT)
		judge(values, said);
}

/* What is read prints, and reads back as the same print. */
void
fuzz_json(struct arena *arena, struct str input)
{
	struct buf once = fuzz_buf(arena, input), twice = fuzz_buf(arena, input);
	struct json_value value, again;

	if (json_read(arena, input, &value) != OK)
		return;
	json_print(&once, &value);
	if (once.is_overflown)
		return;
	MUST(json_read(arena, buf_str(&once), &again) == OK);
	json_print(&twice, &again);
	MUST(str_equal(buf_str(&once), buf_str(&twice)));
}
