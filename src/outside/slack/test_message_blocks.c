/* Every limit of SLACK.md 7 that a surface has, at n and n + 1: what may be cut is cut to n, what may not is refused; the judge, who
 * has a table of his own, agrees each time. */
#include "outside/slack/message_blocks.h"
#include "outside/slack/testing_slack.h"

/* What fills a text: letters of one byte and unit, of three bytes, of two units, and what grows when it is escaped. */
static const char *const letters[] = { "x", "你", "\xf0\x9f\x8e\x89", "&" };

static struct slack_surface
message(void)
{
	return slack_message_start(arena, &(struct slack_message){ .text = slack_escape(arena, S("text")) });
}

static struct slack_surface
modal(void)
{
	return slack_view_start(arena, SLACK_MODAL, &(struct slack_view){ .callback_id = S("c"), .title = S("Title"), .submit = S("Send"),
		.close = S("Cancel") });
}

static struct str
taken(struct slack_surface *s)
{
	struct str json;

	assert_int_equal(OK, slack_surface_end(s, &json));
	assert_fine(json);
	return json;
}

static void
refused(struct slack_surface *s)
{
	struct str json;

	assert_int_equal(BAD_INPUT, slack_surface_end(s, &json));
}

/* A surface with the text in one place, by the place. */
static struct slack_surface
with_header(struct str text)
{
	struct slack_surface s = message();

	slack_header(&s, S("b"), text);
	return s;
}

static struct slack_surface
with_section(struct str text)
{
	struct slack_surface s = message();

	slack_section_plain(&s, S("b"), text);
	return s;
}

static struct slack_surface
with_titles(struct str text)
{
	struct slack_surface s = slack_view_start(arena, SLACK_MODAL,
	    &(struct slack_view){ .callback_id = S("c"), .title = text, .submit = text, .close = text });

	slack_section_plain(&s, S("b"), S("x"));
	return s;
}

static struct slack_surface
with_input(struct str label, struct str hint, struct str placeholder, struct str initial)
{
	struct slack_surface s = modal();

	slack_input(&s, &(struct slack_input){ .block_id = S("b"), .label = label, .hint = hint,
		.element = { .kind = SLACK_LINES, .action_id = S("v"), .placeholder = placeholder, .initial = initial } });
	return s;
}

static struct slack_surface
with_label(struct str text)
{
	return with_input(text, text, S("p"), S("i"));
}

static struct slack_surface
with_placeholder(struct str text)
{
	return with_input(S("l"), S("h"), text, S("i"));
}

static struct slack_surface
with_initial(struct str text)
{
	return with_input(S("l"), S("h"), S("p"), text);
}

static struct slack_surface
with_pressed(struct str text)
{
	struct slack_option option = { .value = S("1"), .text = text, .description = text };
	struct slack_surface s = message();

	slack_actions_open(&s, S("b"));
	slack_button(&s, &(struct slack_button){ .action_id = S("a"), .text = text, .spoken = text });
	slack_menu(&s, &(struct slack_element){ .kind = SLACK_OVERFLOW, .action_id = S("m"), .options = &option, .option_count = 1 });
	slack_actions_close(&s);
	return s;
}

static struct slack_surface
with_confirm(struct slack_confirm confirm)
{
	struct slack_surface s = message();

	slack_section_button(&s, S("b"), slack_escape(arena, S("x")),
	    &(struct slack_button){ .action_id = S("a"), .text = S("B"), .confirm = &confirm });
	return s;
}

static struct slack_surface
with_confirm_title(struct str text)
{
	return with_confirm((struct slack_confirm){ text, S("t"), S("y"), S("n") });
}

static struct slack_surface
with_confirm_text(struct str text)
{
	return with_confirm((struct slack_confirm){ S("t"), text, S("y"), S("n") });
}

static struct slack_surface
with_confirm_buttons(struct str text)
{
	return with_confirm((struct slack_confirm){ S("t"), S("x"), text, text });
}

