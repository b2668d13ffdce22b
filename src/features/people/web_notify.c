/* How somebody wants to be written to: what about, when not, and the link in each letter that stops its kind. */
#include "access/layout.h"
#include "access/tap.h"
#include "base/arena.h"
#include "base/check.h"
#include "formats/when.h"
#include "http/routes.h"
#include "letters/letters.h"
#include "letters/store_shared.h"
#include "people/form.h"
#include "people/pages.h"
#include "people/views.h"

enum { CHOICES_MOST = TOPICS };

static bool
is_off(const struct letter_choices_of_rows *rows, struct str topic)
{
	for (size_t i = 0; i < rows->count; i++)
		if (str_equal(rows->at[i].topic, topic))
			return rows->at[i].channel == LETTER_CHOICE_CHANNEL_OFF;
	return false;
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
	struct correspondent_of_row row = { .quiet_from = 22, .quiet_to = 7, .digest_hour = -1 };
	struct letter_choices_of_rows rows;
	struct str_list wanted = { ARENA_MANY(v->arena, TOPICS, struct str), 0 };
	enum outcome said = correspondent_of(v->db, v->arena, v->who.id, &row);

	if (said != OK && said != NOT_FOUND)
		return said;
	TRY(letter_choices_of(v->db, v->arena, v->who.id, CHOICES_MOST, &rows));
	for (int i = 0; i < TOPIC_ACCOUNT; i++)
		if (!is_off(&rows, topic_name((enum letter_topic)i)))
			wanted.at[wanted.count++] = topic_name((enum letter_topic)i);
	form_set_many(form, "topics", wanted);
	form_set_whole(form, "slack", is_in_slack(&rows));
	form_set_whole(form, "quiet_from", row.quiet_from);
	form_set_whole(form, "quiet_to", row.quiet_to);
	if (row.digest_hour >= 0)
		form_set_whole(form, "digest_hour", row.digest_hour);
	if (moment_is_after(row.paused_until_at, v->now))
		form_set_text(form, "paused_until", when_date(v->arena, zone_find(v->who.zone), row.paused_until_at));
	return OK;
}

enum outcome
notify_show(struct visit *v)
{
	struct notify_view view = { .form = visit_values(v, &notify_form, NULL), .email = v->who.email };
	struct correspondent_of_row row = { 0 };
	enum outcome said;
	struct page page;

	if (!visit_is_again(v, &notify_form))
		TRY(fill(v, view.form));
	said = correspondent_of(v->db, v->arena, v->who.id, &row);
	if (said != OK && said != NOT_FOUND)
		return said;
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

static struct str
words_of(struct str topic)
{
	for (int i = 0; i < TOPICS; i++)
		if (str_equal(topic_name((enum letter_topic)i), topic))
			return topic_words((enum letter_topic)i);
	return S("");
}

static enum outcome
find_stop(struct visit *v, struct tap *tap)
{
	v->reply->carries_token = true;
	TRY(tap_find(v, v->params[0], tap));
	return str_equal(tap->act, S("stop")) && !str_is_empty(words_of(tap->topic)) ? OK : GONE;
}

enum outcome
stop_show(struct visit *v)
{
	struct stop_view view = { .token = v->params[0] };
	struct page page;
	struct tap tap;
	enum outcome said = find_stop(v, &tap);

	if (said != OK && said != GONE)
		return said;
	view.is_gone = said == GONE;
	if (view.is_gone) {
		v->reply->status = outcome_status(GONE);
	} else {
		view.topic = words_of(tap.topic);
		view.used_at = tap.used_at;
	}
	page = visit_page(v);
	page_stop(&page, &view);
	return OK;
}

/* Pressed on our page, or by a mail program on its reader's word (RFC 8058); again is fine. */
enum outcome
stop_act(struct visit *v)
{
	struct tap tap;
	int64_t changed;

	TRY(find_stop(v, &tap));
	TRY(letter_choice_set(v->db, tap.person, tap.topic, LETTER_CHOICE_CHANNEL_OFF, &changed));
	if (moment_is_none(tap.used_at))
		TRY(tap_take(v, &tap));
	return visit_see_other(v, url_stop_show(v->arena, v->params[0]), S(""));
}
