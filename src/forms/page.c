/* What compiled pages call: sentences with their values, times in words, the frame of a form. */
#include "forms/page.h"

#include "formats/when.h"
#include "forms/say.h"
#include "forms/say_moment.h"

enum { WORDS_MAX = 8 << 10, SHORT_MAX = 1 << 10 };

struct page_pair
page_pair_text(const char *name, struct str value)
{
	return (struct page_pair){ .name = str_from(name), .kind = PAIR_TEXT, .text = value };
}

struct page_pair
page_pair_apart(const char *name, struct str value)
{
	return (struct page_pair){ .name = str_from(name), .kind = PAIR_NAME, .text = value };
}

struct page_pair
page_pair_whole(const char *name, int64_t value)
{
	return (struct page_pair){ .name = str_from(name), .kind = PAIR_WHOLE, .number = value };
}

struct page_pair
page_pair_size(const char *name, size_t value)
{
	return page_pair_whole(name, (int64_t)value);
}

struct page_pair
page_pair_html(const char *name, struct html value)
{
	return (struct page_pair){ .name = str_from(name), .kind = PAIR_HTML, .text = value.markup };
}

struct page_pair
page_pair_link(const char *name, struct str url)
{
	return (struct page_pair){ .name = str_from(name), .kind = PAIR_LINK, .text = url };
}

/* A sentence being written; is_plain: as text, not as HTML. */
struct telling {
	struct buf *out;
	size_t count;
	const struct page_pair *pairs;
	bool is_plain;
};

static const struct page_pair *
pair_find(const struct telling *t, struct str name)
{
	for (size_t i = 0; i < t->count; i++)
		if (str_equal(t->pairs[i].name, name))
			return &t->pairs[i];
	return NULL;
}

static void
put_text(const struct telling *t, struct str text)
{
	if (t->is_plain)
		buf_add(t->out, text);
	else
		html_text(t->out, text);
}

static void
put_name(const struct telling *t, struct str name)
{
	buf_add(t->out, t->is_plain ? S("") : S("<bdi>"));
	put_text(t, name);
	buf_add(t->out, t->is_plain ? S("") : S("</bdi>"));
}

static void
put_pair(const struct telling *t, const struct page_pair *pair)
{
	if (pair->kind == PAIR_WHOLE)
		buf_whole(t->out, pair->number);
	else if (pair->kind == PAIR_HTML)
		buf_add(t->out, t->is_plain ? S("") : pair->text);
	else if (pair->kind == PAIR_NAME)
		put_name(t, pair->text);
	else
		put_text(t, pair->text);
}

static void
put_link(const struct telling *t, const struct page_pair *pair, bool is_end)
{
	if (t->is_plain)
		return;
	if (is_end) {
		buf_add(t->out, S("</a>"));
		return;
	}
	buf_add(t->out, S("<a href=\""));
	html_url(t->out, pair->text);
	buf_add(t->out, S("\">"));
}

/* A placeholder or a link's end at the start of rest: writes it and tells its length; 0 when it is plain text after all. */
static size_t
put_placeholder(const struct telling *t, struct str rest)
{
	bool is_tag = rest.at[0] == '<', is_end = is_tag && str_starts(rest, S("</"));
	struct str name = str_skip(rest, is_end ? 2 : 1);
	size_t length = str_find(name, is_tag ? '>' : '}');
	const struct page_pair *pair = pair_find(t, str_head(name, length));

	if (length == name.length || pair == NULL || (pair->kind == PAIR_LINK) != is_tag)
		return 0;
	if (is_tag)
		put_link(t, pair, is_end);
	else
		put_pair(t, pair);
	return length + (is_end ? 3 : 2);
}

static void
tell(const struct telling *t, struct str sentence)
{
	while (sentence.length > 0) {
		size_t brace = str_find(sentence, '{'), tag = str_find(sentence, '<');
		size_t cut = brace < tag ? brace : tag, length;

		put_text(t, str_head(sentence, cut));
		sentence = str_skip(sentence, cut);
		if (sentence.length == 0)
			break;
		length = put_placeholder(t, sentence);
		if (length == 0) {
			put_text(t, str_head(sentence, 1));
			length = 1;
		}
		sentence = str_skip(sentence, length);
	}
}

static struct str
plural_words(const struct page *page, struct page_plural plural)
{
	return say_plural(page->language, plural.count, plural.one, plural.many);
}

void
page_say(struct page *page, const char *sentence, size_t count, const struct page_pair *pairs)
{
	tell(&(struct telling){ page->out, count, pairs, false }, say(page->language, sentence));
}