/* A text of exactly so many units is in it whole; with one letter more it is cut. */
static void
texts_are_cut_at_their_limits(void **state)
{
	static const struct {
		size_t most;
		struct slack_surface (*print)(struct str text);
	} rows[] = { { 150, with_header }, { 3000, with_section }, { 24, with_titles }, { 2000, with_label }, { 150, with_placeholder },
		{ 3000, with_initial }, { 75, with_pressed }, { 100, with_confirm_title }, { 300, with_confirm_text }, { 30, with_confirm_buttons } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++)
		for (size_t k = 0; k < ARRAY_LENGTH(letters); k++) {
			size_t fits = rows[i].most / slack_length(str_from(letters[k]));
			struct slack_surface whole = rows[i].print(many(letters[k], fits)), more = rows[i].print(many(letters[k], fits + 1));

			assert_lacks(S("…"), taken(&whole));
			assert_has(S("…"), taken(&more));
		}
}

static struct slack_text
line_of(const char *what, size_t count)
{
	struct slack_line line = slack_line_new(arena);

	for (size_t i = 0; i < count; i++)
		slack_theirs(&line, str_from(what));
	return slack_line_end(&line);
}

/* "&amp;" counts five: 600 of them are 3,000. */
static void
marked_texts_are_cut_at_their_limits_between_escapes(void **state)
{
	static const struct {
		const char *what;
		size_t units;
	} rows[] = { { "x", 1 }, { "你", 1 }, { "\xf0\x9f\x8e\x89", 2 }, { "&", 5 } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++)
		for (size_t more = 0; more <= 1; more++) {
			struct slack_surface s = slack_message_start(arena, &(struct slack_message){ .text = line_of(rows[i].what, 3000 / rows[i].units + more) });
			struct slack_text field = line_of(rows[i].what, 2000 / rows[i].units + more);
			struct str json;
			size_t cut = 0;

			slack_section(&s, S("a"), line_of(rows[i].what, 3000 / rows[i].units + more));
			slack_fields(&s, S("b"), 1, &field);
			slack_context(&s, S("c"), 1, &field);
			json = taken(&s);
			for (; more == 1 && cut < 4; cut++)    /* the text on top, section, field, context */
				json = str_skip(json, (size_t)((const char *)memmem(json.at, json.length, "…", 3) - json.at) + 3);
			assert_lacks(S("…"), json);
		}
}

static void
a_message_has_at_most_50_blocks_a_home_40_and_a_modal_100(void **state)
{
	static const struct {
		enum slack_kind kind;
		size_t most;
	} rows[] = { { SLACK_MESSAGE, 50 }, { SLACK_HOME, 40 }, { SLACK_MODAL, 100 } };

	(void)state;
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++)
		for (size_t more = 0; more <= 1; more++) {
			struct slack_surface s = rows[i].kind == SLACK_MESSAGE ? message()
			    : rows[i].kind == SLACK_MODAL                      ? modal()
			                                                       : slack_view_start(arena, SLACK_HOME, &(struct slack_view){ .callback_id = S("h") });

			for (size_t k = 0; k < rows[i].most + more; k++)
				slack_divider(&s);
			if (more == 0)
				(void)taken(&s);
			else
				refused(&s);
		}
}

static void
the_texts_of_a_message_have_at_most_10000_units(void **state)
{
	(void)state;
	for (size_t more = 0; more <= 1; more++) {
		struct slack_surface s = message();

		for (size_t i = 0; i < 4; i++)
			slack_section_plain(&s, (struct str){ &"abcd"[i], 1 }, many("\xf0\x9f\x8e\x89", 1250));
		if (more == 1)
			slack_section_plain(&s, S("e"), S("x"));
		if (more == 0)
			(void)taken(&s);
		else
			refused(&s);
	}
}

