/* A channel that stays away: whoever looks after people is told once, and once more when it is back. */
#include "admin/admin.h"
#include "admin/store.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/when.h"
#include "forms/say.h"
#include "http/routes.h"
#include "later/later.h"
#include "letters/letters.h"
#include "letters/store_shared.h"
#include "requests/requests.h"

#define CHANNEL_WATCH S("channel-watch")

enum { LASTS_MINUTES = 5, WATCHERS_MOST = 500, NUMBER_BYTES = 24 };    /* T32 */

static const struct channel_words {
	struct str name;
	const char *words, *steps;
} channels[] = {
	{ S_STATIC("mail"), N_("Mail"), N_("who waits for something urgent finds it on the pages; mentord login-link prints a sign-in link") },
	{ S_STATIC("slack"), N_("Slack"), N_("requests can be copied into the mentors' room by hand: “Needs you” has the text") },
};

/* The subject of a job; 0 for a channel that nobody is told of. */
static int64_t
number_of(struct str name)
{
	for (size_t i = 0; i < ARRAY_LENGTH(channels); i++)
		if (str_equal(channels[i].name, name))
			return (int64_t)i + 1;
	return 0;
}

/* An outage as it is told. */
struct outage {
	const struct channel_words *channel;
	struct moment since_at;
	bool is_over;
	int64_t waiting;
};

static void
add_values(struct visit *v, struct letter_wish *wish, const struct outage *o, const struct channel_watchers_row *to)
{
	struct say_place place = letter_place(wish->reader);
	struct buf waiting = buf_new(v->arena, NUMBER_BYTES);
	struct str path = programme_id_is_none(to->programme) ? url_admin_letters_show(v->arena) : url_needs_show(v->arena, to->slug);

	buf_whole(&waiting, o->waiting);
	letter_wish_add(wish, "you", wish->reader->name);
	letter_wish_add(wish, "programme", to->programme_name);
	letter_wish_add(wish, "channel", say(wish->reader->language, o->channel->words));
	letter_wish_add(wish, "since", say_moment(v->arena, place, o->since_at, v->now));
	letter_wish_add(wish, "until", say_moment(v->arena, place, v->now, v->now));
	letter_wish_add(wish, "waiting", buf_str(&waiting));
	letter_wish_add(wish, "what", say(wish->reader->language, o->channel->steps));
	letter_wish_add(wish, "link", str_join(v->arena, 2, (struct str[]){ v->server->base_url, path }));
}

/* While mail is away only those hear of it whom Slack reaches; the pages tell the others. */
static enum outcome
tell(struct visit *v, const struct outage *o)
{
	struct letter_desk desk = visit_letters(v);
	bool is_by_chat = !o->is_over && str_equal(o->channel->name, S("mail"));
	struct channel_watchers_rows to;

	TRY(channel_watchers(v->db, v->arena, WATCHERS_MOST, &to));
	for (size_t i = 0; i < to.count; i++) {
		struct letter_wish wish = { .id = { visit_new_id(v) }, .kind = o->is_over ? LETTER_L49B : LETTER_L49, .programme = to.at[i].programme };
		struct letter_reader reader;

		TRY(letter_reader_find(&desk, to.at[i].reader, TOPIC_DESK, &reader));
		if (is_by_chat && str_is_empty(reader.chat_user))
			continue;
		reader.channel = is_by_chat ? LETTER_CHOICE_CHANNEL_SLACK : LETTER_CHOICE_CHANNEL_MAIL;
		wish.reader = &reader;
		add_values(v, &wish, o, &to.at[i]);
		TRY(letter_put(&desk, &wish));
	}
	return OK;
}

static enum outcome
letters_waiting(struct visit *v, int64_t *out)
{
	struct letters_state_row state;

	TRY(letters_state(v->db, v->arena, v->now, &state));
	*out = state.waiting;
	return OK;
}

/* The job: it has been away for a while by now, or is back. */
enum outcome
channel_watch_due(struct visit *v, int64_t subject)
{
	struct outage o = { .channel = &channels[subject > 0 && subject <= (int64_t)ARRAY_LENGTH(channels) ? subject - 1 : 0] };
	struct channel_called_row row;
	int64_t changed;
	enum outcome said = channel_called(v->db, v->arena, o.channel->name, &row);

	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	TRY(channel_told(v->db, o.channel->name, v->now, &changed));
	if (changed == 0)
		return OK;
	o.since_at = row.since_at;
	TRY(letters_waiting(v, &o.waiting));
	TRY(tell(v, &o));
	return str_equal(o.channel->name, S("slack")) ? desk_mails_waiting(v, S("")) : OK;    /* asked in the first minutes, and read by nobody yet */
}

static enum outcome
is_back(struct visit *v, const struct channel_words *channel, int64_t number)
{
	struct outage o = { .channel = channel, .is_over = true };
	struct channel_told_end_row row;
	enum outcome said;

	TRY(job_drop(v->db, CHANNEL_WATCH, number));
	said = channel_told_end(v->db, v->arena, channel->name, &row);
	if (said == NOT_FOUND)
		return OK;
	TRY(said);
	o.since_at = row.since_at;
	TRY(letters_waiting(v, &o.waiting));
	return tell(v, &o);
}

enum outcome
admin_channel_changes(struct visit *v, struct str name, bool is_up)
{
	int64_t number = number_of(name);
	struct channel_called_row row;
	enum outcome said;

	if (number == 0)
		return OK;
	said = channel_called(v->db, v->arena, name, &row);
	if (said != OK && said != NOT_FOUND)
		return said;
	if (is_up)
		return said == OK && row.is_down ? is_back(v, &channels[number - 1], number) : OK;
	if (said == OK && row.is_down)
		return OK;
	return job_put(v->db, &(struct job_wish){ .id = { visit_new_id(v) }, .kind = CHANNEL_WATCH, .subject = number,
	    .due_at = moment_plus(v->now, LASTS_MINUTES * US_PER_MINUTE), .now = v->now });
}
