/* {say "…" name=value}: a sentence with named placeholders, checked here so that no reader ever sees a hole.
 * {say n=count "one request" "{n} requests"}: with a plural; the first named value counts.
 * name={link url} makes <name>…</name> of the sentence a link. Values that are not ours are set apart where markup may stand. */
#include "expr.h"

enum { PAIRS_MAX = 8 };

struct pair_of_say {
	struct str name;
	struct str c;
	size_t at;
	bool is_link;
	bool is_apart;    /* a name, which may run the other way than the sentence */
	bool is_used;
};

struct sentence {
	struct str forms[2];
	size_t form_count;
	struct pair_of_say pairs[PAIRS_MAX];
	size_t pair_count;
};

static struct pair_of_say *
pair_find(struct sentence *s, struct str name)
{
	for (size_t i = 0; i < s->pair_count; i++)
		if (str_equal(s->pairs[i].name, name))
			return &s->pairs[i];
	return NULL;
}

/* Markup has no place in an attribute. */
static void
only_in_text(struct unit *u, size_t at, bool is_words)
{
	if (is_words || u->place.where != IN_TEXT)
		refuse(u->source, at, "this value holds markup, so it may stand in text only");
}

/* Where an element may stand. Of these the words are all there is. */
static bool
takes_elements(const struct unit *u)
{
	static const char *const words_alone[] = { "option", "title", "textarea" };

	for (size_t i = 0; i < u->element_count; i++)
		for (size_t k = 0; k < sizeof(words_alone) / sizeof(words_alone[0]); k++)
			if (str_equal(u->elements[i].name, str_from(words_alone[k])))
				return false;
	return u->place.where == IN_TEXT;
}

static void
pair_value(struct unit *u, struct cursor *c, struct pair_of_say *pair, bool is_words)
{
	struct token token = token_peek(c);
	struct value value;

	if (!token_is(token, "{")) {
		value = single_value(u, c);
	} else {
		struct cursor inner = { c->source, token.at + 1, braces_end(c->source, token.at, c->end) };

		c->at = inner.end + 1;
		pair->is_link = cursor_take(&inner, "link");
		value = expression(u, &inner);
		cursor_want_end(&inner);
	}
	if (value.kind == VALUE_TRUTH)
		refuse(u->source, token.at, "a yes or no cannot be said");
	if (value.kind == VALUE_MARKUP || pair->is_link)
		only_in_text(u, token.at, is_words);
	pair->is_apart = !is_words && value.kind == VALUE_ANY && takes_elements(u);
	pair->c = value.c;
}

static void
read_pair(struct unit *u, struct cursor *c, struct sentence *s, bool is_words)
{
	struct token name = cursor_want_name(c, "the name of a placeholder");

	if (s->pair_count == PAIRS_MAX)
		refuse(u->source, name.at, "more than %d values in a sentence", PAIRS_MAX);
	if (pair_find(s, name.text) != NULL)
		refuse(u->source, name.at, "\"%.*s\" is given twice", STR_FORMAT(name.text));
	cursor_want(c, "=");
	s->pairs[s->pair_count] = (struct pair_of_say){ .name = name.text, .at = name.at };
	pair_value(u, c, &s->pairs[s->pair_count], is_words);
	s->pair_count++;
}

/* Marks the placeholder between open and close at *at as used; false when none stands there. */
static bool
use_placeholder(struct unit *u, size_t source_at, struct sentence *s, struct str text, size_t *at)
{
	bool is_tag = text.at[*at] == '<';
	struct str rest = str_skip(text, *at + 1);

	if (is_tag && str_starts(rest, S("/")))
		rest = str_skip(rest, 1);
	struct str name = str_head(rest, str_find(rest, is_tag ? '>' : '}'));
	struct pair_of_say *pair = pair_find(s, name);

	if (name.length == rest.length)
		return false;
	if (pair == NULL || pair->is_link != is_tag)
		refuse(u->source, source_at, "unknown placeholder \"%.*s\" in this sentence", STR_FORMAT(name));
	pair->is_used = true;
	*at = (size_t)(name.at - text.at) + name.length;
	return true;
}

static void
check_placeholders(struct unit *u, size_t source_at, struct sentence *s)
{
	for (size_t form = 0; form < s->form_count; form++)
		for (size_t i = 0; i < s->forms[form].length; i++)
			if (s->forms[form].at[i] == '{' || s->forms[form].at[i] == '<')
				use_placeholder(u, source_at, s, s->forms[form], &i);
	for (size_t i = s->form_count == 2 ? 1 : 0; i < s->pair_count; i++)
		if (!s->pairs[i].is_used)
			refuse(u->source, s->pairs[i].at, "unused placeholder \"%.*s\"", STR_FORMAT(s->pairs[i].name));
}

static struct str
pairs_in_c(struct unit *u, const struct sentence *s)
{
	char count[2] = { (char)('0' + s->pair_count), '\0' };
	struct str all = JOIN(u->arena, str_copy(u->arena, str_from(count)), S(", (const struct page_pair[]){ "));

	if (s->pair_count == 0)
		return S("0, NULL");
	for (size_t i = 0; i < s->pair_count; i++)
		all = JOIN(u->arena, all, i == 0 ? S("") : S(", "), s->pairs[i].is_link ? S("page_pair_link(") :
		    s->pairs[i].is_apart ? S("page_pair_name(") : S("page_pair("), c_literal(u->arena, s->pairs[i].name), S(", "), s->pairs[i].c, S(")"));
	return JOIN(u->arena, all, S(" }"));
}

/* Reads up to the end, or to the "," or ")" of the call that the sentence is an argument of. */
static void
read_sentence(struct unit *u, struct cursor *c, struct sentence *s, bool is_words)
{
	for (;;) {
		struct token token = token_peek(c);

		if (token.kind == TOKEN_END || token_is(token, ",") || token_is(token, ")"))
			return;
		if (token.kind != TOKEN_STRING) {
			read_pair(u, c, s, is_words);
			continue;
		}
		if (s->form_count == 2)
			refuse(u->source, token.at, "a sentence has one form, or two for a plural");
		s->forms[s->form_count++] = string_bytes(u->arena, token_next(c).text);
	}
}

struct str
say_call(struct unit *u, struct cursor *c, const char *verb)
{
	struct sentence s = { .form_count = 0 };
	bool is_words = strcmp(verb, "page_words") == 0;
	size_t at = token_peek(c).at;

	read_sentence(u, c, &s, is_words);
	if (s.form_count == 0 || s.forms[0].length == 0)
		refuse(u->source, at, "a sentence in quotes is missing");
	if (s.form_count == 2 && s.pair_count == 0)
		refuse(u->source, at, "a plural needs the number that it counts");
	check_placeholders(u, at, &s);
	if (s.form_count == 1)
		return JOIN(u->arena, str_from(verb), S("(page, "), c_literal(u->arena, s.forms[0]), S(", "), pairs_in_c(u, &s), S(")"));
	return JOIN(u->arena, str_from(verb), S("_many(page, page_plural((int64_t)("), s.pairs[0].c, S("), "), c_literal(u->arena, s.forms[0]),
	    S(", "), c_literal(u->arena, s.forms[1]), S("), "), pairs_in_c(u, &s), S(")"));
}
