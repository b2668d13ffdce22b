/* The HTML between the braces: where a value stands decides how it is escaped, so every byte is followed. */
#include "gen.h"

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static struct str
piece(const struct cursor *c, size_t from, size_t to)
{
	return (struct str){ c->source->text.at + from, to - from };
}

static bool
keeps_blanks(const struct unit *u)
{
	for (size_t i = 0; i < u->element_count; i++)
		if (str_equal(u->elements[i].name, S("pre")) || str_equal(u->elements[i].name, S("textarea")))
			return true;
	return false;
}

/* Text with its runs of blanks made one byte: a line break if the run holds one. */
static void
put_text(struct unit *u, size_t at, struct str text)
{
	struct buf b = buf_new(u->arena, OUT_MAX);
	bool after_blank = u->ends_blank;

	check_words(u, at, text);
	if (keeps_blanks(u)) {
		emit_markup(u, at, text);
		return;
	}
	for (size_t i = 0; i < text.length;) {
		size_t run = i;
		bool has_break = false;

		while (run < text.length && is_blank(text.at[run]))
			has_break |= text.at[run++] == '\n';
		if (run > i && !after_blank)
			buf_char(&b, has_break ? '\n' : ' ');
		after_blank = run > i;
		if (run == i) {
			buf_char(&b, text.at[run++]);
		}
		i = run;
	}
	emit_markup(u, at, buf_str(&b));
}

static void
element_open(struct unit *u, size_t at)
{
	if (u->element_count == ELEMENTS_MAX)
		refuse(u->source, at, "more than %d elements inside each other", ELEMENTS_MAX);
	u->elements[u->element_count++] = (struct element){ u->place.tag, at };
}

/* <script src> carries nothing between its tags. */
static void
scan_script(struct unit *u, struct cursor *c)
{
	while (c->at < c->end && is_blank(c->source->text.at[c->at]))
		c->at++;
	if (!str_starts(piece(c, c->at, c->end), S("</script>")))
		refuse(c->source, c->at, "nothing may stand inside <script>: scripts stand in assets/");
	c->at += S("</script>").length;
	emit_markup(u, c->at, S("</script>"));
}

/* Leaves the tag at ">" or "/>". */
static void
tag_end(struct unit *u, struct cursor *c)
{
	bool closes_itself = c->source->text.at[c->at] == '/';
	size_t at = c->at;

	check_tag(u, at);
	c->at += closes_itself ? 2 : 1;
	emit_markup(u, at, closes_itself ? S("/>") : S(">"));
	u->place.where = IN_TEXT;
	if (str_equal(u->place.tag, S("style")))
		refuse(c->source, at, "<style> is refused: styles stand in assets/");
	if (str_equal(u->place.tag, S("script")) && !closes_itself)
		scan_script(u, c);
	else if (!closes_itself && !is_void_element(u->place.tag))
		element_open(u, at);
}

static void
value_literal(struct unit *u, size_t at, struct str text)
{
	if (text.length == 0)
		return;
	check_words(u, at, text);
	if (str_equal(u->place.attribute, S("type")))
		u->facts.type = text;
	if (str_equal(u->place.attribute, S("method")))
		u->facts.method = text;
	emit_markup(u, at, text);
	u->ends_blank = false;
	u->place.value_is_empty = false;
}

static void
scan_value(struct unit *u, struct cursor *c)
{
	size_t from = c->at;

	while (c->at < c->end && c->source->text.at[c->at] != u->place.quote && c->source->text.at[c->at] != '{')
		c->at++;
	value_literal(u, from, piece(c, from, c->at));
	if (c->at == c->end)
		return;
	if (c->source->text.at[c->at] == '{') {
		size_t begin = c->at, end = braces_end(c->source, begin, c->end);

		c->at = end + 1;
		directive(u, begin, end);
		return;
	}
	emit_markup(u, c->at, (struct str){ c->source->text.at + c->at, 1 });
	c->at++;
	u->place.where = IN_TAG;
}

