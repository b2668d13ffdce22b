/* What is written about a request: rows of letters.def, each letter's values. An event without a row costs nothing; one with rows one query for
 * the request and two a reader. */
#include "letters/letters.h"

#include "access/tap.h"
#include "base/arena.h"
#include "base/buf.h"
#include "base/check.h"
#include "formats/id.h"
#include "formats/when.h"
#include "forms/say.h"
#include "http/routes.h"
#include "letters/draft.h"
#include "programmes/programmes.h"
#include "requests/desk.h"
#include "requests/letters_facts.h"
#include "requests/letters_history.h"
#include "requests/rules_claim.h"
#include "requests/rules_wait.h"
#include "requests/store.h"
#include "requests/store_letters.h"
#include "requests/views.h"

enum { LOOKERS_MOST = 20, FITTING_MOST = 50, STEPS_BYTES = 300 };

enum audience_of { MENTEE, CLAIMER, PAIR, OTHER, NAMED, FITTING, COORDINATORS, LOOKERS, LOOKERS_IF_NOBODY_FITS, FITTING_IF_SHUT };

static const struct row {
	struct str event;
	enum letter_kind kind;
	enum audience_of audience;
} rows[] = {
#define LETTER_ON(event, letter, audience) { S_STATIC(event), LETTER_##letter, audience },
#include "requests/letters.def"
};

static const struct str staying[] = {
#define STAYS(event) S_STATIC(event),
#include "requests/letters.def"
};

static const struct str of_ladder[] = {
#define LADDER(event) S_STATIC(event),
#include "requests/letters.def"
};

/* One event of one request, being written about. */
struct writing {
	struct visit *v;
	struct letter_desk desk;
	struct request_seen_by_row about;
	struct str event;
	bool was_unknown;             /* the mentee was never told of the claim that ended */
	struct mentors_fitting_rows fitting;
	bool has_fitting;
	bool is_by_mail;              /* Slack takes nothing, so it is not waited for */
	struct str human;             /* who coordinates: whom to ask */
	bool is_draft;                /* a coordinator says whether it leaves */
};

static bool
is_of_ladder(struct str event)
{
	for (size_t i = 0; i < ARRAY_LENGTH(of_ladder); i++)
		if (str_equal(of_ladder[i], event))
			return true;
	return false;
}

static bool
is_staying(struct str event)
{
	for (size_t i = 0; i < ARRAY_LENGTH(staying); i++)
		if (str_equal(staying[i], event))
			return true;
	return false;
}

static enum outcome
find_fitting(struct writing *w)
{
	const struct settings *number = &w->v->programme->settings;

	if (w->has_fitting)
		return OK;
	w->has_fitting = true;
	return mentors_fitting(w->v->db, w->v->arena, &(struct mentors_fitting_values){
	    .request = w->about.id, .partial_below = number->partial_below, .most = number->mentor_capacity, .per_week = number->mention_per_week,
	    .week = moment_plus(w->v->now, -7 * US_PER_DAY), .now = w->v->now, .limit = FITTING_MOST }, &w->fitting);
}

/* --- values --- */

/* In the reader's zone, with its name. */
static struct str
at(const struct writing *w, const struct letter_reader *reader, struct moment m)
{
	return moment_is_none(m) ? S("") : say_moment(w->v->arena, letter_place(reader), m, w->v->now);
}

/* "48 hours", "5 days": more than two days in days. */
static struct str
lasting(const struct writing *w, const struct letter_reader *reader, int64_t us)
{
	int64_t hours = us / US_PER_HOUR;

	if (us < US_PER_HOUR)
		return say_count(w->v->arena, reader->language, us / US_PER_MINUTE, "{n} minute", "{n} minutes");
	if (hours <= 48)
		return say_count(w->v->arena, reader->language, hours, "{n} hour", "{n} hours");
	return say_count(w->v->arena, reader->language, hours / 24, "{n} day", "{n} days");
}

static struct str
request_path(const struct writing *w)
{
	return str_join(w->v->arena, 2, (struct str[]){ w->desk.base_url,
	    url_request_show(w->v->arena, w->v->programme->slug, id_print(w->v->arena, w->about.id.value)) });
}

