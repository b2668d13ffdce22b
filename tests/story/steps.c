/* The words of stories. A line that no step knows fails the story. */
#include "base/arena.h"
#include "base/buf.h"
#include "formats/html.h"
#include "formats/id.h"
#include "requests/store.h"
#include "story_letters.h"

enum { WORDS_MAX = 120, BODY_MAX = 32 << 10 };

/* A line cut into words; "quoted words" are one, name="quoted words" too. */
struct words {
	struct str at[WORDS_MAX];
	size_t count;
};

static struct words
cut(struct str line)
{
	struct words words = { .count = 0 };

	while (line.length > 0 && words.count < WORDS_MAX) {
		size_t end = 0;
		bool is_quoted = false;

		while (line.length > 0 && (line.at[0] == ' ' || line.at[0] == '\t'))
			line = str_skip(line, 1);
		while (end < line.length && (is_quoted || (line.at[end] != ' ' && line.at[end] != '\t'))) {
			is_quoted = line.at[end] == '"' ? !is_quoted : is_quoted;
			end++;
		}
		if (end > 0)
			words.at[words.count++] = str_head(line, end);
		line = str_skip(line, end);
	}
	return words;
}

static struct str
unquoted(struct str word)
{
	if (word.length >= 2 && word.at[0] == '"' && word.at[word.length - 1] == '"')
		return str_head(str_skip(word, 1), word.length - 2);
	return word;
}

static struct str
without_comma(struct str word)
{
	return str_ends(word, S(",")) ? str_head(word, word.length - 1) : word;
}

static bool
is(const struct words *w, size_t i, const char *word)
{
	return i < w->count && str_equal(w->at[i], str_from(word));
}

/* {R} and {Ana} in a path become ids, {p} the programme's slug. */
static struct str
path_of(struct tale *t, struct str written)
{
	struct buf path = buf_new(t->arena, BODY_MAX);

	while (written.length > 0) {
		size_t open = str_find(written, '{'), end = str_find(written, '}');
		struct str name = str_skip(str_head(written, end), open + 1), code;

		buf_add(&path, str_head(written, open));
		if (open < written.length && str_equal(name, S("p")))
			buf_add(&path, t->slug);
		else if (open < written.length && tale_code_word(t, name, &code))
			buf_add(&path, code);
		else if (open < written.length && tale_thing(t, name) != 0)
			buf_add(&path, id_print(t->arena, tale_thing(t, name)));
		else if (open < written.length && tale_actor(t, name) != NULL)
			buf_add(&path, id_print(t->arena, tale_actor(t, name)->id.value));
		else if (open < written.length)
			tale_fails(t, "nothing is called \"%.*s\"", STR_FORMAT(name));
		written = str_skip(written, open < written.length ? end + 1 : open);
	}
	return buf_str(&path);
}

static bool
shows(struct tale *t, struct str wanted)
{
	struct str body = buf_str(&t->reply->body);

	return str_has(tale_text(t), wanted) || str_has(body, wanted) || (str_starts(body, S("{")) && str_has(body, tale_as_json(t, wanted)));
}

/* A page answers an act with 303, the API with what has become of it. */
static bool
is_status(const struct tale *t, int wanted)
{
	if (t->is_by_api && wanted == 303 && str_starts(t->last->path, S("/api/")))
		return t->reply->status >= 200 && t->reply->status < 300;
	return t->reply->status == wanted;
}

static void
expect_status(struct tale *t, struct str wanted)
{
	int64_t status = 0;

	if (!str_whole(wanted, &status) || !is_status(t, (int)status)) {
		struct str text = str_head(tale_text(t), 600);

		tale_fails(t, "expected %.*s, got %d to \"%.*s\": %.*s", STR_FORMAT(wanted), t->reply->status,
		    STR_FORMAT(tale_location(t)), STR_FORMAT(text));
	}
}

/* "-> 200 showing "a", "b" hiding "c"" from word i on. */
static void
expect_answer(struct tale *t, const struct words *w, size_t i)
{
	bool is_showing = true;

	if (!is(w, i, "->") || i + 1 >= w->count) {
		tale_fails(t, "expected: -> status");
		return;
	}
	expect_status(t, w->at[i + 1]);
	if (t->is_by_api && str_starts(t->last->path, S("/api/v1/requests/")) && t->last->method == METHOD_POST)
		return;    /* the words after it are the page's */
	for (i += 2; i < w->count; i++) {
		struct str word = path_of(t, unquoted(without_comma(w->at[i])));

		if (is(w, i, "showing") || is(w, i, "hiding"))
			is_showing = is(w, i, "showing");
		else if (shows(t, path_of(t, word)) != is_showing)
			tale_fails(t, "expected the page %s \"%.*s\": %.*s", is_showing ? "to show" : "not to show", STR_FORMAT(word),
			    STR_FORMAT(str_head(tale_text(t), 900)));
	}
}

