/* The same outbox as of requests (letters.c); who coordinates is whom a reader may answer to. */
#include "requests/letters_desk.h"

#include "access/tap.h"
#include "base/arena.h"
#include "formats/id.h"
#include "formats/text.h"
#include "forms/say.h"
#include "http/routes.h"
#include "letters/letters.h"
#include "people/people.h"
#include "programmes/programmes.h"
#include "requests/rules_wait.h"
#include "requests/store.h"
#include "requests/store_letters.h"
#include "requests/store_slack.h"
#include "requests/views.h"
#include "requests/views_coordinate.h"

enum { LOOKERS_MOST = 20, NEEDS_TOLD = 7, TITLE_TOLD = 60 };

/* A letter to one reader, its common values in place. */
struct draft_letter {
	struct letter_desk desk;
	struct letter_reader reader;
	struct letter_wish wish;
};

static enum outcome
begin(struct visit *v, enum letter_kind kind, struct person_id person, struct str path, struct draft_letter *out)
{
	struct lookers_rows human;

	*out = (struct draft_letter){ .desk = visit_letters(v) };
	out->wish = (struct letter_wish){ .id = { visit_new_id(v) }, .kind = kind, .programme = v->programme->id, .reader = &out->reader };
	TRY(letter_reader_find(&out->desk, person, letter_sort(kind)->topic, &out->reader));
	TRY(lookers(v->db, v->arena, v->programme->id, ROLE_ROLE_COORDINATOR, v->now, 1, &human));
	letter_wish_add(&out->wish, "you", out->reader.name);
	letter_wish_add(&out->wish, "programme", v->programme->name);
	letter_wish_add(&out->wish, "human", human.count == 0 ? S("") : human.at[0].name);
	letter_wish_add(&out->wish, "link", str_join(v->arena, 2, (struct str[]){ out->desk.base_url, path }));
	return OK;
}

static void
add_moment(struct visit *v, struct draft_letter *letter, const char *field, struct moment at)
{
	letter_wish_add(&letter->wish, field, moment_is_none(at) ? S("") : say_moment(v->arena, letter_place(&letter->reader), at, v->now));
}

static enum outcome
add_back(struct visit *v, struct draft_letter *letter)
{
	struct str token, path = str_join(v->arena, 2, (struct str[]){ letter->desk.base_url, S("/a/") });

	TRY(tap_make(v, &(struct tap_wish){ .act = S("back"), .person = letter->reader.id, .programme = v->programme->id }, &token));
	letter_wish_add_link(&letter->wish, "back", path, token);
	return OK;
}

static enum outcome
write_silence(struct visit *v, const struct silence *about, struct person_id reader, const char *words)
{
	bool is_mentor = person_id_equal(reader, about->mentor);
	struct str path = is_mentor ? url_mentor_self_show(v->arena, v->programme->slug) : url_people_list(v->arena, v->programme->slug);
	struct person_called_row mentor;
	struct draft_letter letter;

	TRY(begin(v, LETTER_L36, reader, path, &letter));
	TRY(person_called(v->db, v->arena, about->mentor, &mentor));
	letter_wish_add(&letter.wish, "what", say(letter.reader.language, words));
	letter_wish_add(&letter.wish, "mentor", is_mentor ? S("") : mentor.name);
	add_moment(v, &letter, "since", about->since);
	add_moment(v, &letter, "again_at", about->again_at);
	if (is_mentor)
		TRY(add_back(v, &letter));
	return letter_put(&letter.desk, &letter.wish);
}

enum outcome
desk_write_to_mentor(struct visit *v, const struct silence *about)
{
	struct lookers_rows found;

	if (about->to_mentor != NULL)
		TRY(write_silence(v, about, about->mentor, about->to_mentor));
	if (about->to_coordinators == NULL)
		return OK;
	TRY(lookers(v->db, v->arena, v->programme->id, ROLE_ROLE_COORDINATOR, v->now, LOOKERS_MOST, &found));
	for (size_t i = 0; i < found.count; i++)
		TRY(write_silence(v, about, found.at[i].reader, about->to_coordinators));
	return OK;
}