void
page_say_many(struct page *page, struct page_plural plural, size_t count, const struct page_pair *pairs)
{
	tell(&(struct telling){ page->out, count, pairs, false }, plural_words(page, plural));
}

static struct str
words(struct page *page, struct str sentence, size_t count, const struct page_pair *pairs)
{
	struct buf b = buf_new(page->arena, WORDS_MAX);

	if (count == 0)
		return sentence;
	tell(&(struct telling){ &b, count, pairs, true }, sentence);
	return buf_str(&b);
}

struct str
page_words(struct page *page, const char *sentence, size_t count, const struct page_pair *pairs)
{
	return words(page, say(page->language, sentence), count, pairs);
}

struct str
page_words_many(struct page *page, struct page_plural plural, size_t count, const struct page_pair *pairs)
{
	return words(page, plural_words(page, plural), count, pairs);
}

struct html
page_sentence(struct page *page, const char *sentence, size_t count, const struct page_pair *pairs)
{
	struct buf b = buf_new(page->arena, WORDS_MAX);

	tell(&(struct telling){ &b, count, pairs, false }, say(page->language, sentence));
	return (struct html){ buf_str(&b) };
}

struct str
page_iso(struct page *page, struct moment m)
{
	return moment_is_none(m) ? S("") : when_iso(page->arena, m);
}

struct str
page_ago(struct page *page, struct moment m)
{
	struct when_words w = when_relative(m, page->now);

	if (moment_is_none(m))
		return S("");
	return page_words_many(page, page_plural(w.count, w.one, w.many), 1, (struct page_pair[]){ page_pair("n", w.count) });
}

struct str
page_day(struct page *page, struct moment m)
{
	return moment_is_none(m) ? S("") : say_day(page->arena, (struct say_place){ page->language, page->zone }, m, page->now);
}

struct str
page_minutes(struct page *page, int64_t minutes)
{
	return page_words_many(page, page_plural(minutes, "{n} minute", "{n} minutes"), 1, (struct page_pair[]){ page_pair("n", minutes) });
}

struct str
page_lasting(struct page *page, int64_t seconds)
{
	struct when_words w = when_lasting(seconds * US_PER_SECOND);

	return page_words_many(page, page_plural(w.count, w.one, w.many), 1, (struct page_pair[]){ page_pair("n", w.count) });
}

struct html
page_when(struct page *page, struct moment m)
{
	struct buf b = buf_new(page->arena, SHORT_MAX);

	if (moment_is_none(m))
		return (struct html){ S("") };
	buf_add(&b, S("<time datetime=\""));
	html_text(&b, when_iso(page->arena, m));
	buf_add(&b, S("\">"));
	html_text(&b, say_moment(page->arena, (struct say_place){ page->language, page->zone }, m, page->now));
	buf_add(&b, S(" ("));
	html_text(&b, page_ago(page, m));
	buf_add(&b, S(")</time>"));
	return (struct html){ buf_str(&b) };
}

struct html
page_icon(struct page *page, const char *name)
{
	struct buf b = buf_new(page->arena, SHORT_MAX);

	if (page->sprite.length == 0)
		return (struct html){ S("") };
	buf_add(&b, S("<svg class=\"i\" aria-hidden=\"true\"><use href=\""));
	html_url(&b, page->sprite);
	buf_char(&b, '#');
	html_text(&b, str_from(name));
	buf_add(&b, S("\"/></svg>"));
	return (struct html){ buf_str(&b) };
}

void
page_form_start(struct page *page, struct str url)
{
	buf_add(page->out, S("<form method=\"post\" action=\""));
	html_url(page->out, url);
	buf_add(page->out, S("\" novalidate"));    /* the server's sentences, in the page and the reader's language, not the browser's bubbles */
}

void
page_form_swap(struct page *page, struct str url)
{
	buf_add(page->out, S(" hx-post=\""));
	html_url(page->out, url);
	buf_char(page->out, '"');
}

void
page_form_hidden(struct page *page)
{
	buf_add(page->out, S("<input type=\"hidden\" name=\"csrf\" value=\""));
	html_text(page->out, page->form_token);
	buf_add(page->out, S("\"><input type=\"hidden\" name=\"key\" value=\""));
	html_text(page->out, page->form_key);
	buf_char(page->out, '-');
	buf_whole(page->out, ++page->form_count);
	buf_add(page->out, S("\">"));
	if (page->form_seen.length == 0)
		return;
	buf_add(page->out, S("<input type=\"hidden\" name=\"seen\" value=\""));
	html_text(page->out, page->form_seen);
	buf_add(page->out, S("\">"));
}
