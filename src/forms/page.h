/* A page being written: what the pages of a room, compiled by page-gen, call. Values are escaped here or by formats/html.h, nowhere
 * else. Sentences are message ids (English) with placeholders {name} and links <name>…</name>. */
#ifndef FORMS_PAGE_H
#define FORMS_PAGE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/moment.h"
#include "base/str.h"
#include "formats/html.h"

struct page_frame;    /* what the layout needs to know; declared in access/layout.h */
struct zone;

struct page {
	struct arena *arena;
	struct buf *out;
	const struct page_frame *frame;
	struct moment now;
	const struct zone *zone;    /* the reader's (formats/zone.h); NULL = UTC */
	struct str language;        /* empty = English */
	struct str form_token;
	struct str form_key;        /* fresh for each page; each form appends its number, so that every form has a key of its own */
	struct str form_seen;       /* form_tag() of what its form was filled from, where two may edit; each form carries it as "seen" */
	struct str sprite;          /* path of the icons, ASSET_ICONS; empty = this build has none */
	unsigned form_count;
	bool is_fragment;
};

/* Whether the reader has any of these enum who bits; access knows. */
bool page_may(const struct page *, uint64_t who);

/* A value for a placeholder. */
enum page_pair_kind { PAIR_TEXT, PAIR_NAME, PAIR_WHOLE, PAIR_HTML, PAIR_LINK };

struct page_pair {
	struct str name;
	enum page_pair_kind kind;
	struct str text;    /* of a text, of markup, or where a link leads */
	int64_t number;
};

struct page_pair page_pair_text(const char *name, struct str value);
struct page_pair page_pair_apart(const char *name, struct str value);
struct page_pair page_pair_whole(const char *name, int64_t value);
struct page_pair page_pair_size(const char *name, size_t value);
struct page_pair page_pair_html(const char *name, struct html value);
struct page_pair page_pair_link(const char *name, struct str url);

#define page_pair(name, value) \
	_Generic((value), \
	    struct str: page_pair_text, \
	    struct html: page_pair_html, \
	    int: page_pair_whole, \
	    unsigned: page_pair_whole, \
	    int64_t: page_pair_whole, \
	    size_t: page_pair_size)((name), (value))

/* The same, a text set apart: somebody's name or title, which may run from right to left and must not turn the words around it. */
#define page_pair_name(name, value) \
	_Generic((value), \
	    struct str: page_pair_apart, \
	    struct html: page_pair_html, \
	    int: page_pair_whole, \
	    unsigned: page_pair_whole, \
	    int64_t: page_pair_whole, \
	    size_t: page_pair_size)((name), (value))

struct page_plural {
	int64_t count;
	const char *one;
	const char *many;
};

static inline struct page_plural
page_plural(int64_t count, const char *one, const char *many)
{
	return (struct page_plural){ count, one, many };
}

/* Writes a sentence, escaped, in the page's language. Only where markup may stand is a name set apart: an attribute has page_pair() alone. */
void page_say(struct page *, const char *sentence, size_t count, const struct page_pair *);
void page_say_many(struct page *, struct page_plural, size_t count, const struct page_pair *);

/* The same as plain text in the arena, for whoever escapes it later (a layout's title, a part's parameter). Texts and numbers
 * alone may stand in it. */
struct str page_words(struct page *, const char *sentence, size_t count, const struct page_pair *);
struct str page_words_many(struct page *, struct page_plural, size_t count, const struct page_pair *);
/* As page_say(), kept in the arena. */
struct html page_sentence(struct page *, const char *sentence, size_t count, const struct page_pair *);

/* {iso m} "2026-11-24T13:00:00Z" · {ago m} "3 hours ago", "in 2 days" · {day m} "Tue 24 Nov" · {minutes n} "45 minutes" ·
 * {lasting n} n in seconds: "10 d", "19 h" · {when m} a whole <time>: "Tue 24 Nov, 21:00 SGT (in 2 days)". The year is written if
 * it is not this one. The zero moment gives nothing. */
struct str page_iso(struct page *, struct moment);
struct str page_ago(struct page *, struct moment);
struct str page_day(struct page *, struct moment);
struct str page_minutes(struct page *, int64_t minutes);
struct str page_lasting(struct page *, int64_t seconds);
struct html page_when(struct page *, struct moment);

/* {icon "name"}: decoration beside words; nothing when the build has no sprite. */
struct html page_icon(struct page *, const char *name);

/* {form …}: the start without its ">", the attributes that post in place, the two hidden inputs (csrf, key). */
void page_form_start(struct page *, struct str url);
void page_form_swap(struct page *, struct str url);
void page_form_hidden(struct page *);

#endif