/* A value without quotes: letters and digits, never a brace. */
static void
scan_bare_value(struct unit *u, struct cursor *c)
{
	size_t from = c->at;

	while (c->at < c->end && !is_blank(c->source->text.at[c->at]) && c->source->text.at[c->at] != '>') {
		if (c->source->text.at[c->at] == '{')
			refuse(c->source, c->at, "a value needs quotes around it: %.*s=\"{…}\"", STR_FORMAT(u->place.attribute));
		c->at++;
	}
	u->place.where = IN_VALUE;
	value_literal(u, from, piece(c, from, c->at));
	u->place.where = IN_TAG;
}

/* The form's own attribute: posts in place and puts the answer where swap says. */
static bool
is_swap_of_form(const struct unit *u)
{
	return str_equal(u->place.tag, S("{form")) && str_equal(u->place.attribute, S("swap"));
}

static void
scan_swap(struct unit *u, struct cursor *c)
{
	emit_code(u, c->at, S("page_form_swap(page, target_url);"));
	u->place.value_is_empty = false;
	emit_markup(u, c->at, S(" hx-target=\""));
	c->at++;
	while (u->place.where == IN_VALUE && c->at < c->end)
		scan_value(u, c);
	emit_markup(u, c->at, S(" hx-swap=\"outerMorph\""));
}

/* What may stand right behind a name in a tag: a branch, not a value. */
static bool
opens_block(const struct cursor *c, size_t at)
{
	static const char *const words[] = { "{if ", "{elif ", "{else}", "{end}", "{for ", "{may " };

	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		if (str_starts(piece(c, at, c->end), str_from(words[i])))
			return true;
	return false;
}

static size_t
attribute_name_end(const struct cursor *c)
{
	size_t at = c->at;

	while (at < c->end && !is_blank(c->source->text.at[at]) && memchr("=>/{\"'<", c->source->text.at[at], 7) == NULL)
		at++;
	return at;
}

static struct str
attribute_name(struct unit *u, struct cursor *c)
{
	const char *text = c->source->text.at;
	size_t from = c->at, end = attribute_name_end(c);

	if (end == from && text[end] != '{')
		refuse(c->source, end, "\"%c\" is unexpected inside a tag", text[end]);
	if (end < c->end && text[end] == '{' && !opens_block(c, end))
		refuse(c->source, end, "a value cannot be part of an attribute's name");
	check_attribute(u, from, piece(c, from, end));
	c->at = end;
	return piece(c, from, end);
}

static void
scan_attribute(struct unit *u, struct cursor *c)
{
	const char *text = c->source->text.at;
	size_t from = c->at;

	u->place.attribute = attribute_name(u, c);
	u->place.value_is_empty = true;
	u->facts.has_type |= str_equal(u->place.attribute, S("type"));
	if (c->at == c->end || text[c->at] != '=') {
		emit_markup(u, from, JOIN(u->arena, S(" "), u->place.attribute));
		return;
	}
	c->at++;
	u->place.quote = c->at < c->end ? text[c->at] : ' ';
	if (is_swap_of_form(u) && u->place.quote == '"') {
		u->place.where = IN_VALUE;
		scan_swap(u, c);
		return;
	}
	emit_markup(u, from, JOIN(u->arena, S(" "), u->place.attribute, S("=")));
	if (u->place.quote != '"' && u->place.quote != '\'') {
		scan_bare_value(u, c);
		return;
	}
	emit_markup(u, c->at, (struct str){ text + c->at, 1 });
	c->at++;
	u->place.where = IN_VALUE;
}

static void
scan_tag(struct unit *u, struct cursor *c)
{
	const char *text = c->source->text.at;

	while (c->at < c->end && is_blank(text[c->at]))
		c->at++;
	if (c->at == c->end)
		return;
	if (text[c->at] == '{') {
		size_t begin = c->at, end = braces_end(c->source, begin, c->end);

		c->at = end + 1;
		directive(u, begin, end);
	} else if (text[c->at] == '>' || str_starts(piece(c, c->at, c->end), S("/>"))) {
		tag_end(u, c);
	} else {
		scan_attribute(u, c);
	}
}