static struct str
mentee_name(const struct writing *w, const struct letter_reader *reader)
{
	bool is_known = w->about.shows_name || reader->id.value == w->about.claimer.value || reader->id.value == w->about.named_mentor.value;

	return is_known ? w->about.mentee_name : S("");
}

static void
add_common(const struct writing *w, const struct letter_reader *reader, struct letter_wish *wish)
{
	letter_wish_add(wish, "you", reader->name);
	letter_wish_add(wish, "programme", w->v->programme->name);
	letter_wish_add(wish, "number", desk_number(w->v->arena, w->v->programme, w->about.number));
	letter_wish_add(wish, "title", w->about.title);
	letter_wish_add(wish, "service", programme_service_words(w->v->programme, w->about.service, desk_answered_at(w->about.id, w->about.sent_at)));
	letter_wish_add(wish, "link", request_path(w));
	letter_wish_add(wish, "human", w->human);
	letter_wish_add(wish, "skills", w->about.skills);
	letter_wish_add(wish, "withdraw", request_path(w));    /* signed in: it ends something for good */
}

static int64_t
waited_us(const struct writing *w)
{
	struct request_facts facts = { .waiting_since_at = w->about.waiting_since_at, .waited_us = w->about.waited_us };

	return request_waited_us(&facts, w->v->now);
}

static struct request_next
next_of(const struct writing *w)
{
	struct request_facts facts = {
		.state = w->about.state, .mentee = w->about.mentee, .claimer = w->about.claimer, .waiting_since_at = w->about.waiting_since_at,
		.waited_us = w->about.waited_us, .reserved_until_at = w->about.reserved_until_at, .sent_at = w->about.sent_at,
		.lease_due_at = w->about.lease_due_at, .contacted_at = w->about.contacted_at, .session_at = w->about.session_at,
		.closed_at = w->about.closed_at, .outcome = w->about.outcome, .helpful = w->about.helpful, .claimed_at = w->about.claimed_at,
		.claim_step = w->about.claim_step, .answered_at = w->about.answered_at, .tried_at = w->about.tried_at, .saved_at = w->about.saved_at,
	};
	struct wait_ladder ladder = desk_ladder(w->v->programme);

	return request_next(&facts, &ladder, w->v->now);
}

static struct str
next_words(struct str language, enum next_step step)
{
	switch (step) {
	case NEXT_BUMP: return say(language, N_("mentors are reminded of it"));
	case NEXT_ASK: return say(language, N_("mentors who fit are asked one by one"));
	case NEXT_ESCALATE:
	case NEXT_REPEAT: return say(language, N_("whoever is in charge is told"));
	case NEXT_HOLD_OVER: return say(language, N_("the mentor whom you named answers, or all mentors see it"));
	default: return S("");
	}
}

static void
add_waiting(const struct writing *w, const struct letter_reader *reader, struct letter_wish *wish)
{
	struct request_next next = next_of(w);

	letter_wish_add(wish, "waited", lasting(w, reader, waited_us(w)));
	letter_wish_add(wish, "next", next_words(reader->language, next.step));
	letter_wish_add(wish, "next_at", at(w, reader, next.at));
}

/* An address that acts: a fresh token for this reader, sealed into the letter. */
static enum outcome
add_tap(const struct writing *w, const struct letter_reader *reader, struct letter_wish *wish, const char *field, const char *act)
{
	struct str token, path;

	TRY(tap_make(w->v, &(struct tap_wish){ .act = str_from(act), .person = reader->id, .request = w->about.id }, &token));
	path = str_join(w->v->arena, 2, (struct str[]){ w->desk.base_url, S("/a/") });
	letter_wish_add_link(wish, field, path, token);
	return OK;
}