void
tale_expects_answer(struct tale *t, const struct str *words, size_t count, size_t from)
{
	struct words w = { .count = count };

	memcpy(w.at, words, count * sizeof(*words));
	expect_answer(t, &w, from);
}

struct str
tale_words(struct tale *t, struct str written)
{
	return path_of(t, unquoted(without_comma(written)));
}

static size_t
find_arrow(const struct words *w)
{
	for (size_t i = 0; i < w->count; i++)
		if (is(w, i, "->"))
			return i;
	return w->count;
}

/* name=value words as a form body. */
static struct str
body_of(struct tale *t, const struct words *w, size_t from, size_t until)
{
	struct buf body = buf_new(t->arena, BODY_MAX);

	for (size_t i = from; i < until; i++) {
		size_t equals = str_find(w->at[i], '=');

		if (body.length > 0)
			buf_char(&body, '&');
		url_component(&body, str_head(w->at[i], equals));
		buf_char(&body, '=');
		url_component(&body, path_of(t, unquoted(str_skip(w->at[i], equals + 1))));
	}
	return buf_str(&body);
}

/* "as Ana by-old-cookie /path -> 303": by the cookie that this browser had before; "as Ana elsewhere /path -> 200": by the browser before. */
static bool
step_by_old(struct tale *t, const struct words *w, const struct actor *actor)
{
	bool is_elsewhere = is(w, 2, "elsewhere");

	if (actor == NULL || w->count < 6 || (!is_elsewhere && !is(w, 2, "by-old-cookie")))
		return false;
	tale_get(t, &(struct actor){ .cookie = is_elsewhere ? actor->cookie_elsewhere : actor->cookie_before }, path_of(t, w->at[3]));
	expect_answer(t, w, 4);
	return true;
}

/* "as Ana get /path -> 200 …", "as Ana post /path a=b -> 303", "as nobody get …" */
static void
step_as(struct tale *t, const struct words *w)
{
	size_t arrow = find_arrow(w);
	struct actor *actor = is(w, 1, "nobody") ? NULL : tale_actor(t, w->at[1]);

	if (is(w, 2, "follows") && actor != NULL) {
		tale_follows(t, actor);
		expect_answer(t, w, 3);
		return;
	}
	if (step_by_old(t, w, actor))
		return;
	if (w->count < 5 || (actor == NULL && !is(w, 1, "nobody"))) {
		tale_fails(t, "expected: as NAME get|post PATH … -> STATUS");
		return;
	}
	if (is(w, 2, "get"))
		tale_get(t, actor, path_of(t, w->at[3]));
	else
		tale_post(t, actor, path_of(t, w->at[3]), body_of(t, w, 4, arrow));
	if (actor != NULL)
		tale_keeps_cookie(t, actor);
	expect_answer(t, w, arrow);
}

static struct str
option(const struct words *w, const char *name, struct str fallback)
{
	for (size_t i = 0; i + 1 < w->count; i++)
		if (is(w, i, name))
			return unquoted(w->at[i + 1]);
	return fallback;
}

/* Where the names end: at the first word of what is said about them. */
static size_t
names_end(const struct words *w)
{
	for (size_t i = 2; i < w->count; i++)
		if (is(w, i, "with") || is(w, i, "capacity") || is(w, i, "without"))
			return i;
	return w->count;
}

/* "given mentors Ana, Bo with skill "Python, SQL" capacity 1 without conduct" */
static void
given_mentors(struct tale *t, const struct words *w, enum mentor_state state)
{
	struct str skills = option(w, "skill", S(""));
	int64_t capacity = 3;

	(void)str_whole(option(w, "capacity", S("3")), &capacity);
	for (size_t i = 2; i < names_end(w); i++) {
		struct actor *actor = tale_person(t, without_comma(w->at[i]));

		if (option(w, "without", S("")).length == 0)
			tale_accepts(t, actor);
		tale_mentor(t, actor, skills, capacity, state);
	}
}

static void
given_role(struct tale *t, const struct words *w, enum role_role role)
{
	for (size_t i = 2; i < w->count; i++)
		tale_role(t, tale_person(t, without_comma(w->at[i])), role);
}