static void
lists_have_their_limits(void **state)
{
	struct slack_text texts[11];
	struct slack_option options[101];
	static const struct {
		enum slack_element_kind kind;
		size_t most;
	} rows[] = { { SLACK_RADIOS, 10 }, { SLACK_CHECKS, 10 }, { SLACK_SELECT, 100 }, { SLACK_MULTI, 100 } };

	(void)state;
	for (size_t i = 0; i < 11; i++)
		texts[i] = slack_escape(arena, S("t"));
	for (size_t i = 0; i < 101; i++)
		options[i] = (struct slack_option){ .value = many("v", 1 + i % 75), .text = S("o") };
	for (size_t more = 0; more <= 1; more++) {
		struct slack_surface f = message(), c = message(), a = message(), o = message();

		slack_fields(&f, S("b"), 10 + more, texts);
		slack_context(&c, S("b"), 10 + more, texts);
		slack_actions_open(&a, S("b"));
		for (size_t i = 0; i < 25 + more; i++)
			slack_button(&a, &(struct slack_button){ .action_id = many("i", i + 1), .text = S("B") });
		slack_actions_close(&a);
		slack_actions_open(&o, S("b"));
		slack_menu(&o, &(struct slack_element){ .kind = SLACK_OVERFLOW, .action_id = S("a"), .options = options, .option_count = 5 + more });
		slack_actions_close(&o);
		if (more == 0) {
			(void)(taken(&f), taken(&c), taken(&a), taken(&o));
		} else {
			refused(&f);
			refused(&c);
			refused(&a);
			refused(&o);
		}
		for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
			struct slack_surface s = modal();

			slack_input(&s, &(struct slack_input){ .block_id = S("b"), .label = S("L"), .element = { .kind = rows[i].kind,
				.action_id = S("v"), .options = options, .option_count = rows[i].most + more } });
			if (more == 0)
				(void)taken(&s);
			else
				refused(&s);
		}
	}
}

static struct slack_surface
with_button(size_t id, size_t value, size_t url, size_t block)
{
	struct slack_surface s = message();

	slack_section_button(&s, many("b", block), slack_escape(arena, S("x")), &(struct slack_button){ .action_id = many("a", id), .text = S("B"),
		.value = many("v", value), .url = many("u", url) });
	return s;
}

static void
ids_values_and_addresses_are_refused_above_their_limits(void **state)
{
	struct slack_surface fine = with_button(255, 2000, 3000, 255);
	struct slack_surface bad[] = { with_button(256, 1, 1, 1), with_button(1, 2001, 1, 1), with_button(1, 1, 3001, 1), with_button(1, 1, 1, 256),
		with_button(0, 1, 1, 1), with_button(1, 1, 1, 0) };

	(void)state;
	(void)taken(&fine);
	for (size_t i = 0; i < ARRAY_LENGTH(bad); i++)
		refused(&bad[i]);
	for (size_t more = 0; more <= 1; more++) {
		struct slack_option option = { .value = many("v", 75 + more), .text = S("o") };
		struct slack_surface v = slack_view_start(arena, SLACK_MODAL, &(struct slack_view){ .callback_id = many("c", 255 + more), .title = S("T"),
			.close = S("C"), .private_metadata = S("{}") });
		struct slack_surface p = slack_view_start(arena, SLACK_MODAL, &(struct slack_view){ .callback_id = S("c"), .title = S("T"),
			.close = S("C"), .private_metadata = many("p", 3000 + more) });
		struct slack_surface o = message();

		slack_divider(&v);
		slack_divider(&p);
		slack_actions_open(&o, S("b"));
		slack_menu(&o, &(struct slack_element){ .kind = SLACK_SELECT, .action_id = S("a"), .options = &option, .option_count = 1 });
		slack_actions_close(&o);
		if (more == 0) {
			(void)(taken(&v), taken(&p), taken(&o));
		} else {
			refused(&v);
			refused(&p);
			refused(&o);
		}
	}
}

/* A view of exactly so many bytes: sections of known length, the last one as long as is left. */
static struct slack_surface
view_of_bytes(size_t bytes)
{
	struct slack_surface s = modal();
	size_t before, frame;

	for (size_t i = 0; i < 78; i++)
		slack_section_plain(&s, many("b", i + 1), many("x", 3000));
	before = s.out.length;
	slack_section_plain(&s, many("c", 10), many("x", 3000));
	frame = s.out.length - before - 3000;    /* what stands around a text */
	slack_section_plain(&s, many("d", 10), many("x", (bytes - s.out.length - 2 - 2 * frame) / 2));
	slack_section_plain(&s, many("e", 10), many("x", bytes - s.out.length - 2 - frame));
	return s;
}