static enum outcome
add_taps(const struct writing *w, const struct letter_reader *reader, struct letter_wish *wish)
{
	static const struct {
		enum letter_kind kind;
		const char *field, *act;
	} taps[] = {
		{ LETTER_L08, "claim", "claim" }, { LETTER_L08, "pass", "pass" }, { LETTER_L11, "on_it", "on-it" },
		{ LETTER_L27, "cannot_come", "cannot-come" },
		{ LETTER_L14, "helped", "helped" }, { LETTER_L14, "partly", "partly" }, { LETTER_L14, "not_helped", "not-helped" },
		{ LETTER_L29, "met", "met" }, { LETTER_L29, "not_met", "not-met" },
	};

	for (size_t i = 0; i < ARRAY_LENGTH(taps); i++)
		if (taps[i].kind == wish->kind)
			TRY(add_tap(w, reader, wish, taps[i].field, taps[i].act));
	if (wish->kind == LETTER_L31 && reader->id.value == w->about.claimer.value) {
		TRY(add_tap(w, reader, wish, "on_it", "on-it"));
		TRY(add_tap(w, reader, wish, "give_back", "give-back"));
	}
	return wish->kind == LETTER_L36 && reader->id.value == w->about.mentee.value ? add_tap(w, reader, wish, "here", "here") : OK;
}

static struct str
outcome_words_of(struct str language, const struct request_seen_by_row *about)
{
	if (!request_id_is_none(about->merged_into))
		return say(language, N_("a coordinator put it together with another one about the same"));
	if (about->is_unanswered)
		return say(language, N_("the question about it was not answered"));
	switch (about->outcome) {
	case REQUEST_OUTCOME_WITHDRAWN: return say(language, N_("the mentee withdrew it"));
	case REQUEST_OUTCOME_DECLINED: return say(language, N_("a coordinator closed it"));
	default: return S("");
	}
}

static void
add_of_claim(const struct writing *w, const struct letter_reader *reader, struct letter_wish *wish)
{
	const struct settings *number = &w->v->programme->settings;
	bool is_claimer = reader->id.value == w->about.claimer.value;

	letter_wish_add(wish, "mentor", w->about.claimer_name);
	letter_wish_add(wish, "promise", lasting(w, reader, number->first_contact_hours * US_PER_HOUR));
	letter_wish_add(wish, "mentee", mentee_name(w, reader));
	if (is_claimer) {
		letter_wish_add(wish, "mentee_email", w->about.mentee_email);
		letter_wish_add(wish, "mentee_zone", w->about.mentee_zone);
		letter_wish_add(wish, "details", w->about.details);
	}
	letter_wish_add(wish, "lease_at", at(w, reader, w->about.lease_due_at));
}

/* All that was done, and who was asked and said what (F069). */
static enum outcome
add_history(const struct writing *w, const struct letter_reader *reader, struct letter_wish *wish)
{
	struct str steps, asked;

	TRY(desk_steps_taken(w->v, w->about.id, letter_place(reader), &steps));
	TRY(desk_who_was_asked(w->v, w->about.id, reader->language, &asked));
	letter_wish_add(wish, "steps", steps);
	letter_wish_add(wish, "asked", asked);
	return OK;
}

/* From the programme's own history, if it has one (F066). */
static enum outcome
add_expected(const struct writing *w, struct letter_wish *wish)
{
	struct queue_figures_rows figures;
	struct expected_wait wait;

	TRY(desk_figures(w->v, (struct mentor_id){ 0 }, &figures));
	wait = request_expected_wait(figures.at[0].cases, figures.at[0].median_us, w->v->programme->settings.first_contact_hours);
	letter_wish_add(wish, "wait", lasting(w, wish->reader, wait.seconds * US_PER_SECOND));
	return OK;
}

/* The session that is set; or the one that was, if this act called it off or ended its claim, and it was still to come. */
static struct moment
session_of(const struct writing *w, bool *is_off)
{
	bool is_here = w->v->thing != NULL && w->v->thing_id == w->about.id.value, is_over = w->about.state == REQUEST_STATE_CLOSED;
	struct moment before = is_over ? w->about.session_at : is_here ? desk_thing(w->v)->row.session_at : (struct moment){ 0 };

	*is_off = (is_over || moment_is_none(w->about.session_at)) && moment_is_after(before, w->v->now);
	return *is_off ? before : w->about.session_at;
}