/* Members accept the conduct, strangers to it are "newcomers". */
static void
given_members(struct tale *t, const struct words *w, bool accepts)
{
	for (size_t i = 2; i < w->count; i++) {
		struct actor *actor = tale_person(t, without_comma(w->at[i]));

		if (accepts)
			tale_accepts(t, actor);
	}
}

static void
post_step(struct tale *t, const struct actor *actor, const char *step, struct str body)
{
	struct str path = str_join(t->arena, 4, (struct str[]){ S("/p/"), t->slug, S("/requests/new/"), str_from(step) });

	tale_post(t, actor, path, body);
	if (t->reply->status != 303)
		tale_fails(t, "the wizard's step \"%s\" answered %d: %.*s", step, t->reply->status, STR_FORMAT(str_head(tale_text(t), 600)));
}

static struct str
pair_of(struct tale *t, const char *name, struct str value)
{
	struct buf body = buf_new(t->arena, BODY_MAX);

	buf_add(&body, str_from(name));
	buf_char(&body, '=');
	url_component(&body, value);
	return buf_str(&body);
}

/* "given request R by Dana for code-review with Python title "…" asking Bo": the whole wizard. */
static void
given_request(struct tale *t, const struct words *w)
{
	struct actor *dana = tale_person(t, option(w, "by", S("Dana")));
	struct str skills = option(w, "with", S("")), asking = option(w, "asking", S("")), id;
	struct actor *named = asking.length > 0 ? tale_actor(t, asking) : NULL;
	int64_t number;

	tale_accepts(t, dana);
	post_step(t, dana, "service", pair_of(t, "service", option(w, "for", S("code-review"))));
	post_step(t, dana, "skills", skills.length > 0 ? pair_of(t, "also", skills) : S("is_unsure=1"));
	post_step(t, dana, "details", str_join(t->arena, 3, (struct str[]){
	    pair_of(t, "title", option(w, "title", S("Please look at my code"))), S("&"),
	    pair_of(t, "details", option(w, "details", S("It works, and I would like to know why."))) }));
	post_step(t, dana, "when", str_join(t->arena, 3, (struct str[]){ S("medium=any&"), pair_of(t, "language", option(w, "speaking", S("English"))),
	    named == NULL ? S("") : str_join(t->arena, 2, (struct str[]){ S("&named_mentor="), id_print(t->arena, named->id.value) }) }));
	post_step(t, dana, "about-you", option(w, "named", S("")).length > 0 ? S("shows_name=1") : S(""));
	post_step(t, dana, "check", S(""));
	tale_keeps_cookie(t, dana);
	id = tale_location(t);
	while (str_find(id, '/') < id.length)
		id = str_skip(id, str_find(id, '/') + 1);
	if (id_read(str_head(id, str_find(id, '?')), &number))
		tale_names(t, w->at[2], number);
}

/* People of the programme, by what they are. */
static bool
given_people(struct tale *t, const struct words *w)
{
	if (is(w, 1, "mentors") || is(w, 1, "mentor"))
		given_mentors(t, w, MENTOR_STATE_ACTIVE);
	else if (is(w, 1, "volunteer"))
		given_mentors(t, w, MENTOR_STATE_PENDING);
	else if (is(w, 1, "coordinator"))
		given_role(t, w, ROLE_ROLE_COORDINATOR);
	else if (is(w, 1, "escalation"))
		given_role(t, w, ROLE_ROLE_ESCALATION);
	else if (is(w, 1, "member") || is(w, 1, "members") || is(w, 1, "newcomer"))
		given_members(t, w, !is(w, 1, "newcomer"));
	else
		return false;
	return true;
}

static void
step_given(struct tale *t, const struct words *w)
{
	if (is(w, 1, "programme") && is(w, 2, "of"))
		tale_programme_of(t, w->at[3]);
	else if (is(w, 1, "programme"))
		tale_programme(t, S("operation-code"), w->at[2]);
	else if (is(w, 1, "setting") && w->count == 4)
		tale_setting(t, w->at[2], unquoted(w->at[3]));
	else if (is(w, 1, "request"))
		given_request(t, w);
	else if (!given_people(t, w) && !tale_given_rights(t, w->at, w->count))
		tale_fails(t, "unknown: given %.*s", STR_FORMAT(w->count > 1 ? w->at[1] : S("")));
}