static void
scan_end_tag(struct unit *u, struct cursor *c)
{
	struct str rest = piece(c, c->at + 2, c->end);
	struct str name = str_head(rest, str_find(rest, '>'));
	size_t floor = u->block_count == 0 ? 0 : u->blocks[u->block_count - 1].element_count;

	if (u->element_count <= floor)
		refuse(c->source, c->at, "\"</%.*s>\" closes nothing that was opened in this block", STR_FORMAT(name));
	if (!str_equal(u->elements[u->element_count - 1].name, name))
		refuse(c->source, c->at, "\"</%.*s>\" stands where <%.*s> of line %zu must be closed", STR_FORMAT(name),
		    STR_FORMAT(u->elements[u->element_count - 1].name), line_of(c->source, u->elements[u->element_count - 1].at));
	u->element_count--;
	emit_markup(u, c->at, JOIN(u->arena, S("</"), name, S(">")));
	c->at += 2 + name.length + 1;
}

/* Comments are for the template's readers: they do not reach the page. */
static void
scan_comment(struct cursor *c)
{
	for (size_t i = c->at + 4; i < c->end; i++) {
		if (c->source->text.at[i] == '{')
			refuse(c->source, i, "a value cannot stand in a comment");
		if (str_starts(piece(c, i, c->end), S("-->"))) {
			c->at = i + 3;
			return;
		}
	}
	refuse(c->source, c->at, "this comment has no end");
}

static void
scan_open_tag(struct unit *u, struct cursor *c)
{
	size_t from = c->at++;

	while (c->at < c->end && (is_letter(c->source->text.at[c->at]) || is_name_byte(c->source->text.at[c->at])))
		c->at++;
	if (c->at < c->end && c->source->text.at[c->at] == '{' && !opens_block(c, c->at))
		refuse(c->source, c->at, "a value cannot be part of a tag's name");
	u->place = (struct place){ .where = IN_TAG, .tag = piece(c, from + 1, c->at) };
	u->facts = (struct tag_facts){ .has_type = false };
	emit_markup(u, from, piece(c, from, c->at));
}

static void
scan_markup(struct unit *u, struct cursor *c)
{
	struct str rest = piece(c, c->at, c->end);

	if (str_starts(rest, S("<!--"))) {
		scan_comment(c);
	} else if (str_starts(rest, S("<!"))) {
		emit_markup(u, c->at, str_head(rest, str_find(rest, '>') + 1));
		c->at += str_head(rest, str_find(rest, '>') + 1).length;
	} else if (str_starts(rest, S("</"))) {
		scan_end_tag(u, c);
	} else if (rest.length > 1 && is_letter(rest.at[1])) {
		scan_open_tag(u, c);
	} else {
		refuse(c->source, c->at, rest.length > 1 && rest.at[1] == '{' ? "a value cannot be the name of a tag" : "write &lt; for \"<\"");
	}
}

static void
scan_text(struct unit *u, struct cursor *c)
{
	size_t from = c->at;

	while (c->at < c->end && c->source->text.at[c->at] != '<' && c->source->text.at[c->at] != '{')
		c->at++;
	if (c->at > from)
		put_text(u, from, piece(c, from, c->at));
	if (c->at == c->end)
		return;
	if (c->source->text.at[c->at] == '{') {
		size_t begin = c->at, end = braces_end(c->source, begin, c->end);

		c->at = end + 1;
		directive(u, begin, end);
	} else {
		scan_markup(u, c);
	}
}

void
scan_html(struct unit *u, struct cursor *c)
{
	while (c->at < c->end) {
		if (u->place.where == IN_TEXT)
			scan_text(u, c);
		else if (u->place.where == IN_TAG)
			scan_tag(u, c);
		else
			scan_value(u, c);
	}
}

void
scan_attributes(struct unit *u, struct cursor *c)
{
	while (c->at < c->end) {
		if (u->place.where == IN_TEXT)
			refuse(c->source, c->at, "\">\" inside {form}");
		if (u->place.where == IN_TAG)
			scan_tag(u, c);
		else
			scan_value(u, c);
	}
}