static void
add_of_end(const struct writing *w, const struct letter_reader *reader, struct letter_wish *wish)
{
	bool is_mentee = reader->id.value == w->about.mentee.value;
	const struct settings *number = &w->v->programme->settings;
	bool is_off;

	letter_wish_add(wish, "how", outcome_words_of(reader->language, &w->about));
	letter_wish_add(wish, "reason", w->about.reason);
	letter_wish_add(wish, "with", is_mentee ? w->about.claimer_name : w->about.mentee_name);
	letter_wish_add(wish, "when", at(w, reader, session_of(w, &is_off)));
	letter_wish_add(wish, "move_until", at(w, reader, session_free_until(w->about.session_at, number->notice_hours)));
	letter_wish_add(wish, "minutes", lasting(w, reader, number->session_minutes * US_PER_MINUTE));
	letter_wish_add(wish, "until", moment_is_none(w->about.closed_at) ? S("") :
	    say_day(w->v->arena, letter_place(reader), moment_plus(w->about.closed_at, number->helpful_days * US_PER_DAY), w->v->now));
}

/* A session in both zones, where they are two, and for a calendar; its turn: of two letters about it the later one counts. */
static void
add_of_session(const struct writing *w, const struct letter_reader *reader, struct letter_wish *wish)
{
	bool is_mentee = reader->id.value == w->about.mentee.value;
	struct str there = is_mentee ? w->about.claimer_zone : w->about.mentee_zone;
	struct buf turn = buf_new(w->v->arena, STEPS_BYTES);
	bool is_off;
	struct moment begin = session_of(w, &is_off), end = moment_plus(begin, w->v->programme->settings.session_minutes * US_PER_MINUTE);

	if (moment_is_none(begin))
		return;
	buf_whole(&turn, w->about.version);
	if (!str_is_empty(there) && zone_at(zone_find(there), begin).offset_seconds != zone_at(zone_find(reader->zone), begin).offset_seconds)
		letter_wish_add(wish, "there", say_moment(w->v->arena, (struct say_place){ reader->language, zone_find(there) }, begin, w->v->now));
	letter_wish_add(wish, "calendar_from", when_iso(w->v->arena, begin));
	letter_wish_add(wish, "calendar_to", when_iso(w->v->arena, end));
	letter_wish_add(wish, "calendar_turn", buf_str(&turn));
	letter_wish_add(wish, "calendar_off", is_off ? S("1") : S(""));
}

/* --- writing --- */

static const char *
what_is_needed(const struct writing *w)
{
	if (str_equal(w->event, S("mentee-given-up")))
		return N_("the mentee has not answered for weeks. You may close it.");
	if (str_equal(w->event, S("absent-again")))
		return N_("somebody did not come to a session without a word, and not for the first time. Decide whether they stay.");
	return str_equal(w->event, S("sent")) || str_equal(w->event, S("entered")) ? N_("no mentor fits it at the moment.") : N_("nobody has claimed it for a week.");
}

/* What a letter about silence says first: to whom it would be an answer, and what follows if none comes. Nobody is blamed. */
static const char *
words_of_silence(const struct writing *w, const struct letter_reader *reader, bool *has_any)
{
	bool is_claimer = reader->id.value == w->about.claimer.value, is_mentee = reader->id.value == w->about.mentee.value;

	*has_any = true;
	if (str_equal(w->event, S("lease-asked")))
		return N_("we have seen no sign of contact yet");
	if (str_equal(w->event, S("attempts-undecided")))
		return N_("no session is set since you first wrote. Set one, or close it if you cannot reach them");
	if (str_equal(w->event, S("mentee-here")))
		return N_("they say that they are here: write to them once more");
	if (str_equal(w->event, S("mentee-silent")))
		return is_mentee ? N_("your mentor has no answer from you. Do you still want it? If we hear nothing, it may be closed; you can ask again at any time.")
		    : N_("the mentee gives no answer. Please try once, by whatever way you know; later it may be closed.");
	if (str_equal(w->event, S("absent-once")))
		return N_("you were waited for at a session. That happens. Can you be relied on for the next one? If not, say so in time, by one press.");
	*has_any = str_equal(w->event, S("contact-late")) || str_equal(w->event, S("contact-later"));
	if (is_claimer)
		return N_("no first message is noted yet, and it is waited for. If you wrote, one press says so; if you cannot, giving it back is fine.");
	return is_mentee ? N_("your mentor has not noted a first message yet, and was reminded. If nothing comes, it goes back to the queue by itself, with the time that you waited kept.")
	    : N_("its mentor has noted no first message. They were reminded; if nothing comes, it goes back to the queue by itself.");
}