enum outcome
desk_write_shortage(struct visit *v, const struct shortage_words *words)
{
	struct str path = url_coordinate_requests(v->arena, v->programme->slug);
	struct lookers_rows found;

	TRY(lookers(v->db, v->arena, v->programme->id, ROLE_ROLE_COORDINATOR, v->now, LOOKERS_MOST, &found));
	for (size_t i = 0; i < found.count; i++) {
		struct draft_letter letter;

		TRY(begin(v, LETTER_L55, found.at[i].reader, path, &letter));
		letter_wish_add(&letter.wish, "skill", words->skills);
		letter_wish_add(&letter.wish, "waiting", words->waiting);
		letter_wish_add(&letter.wish, "free", words->free);
		TRY(letter_put(&letter.desk, &letter.wish));
	}
	return OK;
}

enum outcome
desk_write_of_draft(struct visit *v, struct person_id author, struct str title, struct moment kept_until)
{
	struct draft_letter letter;

	TRY(begin(v, LETTER_L01D, author, url_wizard_start(v->arena, v->programme->slug), &letter));
	letter_wish_add(&letter.wish, "title", title);
	add_moment(v, &letter, "until", kept_until);
	return letter_put(&letter.desk, &letter.wish);
}

static enum outcome
write_of_room_to(struct visit *v, struct person_id reader, struct moment since, bool is_over)
{
	struct draft_letter letter;

	TRY(begin(v, is_over ? LETTER_L49B : LETTER_L49, reader, url_needs_show(v->arena, v->programme->slug), &letter));
	letter_wish_add(&letter.wish, "channel", say(letter.reader.language, N_("The mentors' room in Slack")));
	letter_wish_add(&letter.wish, "why", say(letter.reader.language, N_("a coordinator looks after it by hand")));
	letter_wish_add(&letter.wish, "what", say(letter.reader.language, N_("requests can be copied into the mentors' room by hand: “Needs you” has the text")));
	add_moment(v, &letter, "since", since);
	add_moment(v, &letter, "until", v->now);
	return letter_put(&letter.desk, &letter.wish);
}

enum outcome
desk_write_of_room(struct visit *v, struct moment since, bool is_over)
{
	struct room_watchers_rows rows;

	TRY(room_watchers(v->db, v->arena, v->programme->id, v->who.id, LOOKERS_MOST, &rows));
	for (size_t i = 0; i < rows.count; i++)
		TRY(write_of_room_to(v, rows.at[i].watcher, since, is_over));
	return OK;
}

/* --- the daily list --- */

/* What needs one coordinator. */
struct needing {
	struct visit *v;
	struct draft_letter letter;
	struct needs_requests_rows requests;
	struct needs_mentors_rows mentors;
	struct needs_letters post;
	struct needs_drafts drafts;
	struct openings_in_need_rows openings;
	size_t told;
};

static void
add_line(struct needing *n, const char *sentence, struct str name, struct str path)
{
	static const struct {
		const char *row, *act;
	} fields[NEEDS_TOLD] = {
		{ "row1", "act1" }, { "row2", "act2" }, { "row3", "act3" }, { "row4", "act4" }, { "row5", "act5" }, { "row6", "act6" }, { "row7", "act7" },
	};
	struct arena *arena = n->v->arena;
	struct str words = say_filled(arena, say(n->letter.reader.language, sentence), 1, (struct say_value[]){ { "name", name } });

	if (n->told == NEEDS_TOLD)
		return;
	letter_wish_add(&n->letter.wish, fields[n->told].row, words);
	letter_wish_add(&n->letter.wish, fields[n->told].act, str_join(arena, 2, (struct str[]){ n->letter.desk.base_url, path }));
	n->told++;
}

static const char *
words_of_request(const struct needs_requests_row *row)
{
	switch (row->state) {
	case REQUEST_STATE_CLOSED: return N_("{name}: it did not help");
	case REQUEST_STATE_NEEDS_DETAIL: return N_("{name}: no answer to the question");
	case REQUEST_STATE_CLAIMED: return moment_is_none(row->contacted_at) ? N_("{name}: no first message yet") : N_("{name}: the mentee does not answer");
	case REQUEST_STATE_SCHEDULED: return N_("{name}: nobody said how the session went");
	default: return moment_is_none(row->escalated_at) ? N_("{name}: unclaimed") : N_("{name}: unclaimed, escalated");
	}
}

