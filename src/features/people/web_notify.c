/* How somebody wants to be written to: what about, when not, and the link in each letter that stops its kind. */
#include "access/layout.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/when.h"
#include "forms/say.h"
#include "http/routes.h"
#include "letters/letters.h"
#include "letters/stop.h"
#include "letters/store_shared.h"
#include "people/api.h"
#include "people/form.h"
#include "people/pages.h"
#include "people/views.h"

enum { HOUR_BYTES = 24 };

/* A box is filled by its text. */
static void
fill_hour(struct visit *v, struct values *form, const char *field, int64_t hour)
{
	struct buf text = buf_new(v->arena, HOUR_BYTES);

	buf_whole(&text, hour);
	form_set_text(form, field, buf_str(&text));
}

static enum outcome
fill(struct visit *v, struct values *form, const struct correspondent_of_row *row)
{
	struct str ways[TOPIC_ACCOUNT];

	TRY(notify_ways(v, ways));
	for (int i = 0; i < TOPIC_ACCOUNT; i++)
		form_set_text(form, str_c(v->arena, topic_name((enum letter_topic)i)), ways[i]);
	fill_hour(v, form, "quiet_from", row->quiet_from);
	fill_hour(v, form, "quiet_to", row->quiet_to);
	if (row->digest_hour >= 0)
		fill_hour(v, form, "digest_hour", row->digest_hour);
	if (moment_is_after(row->paused_until_at, v->now))
		form_set_text(form, "paused_until", when_date(v->arena, zone_find(v->who.zone), row->paused_until_at));
	return OK;
}

/* Slack stands last among the ways, and only for whom it can reach. */
static void
trim_ways(struct visit *v, struct values *form)
{
	for (int i = 0; i < TOPIC_ACCOUNT; i++) {
		struct value *value = form_value(form, str_c(v->arena, topic_name((enum letter_topic)i)));

		if (!str_equal(value->text, S("slack")))
			value->choices.count--;
	}
}

enum outcome
notify_show(struct visit *v)
{
	struct notify_view view = { .form = visit_values(v, &notify_form, NULL), .email = v->who.email };
	struct correspondent_of_row row;
	struct page page;

	TRY(correspondent_of(v->db, v->arena, v->who.id, v->now, &row));
	if (!visit_is_again(v, &notify_form))
		TRY(fill(v, view.form, &row));
	if (row.is_in_chat == 0)
		trim_ways(v, view.form);
	view.refused_at = row.refused_at;
	view.is_mentor = row.is_mentor > 0;
	view.looks_after = row.looks_after > 0;
	page = visit_page(v);
	page_notify(&page, &view);
	return OK;
}

/* Midnight at the end of that day, where they live. */
static enum outcome
pause_end(struct visit *v, struct moment *out)
{
	struct str day = form_text(v->form, "paused_until");
	struct wall wall;

	*out = (struct moment){ 0 };
	if (str_is_empty(day))
		return OK;
	check(when_date_read(day, &wall) && when_moment(zone_find(v->who.zone), wall, out));
	*out = moment_plus(*out, US_PER_DAY);
	if (moment_is_after(*out, v->now))
		return OK;
	form_complain(v->form, "paused_until", S("This day is over. Choose a later one, or leave it empty."));
	return BAD_INPUT;
}

/* What a program leaves out stays as it is. */
static enum outcome
keep_ways(struct visit *v)
{
	for (int i = 0; i < TOPIC_ACCOUNT; i++) {
		struct str topic = topic_name((enum letter_topic)i), way = form_text(v->form, str_c(v->arena, topic));
		enum letter_choice_channel channel = LETTER_CHOICE_CHANNEL_MAIL;
		bool is_daily = str_equal(way, S("daily"));
		int64_t changed;

		if (str_is_empty(way))
			continue;
		check(is_daily || letter_choice_channel_read(way, &channel));
		TRY(letter_choice_set(v->db, v->who.id, topic, channel, is_daily, &changed));
	}
	return OK;
}

enum outcome
notify_save(struct visit *v)
{
	struct str digest = form_text(v->form, "digest_hour");
	struct moment until;
	int64_t changed;

	TRY(pause_end(v, &until));
	TRY(keep_ways(v));
	TRY(correspondent_set(v->db, &(struct correspondent_set_values){
	    .person = v->who.id, .quiet_from = form_whole(v->form, "quiet_from"), .quiet_to = form_whole(v->form, "quiet_to"),
	    .digest_hour = str_is_empty(digest) ? -1 : form_whole(v->form, "digest_hour"), .paused_until = until }, &changed));
	return visit_see_other(v, url_notify_show(v->arena), S("saved"));
}

/* An address that was refused is tried again on its owner's word. */
enum outcome
notify_try_again(struct visit *v)
{
	int64_t changed;

	TRY(correspondent_tried_again(v->db, v->who.id, &changed));
	return visit_see_other(v, url_notify_show(v->arena), S("mail-tried-again"));
}

/* --- the link in a letter --- */

/* The link of one kind, or of all that comes once a day. */
static enum outcome
is_stopped(struct visit *v, struct person_id person, enum letter_topic topic, bool *out)
{
	struct letter_choices_of_rows rows;
	bool has_daily = false;

	*out = false;
	TRY(letter_choices_of(v->db, v->arena, person, TOPICS, &rows));
	for (size_t i = 0; i < rows.count; i++) {
		has_daily = has_daily || rows.at[i].is_daily;
		*out = *out || (str_equal(rows.at[i].topic, topic_name(topic)) && rows.at[i].channel == LETTER_CHOICE_CHANNEL_OFF);
	}
	*out = topic == TOPIC_DAILY ? !has_daily : *out;
	return OK;
}

enum outcome
stop_show(struct visit *v)
{
	struct stop_view view = { .token = v->params[0] };
	struct person_id person;
	enum letter_topic topic;
	struct page page;

	v->reply->carries_token = true;
	view.is_gone = !letter_stop_read(v->arena, v->server->ring.keys[SEAL_STOP], v->params[0], &person, &topic);
	if (view.is_gone) {
		v->reply->status = outcome_status(GONE);
	} else {
		TRY(is_stopped(v, person, topic, &view.is_off));
		view.topic = say(visit_language(v), str_c(v->arena, topic_words(topic)));
	}
	page = visit_page(v);
	page_stop(&page, &view);
	return OK;
}

/* Pressed on our page, or by a mail program on its reader's word (RFC 8058); again is fine. */
enum outcome
stop_act(struct visit *v)
{
	struct person_id person;
	enum letter_topic topic;
	int64_t changed;

	v->reply->carries_token = true;
	if (!letter_stop_read(v->arena, v->server->ring.keys[SEAL_STOP], v->params[0], &person, &topic))
		return GONE;
	if (topic == TOPIC_DAILY)
		TRY(letter_choices_daily_end(v->db, person, &changed));
	else
		TRY(letter_choice_set(v->db, person, topic_name(topic), LETTER_CHOICE_CHANNEL_OFF, false, &changed));
	return visit_see_other(v, url_stop_show(v->arena, v->params[0]), S(""));
}