static void
add_of_silence(const struct writing *w, const struct letter_reader *reader, struct letter_wish *wish)
{
	bool is_before = wish->kind == LETTER_L31, has_any;
	const char *words = words_of_silence(w, reader, &has_any);
	struct request_facts facts = { .contacted_at = w->about.contacted_at, .answered_at = w->about.answered_at, .tried_at = w->about.tried_at };

	if (!has_any)
		return;
	letter_wish_add(wish, "what", say(reader->language, words));
	letter_wish_add(wish, "since", at(w, reader, is_before ? w->about.claimed_at : request_silence_from(&facts)));
	if (wish->kind == LETTER_L36)
		letter_wish_add(wish, "again_at", at(w, reader, next_of(w).at));
}

/* What the kinds show that need no more than a sentence or a number. */
static void
add_of_kind(const struct writing *w, struct letter_wish *wish)
{
	if (wish->kind == LETTER_L03)
		letter_wish_add(wish, "question", w->about.question);
	else if (wish->kind == LETTER_L08)
		letter_wish_add(wish, "why", w->about.state == REQUEST_STATE_RESERVED ? say(wish->reader->language, N_("the mentee named you"))
		    : say(wish->reader->language, N_("your skills fit, and you hold the least at the moment")));
	else if (wish->kind == LETTER_L48)
		letter_wish_add(wish, "what", say(wish->reader->language, what_is_needed(w)));
}

static enum outcome
write_to(struct writing *w, enum letter_kind kind, struct person_id person)
{
	struct letter_wish wish = { .id = { visit_new_id(w->v) }, .kind = kind, .programme = w->v->programme->id, .request = w->about.id,
		.is_draft = w->is_draft };
	struct letter_reader reader;

	if (person_id_is_none(person))
		return OK;
	TRY(letter_reader_find(&w->desk, person, letter_sort(kind)->topic, &reader));
	if (w->is_by_mail && reader.channel == LETTER_CHOICE_CHANNEL_SLACK && !str_is_empty(reader.email))
		reader.channel = LETTER_CHOICE_CHANNEL_MAIL;
	wish.reader = &reader;
	add_common(w, &reader, &wish);
	add_waiting(w, &reader, &wish);
	add_of_claim(w, &reader, &wish);
	add_of_end(w, &reader, &wish);
	add_of_session(w, &reader, &wish);
	add_of_kind(w, &wish);
	TRY(letter_add_facts(w->v, &wish));
	add_of_silence(w, &reader, &wish);
	if (kind == LETTER_L09)
		TRY(add_history(w, &reader, &wish));
	if (kind == LETTER_L01)
		TRY(add_expected(w, &wish));
	TRY(add_taps(w, &reader, &wish));
	if (kind == LETTER_L04 || kind == LETTER_L05)
		wish.delay_us = w->v->programme->settings.undo_seconds * US_PER_SECOND;
	return letter_put(&w->desk, &wish);
}

static enum outcome
write_to_role(struct writing *w, enum letter_kind kind, enum role_role role)
{
	struct lookers_rows found;

	TRY(lookers(w->v->db, w->v->arena, w->v->programme->id, role, w->v->now, LOOKERS_MOST, &found));
	for (size_t i = 0; i < found.count; i++)
		TRY(write_to(w, kind, found.at[i].reader));
	return OK;
}

/* mention.max 0: all of them (PROGRAMMES.md 2.1). */
static enum outcome
write_to_fitting(struct writing *w, enum letter_kind kind)
{
	size_t most = (size_t)w->v->programme->settings.mention_max;

	TRY(find_fitting(w));
	if (most == 0)
		most = w->fitting.count;
	for (size_t i = 0; i < w->fitting.count && i < most; i++)
		TRY(write_to(w, kind, w->fitting.at[i].person));
	return OK;
}

/* A room that takes nothing shows nobody the request: whoever fits reads it by mail (SLACK.md 10). */
static enum outcome
to_fitting_if_shut(struct writing *w, enum letter_kind kind)
{
	struct room_shut shut;

	if (w->about.state != REQUEST_STATE_OPEN)
		return OK;
	TRY(desk_room_shut(w->v, &shut));
	w->is_by_mail = shut.is_all;
	return moment_is_none(shut.since_at) ? OK : write_to_fitting(w, kind);
}