static const char *
words_of_mentor(const struct needs_mentors_row *row)
{
	if (row->state == MENTOR_STATE_PENDING)
		return N_("{name} wants to be a mentor");
	if (row->idle_step > 0)
		return N_("{name} gives no sign while somebody waits");
	if (!moment_is_none(row->idle_at))
		return N_("{name} has answered no ask");
	return row->lacks_orientation ? N_("{name} has not taken part in an orientation") : N_("{name} has not accepted the code of conduct");
}

static void
add_requests(struct needing *n)
{
	struct arena *arena = n->v->arena;

	for (size_t i = 0; i < n->requests.count; i++) {
		const struct needs_requests_row *row = &n->requests.at[i];
		struct str name = str_join(arena, 3, (struct str[]){ desk_number(arena, n->v->programme, row->number), S(" "), text_head(row->title, TITLE_TOLD) });

		add_line(n, words_of_request(row), name, url_request_show(arena, n->v->programme->slug, id_print(arena, row->id.value)));
	}
}

static void
add_people(struct needing *n)
{
	struct arena *arena = n->v->arena;
	struct str slug = n->v->programme->slug, needs = url_needs_show(arena, slug);

	for (size_t i = 0; i < n->drafts.count; i++)
		add_line(n, N_("{name}: a letter to them waits for your word"), n->drafts.at[i].recipient_name, needs);
	for (size_t i = 0; i < n->mentors.count; i++)
		add_line(n, words_of_mentor(&n->mentors.at[i]), n->mentors.at[i].name, n->mentors.at[i].state == MENTOR_STATE_PENDING
		    ? url_people_list(arena, slug) : url_person_show(arena, slug, id_print(arena, n->mentors.at[i].id.value)));
	for (size_t i = 0; i < n->post.refused.count; i++)
		add_line(n, N_("{name}: mail is refused"), n->post.refused.at[i].name, url_person_show(arena, slug, id_print(arena, n->post.refused.at[i].id.value)));
	for (size_t i = 0; i < n->post.letters.count; i++)
		add_line(n, N_("{name}: a letter did not arrive"), n->post.letters.at[i].name, needs);
}

static void
add_openings(struct needing *n)
{
	for (size_t i = 0; i < n->openings.count; i++)
		add_line(n, N_("{name}: this opening needs you"), n->openings.at[i].project,
		    url_opening_show(n->v->arena, n->v->programme->slug, id_print(n->v->arena, n->openings.at[i].id.value)));
}

/* As that coordinator sees the page. */
static enum outcome
write_needs_to(struct visit *v, struct person_id reader)
{
	struct needing *n = ARENA_NEW(v->arena, struct needing);
	struct visit theirs = *v;
	size_t count;

	*n = (struct needing){ .v = v };
	theirs.who.id = reader;
	theirs.may |= WHO_COORDINATOR;
	TRY(needs_find(&theirs, &n->requests));
	TRY(desk_mentors_in_need(v, v->programme, NEEDS_ROWS, &n->mentors));
	TRY(needs_letters_find(v, v->programme, NEEDS_ROWS, &n->post));
	TRY(needs_drafts_find(v, v->programme, NEEDS_ROWS, &n->drafts));
	TRY(openings_to_see_to(v, v->programme, NEEDS_ROWS, &n->openings));
	count = n->openings.count + n->drafts.count + n->requests.count + n->mentors.count + n->post.refused.count + n->post.letters.count;
	if (count == 0)
		return OK;
	TRY(begin(v, LETTER_L48L, reader, url_needs_show(v->arena, v->programme->slug), &n->letter));
	letter_wish_add(&n->letter.wish, "count", say_count(v->arena, n->letter.reader.language, (int64_t)count, "{n} thing needs you", "{n} things need you"));
	add_requests(n);
	add_people(n);
	add_openings(n);
	return letter_put(&n->letter.desk, &n->letter.wish);
}

enum outcome
desk_write_needs(struct visit *v)
{
	struct lookers_rows found;

	TRY(lookers(v->db, v->arena, v->programme->id, ROLE_ROLE_COORDINATOR, v->now, LOOKERS_MOST, &found));
	for (size_t i = 0; i < found.count; i++)
		TRY(write_needs_to(v, found.at[i].reader));
	return OK;
}