/* "later 3 days", "later 72 hours", "later 30 minutes": everybody signs in again; "asleep" at the end: nobody does. */
static void
step_later(struct tale *t, const struct words *w)
{
	int64_t count = 0, unit = is(w, 2, "days") || is(w, 2, "day") ? US_PER_DAY : is(w, 2, "hours") || is(w, 2, "hour") ? US_PER_HOUR
	    : is(w, 2, "minutes") ? US_PER_MINUTE : is(w, 2, "seconds") ? US_PER_SECOND : 0;

	bool is_asleep = is(w, 3, "asleep");

	if (w->count != (is_asleep ? 4 : 3) || unit == 0 || !str_whole(w->at[1], &count)) {
		tale_fails(t, "expected: later N days|hours|minutes|seconds");
		return;
	}
	t->now = moment_plus(t->now, count * unit);
	if (!is_asleep)
		tale_signs_in_again(t);
}

/* "Ana claims R -> 303" and other acts without answers: the verb is the last part of the path. */
static void
step_act(struct tale *t, struct actor *actor, const struct words *w)
{
	static const struct {
		const char *verb;
		struct str path;
	} verbs[] = {
		{ "claims", S_STATIC("claim") }, { "releases", S_STATIC("release") }, { "undoes", S_STATIC("undo") }, { "passes", S_STATIC("pass") },
		{ "accepts", S_STATIC("accept") }, { "declines", S_STATIC("decline") }, { "withdraws", S_STATIC("withdraw") },
		{ "answers-again", S_STATIC("reply") }, { "follows-up", S_STATIC("follow-up") }, { "unreaches", S_STATIC("unreachable") },
		{ "fulfils", S_STATIC("fulfil") }, { "notes", S_STATIC("notes") }, { "tries", S_STATIC("attempts") },
		{ "sets", S_STATIC("session") }, { "says", S_STATIC("helpful") }, { "assigns", S_STATIC("assign") },
		{ "closes", S_STATIC("close") }, { "asks", S_STATIC("detail") }, { "answers", S_STATIC("answer") },
		{ "bumps", S_STATIC("bump") }, { "escalates", S_STATIC("escalate") }, { "merges", S_STATIC("merge") },
	};
	struct str written;

	if (is(w, 1, "opens") && is(w, 2, "browser")) {
		tale_opens_browser(t, actor);
		return;
	}
	if (is(w, 1, "signs") && is(w, 2, "in")) {
		tale_signs_in_by_link(t, actor);
		expect_answer(t, w, find_arrow(w));
		return;
	}
	for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++) {
		if (!is(w, 1, verbs[i].verb) || w->count < 3)
			continue;
		written = str_join(t->arena, 4, (struct str[]){ S("/p/{p}/requests/{"), w->at[2], S("}/"), verbs[i].path });
		tale_post(t, actor, path_of(t, written), body_of(t, w, 3, find_arrow(w)));
		expect_answer(t, w, find_arrow(w));
		return;
	}
	tale_fails(t, "unknown act \"%.*s\"", STR_FORMAT(w->at[1]));
}

static enum outcome
row_of(struct tale *t, struct str name, struct request_seen_by_row *row)
{
	return request_seen_by(t->world.db, t->arena, (struct request_id){ tale_thing(t, name) }, t->programme, (struct person_id){ 0 }, row);
}

/* "expect letter to Dana [once|never|3 times] containing "words"", or … containing "words" before "others" */
static void
step_expect_letter(struct tale *t, const struct words *w)
{
	struct str to = w->count > 3 ? w->at[3] : S("");
	int64_t times = -1;

	if (w->count == 8 && is(w, 4, "containing") && is(w, 6, "before")) {
		tale_expects_order(t, to, unquoted(w->at[5]), unquoted(w->at[7]));
		return;
	}
	if (is(w, 4, "once"))
		times = 1;
	else if (is(w, 4, "never"))
		times = 0;
	else if (w->count > 5 && is(w, 5, "times") && !str_whole(w->at[4], &times))
		to = S("");
	if (str_is_empty(to) || !is(w, w->count - 2, "containing"))
		tale_fails(t, "expected: expect letter to NAME [once|never|N times] containing \"words\"");
	else
		tale_expects_letters(t, to, unquoted(w->at[w->count - 1]), times);
}