/* Who was never told of a claim is not told of its end. */
static enum outcome
to_mentee(struct writing *w, enum letter_kind kind)
{
	return kind == LETTER_L10 && w->was_unknown ? OK : write_to(w, kind, w->about.mentee);
}

static enum outcome
to_claimer(struct writing *w, enum letter_kind kind)
{
	return write_to(w, kind, w->about.claimer);
}

/* Who closed it knows. */
static enum outcome
to_pair(struct writing *w, enum letter_kind kind)
{
	if (kind != LETTER_L12 || w->v->who.id.value != w->about.mentee.value)
		TRY(write_to(w, kind, w->about.mentee));
	return write_to(w, kind, w->about.claimer);
}

/* Whoever did not do it. */
static enum outcome
to_other(struct writing *w, enum letter_kind kind)
{
	return write_to(w, kind, w->v->who.id.value == w->about.mentee.value ? w->about.claimer : w->about.mentee);
}

static enum outcome
to_named(struct writing *w, enum letter_kind kind)
{
	return w->about.state == REQUEST_STATE_RESERVED ? write_to(w, kind, w->about.named_mentor) : OK;
}

/* Whoever would let a draft go gets no draft. */
static enum outcome
to_coordinators(struct writing *w, enum letter_kind kind)
{
	struct writing direct = *w;

	direct.is_draft = false;
	return write_to_role(&direct, kind, ROLE_ROLE_COORDINATOR);
}

static enum outcome
to_lookers(struct writing *w, enum letter_kind kind)
{
	if (w->is_draft)
		TRY(letter_drafts_replaced(&w->desk, w->about.id, kind));
	TRY(write_to_role(w, kind, ROLE_ROLE_ESCALATION));
	return to_coordinators(w, kind);
}

static enum outcome
to_lookers_if_nobody_fits(struct writing *w, enum letter_kind kind)
{
	TRY(find_fitting(w));
	return w->fitting.count > 0 || w->about.state != REQUEST_STATE_OPEN ? OK : to_coordinators(w, kind);
}

static enum outcome
write_row(struct writing *w, const struct row *row)
{
	static enum outcome (*const ways[])(struct writing *, enum letter_kind) = {
		[MENTEE] = to_mentee, [CLAIMER] = to_claimer, [PAIR] = to_pair, [OTHER] = to_other, [NAMED] = to_named, [FITTING] = write_to_fitting,
		[COORDINATORS] = to_coordinators, [LOOKERS] = to_lookers, [LOOKERS_IF_NOBODY_FITS] = to_lookers_if_nobody_fits,
		[FITTING_IF_SHUT] = to_fitting_if_shut,
	};

	return ways[row->audience](w, row->kind);
}

/* What waits and says what is no longer so is dropped; a claim that ended before its mentee was told leaves no trace in their mail. */
static enum outcome
drop_old(struct writing *w, struct request_id request)
{
	int64_t count;

	if (is_staying(w->event))
		return OK;
	TRY(letters_drop_kind(&w->desk, request, LETTER_L04, &count));
	w->was_unknown = count > 0;
	return letters_drop_stale(&w->desk, request, &count);
}

/* The first coordinator by name. */
static enum outcome
find_human(struct writing *w)
{
	struct lookers_rows found;

	TRY(lookers(w->v->db, w->v->arena, w->v->programme->id, ROLE_ROLE_COORDINATOR, w->v->now, 1, &found));
	w->human = found.count == 0 ? S("") : found.at[0].name;
	return OK;
}

static enum outcome
find_about(struct writing *w, struct request_id request)
{
	TRY(find_human(w));
	return request_seen_by(w->v->db, w->v->arena, request, w->v->programme->id, (struct person_id){ 0 }, &w->about);
}

enum outcome
desk_write(struct visit *v, struct request_id request, struct str event)
{
	struct writing w = { .v = v, .desk = visit_letters(v), .event = event };
	bool is_read = false;

	w.is_draft = v->programme->settings.drafts_letters && is_of_ladder(event);
	TRY(drop_old(&w, request));
	for (size_t i = 0; i < ARRAY_LENGTH(rows); i++) {
		if (!str_equal(rows[i].event, event))
			continue;
		if (!is_read)
			TRY(find_about(&w, request));
		is_read = true;
		TRY(write_row(&w, &rows[i]));
	}
	return OK;
}
