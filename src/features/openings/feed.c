/* What is announced, as a feed (RFC 4287): of a programme that shows its openings to everybody; of another one an empty one. */
#include "access/visit.h"
#include "applications/own.h"
#include "base/arena.h"
#include "base/buf.h"
#include "formats/html.h"
#include "formats/id.h"
#include "formats/when.h"
#include "forms/say.h"
#include "forms/say_moment.h"
#include "http/routes.h"
#include "openings/opening.h"
#include "openings/rules.h"

enum { CONTENT_BYTES = 16 << 10 };

static struct str
address_of(struct visit *v, struct str path)
{
	return str_join(v->arena, 2, (struct str[]){ v->server->base_url, path });
}

/* Text of XML: what HTML escapes is escaped there as well. Signs that XML does not have, texts do not hold either (forms/read.c). */
static void
put(struct buf *out, const char *name, struct str text)
{
	buf_format(out, "<%s>", name);
	html_text(out, text);
	buf_format(out, "</%s>\n", name);
}

static void
add_line(struct visit *v, struct buf *out, const char *label, struct str value)
{
	if (str_is_empty(value))
		return;
	buf_add(out, say(visit_language(v), label));
	buf_add(out, S(": "));
	buf_add(out, value);
	buf_char(out, '\n');
}

static struct str
content_of(struct visit *v, const struct openings_of_row *row)
{
	struct say_place place = { visit_language(v), zone_find(v->programme->zone) };
	struct moment last = intake_last(opening_closes(row->round_closes_at, row->extended_to_at));
	struct buf out = buf_new(v->arena, CONTENT_BYTES), number = buf_new(v->arena, 24);

	buf_whole(&number, row->places);
	buf_add(&out, row->goals);
	buf_add(&out, S("\n\n"));
	add_line(v, &out, N_("Applications from"), say_moment(v->arena, place, row->opens_at, v->now));
	add_line(v, &out, N_("Until"), say_moment(v->arena, place, last, v->now));
	add_line(v, &out, N_("Places"), buf_str(&number));
	add_line(v, &out, N_("Term"), opening_term_words(v->arena, place.language, v->programme, row->term));
	add_line(v, &out, N_("At least"), opening_meet_words(v->arena, place.language, v->programme, row->minutes, row->period));
	add_line(v, &out, N_("Criteria"), row->criteria);
	add_line(v, &out, N_("Languages"), row->languages);
	return buf_str(&out);
}

static void
put_entry(struct visit *v, struct buf *out, const struct openings_of_row *row)
{
	struct str link = address_of(v, url_opening_show(v->arena, v->programme->slug, id_print(v->arena, row->id.value)));

	buf_add(out, S("<entry>\n"));
	put(out, "id", link);
	put(out, "title", row->project);
	buf_add(out, S("<link rel=\"alternate\" type=\"text/html\" href=\""));
	html_url(out, link);
	buf_add(out, S("\"/>\n"));
	put(out, "published", when_iso(v->arena, row->announced_at));
	put(out, "updated", when_iso(v->arena, row->changed_at));
	buf_add(out, S("<content type=\"text\">"));
	html_text(out, content_of(v, row));
	buf_add(out, S("</content>\n</entry>\n"));
}

static void
put_head(struct visit *v, struct buf *out, struct moment updated)
{
	struct str self = address_of(v, url_openings_feed(v->arena, v->programme->slug));

	buf_add(out, S("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"));
	put(out, "id", self);
	put(out, "title", say_filled(v->arena, say(visit_language(v), N_("Openings of {name}")), 1, (struct say_value[]){ { "name", v->programme->name } }));
	put(out, "updated", when_iso(v->arena, updated));
	buf_add(out, S("<author>"));
	put(out, "name", v->programme->name);
	buf_add(out, S("</author>\n<link rel=\"self\" type=\"application/atom+xml\" href=\""));
	html_url(out, self);
	buf_add(out, S("\"/>\n<link rel=\"alternate\" type=\"text/html\" href=\""));
	html_url(out, address_of(v, url_openings_show(v->arena, v->programme->slug)));
	buf_add(out, S("\"/>\n"));
}

enum outcome
openings_feed(struct visit *v)
{
	struct openings_of_rows rows = { .count = 0 };
	struct buf *out = &v->reply->body;
	struct moment updated = { 0 };

	if (v->programme->settings.front_public)
		TRY(openings_of(v->db, v->arena, v->programme->id, (struct person_id){ 0 }, false, OPENINGS_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		updated = moment_later(updated, rows.at[i].changed_at);
	reply_header(v->reply, S("Content-Type"), S("application/atom+xml; charset=utf-8"));
	put_head(v, out, updated);
	for (size_t i = 0; i < rows.count; i++)
		put_entry(v, out, &rows.at[i]);
	buf_add(out, S("</feed>\n"));
	return OK;
}
