/* The coordinators' lists of people as files. Names, roles and places: no address and no words of theirs. */
#include "access/layout.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/table.h"
#include "formats/text.h"
#include "formats/when.h"
#include "http/routes.h"
#include "people/form.h"
#include "people/people.h"
#include "people/store.h"
#include "programmes/programmes.h"

enum { EXPORT_ROWS = 500, NUMBER_BYTES = 24 };

static struct str
number(struct visit *v, int64_t whole)
{
	struct buf out = buf_new(v->arena, NUMBER_BYTES);

	buf_whole(&out, whole);
	return buf_str(&out);
}

static enum outcome
export_pending(struct visit *v, enum table_kind kind)
{
	static const struct str names[] = { S_STATIC("name"), S_STATIC("zone"), S_STATIC("asked"), S_STATIC("capacity") };
	struct people_pending_rows rows;
	struct table table;

	TRY(people_pending(v->db, v->arena, v->programme->id, (struct person_id){ 0 }, EXPORT_ROWS, &rows));
	visit_send_table(v, "volunteers", kind);
	table = table_open(&v->reply->body, kind, ARRAY_LENGTH(names), names);
	for (size_t i = 0; i < rows.count; i++)
		table_row(&table, (struct str[]){ rows.at[i].name, rows.at[i].zone, when_iso(v->arena, rows.at[i].asked_at),
		    number(v, rows.at[i].capacity) });
	table_close(&table);
	return OK;
}

static enum outcome
export_mentors(struct visit *v, enum table_kind kind)
{
	static const struct str names[] = { S_STATIC("name"), S_STATIC("state"), S_STATIC("away_until"), S_STATIC("holds"), S_STATIC("capacity"),
		S_STATIC("zone"), S_STATIC("last_act") };
	struct people_mentors_rows rows;
	struct table table;

	TRY(people_mentors(v->db, v->arena, &(struct people_mentors_values){ .programme = v->programme->id, .state = form_text(v->form, "state"),
	    .pattern = text_pattern(v->arena, form_text(v->form, "q")), .limit = EXPORT_ROWS }, &rows));
	visit_send_table(v, "mentors", kind);
	table = table_open(&v->reply->body, kind, ARRAY_LENGTH(names), names);
	for (size_t i = 0; i < rows.count; i++) {
		const struct people_mentors_row *row = &rows.at[i];

		table_row(&table, (struct str[]){ row->name, mentor_state_name(row->state),
		    moment_is_none(row->away_until_at) ? S("") : when_iso(v->arena, row->away_until_at), number(v, row->running),
		    number(v, programme_capacity(v->programme, row->capacity)), row->zone, moment_is_none(row->last_act_at) ? S("") : when_iso(v->arena, row->last_act_at) });
	}
	table_close(&table);
	return OK;
}

static struct str
role_words(struct visit *v, const struct people_members_row *row)
{
	bool holds[] = { row->is_coordinator, row->is_escalation, row->is_mentor, row->is_mentee };
	static const struct str names[] = { S_STATIC("coordinator"), S_STATIC("escalation"), S_STATIC("mentor"), S_STATIC("mentee") };
	struct str words = S("");

	for (size_t i = 0; i < ARRAY_LENGTH(names); i++)
		if (holds[i])
			words = str_is_empty(words) ? names[i] : str_join(v->arena, 3, (struct str[]){ words, S(", "), names[i] });
	return words;
}

static enum outcome
export_members(struct visit *v, enum table_kind kind)
{
	static const struct str names[] = { S_STATIC("name"), S_STATIC("roles"), S_STATIC("zone"), S_STATIC("joined") };
	struct people_members_rows rows;
	struct table table;

	TRY(people_members(v->db, v->arena, &(struct people_members_values){ .programme = v->programme->id, .role = form_text(v->form, "role"),
	    .pattern = text_pattern(v->arena, form_text(v->form, "q")), .limit = EXPORT_ROWS }, &rows));
	visit_send_table(v, "members", kind);
	table = table_open(&v->reply->body, kind, ARRAY_LENGTH(names), names);
	for (size_t i = 0; i < rows.count; i++)
		table_row(&table, (struct str[]){ rows.at[i].name, role_words(v, &rows.at[i]), rows.at[i].zone, when_iso(v->arena, rows.at[i].joined_at) });
	table_close(&table);
	return OK;
}

/* An act, since an export stands in the record. */
enum outcome
people_export(struct visit *v)
{
	enum table_kind kind = table_kind_of(form_text(v->form, "format"));
	struct str tab = form_text(v->form, "tab");

	TRY(event_say(v, S("exported-people"), &(struct event_facts){ .detail = table_kind_name(kind) }));
	v->made_at_path = url_people_list(v->arena, v->programme->slug);
	if (str_equal(tab, S("pending")))
		return export_pending(v, kind);
	return str_equal(tab, S("members")) ? export_members(v, kind) : export_mentors(v, kind);
}