static void
a_view_has_at_most_250000_bytes(void **state)
{
	struct slack_surface fine = view_of_bytes(250000), bad = view_of_bytes(250001);

	(void)state;
	assert_int_equal(250000, taken(&fine).length);
	refused(&bad);
}

static void
what_slack_would_not_take_is_refused(void **state)
{
	struct slack_surface none = message(), twice = message(), empty = message(), input = message(), row = message(), same = message(), open = message();

	(void)state;
	slack_section_plain(&twice, S("b"), S("x"));
	slack_section_plain(&twice, S("b"), S("y"));
	slack_section_plain(&empty, S("b"), S("\x01"));
	slack_input(&input, &(struct slack_input){ .block_id = S("b"), .label = S("L"), .element = { .kind = SLACK_TEXT, .action_id = S("v") } });
	slack_actions_open(&row, S("b"));
	slack_actions_close(&row);
	slack_actions_open(&same, S("b"));
	slack_button(&same, &(struct slack_button){ .action_id = S("a"), .text = S("B") });
	slack_button(&same, &(struct slack_button){ .action_id = S("a"), .text = S("B") });
	slack_actions_close(&same);
	slack_actions_open(&open, S("b"));
	slack_button(&open, &(struct slack_button){ .action_id = S("a"), .text = S("B") });
	refused(&none);
	refused(&twice);
	refused(&empty);
	refused(&input);
	refused(&row);
	refused(&same);
	refused(&open);
}

static void
what_is_chosen_is_spelt_as_among_the_options(void **state)
{
	struct slack_option options[] = { { S("a"), S("A"), S("hint"), true }, { S("b"), S("B"), S(""), false }, { S("c"), S("C"), S(""), true } };
	struct slack_surface s = modal();
	struct str json;

	(void)state;
	slack_input(&s, &(struct slack_input){ .block_id = S("one"), .label = S("L"), .is_optional = true, .element = { .kind = SLACK_RADIOS,
		.action_id = S("v"), .options = options, .option_count = 3 } });
	slack_input(&s, &(struct slack_input){ .block_id = S("many"), .label = S("L"), .element = { .kind = SLACK_MULTI, .action_id = S("v"),
		.options = options, .option_count = 3, .most = 2 } });
	json = taken(&s);
	assert_has(S("\"initial_options\":[{"), json);
	assert_has(S("\"max_selected_items\":2"), json);
	assert_has(S("\"optional\":true"), json);
}

static void
an_answer_of_options_has_at_most_100(void **state)
{
	struct slack_option options[120];
	struct str json;

	(void)state;
	for (size_t i = 0; i < 120; i++)
		options[i] = (struct slack_option){ .value = S("v"), .text = S("<!channel>") };
	json = slack_options_print(arena, 120, options);
	assert_fine(json);
	assert_lacks(S("<"), json);
	assert_fine(slack_options_print(arena, 0, NULL));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_are_cut_at_their_limits),
		cmocka_unit_test(marked_texts_are_cut_at_their_limits_between_escapes),
		cmocka_unit_test(a_message_has_at_most_50_blocks_a_home_40_and_a_modal_100),
		cmocka_unit_test(the_texts_of_a_message_have_at_most_10000_units),
		cmocka_unit_test(lists_have_their_limits),
		cmocka_unit_test(ids_values_and_addresses_are_refused_above_their_limits),
		cmocka_unit_test(a_view_has_at_most_250000_bytes),
		cmocka_unit_test(what_slack_would_not_take_is_refused),
		cmocka_unit_test(what_is_chosen_is_spelt_as_among_the_options),
		cmocka_unit_test(an_answer_of_options_has_at_most_100),
	};

	return cmocka_run_group_tests(tests, start, finish);
}