/* "expect R is open", "expect R held by Ana", "expect R held by nobody" */
static void
step_expect(struct tale *t, const struct words *w)
{
	struct request_seen_by_row row;
	struct actor *actor;

	if (is(w, 1, "letter")) {
		step_expect_letter(t, w);
		return;
	}
	if (w->count < 4 || row_of(t, w->at[1], &row) != OK) {
		tale_fails(t, "expected: expect REQUEST is STATE, or held by NAME");
		return;
	}
	if (is(w, 2, "is")) {
		struct str state = str_is_empty(request_outcome_name(row.outcome)) ? request_state_name(row.state) : request_outcome_name(row.outcome);

		if (!str_equal(state, w->at[3]))
			tale_fails(t, "expected %.*s, it is %.*s", STR_FORMAT(w->at[3]), STR_FORMAT(state));
		return;
	}
	actor = tale_actor(t, w->at[w->count - 1]);
	if (row.claimer.value != (actor == NULL ? 0 : actor->id.value))
		tale_fails(t, "it is held by \"%.*s\"", STR_FORMAT(row.claimer_name));
}

/* "name F as follow-up of R", "name M as new": what the last answer made */
static void
step_name(struct tale *t, const struct words *w)
{
	struct request_seen_by_row row;
	int64_t id;

	if (w->count == 4 && is(w, 3, "new") && tale_answer_id(t, &id))
		tale_names(t, w->at[1], id);
	else if (w->count == 6 && is(w, 3, "follow-up") && row_of(t, w->at[5], &row) == OK && !request_id_is_none(row.follow_up))
		tale_names(t, w->at[1], row.follow_up.value);
	else
		tale_fails(t, "there is no such thing");
}

/* "again -> 303": the last request once more. */
static void
step_again(struct tale *t, const struct words *w)
{
	tale_again(t);
	expect_answer(t, w, 1);
}

/* "take "words" of Ana": the link of a letter. */
static bool
step_take(struct tale *t, const struct words *w)
{
	if (!is(w, 2, "of") || w->count != 4)
		return false;
	t->tap = tale_letter_link(t, w->at[3], unquoted(w->at[1]));
	return true;
}

/* "mail is down", "mail says 451", "mail now works" */
static bool
step_mail(struct tale *t, const struct words *w)
{
	return w->count == 3 && tale_mail_becomes(t, w->at[2]);
}

static bool
step_forget(struct tale *t, const struct words *w)
{
	if (!is(w, 1, "letters"))
		return false;
	t->letter_count = 0;
	return true;
}

/* "run due" is the clock's, "run letters" the courier's, "run seal" the record's, "run restore" the operator's. */
static bool
step_run(struct tale *t, const struct words *w)
{
	if (is(w, 1, "due"))
		tale_run_due(t);
	else if (is(w, 1, "letters"))
		tale_run_letters(t);
	else if (is(w, 1, "seal"))
		tale_command(t, S("record-seal"));
	else if (is(w, 1, "restore"))
		tale_run_restore(t);
	else
		return false;
	return true;
}

/* Lines that say by their first word what they are; false if this is none of them. */
static bool
step_by_word(struct tale *t, const struct words *w)
{
	static const struct {
		const char *first;
		void (*step)(struct tale *, const struct words *);
		bool (*may_step)(struct tale *, const struct words *);    /* instead: knows some lines of that word alone */
	} steps[] = {
		{ "given", step_given, NULL }, { "as", step_as, NULL }, { "later", step_later, NULL }, { "expect", step_expect, NULL },
		{ "name", step_name, NULL }, { "again", step_again, NULL }, { "take", NULL, step_take },
		{ "mail", NULL, step_mail }, { "forget", NULL, step_forget }, { "run", NULL, step_run },
	};

	for (size_t i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
		if (!is(w, 0, steps[i].first))
			continue;
		if (steps[i].step == NULL)
			return steps[i].may_step(t, w);
		steps[i].step(t, w);
		return true;
	}
	return false;
}

/* "60 times as Dana get PATH -> 200" */
static bool
step_many_times(struct tale *t, const struct words *w, struct str line)
{
	int64_t count;

	if (w->count < 3 || !is(w, 1, "times") || !str_whole(w->at[0], &count))
		return false;
	line = str_skip(line, (size_t)(w->at[2].at - line.at));
	for (int64_t i = 0; i < count && !t->has_failed; i++)
		tale_step(t, line);
	return true;
}

void
tale_step(struct tale *t, struct str line)
{
	struct words w = cut(line);
	struct actor *actor = w.count == 0 ? NULL : tale_actor(t, w.at[0]);

	if (w.count == 0 || str_starts(line, S("#")) || step_many_times(t, &w, line))
		return;
	if (tale_other_step(t, w.at, w.count))
		return;
	if (actor != NULL)
		step_act(t, actor, &w);
	else if (!step_by_word(t, &w))
		tale_fails(t, "unknown step \"%.*s\"", STR_FORMAT(w.at[0]));
}
