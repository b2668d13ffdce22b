/* How somebody wants to be written to: what about, when not, and the link in each letter that stops its kind. */
#include "access/layout.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/when.h"
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

static bool
is_in_slack(const struct letter_choices_of_rows *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		if (rows->at[i].channel == LETTER_CHOICE_CHANNEL_SLACK)
			return true;
	return false;
}

static enum outcome
fill(struct visit *v, struct values *form)
{
	struct correspondent_of_row row;
	struct letter_choices_of_rows rows;
	struct str_list wanted;

	TRY(notify_of(v, &row));
	TRY(notify_wanted(v, &wanted));
	form_set_many(form, "topics", wanted);
	TRY(letter_choices_of(v->db, v->arena, v->who.id, TOPICS, &rows));
	form_set_whole(form, "slack", is_in_slack(&rows));
	fill_hour(v, form, "quiet_from", row.quiet_from);
	fill_hour(v, form, "quiet_to", row.quiet_to);
	if (row.digest_hour >= 0)
		fill_hour(v, form, "digest_hour", row.digest_hour);
	if (moment_is_after(row.paused_until_at, v->now))
		form_set_text(form, "paused_until", when_date(v->arena, zone_find(v->who.zone), row.paused_until_at));
	return OK;
}

enum outcome
notify_show(struct visit *v)
{
	struct notify_view view = { .form = visit_values(v, &notify_form, NULL), .email = v->who.email };
	struct correspondent_of_row row;
	struct page page;

	if (!visit_is_again(v, &notify_form))
		TRY(fill(v, view.form));
	TRY(notify_of(v, &row));
	view.refused_at = row.refused_at;
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

enum outcome
notify_save(struct visit *v)
{
	const struct str_list *wanted = form_many(v->form, "topics");
	struct str digest = form_text(v->form, "digest_hour");
	enum letter_choice_channel channel = form_tick(v->form, "slack") ? LETTER_CHOICE_CHANNEL_SLACK : LETTER_CHOICE_CHANNEL_MAIL;
	struct moment until;
	int64_t changed;

	TRY(pause_end(v, &until));
	for (int i = 0; i < TOPIC_ACCOUNT; i++) {
		struct str topic = topic_name((enum letter_topic)i);

		TRY(letter_choice_set(v->db, v->who.id, topic, str_list_has(wanted, topic) ? channel : LETTER_CHOICE_CHANNEL_OFF,
		    &changed));
	}
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

enum outcome
stop_show(struct visit *v)
{
	struct stop_view view = { .token = v->params[0] };
	struct letter_choices_of_rows rows = { 0 };
	struct person_id person;
	enum letter_topic topic;
	struct page page;

	v->reply->carries_token = true;
	view.is_gone = !letter_stop_read(v->arena, v->server->ring.keys[SEAL_STOP], v->params[0], &person, &topic);
	if (view.is_gone) {
		v->reply->status = outcome_status(GONE);
	} else {
		TRY(letter_choices_of(v->db, v->arena, person, TOPICS, &rows));
		view.topic = topic_words(topic);
	}
	for (size_t i = 0; i < rows.count; i++)
		if (str_equal(rows.at[i].topic, topic_name(topic)))
			view.is_off = rows.at[i].channel == LETTER_CHOICE_CHANNEL_OFF;
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
	TRY(letter_choice_set(v->db, person, topic_name(topic), LETTER_CHOICE_CHANNEL_OFF, &changed));
	return visit_see_other(v, url_stop_show(v->arena, v->params[0]), S(""));
}
